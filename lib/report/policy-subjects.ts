import type { Kind } from '../core/kind';
import type { Policy } from '../core/policy';
import { table, unknown } from '../core/setting';
import type { Expiry, Phase, TimerSpec } from '../core/timer';
import { symptomsOf, type Symptom } from './symptom';

/** One timer that a policy judges in one phase, and a kind that runs it. */
export type Judged = { readonly timer: TimerSpec; readonly phase: Phase; readonly kind: Kind };

/** Every timer that a policy judges, once for each kind that runs it; none where it looks at settings. */
export function judgedBy(policy: Policy, kinds: readonly Kind[]): readonly Judged[] {
  if (policy.per !== 'timer') return [];
  return policy.judges.flatMap(({ timer, phase }) =>
    kinds.flatMap((kind) => {
      const spec = kind.timers.find((one) => one.name === timer);
      return spec === undefined ? [] : [{ timer: spec, phase, kind }];
    }),
  );
}

/** The kinds that a policy looks at; none where it is about everything in view. */
export function kindsOf(policy: Policy, kinds: readonly Kind[]): readonly Kind[] {
  switch (policy.per) {
    case 'timer':
      return [...new Set(judgedBy(policy, kinds).map(({ kind }) => kind))];
    case 'hop':
      return kinds.filter(({ name }) => policy.kinds.includes(name));
    case 'client':
      return kinds.filter(({ hop }) => hop?.key === 'client');
    case 'role':
      return kinds.filter(({ session }) => session !== undefined);
    case 'estate':
    case 'drift':
      return [];
  }
}

/** What people see when a timer of the policy fires, likeliest first. */
export function symptomsSeen(policy: Policy, kinds: readonly Kind[]): readonly Symptom[] {
  const found = judgedBy(policy, kinds)
    // A rollout and a conflict are told by what was going on, not by what is seen.
    .filter(({ phase }) => phase === 'query' || phase === 'pause')
    .map(({ timer, kind }) => symptomsOf[expiryOf(timer, kind)]);
  const likely = found.flatMap(([first]) => first ?? []);
  return [...new Set([...likely, ...found.flat()])];
}

/** How a timer ends where nothing is known of the resource that runs it. */
export function expiryOf({ expiry }: TimerSpec, { settings }: Kind): Expiry {
  const open = table(Object.keys(settings).map((name) => [name, unknown('is not looked at', 'look at the resource')]));
  return typeof expiry === 'function' ? expiry(open) : expiry;
}
