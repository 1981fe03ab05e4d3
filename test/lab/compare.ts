import type { Expiry } from '../../lib/core/timer';
import type { PredictedCut } from './predict';
import type { Ran } from './run';

/** What a client sees, in one word. */
export type Symptom = 'done' | 'nothing' | 'reset' | 'timed out' | 'closed' | `HTTP ${string}` | `SQLSTATE ${string}` | `error ${string}`;

/** How far apart prediction and measurement may be, in seconds: a watcher looks every 0.1 s, and Linux forgets flows in whole seconds. */
export const tolerance = { early: 0.4, late: 1.4 };

/** What the client saw, and when, in seconds from the first act that is measured. */
export function symptomOf({ observation: { events, began } }: Ran): { readonly sees: Symptom; readonly at: number; readonly act: number } {
  const last = events.at(-1);
  const at = ((last?.at ?? began) - began) / 1000;
  if (last === undefined) return { sees: 'error silent', at, act: -1 };
  if (last.saw === 'end') return { sees: 'done', at, act: -1 };
  if (last.saw === 'nothing') return { sees: 'nothing', at, act: last.act };
  if (last.saw !== 'error') return { sees: `error ${last.saw}`, at, act: -1 };
  return { sees: symptomIn(last.code, last.message), at, act: last.act };
}

function symptomIn(code: string, message: string): Symptom {
  if (/^HTTP /.test(code)) return code as Symptom;
  if (/^[0-9A-Z]{5}$/.test(code)) return `SQLSTATE ${code}`;
  const state = /(?:FATAL|ERROR): +(?:([0-9A-Z]{5}): )?/.exec(message)?.[1];
  if (state !== undefined) return `SQLSTATE ${state}`;
  if (code === 'ECONNRESET' || /reset by peer/i.test(message)) return 'reset';
  if (code === 'ETIMEDOUT' || /timed out/i.test(message)) return 'timed out';
  if (/terminated unexpectedly|closed the connection|CONNECTION_CLOSED|EOF|EPIPE/i.test(`${code} ${message}`)) return 'closed';
  return `error ${code} ${message}`;
}

/** Everything in which the measurement differs from the prediction; empty where they agree. */
export function differences(ran: Ran): readonly string[] {
  const { prediction, observation } = ran;
  const seen = symptomOf(ran);
  if (prediction.verdict === 'unknown') return [`the model does not know: ${prediction.why}`];
  if (prediction.verdict === 'holds') return seen.sees === 'done' ? [] : [`holds was predicted, and the client sees: ${seen.sees} at ${seconds(seen.at)}`];
  const { cut } = prediction;
  if (seen.sees === 'done') return [`a cut by ${cut.by} at ${seconds(cut.at)} was predicted, and the query came through`];
  return [
    ...ofCaller(prediction.seen ?? cut, seen, observation.patience),
    ...ofHop(cut, ran),
    ...ofQuery(cut, ran, observation.began),
  ];
}

function ofCaller(cut: PredictedCut, seen: ReturnType<typeof symptomOf>, patience: number): readonly string[] {
  const expected = symptomsOf(cut, patience);
  const wrong = expected.includes(seen.sees) ? [] : [`the client was to see ${expected.join(' or ')}, and sees ${seen.sees} at ${seconds(seen.at)}`];
  const at = cut.caller.at;
  if (typeof at !== 'number' || wrong.length > 0 || at > patience) return wrong;
  return isNear(seen.at, at) ? [] : [`the client was to notice at ${seconds(at)}, and notices at ${seconds(seen.at)}`];
}

/** The symptoms that fit what the model says that the caller sees. */
function symptomsOf(cut: PredictedCut, patience: number): readonly Symptom[] {
  if (cut.caller.at === 'never' || (typeof cut.caller.at === 'number' && cut.caller.at > patience)) return ['nothing'];
  const byExpiry: Readonly<Record<Expiry, readonly Symptom[]>> = {
    // libpq says of a reset connection that the server closed it.
    'reset-on-next-packet': ['reset', 'closed'],
    'silent-drop': cut.phase === 'pause' ? ['nothing'] : ['timed out'],
    'http-504': ['HTTP 504'],
    'request-error': ['HTTP 504'],
    'client-ended': ['closed'],
    'client-closes': ['closed'],
    'client-gives-up': ['closed'],
    'client-cancels': ['SQLSTATE 57014'],
    'orderly-close': ['closed', 'SQLSTATE 08P01'],
    'error-57014': ['SQLSTATE 57014'],
    'fatal-25P04': ['SQLSTATE 25P04', 'closed'],
    'fatal-25P03': ['SQLSTATE 25P03', 'closed'],
    'fatal-57P05': ['SQLSTATE 57P05', 'closed'],
    'error-40001': ['SQLSTATE 40001'],
  };
  return byExpiry[cut.expiry];
}

/** A router that is said to forget the flow does so, at that time, and before any other. */
function ofHop(cut: PredictedCut, { observation: { flows, began } }: Ran): readonly string[] {
  const own = flows[cut.by];
  if (own === undefined) return [];
  if (own.gone === null) return [`${cut.by} was to forget the flow at ${seconds(cut.at)}, and remembers it to the end`];
  const [from, to] = [(own.last - began) / 1000, (own.gone - began) / 1000];
  if (to >= cut.at - tolerance.early && from <= cut.at + tolerance.late) return [];
  return [`${cut.by} was to forget the flow at ${seconds(cut.at)}, and forgets it between ${seconds(from)} and ${seconds(to)}`];
}

/** Whether the statement went on at the server for at least two seconds after the cut. */
function ofQuery(cut: PredictedCut, { observation: { backend } }: Ran, began: number): readonly string[] {
  if (cut.phase !== 'query') return [];
  const wentOn = (backend.active - began) / 1000 - cut.at;
  if (cut.queryGoesOn && wentOn < 1) return [`the query was to go on after ${seconds(cut.at)}, and ended at ${seconds(cut.at + wentOn)}`];
  if (!cut.queryGoesOn && wentOn > tolerance.late) return [`the query was to end at ${seconds(cut.at)}, and went on to ${seconds(cut.at + wentOn)}`];
  return [];
}

function isNear(measured: number, predicted: number): boolean {
  return measured >= predicted - tolerance.early && measured <= predicted + tolerance.late;
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}
