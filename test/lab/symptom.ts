import type { Expiry } from '../../lib/core/timer';
import type { Observation } from './observation';
import type { PredictedCut } from './predict';

/** What a client sees, in few words. */
export type Symptom =
  | 'done'
  | 'nothing'
  | 'reset'
  | 'timed out'
  | 'closed'
  | 'gave up'
  | `HTTP ${string}`
  | `SQLSTATE ${string}`
  | `error ${string}`;

/** What the client saw, and when, in seconds from the first act that is measured. */
export type SeenByClient = { readonly sees: Symptom; readonly at: number };

/** The last word of the client, or of the caller where the path begins above it. */
export function symptomOf({ events, began, over }: Pick<Observation, 'events' | 'began' | 'over'>): SeenByClient {
  const last = events.at(-1);
  const at = ((last?.at ?? began) - began) / 1000;
  if (last?.saw === 'end') return { sees: 'done', at };
  if (last?.saw === 'nothing') return { sees: 'nothing', at };
  if (last?.saw === 'error') return { sees: symptomIn(last.code, last.message), at };
  // Its process was ended before it could say anything.
  return { sees: 'closed', at: (over - began) / 1000 };
}

function symptomIn(code: string, message: string): Symptom {
  if (/^HTTP /.test(code)) return code as Symptom;
  if (/^[0-9A-Z]{5}$/.test(code)) return `SQLSTATE ${code}`;
  const state = /(?:FATAL|ERROR): +(?:([0-9A-Z]{5}): )/.exec(message)?.[1];
  if (state !== undefined) return `SQLSTATE ${state}`;
  if (/query read timeout/i.test(message)) return 'gave up';
  if (code === 'ECONNRESET' || /reset by peer|socket hang up/i.test(message))
    return /hang up/i.test(message) ? 'closed' : 'reset';
  if (code === 'ETIMEDOUT' || /timed out/i.test(message)) return 'timed out';
  if (/terminated unexpectedly|closed the connection|CONNECTION_CLOSED|EOF|EPIPE|aborted/i.test(`${code} ${message}`))
    return 'closed';
  return `error ${code} ${message}`;
}

/** The symptoms that fit what the model says that the caller sees; it waits for `patience` seconds, `throughHttp` or not. */
export function symptomsFor(cut: PredictedCut, patience: number, throughHttp: boolean): readonly Symptom[] {
  const { caller, expiry, phase, layer, ofClient } = cut;
  if (caller.at === 'never' || (typeof caller.at === 'number' && caller.at > patience)) return ['nothing'];
  // A query hangs, unless probes that went unanswered have ended the connection before it.
  if (expiry === 'silent-drop' && phase === 'pause' && typeof caller.at !== 'number') return ['nothing'];
  // The program that answers the request hears of it, and says so in its own way.
  if (throughHttp && layer === 'connection' && expiry !== 'client-ended') return ['HTTP 500'];
  // PgBouncer says why it closes its client's connection when that of the server is lost.
  return ofClient ? symptomsOf[expiry] : [...symptomsOf[expiry], 'closed', 'SQLSTATE 08P01'];
}

const symptomsOf: Readonly<Record<Expiry, readonly Symptom[]>> = {
  // libpq says of a reset connection that the server closed it.
  'reset-on-next-packet': ['reset', 'closed'],
  // So does psql, at its next query, of a connection that it has given up.
  'silent-drop': ['timed out', 'closed'],
  'http-504': ['HTTP 504'],
  // A response that has begun can only be broken off.
  'request-error': ['HTTP 504', 'closed', 'reset'],
  'client-ended': ['closed', 'reset', 'HTTP 502', 'HTTP 503'],
  'client-closes': ['closed'],
  'client-gives-up': ['gave up'],
  'client-cancels': ['SQLSTATE 57014'],
  // PgBouncer says why before it closes; HAProxy answers a request whose server it drops.
  'orderly-close': ['closed', 'reset', 'SQLSTATE 08P01', 'HTTP 502', 'HTTP 503', 'HTTP 504'],
  'error-57014': ['SQLSTATE 57014'],
  'fatal-25P04': ['SQLSTATE 25P04', 'closed'],
  'fatal-25P03': ['SQLSTATE 25P03', 'closed'],
  'fatal-57P05': ['SQLSTATE 57P05', 'closed'],
  'error-40001': ['SQLSTATE 40001'],
};

/** The SQLSTATE with which the server itself acts when a timer expires so; `null`: something else acts. */
export function serverStateOf(expiry: Expiry): string | null {
  return /^(?:error|fatal)-([0-9A-Z]{5})$/.exec(expiry)?.[1] ?? null;
}
