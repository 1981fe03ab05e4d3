import { judge } from './judge';
import { probesOf } from './keepalive';
import type { Leg, Probe } from './path';
import type { HopCase, Judgement } from './policy';
import { table } from './setting';

/** The leg that a hop stands on; it ends there where the hop terminates TCP. */
function legOf({ path, hop }: Pick<HopCase, 'path' | 'hop'>): Leg | null {
  return path.legs.find((one) => one.hops.includes(hop)) ?? null;
}

/** What the caller's end of a hop's leg sends. No session has a say in it, since a caller is never a database. */
export function callerProbe(it: Pick<HopCase, 'path' | 'hop'>): Probe | null {
  const leg = legOf(it);
  return leg === null ? null : (probesOf(leg, table())[0] ?? null);
}

/**
 * The judgements of the packet-idle timers on a hop's leg, as they are where only the caller's end sends probes. A timer that
 * is outlived or kept alive by either end stays as it was judged. Empty where nothing on the leg forgets a silent flow.
 */
export function byCallerAlone(it: HopCase): readonly Judgement[] {
  const { path, workload } = it;
  const leg = legOf(it);
  const probe = callerProbe(it);
  if (leg === null || probe === null) return [];
  return it.leg.flatMap((judgement) => {
    const { timer, effect } = judgement;
    if (timer.class !== 'packet-idle') return [];
    if (effect === 'outlives' || effect === 'kept-alive') return [judgement];
    const at = leg.hops.find((one) => [one.node, one.member, ...one.parts].includes(timer.subject));
    return at === undefined ? [] : [judge({ timer, hop: at, leg, path, workload, probes: [probe] })];
  });
}
