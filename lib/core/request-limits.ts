import { code, timerName } from './phrases';
import type { HopCase } from './policy';
import { known, table, type Seconds, type Setting } from './setting';
import { timersOf } from './timers';

/** How long the client or a caller above it waits, by what ends the wait. */
export type RequestLimit = { readonly name: string; readonly value: Setting<Seconds | null> };

/**
 * Everything that bounds how long one query is waited for: the timers of the client and above it that no keepalive resets, and
 * the declared duration of a request. Empty where nobody gives up.
 */
export function requestLimits(it: Pick<HopCase, 'graph' | 'path' | 'workload'>): readonly RequestLimit[] {
  const { maxDuration } = it.workload.request;
  const { client } = it.path;
  const request = it.path.legs.filter((leg) => leg.layer === 'request').flatMap((leg) => leg.hops);
  const hops = client === null || request.includes(client) ? request : [...request, client];
  const timers = hops.flatMap((hop) => timersOf(it.graph, it.path, hop, table()).map((one) => one.timer));
  const above = timers
    .filter((timer) => timer.phase === 'query' && ['data-idle', 'request-cap', 'client-limit'].includes(timer.class))
    .map((timer): RequestLimit => ({ name: timerName(timer, null), value: timer.value }));
  if (maxDuration === null) return above;
  return [...above, { name: `${code('request.maxDuration')} of ${code(it.workload.name)}`, value: known(maxDuration) }];
}
