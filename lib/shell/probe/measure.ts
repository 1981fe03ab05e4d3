import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { phaseOf, type Ending, type Experiment, type Measurement, type Sight } from '../../core/probe';
import type { SessionFacts } from '../../core/probe-report';
import type { Seconds } from '../../core/setting';
import type { Failure } from '../postgres/failure';
import { openSession, type Opening } from '../postgres/session';
import type { CatalogSource } from '../postgres/source';
import { heardIn, lineOf, type Heard, type Line } from './line';
import { readFacts, type ReadFacts } from './session-facts';
import { pass, within } from './waiting';
import { endSession, look, marked, stop, type Look, type Marked, type Stopped } from './watch';

/** Seconds that are not the experiment's own. */
export type Pace = {
  /** After a statement began, until a second connection looks whether it arrived. */
  readonly arrival: Seconds;
  /** For the answer, once the statement is over. */
  readonly grace: Seconds;
  /** For the answer to a packet on a connection that has gone silent. */
  readonly goodbye: Seconds;
};

export const usualPace: Pace = { arrival: 2, grace: 5, goodbye: 2 };

/** For reading what the session got. */
const readWithin: Seconds = 20;

/** For the server to end a session that took its leave. */
const leaveWithin: Seconds = 5;

/** What an experiment is made with. `begins` is told when a phase begins. */
export type Trial = {
  readonly source: CatalogSource;
  readonly opening: Opening;
  readonly experiment: Experiment;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly begins: (phase: 'pause' | 'query', seconds: Seconds, facts: SessionFacts) => void;
};

/** What became of it. */
export type Result =
  | {
      readonly is: 'measured';
      readonly measurement: Measurement;
      readonly facts: SessionFacts;
      /** What became of a query that ran on after the cut, and of a session that stayed; `null`: none did, as far as was seen. */
      readonly left: Stopped | null;
      readonly stayed: Stopped | null;
    }
  | { readonly is: 'failed'; readonly failure: Failure }
  /** `stopped`: what became of the statement that ran; `null`: none ran. */
  | { readonly is: 'interrupted'; readonly stopped: Stopped | null };

/** Connects, reads what the session got, pauses, and runs one silent statement, once. Leaves neither connection nor statement behind. */
export async function measure(trial: Trial): Promise<Result> {
  const opened = await openSession(trial.source, trial.signal, trial.opening);
  if (opened.is === 'interrupted') return { is: 'interrupted', stopped: null };
  if (opened.is !== 'open') return { is: 'failed', failure: opened };
  const line = lineOf(opened, trial.source);
  try {
    const read = await factsOf(line, trial);
    return 'failure' in read ? failed(read.failure) : await tried(line, read, trial);
  } finally {
    line.destroy();
  }
}

function failed(failure: Failure): Result {
  return failure.is === 'interrupted' ? { is: 'interrupted', stopped: null } : { is: 'failed', failure };
}

async function factsOf(line: Line, { source, signal }: Trial): Promise<ReadFacts | { readonly failure: Failure }> {
  const read = readFacts(line).catch((error: unknown) => ({ failure: failureIn(heardIn(error, source)) }));
  const first = await within(read, readWithin, signal);
  if (first !== null) return first;
  return { failure: signal.aborted ? { is: 'interrupted' } : { is: 'silent', doing: 'reading', seconds: readWithin } };
}

function failureIn({ ending, said }: Heard): Failure {
  if (ending.is === 'sqlstate') return { is: 'answer', code: ending.code, message: said ?? '' };
  return ending.is === 'failed' ? { is: 'system', code: ending.code } : { is: 'closed' };
}

async function tried(line: Line, read: ReadFacts, trial: Trial): Promise<Result> {
  const { experiment, source, signal } = trial;
  const { facts, server } = read;
  const cut = experiment.idle === 0 ? null : await pause(line, trial, facts);
  if (signal.aborted) return { is: 'interrupted', stopped: await leave(line, null, read, source) };
  if (cut !== null) {
    const sight: Sight = { is: 'unasked' };
    return {
      is: 'measured',
      facts,
      left: null,
      stayed: cut.ending.is === 'sqlstate' ? null : await ended(read, source),
      measurement: { ...experiment, ...cut, phase: 'pause', afterwards: null, sight },
    };
  }
  const statement: Marked = { source, server, mark: `holdfast probe ${randomBytes(8).toString('hex')}` };
  const seen = await query(line, statement, trial, facts);
  if (seen === null) return { is: 'interrupted', stopped: await leave(line, statement, read, source) };
  const { ending } = seen;
  const { sight: shown, left } = ending.is === 'survived' ? unasked : await sightOf(statement, seen.arrived);
  const answer = ending.is === 'nothing' ? await line.sayGoodbye(trial.pace.goodbye) : null;
  if (ending.is === 'survived') await line.sayGoodbye(leaveWithin);
  // After an answer the connection lives, and closing it ends the session.
  const isAnswered = ending.is === 'survived' || ending.is === 'sqlstate';
  const stayed = isAnswered || shown.is === 'unseen' ? null : await ended(read, source);
  // The session was there and did not know the statement.
  const sight: Sight = shown.is === 'gone' && stayed?.is === 'ended' ? { is: 'not-arrived' } : shown;
  const { idle } = experiment;
  const phase = phaseOf({ idle, ending, at: seen.at }, isThere(seen.arrived, sight));
  // What a pause did is known when the pause is over.
  const at = phase === 'pause' ? idle : seen.at;
  const measurement = { ...experiment, phase, ending, at, said: seen.said, afterwards: answer, sight };
  return { is: 'measured', facts, left, stayed, measurement };
}

const unasked = { sight: { is: 'unasked' }, left: null } as const;

type Moment = { readonly ending: Ending; readonly said: string | null; readonly at: Seconds };

/** Pauses; the cut where the connection ended meanwhile. */
async function pause(line: Line, { experiment, signal, begins }: Trial, facts: SessionFacts): Promise<Moment | null> {
  begins('pause', experiment.idle, facts);
  const since = performance.now();
  const heard = await within(line.ended, experiment.idle, signal);
  return heard === null ? null : { ...heard, at: secondsSince(since) };
}

type Seen = Moment & { readonly arrived: Look | null };

/** Runs the silent statement and waits for whatever comes of it; `null` where that was interrupted. */
async function query(
  line: Line,
  statement: Marked,
  { experiment, pace, signal, begins, source }: Trial,
  facts: SessionFacts,
): Promise<Seen | null> {
  const { silence } = experiment;
  begins('query', silence, facts);
  const since = performance.now();
  const answer = line.rows(marked(statement.mark, `select pg_catalog.pg_sleep(${String(silence)})`)).then(
    (): Heard => ({ ending: { is: 'survived' }, said: null }),
    (error: unknown) => heardIn(error, source),
  );
  // An error of the server comes with the end of the connection, and says more than that.
  const ended = line.ended.then(async (one) => (await within(answer, 0.05)) ?? one);
  const over = new AbortController();
  const arrival = pass(Math.min(pace.arrival, silence / 2), over.signal);
  const arrived = arrival.then(() => (over.signal.aborted || signal.aborted ? null : look(statement)));
  const heard = await within(Promise.race([answer, ended]), silence + pace.grace, signal);
  const at = secondsSince(since);
  over.abort();
  if (heard === null && signal.aborted) return null;
  return { ...(heard ?? { ending: { is: 'nothing' }, said: null }), at, arrived: await arrived };
}

function secondsSince(since: number): Seconds {
  return Math.round(performance.now() - since) / 1000;
}

/** What the server shows of a statement that was cut; one that still runs is ended, since nobody waits for it. */
async function sightOf(
  statement: Marked,
  arrived: Look | null,
): Promise<{ readonly sight: Sight; readonly left: Stopped | null }> {
  const now = await look(statement);
  switch (now.is) {
    case 'unseen':
      return { sight: now, left: null };
    case 'active':
      return { sight: { is: 'running' }, left: await stop(statement) };
    case 'idle':
      return { sight: { is: 'finished' }, left: null };
    case 'absent':
      return { sight: absence(arrived), left: null };
  }
}

/** A statement that was never seen may have come and gone before anybody looked. */
function absence(arrived: Look | null): Sight {
  if (arrived === null) return { is: 'gone' };
  if (arrived.is === 'unseen') return arrived;
  return { is: arrived.is === 'absent' ? 'not-arrived' : 'gone' };
}

/** Whether the statement reached the server; `null`: not known. */
function isThere(arrived: Look | null, sight: Sight): boolean | null {
  if (sight.is === 'running' || sight.is === 'finished') return true;
  if (arrived === null || arrived.is === 'unseen') return null;
  return arrived.is !== 'absent';
}

/** Ends what was interrupted: the statement first, and then the session. `null`: no statement was sent. */
async function leave(
  line: Line,
  statement: Marked | null,
  read: ReadFacts,
  source: CatalogSource,
): Promise<Stopped | null> {
  const stopped = statement === null ? null : await stop(statement);
  const goodbye = await line.sayGoodbye(leaveWithin);
  // A statement that had not arrived yet, or cannot be seen, runs on behind the goodbye.
  const session = goodbye.is === 'nothing' ? await ended(read, source) : null;
  return statement === null ? null : (session ?? stopped);
}

/** Ends the session at the server where it is still there and nobody else's. */
async function ended({ facts, server, begun }: ReadFacts, source: CatalogSource): Promise<Stopped | null> {
  return begun === null ? null : endSession({ source, server, pid: facts.backend, begun });
}
