import { firedWithin, type Ending, type Measurement } from './probe';
import type { Suspect } from './probe-suspects';
import type { Interval } from './report';
import type { Seconds } from './setting';

/** `exact`: ends as it was seen to end; `possible`: may look like that too. */
export type Likeness = 'exact' | 'possible';

/** A timer that a cut fits: phase, time and symptom. */
export type Fit = {
  readonly suspect: Suspect;
  readonly how: Likeness;
  /** Whether the model expects that it does not fire: it is kept alive, or outlives the silence. */
  readonly isUnexpected: boolean;
};

/**
 * The timers that a cut fits, likeliest first. Of several whose time only has an upper bound the earliest comes first: what
 * fires first cuts, and the others find nothing left. `survived`: the longest silence that passed before.
 */
export function fits(measured: Measurement, suspects: readonly Suspect[], survived: Seconds | null): readonly Fit[] {
  const window = firedWithin(measured, survived);
  const found = suspects.flatMap((suspect): readonly Fit[] => {
    const how = isAsked(suspect, measured) ? likeness(suspect, measured) : null;
    if (how === null || !isInTime(suspect, measured, window, survived)) return [];
    return [{ suspect, how, isUnexpected: suspect.effect === 'kept-alive' || suspect.effect === 'outlives' }];
  });
  return found.sort((a, b) => rank(a) - rank(b) || distance(a, measured) - distance(b, measured));
}

/** Only a request crosses request legs; what lies below its client it sees too. */
function isAsked({ layer, phase }: Suspect, measured: Measurement): boolean {
  if (layer === 'request' && measured.over === 'postgres') return false;
  return phase === measured.phase || phase === 'conflict';
}

function isInTime(
  { fires, phase }: Suspect,
  measured: Measurement,
  window: Interval,
  survived: Seconds | null,
): boolean {
  // A conflict begins when replay meets the query, which no clock of ours shows.
  if (phase === 'conflict') return true;
  return fires.some(({ from, to }) => {
    const isBefore = to !== null && (to < window.from || (measured.phase === 'query' && to <= (survived ?? 0)));
    return !isBefore && from <= (window.to ?? Infinity);
  });
}

function rank({ how, isUnexpected, suspect }: Fit): number {
  const doubt = suspect.effect === 'may-cut' ? 1 : 0;
  return (isUnexpected ? 8 : 0) + (how === 'exact' ? 0 : 4) + doubt;
}

/** How far the timer's time lies from what was seen: of a silent end the earliest counts. */
function distance({ suspect }: Fit, { ending, at }: Measurement): number {
  const moments = suspect.fires.map(({ from }) => (ending.is === 'nothing' ? from : Math.abs(at - from)));
  return Math.min(...moments);
}

function likeness(suspect: Suspect, measured: Measurement): Likeness | null {
  return measured.over === 'http' ? seenByCaller(suspect, measured) : seenByClient(suspect, measured);
}

function seenByClient({ expiry, isOnOwnLeg }: Suspect, measured: Measurement): Likeness | null {
  const { ending } = measured;
  switch (expiry) {
    case 'reset-on-next-packet':
      return isOnOwnLeg ? whenReset(measured) : whenLostBeyond(measured, 'possible');
    case 'silent-drop':
      return isOnOwnLeg ? whenDropped(measured) : whenLostBeyond(measured, 'exact');
    case 'orderly-close':
      return whenClosed(ending);
    case 'error-57014':
      return isState(ending, '57014') ? 'exact' : null;
    case 'error-40001':
      return isState(ending, '40001') ? 'exact' : null;
    case 'fatal-25P04':
    case 'fatal-25P03':
    case 'fatal-57P05':
      if (isState(ending, expiry.slice('fatal-'.length))) return 'exact';
      // A pooler says in its own words that its server connection ended.
      return whenClosed(ending) === 'exact' ? 'possible' : null;
    case 'http-504':
    case 'request-error':
    case 'client-ended':
    case 'client-closes':
    case 'client-gives-up':
    case 'client-cancels':
      return null;
  }
}

/** A program below that fails answers with an error of its own, or with nothing. */
function seenByCaller(suspect: Suspect, measured: Measurement): Likeness | null {
  const { ending } = measured;
  const isError = ending.is === 'http' && ending.status >= 500;
  if (suspect.layer === 'connection') return isError || ending.is === 'nothing' ? 'possible' : null;
  switch (suspect.expiry) {
    case 'http-504':
      return ending.is === 'http' && ending.status === 504 ? 'exact' : null;
    case 'request-error': {
      const status = /\b[45]\d\d\b/.exec(suspect.sees ?? '')?.[0];
      if (status === undefined) return isError ? 'possible' : null;
      return ending.is === 'http' && String(ending.status) === status ? 'exact' : null;
    }
    case 'client-ended':
    case 'client-closes':
    case 'client-gives-up':
    case 'client-cancels':
      return isError ? 'possible' : null;
    default:
      return seenByClient(suspect, measured);
  }
}

/** A hop that answers the next packet with RST: the caller learns it only when it sends one (facts: measured 4). */
function whenReset({ ending, afterwards, keepalive, phase, at, idle }: Measurement): Likeness | null {
  if (ending.is === 'reset') return keepalive !== null || (phase === 'pause' && at >= idle) ? 'exact' : 'possible';
  if (ending.is !== 'nothing') return null;
  if (afterwards === null || afterwards.is === 'reset') return 'exact';
  return afterwards.is === 'nothing' ? 'possible' : null;
}

/** A hop that forgets says nothing, to that packet either. */
function whenDropped({ ending, afterwards }: Measurement): Likeness | null {
  if (ending.is === 'timed-out') return 'exact';
  if (ending.is !== 'nothing') return null;
  return afterwards === null || afterwards.is === 'nothing' || afterwards.is === 'timed-out' ? 'exact' : null;
}

/** A flow that died beyond what ends our connection, which itself is alive: whoever opened that flow waits as we do, or closes. */
function whenLostBeyond({ ending, afterwards }: Measurement, atBest: Likeness): Likeness | null {
  if (ending.is === 'nothing')
    return afterwards?.is === 'closed' || afterwards?.is === 'sqlstate' ? atBest : 'possible';
  return whenClosed(ending) === null ? null : 'possible';
}

/** Class 08 is what poolers say of a connection that they end. */
function whenClosed(ending: Ending): Likeness | null {
  if (ending.is === 'closed' || (ending.is === 'sqlstate' && ending.code.startsWith('08'))) return 'exact';
  return ending.is === 'reset' ? 'possible' : null;
}

function isState(ending: Ending, code: string): boolean {
  return ending.is === 'sqlstate' && ending.code === code;
}
