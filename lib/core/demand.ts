import type { Workload } from './configuration';
import type { Judgement } from './policy';
import type { Leg, Timer } from './path';
import type { Seconds } from './setting';

export type Demand = NonNullable<Judgement['demand']>;
/** What of a timer says which promise bounds it. */
type Bounding = Pick<Timer, 'class' | 'phase' | 'bounds'>;

/**
 * What a limit on the life of a connection has to outlive whatever the age of the connection: the query, or the request, that
 * begins when it is opened. `null` for any other timer.
 */
export function leastDemandOn(timer: Bounding, layer: Leg['layer'], workload: Workload): Demand | null {
  if (timer.class !== 'life-cap') return null;
  return demandOn({ ...timer, class: layer === 'request' ? 'request-cap' : 'server-limit' }, layer, workload);
}

/** Which promise a timer has to outlive, by its class, phase and layer; `null` where the workload declares none. */
export function demandOn(timer: Bounding, layer: Leg['layer'], workload: Workload): Demand | null {
  const promise = promised(timer, layer, workload);
  if (promise === null) return null;
  return { ...promise, withHeadroom: withHeadroom(promise.seconds, workload), orEqual: timer.class === 'drain' };
}

type Promised = { readonly promise: string; readonly seconds: Seconds };

function promised(timer: Bounding, layer: Leg['layer'], workload: Workload): Promised | null {
  const query = { promise: 'maxQueryDuration', seconds: workload.maxQueryDuration };
  const request = declared('request.maxDuration', workload.request.maxDuration) ?? query;
  if (timer.class === 'life-cap')
    return layer === 'request'
      ? older('request.maxConnectionAge', workload.request.maxConnectionAge, request)
      : older('maxConnectionAge', workload.maxConnectionAge, query);
  if (timer.bounds === 'idle-in-transaction') return declared('maxIdleInTransaction', workload.maxIdleInTransaction);
  if (timer.bounds === 'idle') return declared('maxIdle', workload.maxIdle);
  // What looks at packets or payload cannot tell whether a transaction is open while nothing passes.
  if (timer.phase === 'pause')
    return longest(
      declared('maxIdle', workload.maxIdle),
      declared('maxIdleInTransaction', workload.maxIdleInTransaction),
    );
  if (timer.bounds === 'transaction')
    // A transaction is at least as long as the query in it.
    return longest(query, declared('maxTransactionDuration', workload.maxTransactionDuration));
  if (timer.class === 'server-limit' || timer.class === 'client-limit' || timer.class === 'conflict') return query;
  if (timer.class === 'request-cap') return request;
  if (timer.class === 'drain') return layer === 'request' ? request : query;
  if (layer === 'request') return declared('request.maxSilence', workload.request.maxSilence) ?? request;
  return declared('maxSilence', workload.maxSilence) ?? query;
}

/** What runs on a connection ends later than it was opened by the age that the connection had when it began. */
function older(promise: string, age: Seconds | null, last: Promised): Promised | null {
  return age === null ? null : { promise: `${promise} + ${last.promise}`, seconds: age + last.seconds };
}

/** The longer of two promises, the second where they are equal. */
function longest<First extends Promised | null>(one: First, other: Promised | null): First | Promised {
  if (one === null) return other ?? one;
  return other === null || other.seconds < one.seconds ? one : other;
}

function declared(promise: string, seconds: Seconds | null): Promised | null {
  return seconds === null ? null : { promise, seconds };
}

/** What a limit in seconds leaves once the workload's headroom is taken off: a duration below it still has its headroom. */
export function withoutHeadroom(limit: Seconds, { headroom }: Workload): Seconds {
  return toMicroseconds(headroom.as === 'duration' ? limit - headroom.seconds : limit / (1 + headroom.percent / 100));
}

/** A promise in seconds with the workload's headroom: what a timer has to exceed. */
export function withHeadroom(seconds: Seconds, workload: Workload): Seconds {
  const { headroom } = workload;
  return toMicroseconds(
    headroom.as === 'duration' ? seconds + headroom.seconds : seconds * (1 + headroom.percent / 100),
  );
}

/** Binary fractions are not exact: 90 s and 10 % are 99 s, not a little more, and that little would hide a race. */
function toMicroseconds(seconds: Seconds): Seconds {
  return Math.round(seconds * 1e6) / 1e6;
}
