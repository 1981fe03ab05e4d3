import type { Interval } from './report';
import type { Seconds } from './setting';

/** How an experiment ended, as whoever waits sees it. */
export type Ending =
  /** The answer came. */
  | { readonly is: 'survived' }
  /** The server, or what stands in front of it, answered with an error. */
  | { readonly is: 'sqlstate'; readonly code: string }
  /** TCP RST. */
  | { readonly is: 'reset' }
  /** Closed in order (FIN), and no error came before. */
  | { readonly is: 'closed' }
  /** The system gave the connection up, since what it sent was not answered. */
  | { readonly is: 'timed-out' }
  /** Nothing came for as long as was waited. */
  | { readonly is: 'nothing' }
  | { readonly is: 'http'; readonly status: number }
  /** Anything else that network or system say: `EHOSTUNREACH`. */
  | { readonly is: 'failed'; readonly code: string };

/** TCP keepalive of one end, in seconds. */
export type ProbeKeepalive = { readonly idle: Seconds; readonly interval: Seconds; readonly count: number };

/** What is tried: a pause, then one query or request during which nothing is sent. */
export type Experiment = {
  readonly over: 'postgres' | 'http';
  /** The pause on the open connection before; 0: none. */
  readonly idle: Seconds;
  /** How long the query is silent; of a request, how long its answer is waited for. */
  readonly silence: Seconds;
  /** What this end of the connection sends; `null`: nothing. */
  readonly keepalive: ProbeKeepalive | null;
};

/** What the server shows of the statement on a second connection, once the first one heard nothing more. */
export type Sight =
  | { readonly is: 'unasked' | 'running' | 'finished' | 'gone' | 'not-arrived' }
  | { readonly is: 'unseen'; readonly why: string };

/** What became of an experiment. */
export type Measurement = Experiment & {
  readonly phase: 'pause' | 'query';
  readonly ending: Ending;
  /** Seconds from the start of the phase. */
  readonly at: Seconds;
  /** What a packet on the silent connection was answered with; `null`: none was sent. */
  readonly afterwards: Ending | null;
  readonly sight: Sight;
  /** What the server said with its error, in one line and without secrets. */
  readonly said: string | null;
};

export type ProbeVerdict = 'survived' | 'cut' | 'not-measured';

/** SQLSTATE classes of sessions and statements that were ended from outside: connection, rollback, invalid transaction, intervention. */
const ended = /^(?:08|25P|40|57)/;

/** Whether an ending is a cut. A refusal (no permission, HTTP 404, a redirect) measures nothing. */
export function verdictOf(measured: Pick<Measurement, 'over' | 'ending' | 'sight' | 'at' | 'silence'>): ProbeVerdict {
  const { ending, sight } = measured;
  switch (ending.is) {
    case 'survived':
      return isEarly(measured) ? 'not-measured' : 'survived';
    case 'sqlstate':
      return ended.test(ending.code) ? 'cut' : 'not-measured';
    case 'http':
      return ending.status >= 500 || ending.status === 408 ? 'cut' : 'not-measured';
    case 'failed':
      return 'not-measured';
    case 'nothing':
      // A server that is still at it has been cut by nobody.
      return sight.is === 'running' ? 'not-measured' : 'cut';
    case 'reset':
    case 'closed':
    case 'timed-out':
      return 'cut';
  }
}

/**
 * Whether a query was answered before its silence was over: the clock of the server jumped, or something else answered. Nothing
 * was silent for that long then. A request takes as long as it takes.
 */
export function isEarly({
  over,
  ending,
  at,
  silence,
}: Pick<Measurement, 'over' | 'ending' | 'at' | 'silence'>): boolean {
  // Clocks that are being set right run up to 500 ppm faster or slower.
  return over === 'postgres' && ending.is === 'survived' && at < silence * (1 - 0.0005) - 0.25;
}

/** What an error of a driver or of the system means. `null` as message where there is none. */
export function endingOfError(code: string | null, message: string | null): Ending {
  if (code !== null && /^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return { is: 'sqlstate', code };
  if (code === 'ECONNRESET' || code === 'EPIPE') return { is: 'reset' };
  if (code === 'ETIMEDOUT') return { is: 'timed-out' };
  if (code === null && message !== null && message.startsWith('Connection terminated')) return { is: 'closed' };
  return { is: 'failed', code: code ?? 'no reason given' };
}

/** How far before and behind its time the effect of a timer is still taken for it, in seconds. */
export function tolerance(at: Seconds): { readonly early: Seconds; readonly late: Seconds } {
  return { early: 0.5, late: Math.max(1.5, at * 0.02) };
}

/** A query that fails this soon after a pause found the connection dead. */
const atOnce: Seconds = 1;

/**
 * What came of the statement that followed a pause belongs to the pause where the connection was dead by then: the statement
 * never arrived, or its first packet was answered with a reset. `arrived`: whether the server was seen at it; `null`: not known.
 */
export function phaseOf(
  { idle, ending, at }: { readonly idle: Seconds; readonly ending: Ending; readonly at: Seconds },
  arrived: boolean | null,
): 'pause' | 'query' {
  if (idle === 0 || ending.is === 'survived') return 'query';
  if (arrived !== null) return arrived ? 'query' : 'pause';
  return (ending.is === 'reset' || ending.is === 'closed') && at < atOnce ? 'pause' : 'query';
}

/**
 * When the timer behind a cut has fired, in seconds from the start of its phase, tolerance included. `survived`: the longest
 * silence that the same path let pass before.
 */
export function firedWithin(measured: Measurement, survived: Seconds | null): Interval {
  const { ending, at, phase, idle, silence, keepalive } = measured;
  const { early, late } = tolerance(at);
  const upTo = (last: Seconds): Interval => ({ from: phase === 'query' ? (survived ?? 0) : 0, to: last });
  // A pause that only the next statement found out about.
  if (phase === 'pause' && at >= idle) return upTo(idle);
  const around = { from: Math.max(0, at - late), to: at + early };
  if (ending.is === 'nothing') return upTo(silence);
  if (ending.is === 'timed-out') {
    if (keepalive === null) return upTo(at);
    const noticedAfter = Math.max(keepalive.idle, keepalive.interval) + keepalive.interval * keepalive.count;
    return { from: Math.max(0, at - noticedAfter - late), to: around.to };
  }
  // A reset answers a packet of ours: the last probe before it still passed.
  if (ending.is === 'reset' && keepalive !== null)
    return { from: Math.max(0, around.from - Math.max(keepalive.idle, keepalive.interval)), to: around.to };
  return around;
}
