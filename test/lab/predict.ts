import { period, probesOf } from '../../lib/core/keepalive';
import type { Judgement } from '../../lib/core/policy';
import type { Notice } from '../../lib/core/report';
import { valueOf } from '../../lib/core/setting';
import type { PlacedJudgement, Run } from '../../lib/core/timeline';
import type { Expiry, Phase } from '../../lib/core/timer';
import type { Act } from './client/script';
import { isLost, lostOf, type Lost } from './lost';
import type { Incident, Scenario } from './scenario';

/** A cut that the model is sure of. All times are seconds of the lab from the first act that is measured. */
export type PredictedCut = {
  readonly by: string;
  readonly timer: string;
  readonly phase: Phase;
  readonly expiry: Expiry;
  readonly at: number;
  /** When the phase ends in which it cuts: the client acts again. */
  readonly phaseEnds: number;
  readonly layer: 'request' | 'connection';
  readonly caller: Notice;
  readonly server: Notice;
  /** Whether what the caller notices is what the client notices, and not a proxy in between. */
  readonly ofClient: boolean;
  /** Whether what the server notices is what the database notices, and not a proxy in between. */
  readonly ofDatabase: boolean;
  readonly queryGoesOn: boolean;
};

/** What the model says of a scenario. */
export type Prediction =
  | { readonly verdict: 'holds' }
  | {
      readonly verdict: 'cut';
      /** The first. */
      readonly cut: PredictedCut;
      /** Where it is not the first cut that the caller of an HTTP request sees: the one that it does see. */
      readonly seen: PredictedCut | null;
      /** What would cut later. */
      readonly others: readonly PredictedCut[];
      /** Whether the timer equals the promise, so that what was promised may end first. */
      readonly race: boolean;
    }
  | Lost
  | { readonly verdict: 'unknown'; readonly why: string };

/** The first sure cut of those phases that the scenario goes through, or what becomes of a query whose client is lost. */
export function predictionOf(scenario: Scenario, run: Run): Prediction {
  const met = run.rows.filter(({ judgement }) => isMet(scenario, judgement));
  const cuts = cutsOf(met, scenario, run);
  const [first, ...later] = cuts;
  if (first !== undefined)
    return {
      verdict: 'cut',
      cut: first.cut,
      seen: seenByCaller(first.cut, met, scenario, run),
      others: later.map(({ cut }) => cut),
      race: isRace(first.row, run),
    };
  const open = met.find(({ judgement }) => judgement.effect === 'may-cut' && !isWaived(scenario, judgement));
  if (open !== undefined) return { verdict: 'unknown', why: open.judgement.because };
  return isLost(scenario) ? lostOf(scenario, run) : { verdict: 'holds' };
}

type Cut = { readonly row: PlacedJudgement; readonly cut: PredictedCut };

/**
 * What is cut below is seen above when the client hears of it, or when the first timer of the request fires: also one that
 * outlives the promise, since the answer never comes.
 */
function seenByCaller(
  first: PredictedCut,
  rows: readonly PlacedJudgement[],
  scenario: Scenario,
  run: Run,
): PredictedCut | null {
  const [request] = rows
    .filter(({ leg, judgement: { at, timer } }) => leg.layer === 'request' && timer.phase === 'query' && at !== null)
    .map((row) => cutOf(row, scenario, run))
    .sort((a, b) => a.at - b.at);
  if (request === undefined || first.layer === 'request') return null;
  return typeof first.caller.at === 'number' && first.caller.at <= request.at ? null : request;
}

/** The sure cuts, the earliest first. */
function cutsOf(rows: readonly PlacedJudgement[], scenario: Scenario, run: Run): readonly Cut[] {
  return rows
    .filter(({ judgement }) => acts(scenario, judgement) && !isWaived(scenario, judgement))
    .map((row) => ({ row, cut: cutOf(row, scenario, run) }))
    .sort((a, b) => a.cut.at - b.cut.at);
}

/** What only an incident brings about is not certain for the model; here the incident happens. */
function acts(scenario: Scenario, { effect, timer }: Judgement): boolean {
  return (
    effect === 'cuts' || (effect === 'may-cut' && timer.class === 'conflict' && befalls(scenario, 'rows are vacuumed'))
  );
}

function isWaived(scenario: Scenario, { timer }: Judgement): boolean {
  return timer.uncertain !== null && !(timer.class === 'conflict' && befalls(scenario, 'rows are vacuumed'));
}

function cutOf({ judgement, leg }: PlacedJudgement, scenario: Scenario, run: Run): PredictedCut {
  const { timer, at, caller, server, queryGoesOn, demand } = judgement;
  const begins = beginsAt(scenario, run, judgement);
  const { scale = 1 } = scenario;
  const lab = (seconds: number): number => begins + seconds / scale;
  const notice = ({ sees, at: when }: Notice): Notice => ({ sees, at: typeof when === 'number' ? lab(when) : when });
  return {
    by: timer.subject.subject,
    timer: timer.name,
    phase: timer.phase,
    expiry: timer.expiry,
    at: lab(at?.from ?? 0),
    phaseEnds: lab(demand?.seconds ?? 0),
    layer: leg.layer,
    caller: notice(caller),
    server: notice(server),
    ofClient: leg.callerEnd === run.path.client || timer.subject === run.path.client?.member,
    ofDatabase: leg.serverEnd === run.path.database,
    queryGoesOn,
  };
}

/** When the phase that a timer runs in begins, in seconds of the lab. */
function beginsAt(scenario: Scenario, { workload }: Run, { timer }: Judgement): number {
  const { scale = 1, does, then = [], acts = [] } = scenario;
  if (timer.phase === 'rollout' || timer.phase === 'conflict') return then[0]?.after ?? 0;
  if (does === 'pause' && timer.phase === 'query') return (workload.maxIdle ?? 0) / scale;
  // A transaction begins with a statement, and pauses after it.
  if (does === 'transaction' && timer.phase === 'pause') return workload.maxQueryDuration / scale;
  if (does === 'acts' && timer.phase === 'pause') return beforePause(acts as unknown as readonly Act[]);
  return 0;
}

/** How long the acts before the first pause take: SQL of a scenario's own takes no time to speak of. */
function beforePause(acts: readonly Act[]): number {
  const first = acts.findIndex((act) => act.do === 'pause');
  return acts.slice(0, Math.max(0, first)).reduce((sum, act) => sum + ('seconds' in act ? act.seconds : 0), 0);
}

/** Where the timer equals the promise, or the period of the probes that would reset it, either may come first. */
function isRace({ judgement: { at, demand, timer }, leg }: PlacedJudgement, { session }: Run): boolean {
  const limit = valueOf(timer.value);
  const isProbed = probesOf(leg, session).some((probe) => valueOf(period(probe)) === limit);
  if (timer.class === 'packet-idle' && typeof limit === 'number' && isProbed) return true;
  return demand !== null && !demand.orEqual && at?.from === demand.seconds;
}

function isMet(scenario: Scenario, { timer }: Judgement): boolean {
  const isOfTask = timer.name === 'client.stop_timeout';
  switch (timer.phase) {
    case 'query':
      return true;
    case 'pause':
      return pausesOf(scenario).some((pause) => counts(timer, pause));
    case 'rollout':
      return befalls(scenario, isOfTask ? 'task stops' : 'deregister');
    case 'conflict':
      return befalls(scenario, 'rows are vacuumed');
  }
}

/** What passes, or does not, tells nobody whether a transaction is open; the server and a pooler know. */
function counts({ bounds }: Judgement['timer'], pause: 'transaction' | 'session'): boolean {
  return bounds === null || bounds === (pause === 'transaction' ? 'idle-in-transaction' : 'idle');
}

/** Where the client pauses: within a transaction, or with none open. */
function pausesOf({ does, acts = [] }: Scenario): readonly ('transaction' | 'session')[] {
  if (does === 'pause') return ['session'];
  if (does === 'transaction') return ['transaction'];
  const texts = (acts as unknown as readonly Act[]).map((act) => (act.do === 'sql' ? act.text : act.do));
  if (!texts.includes('pause')) return [];
  return [texts.includes('begin') ? 'transaction' : 'session'];
}

function befalls({ then = [] }: Scenario, incident: Incident): boolean {
  return then.some(({ does }) => does === incident);
}
