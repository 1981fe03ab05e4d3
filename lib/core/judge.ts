import type { Workload } from './configuration';
import { demandOn, leastDemandOn, type Demand } from './demand';
import { formatDuration } from './duration';
import { firstProbe, keptAlive, type Kept } from './keepalive';
import { decisive } from './phrases';
import type { Judgement } from './policy';
import type { Hop, Leg, Path, Probe, Timer } from './path';
import type { Effect, Interval } from './report';
import { candidates, provenanceOf, type Known, type Provenance, type Seconds } from './setting';
import { noticesOf, queryGoesOn } from './symptoms';

/** Everything that decides what one timer does. */
export type Trial = {
  readonly timer: Timer;
  readonly hop: Hop;
  readonly leg: Leg;
  readonly path: Path;
  readonly workload: Workload;
  readonly probes: readonly Probe[];
};

type Ruling = {
  readonly effect: Effect;
  readonly at: Interval | null;
  readonly because: string;
  readonly settles: string | null;
  readonly provenance: Provenance;
};

/** Measures one timer against what was promised: the one computation behind timeline, policies and audit. */
export function judge(trial: Trial): Judgement {
  const { timer, leg, workload, probes } = trial;
  const demand = demandOn(timer, leg.layer, workload) ?? sureDemand(trial);
  const verified = (candidates(timer.value) ?? []).every((one) => decisive(one.from)?.unverified !== true);
  const ruling = temper(demand === null ? undeclared(trial) : rule(trial, demand), trial, verified);
  const notices = noticesOf({ timer, leg, probes, at: ruling.at, demand });
  return {
    timer,
    ...ruling,
    demand,
    ...notices,
    queryGoesOn: queryGoesOn(timer),
    decides: decides(timer),
    verified,
  };
}

/** The verdict comes from what cuts a running query, and from a pooled connection that dies without anyone noticing. */
function decides(timer: Timer): boolean {
  if (timer.uncertain !== null) return false;
  return timer.phase === 'query' || (timer.phase === 'pause' && timer.class === 'packet-idle');
}

/** Where the age of connections is not declared: what the limit cuts on a connection that was opened for it. */
function sureDemand(trial: Trial): Demand | null {
  const least = leastDemandOn(trial.timer, trial.leg.layer, trial.workload);
  return least !== null && rule(trial, least).effect === 'cuts' ? least : null;
}

function undeclared({ timer, leg }: Trial): Ruling {
  const age = leg.layer === 'request' ? 'request.maxConnectionAge' : 'maxConnectionAge';
  return {
    effect: 'may-cut',
    at: null,
    because: 'the promise that it bounds is not declared',
    settles: `declare ${timer.class === 'life-cap' ? age : 'the promise'}`,
    provenance: provenanceOf(timer.value),
  };
}

/** Whether a limit is outlived. Equality is a race and fails, except that a drain may end with the query. */
export function outlasts(limit: Seconds | null, demand: Demand): boolean {
  if (limit === null) return true;
  return demand.orEqual ? limit >= demand.withHeadroom : limit > demand.withHeadroom;
}

function rule(trial: Trial, demand: Demand): Ruling {
  const { timer } = trial;
  const values = candidates(timer.value);
  if (values === null) return ruleByBounds(trial, demand);
  const provenance = provenanceOf(timer.value);
  const short = values.filter((one): one is Known<Seconds> => one.value !== null && !outlasts(one.value, demand));
  if (short.length === 0)
    return { effect: 'outlives', at: span(values), because: 'it is longer', settles: null, provenance };
  const kept = timer.class === 'packet-idle' ? short.map((one) => keptAlive(trial.probes, one.value)) : [];
  const keptBy = kept.find((one) => one.kept === 'yes');
  if (kept.length > 0 && kept.every((one) => one.kept === 'yes') && keptBy?.kept === 'yes')
    return {
      effect: 'kept-alive',
      at: span(short),
      because: keptBecause(keptBy),
      settles: null,
      provenance: [...provenance, ...keptBy.period.from],
    };
  const sure = short.length === values.length && kept.every((one) => one.kept === 'no');
  return sure ? ruleSure(trial, demand, short) : unsure(trial, short, kept);
}

function unsure(trial: Trial, short: readonly Known<Seconds>[], kept: readonly Kept[]): Ruling {
  const at = { from: span(short)?.from ?? 0, to: null };
  return { effect: 'may-cut', at, ...doubt(trial, kept), provenance: provenanceOf(trial.timer.value) };
}

/**
 * No probe comes often enough, but the first one of an end still resets the timer where its idle time is shorter: the flow is
 * forgotten a limit after it (facts: measured 1, where 2/6 under T = 5 is probed at 2 s and then too late). That comes as late
 * as the interval on a connection that was probed in a pause before, since Linux re-arms with the interval after each probe, so
 * a first probe that alone would be enough proves nothing.
 */
function ruleSure(trial: Trial, demand: Demand, short: readonly Known<Seconds>[]): Ruling {
  const provenance = provenanceOf(trial.timer.value);
  const first = (limit: Seconds): Seconds =>
    trial.timer.class === 'packet-idle' ? firstProbe(trial.probes, limit) : 0;
  const fires = short.map((one): Known<Seconds> => ({ ...one, value: first(one.value) + one.value }));
  const cut = fires.filter((one) => !outlasts(one.value, demand));
  if (cut.length > 0 && cut.length < fires.length) return unsure(trial, cut, []);
  if (cut.length > 0) return { effect: 'cuts', at: span(fires), because: 'it fires first', settles: null, provenance };
  return {
    effect: 'may-cut',
    at: { from: span(short)?.from ?? 0, to: null },
    because: 'its first keepalive probe resets it in time only on a connection that was not probed before',
    settles: 'set the interval of the keepalive below the limit too',
    provenance,
  };
}

function keptBecause(kept: Extract<Kept, { kept: 'yes' }>): string {
  return `${kept.by.end} sends a keepalive probe every ${formatDuration(kept.period.value ?? 0)}`;
}

function doubt(trial: Trial, kept: readonly Kept[]): { because: string; settles: string } {
  const unsure = kept.find((one) => one.kept === 'unknown');
  if (unsure?.kept === 'unknown') return { because: unsure.why, settles: unsure.settles };
  const { value } = trial.timer;
  return value.state === 'known'
    ? { because: 'it may fire first', settles: 'declare the keepalive of both ends' }
    : { because: value.why, settles: value.settles };
}

/** Where a bound holds whatever the value is, it decides. */
function ruleByBounds(trial: Trial, demand: Demand): Ruling {
  const { value } = trial.timer;
  const bounds = value.state === 'unknown' ? value.bounds : undefined;
  const provenance = provenanceOf(value);
  if (bounds?.min !== undefined && outlasts(bounds.min, demand))
    return {
      effect: 'outlives',
      at: { from: bounds.min, to: bounds.max ?? null },
      because: `it is ${formatDuration(bounds.min)} at least`,
      settles: null,
      provenance,
    };
  const { probes, timer } = trial;
  const keptIf = (limit: Seconds): Kept => (timer.class === 'packet-idle' ? keptAlive(probes, limit) : { kept: 'no' });
  const kept = bounds?.min === undefined ? null : keptIf(bounds.min);
  if (kept?.kept === 'yes')
    return { effect: 'kept-alive', at: null, because: keptBecause(kept), settles: null, provenance };
  const why = value.state === 'unknown' ? value.why : '';
  const settles = value.state === 'unknown' ? value.settles : null;
  if (bounds?.max !== undefined && !outlasts(bounds.max, demand) && keptIf(bounds.max).kept === 'no')
    return {
      effect: 'cuts',
      at: { from: bounds.min ?? 0, to: bounds.max },
      because: `it is ${formatDuration(bounds.max)} at most`,
      settles: null,
      provenance,
    };
  return {
    effect: 'may-cut',
    at: bounds?.min === undefined ? null : { from: bounds.min, to: null },
    because: why,
    settles,
    provenance,
  };
}

/** Nothing fails on what was only assumed, on a number without a verified source, or on an effect that is not certain. */
function temper(ruling: Ruling, trial: Trial, verified: boolean): Ruling {
  if (ruling.effect !== 'cuts') return ruling;
  const { timer, hop, path } = trial;
  const at = { from: ruling.at?.from ?? 0, to: null };
  if (hop.membership === 'assumed' || path.membership === 'assumed')
    return {
      ...ruling,
      effect: 'may-cut',
      at,
      because: `if ${hop.node.subject} is on the path, it cuts at ${formatDuration(at.from)}`,
      settles: `put ${hop.node.subject} into the path of the workload, or leave it out by declaring the path`,
    };
  if (timer.uncertain !== null)
    return { ...ruling, effect: 'may-cut', at, because: timer.uncertain, settles: ruling.settles ?? 'measure it' };
  if (!verified)
    return {
      ...ruling,
      effect: 'may-cut',
      at,
      because: 'the number has no verified source',
      settles: 'measure it, or set the value',
    };
  if (hop.parts.includes(timer.subject) && !hop.partsSure)
    return {
      ...ruling,
      effect: 'may-cut',
      at,
      because: `which target group of ${hop.node.subject} the client is in cannot be told`,
      settles: 'name the service that registers in the target group as `client`',
    };
  return ruling;
}

function span(values: readonly Known<Seconds | null>[]): { from: Seconds; to: Seconds | null } | null {
  const numbers = values.flatMap((one) => (one.value === null ? [] : [one.value]));
  if (numbers.length === 0) return null;
  return { from: Math.min(...numbers), to: numbers.length < values.length ? null : Math.max(...numbers) };
}
