import type { Demand } from './demand';
import { formatDuration } from './duration';
import { everyTimerName } from './every-timer';
import type { Judgement } from './policy';
import type { Node } from './node';
import type { Timer } from './path';
import type { Interval } from './report';
import { provenanceOf, type Provenance, type Seconds, type Setting, type Step } from './setting';

/** A name from a document as messages show it. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A limit as messages show it. */
export function limitText(limit: Seconds | null): string {
  return limit === null ? 'off' : formatDuration(limit);
}

/** `idle_timeout` of `aws_lb.public`; for a PostgreSQL parameter also whose session it is. */
export function timerName(timer: Timer, role: string | null): string {
  return parameterName(timer.attribute, timer.subject, timer.subject.kind.session === undefined ? null : role);
}

/** `statement_timeout` of `aws_db_instance.orders` for role `app`. */
export function parameterName(parameter: string, subject: Node, role: string | null): string {
  const what = `${code(parameter)} of ${code(subject.subject)}`;
  return role === null ? what : `${what} for role ${code(role)}`;
}

/** A text of unknown length as messages show it. */
export function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

/**
 * The value with whose value it is: `60 s (default)`, `30 s (set by parameter group \`orders-pg16\`)`. What was just named
 * need not be named again: `of`.
 */
export function valueText(setting: Setting<Seconds | null>, of?: string): string {
  if (setting.state === 'known') return `${limitText(setting.value)}${whose(setting.from, of)}`;
  if (setting.state === 'one-of')
    return setting.candidates.map((one) => `${limitText(one.value)}${whose(one.from, of)}`).join(' or ');
  const { bounds } = setting;
  if (bounds?.min === undefined || bounds.max === undefined) return 'not known';
  return `not known (${limitText(bounds.min)} to ${limitText(bounds.max)})`;
}

/** Who decided, in brackets; empty where the resource's own attribute says it. `of` was just named. */
export function whose(from: Provenance, of?: string): string {
  const step = decisive(from);
  if (step === undefined) return '';
  const words = levelWords(step, of);
  // A weaker level that was assumed unset has no say once a stronger one decided.
  const assumed = from.slice(from.indexOf(step)).find((one) => one.assumed !== undefined);
  const open = assumed === undefined ? '' : `, assuming that ${assumption(assumed)}`;
  return words === '' && open === '' ? '' : ` (${words}${open})`.replace('(, ', '(');
}

/** What a step takes for granted, as a clause. */
function assumption({ level, subject, text }: Step): string {
  if (level === 'default') return 'nothing that is not in view changes it';
  if (text !== null) return 'sessions are in this database';
  if (level === 'role') return `role ${code(subject)} sets nothing`;
  return level === 'cluster-group' || level === 'instance-group'
    ? `the parameter group that ${code(subject)} had before sets nothing`
    : `${code(subject)} sets nothing`;
}

/** The step whose value counts: the last that wrote one, else the default. */
export function decisive(from: Provenance): Step | undefined {
  return [...from].reverse().find((step) => step.text !== null) ?? from.find((step) => step.level === 'default');
}

function levelWords(step: Step, of: string | undefined): string {
  switch (step.level) {
    case 'default':
      return step.unverified ? 'default, without a verified source' : 'default';
    case 'cluster-group':
      return `set by cluster parameter group ${code(step.subject)}`;
    case 'instance-group':
      return `set by parameter group ${code(step.subject)}`;
    case 'server':
      return 'as the server runs it';
    case 'all-roles':
      return 'set for all roles';
    case 'database':
      return `set by database ${code(step.subject)}`;
    case 'role':
      return `set by ${code(step.subject)}`;
    case 'role-in-database':
      return `set for role ${code(step.subject)} in this database`;
    case 'connection-options':
      if (step.variable === undefined) return `set by the connection options of ${code(step.subject)}`;
      return `set in ${code(step.variable)}${step.subject === of ? '' : ` of ${code(step.subject)}`}`;
    case 'init-query':
      return `set by the init query of ${code(step.subject)}`;
    case 'session':
      return `set by ${code(step.subject)} in its session`;
    case 'declared':
      return 'declared';
    case 'own':
      return '';
  }
}

/** What was promised: `a query of \`checkout-api\` may take 30 s`. */
export function promiseText(demand: Demand, workload: string): string {
  // Where no workload was declared, nobody in particular queries.
  if (workload === everyTimerName) return `a query may take ${formatDuration(demand.seconds)}`;
  return `${promised(demand, code(workload))}${headroomText(demand)}`;
}

function promised(demand: Demand, workload: string): string {
  const time = formatDuration(demand.seconds);
  switch (demand.promise) {
    case 'maxSilence':
      return `a query of ${workload} may be silent for ${time}`;
    case 'request.maxDuration':
      return `a request of ${workload} may take ${time}`;
    case 'request.maxSilence':
      return `a request of ${workload} may be silent for ${time}`;
    case 'maxIdle':
      return `a pooled connection of ${workload} may pause for ${time}`;
    case 'maxIdleInTransaction':
      return `a transaction of ${workload} may pause for ${time}`;
    case 'maxTransactionDuration':
      return `a transaction of ${workload} may take ${time}`;
    case 'request.maxConnectionAge + request.maxDuration':
    case 'request.maxConnectionAge + maxQueryDuration':
      return `a connection that carries requests of ${workload} may be ${time} old when its last one ends`;
    case 'maxConnectionAge + maxQueryDuration':
      return `a connection of ${workload} may be ${time} old when its last query ends`;
    default:
      return `a query of ${workload} may take ${time}`;
  }
}

function headroomText(demand: Demand): string {
  return demand.withHeadroom === demand.seconds ? '' : ` (${formatDuration(demand.withHeadroom)} with headroom)`;
}

/** The smallest whole number of seconds that outlives a demand. */
export function enough(demand: Demand): Seconds {
  return demand.orEqual ? Math.ceil(demand.withHeadroom) : Math.floor(demand.withHeadroom) + 1;
}

/** When a timer fires: `at 60 s`; of a value that is one of several, when it has fired for sure: `by 4000 s at the latest`. */
export function momentText(at: Interval): string {
  return at.to === null || at.to === at.from
    ? `at ${formatDuration(at.from)}`
    : `by ${formatDuration(at.to)} at the latest`;
}

function spanText(at: Interval): string {
  const from = formatDuration(at.from);
  return at.to === null || at.to === at.from ? from : `${from} to ${formatDuration(at.to)}`;
}

/** What follows when the timer fires, as a clause: `callers get HTTP 504 at 60 s`. */
export function consequence(judgement: Judgement): string {
  const { timer, at } = judgement;
  const when = at === null ? '' : ` ${momentText(at)}`;
  const after = at === null ? '' : ` after ${spanText(at)}`;
  switch (timer.expiry) {
    case 'http-504':
      return `callers get HTTP 504${when} and the query runs on`;
    case 'request-error':
      return `callers get ${timer.sees ?? 'an error'}${when} and the query runs on`;
    case 'client-ended':
      return `the program that waits for the query is ended${when} and the query runs on`;
    case 'client-closes':
      return `the client closes its connection${when} and the query runs on`;
    case 'client-gives-up':
      return `the client stops waiting${when} and the query runs on`;
    case 'client-cancels':
      return `the client cancels the query${when} (ERROR 57014)`;
    case 'error-57014':
      return `the server cancels the query${when} (ERROR 57014)`;
    case 'fatal-25P04':
      return `the server ends the session${when} (FATAL 25P04)`;
    case 'fatal-25P03':
      return `the server ends a session that is idle in transaction${after} (FATAL 25P03)`;
    case 'fatal-57P05':
      return `the server ends an idle session${after} (FATAL 57P05)`;
    case 'error-40001':
      return `the reader may cancel the query once replay has waited that long (ERROR 40001)`;
    case 'orderly-close':
      return closing(judgement, when, after);
    case 'reset-on-next-packet':
    case 'silent-drop':
      return timer.phase === 'pause' ? `a connection is forgotten${after} of silence` : `the flow is forgotten${when}`;
  }
}

function closing({ timer, at }: Judgement, when: string, after: string): string {
  if (timer.phase === 'pause') return `an idle connection is closed${after}`;
  if (timer.phase !== 'rollout' || at === null) return `the connection is closed${when}`;
  return `connections that are still open ${spanText(at)} after their target was deregistered are closed`;
}

/** What the client sees of a flow that was forgotten, as a clause that ends a sentence; empty where the consequence says it. */
export function aftermath({ timer, caller }: Judgement): string {
  if (timer.expiry !== 'reset-on-next-packet' && timer.expiry !== 'silent-drop') return '';
  return timer.phase === 'pause'
    ? `; then the client sees: ${caller.sees}`
    : `; the query runs on, and the client sees ${caller.sees}`;
}

/** `300 s equals the promise; 301 s outlives it`, where that is why it fails; without the last words where it cannot be `raised`. */
export function raceText(value: Setting<Seconds | null>, demand: Demand, raised = true): string {
  if (value.state !== 'known' || value.value !== demand.withHeadroom || demand.orEqual) return '';
  const race = `; ${formatDuration(value.value)} equals the promise, which is a race`;
  return raised ? `${race}: ${formatDuration(enough(demand))} outlives it` : race;
}

/** Every step behind a judgement. */
export function evidence(judgement: Judgement): Provenance {
  return judgement.provenance.length > 0 ? judgement.provenance : provenanceOf(judgement.timer.value);
}
