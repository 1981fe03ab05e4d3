import { formatDuration } from './duration';
import { keepaliveFix, raise } from './fixes';
import { aftermath, consequence, enough, evidence, promiseText, raceText, timerName, valueText } from './phrases';
import type { Timer } from './path';
import type { PolicyVerdict, TimerCase } from './policy';
import type { Fix } from './report';
import type { Json } from './setting';

/**
 * The verdict on one timer, in the words that all policies share: the fact, the consequence, and the smallest change that
 * mends it. `null` where the promise that it bounds is not declared.
 */
export function timerVerdict(it: TimerCase, fixOf: (it: TimerCase) => Fix | null = fixFor): PolicyVerdict | null {
  const { judgement, role, workload } = it;
  const { demand, effect, timer } = judgement;
  const name = timerName(timer, role);
  const provenance = evidence(judgement);
  if (demand === null)
    return {
      outcome: 'unknown',
      message: `${name} is ${valueText(timer.value)}; whether it cuts a query cannot be told, since ${judgement.because}`,
      provenance,
      settles: judgement.settles ?? 'declare the promise',
    };
  const promise = promiseText(demand, workload.name);
  const isValue = `${name} is ${valueText(timer.value, timer.subject.subject)}`;
  if (effect === 'outlives' || effect === 'kept-alive') {
    const why =
      effect === 'outlives'
        ? `it outlives the promise: ${promise}`
        : `${judgement.because}, so it never fires while ${promise}`;
    return { outcome: 'pass', message: `${isValue}; ${why}`, provenance, ...numbers(it) };
  }
  if (effect === 'may-cut')
    return {
      outcome: 'unknown',
      message: `${isValue}; ${promise}, and it may cut that: ${judgement.because}`,
      provenance,
      settles: judgement.settles ?? 'declare it',
    };
  const fix = fixOf(it);
  const limit = fix === null ? unmendable(it) : '';
  return {
    outcome: 'fail',
    message: `${isValue}, so ${consequence(judgement)} while ${promise}${aftermath(judgement)}${raceText(timer.value, demand, limit === '')}${limit}`,
    provenance,
    ...numbers(it),
    fix,
  };
}

function numbers(it: TimerCase): { expected: string; actual: Json; unit: 's' } {
  const { demand, timer } = it.judgement;
  const needed = demand === null ? 0 : demand.withHeadroom;
  const sign = demand?.orEqual ? '>=' : '>';
  return {
    expected: `${canBeOff(timer) ? 'off or ' : ''}${sign} ${String(needed)}`,
    actual: timer.value.state === 'known' ? timer.value.value : null,
    unit: 's',
  };
}

/** PostgreSQL's limits can be switched off; a load balancer, a gateway or a proxy always has one. */
function canBeOff({ subject }: Timer): boolean {
  return subject.kind.session !== undefined || subject.source === 'configuration';
}

/** A verdict that says what to do instead where no value of the setting mends it; `advice` is a clause. */
export function advised(verdict: PolicyVerdict | null, advice: string): PolicyVerdict | null {
  if (verdict?.outcome !== 'fail' || verdict.fix !== null) return verdict;
  return { ...verdict, message: `${verdict.message}; ${advice}` };
}

/** Keepalive mends what packets reset; a longer timer mends the rest. */
export function fixFor(it: TimerCase): Fix | null {
  return it.judgement.timer.class === 'packet-idle' ? (keepaliveFix(it) ?? raise(it)) : raise(it);
}

function unmendable(it: TimerCase): string {
  const { timer, demand } = it.judgement;
  const range = timer.subject.kind.settings[timer.setting]?.range;
  if (range === undefined || demand === null) return '; it cannot be changed';
  return enough(demand) > range.max
    ? `; ${formatDuration(range.max)} is its maximum, so no value outlives the promise`
    : '';
}
