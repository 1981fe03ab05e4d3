import type { Kind } from '../core/kind';
import { compare } from '../core/order';
import type { Policy } from '../core/policy';
import { judgedBy, kindsOf } from './policy-subjects';

/** More than these nobody reads. */
const most = 5;

/** The policies that a reader of this one may look for: those that look at the same kinds, then those of like timers beside them. */
export function relatedPolicies(
  policy: Policy,
  policies: readonly Policy[],
  kinds: readonly Kind[],
): readonly Policy[] {
  const own = traitsOf(policy, kinds);
  const near = policies
    .filter(({ id }) => id !== policy.id)
    .map((other) => ({ other, nearness: nearness(own, traitsOf(other, kinds)) }))
    .filter(({ nearness }) => nearness > 0);
  return near
    .sort((a, b) => b.nearness - a.nearness || compare(a.other.id, b.other.id))
    .slice(0, most)
    .map(({ other }) => other);
}

type Traits = {
  readonly per: Policy['per'];
  readonly kinds: ReadonlySet<string>;
  readonly timers: ReadonlySet<string>;
  /** Class of timer and side of the client: `data-idle request`. */
  readonly likes: ReadonlySet<string>;
};

function traitsOf(policy: Policy, kinds: readonly Kind[]): Traits {
  const judged = judgedBy(policy, kinds);
  return {
    per: policy.per,
    kinds: new Set(kindsOf(policy, kinds).map(({ name }) => name)),
    timers: new Set(judged.map(({ timer }) => timer.name)),
    likes: new Set(judged.map(({ timer, kind }) => `${timer.class} ${kind.hop?.side ?? ''}`)),
  };
}

/** A timer that both judge counts most, then kinds that both look at, then likeness. Two about all that is in view have nothing else in common. */
function nearness(one: Traits, other: Traits): number {
  const isWide = one.kinds.size === 0 && other.kinds.size === 0;
  return (
    100 * share(one.timers, other.timers) +
    10 * share(one.kinds, other.kinds) +
    share(one.likes, other.likes) +
    (isWide && one.per === other.per ? 1 : 0)
  );
}

/** Which part of both is in both: 0 to 1. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((name) => other.has(name)).length;
  return both === 0 ? 0 : both / (one.size + other.size - both);
}
