import { formatDuration } from '../core/duration';
import type { Measurement } from '../core/probe';
import type { Fit } from '../core/probe-fit';
import { survivedBefore, type ProbeReport, type SessionFacts } from '../core/probe-report';
import type { Suspect } from '../core/probe-suspects';
import { suspectName } from './probe-words';
import { visible } from './visible';

/** What to do next, one sentence each. */
export function adviceFor(report: ProbeReport): readonly string[] {
  if (report.verdict === 'not-measured') return unmeasured(report);
  return report.verdict === 'survived' ? afterSurvival(report) : afterCut(report);
}

function unmeasured({ measured, unmeasured: why }: ProbeReport): readonly string[] {
  if (why !== null) return ['nothing is proven by this; mend that and run it again'];
  const last = measured.at(-1);
  if (last?.ending.is === 'survived')
    return [
      'the clock of the server jumped, or pg_sleep is not its own there: nothing was silent for that long; run it again',
    ];
  if (last?.ending.is === 'http' && last.ending.status < 400)
    return ['the answer is a redirect, which is not followed; name the URL that it leads to'];
  if (last?.ending.is === 'http')
    return ['the endpoint refused the request, so no query ran; name a URL that runs one and needs no login'];
  return ['nothing is proven by this; mend that and run it again'];
}

function afterSurvival({ agrees, predicted, measured, over, promised }: ProbeReport): readonly string[] {
  const lines: string[] = [];
  const cut = predicted.find((one) => one.is === 'cut');
  if (agrees === 'no' && cut?.is === 'cut')
    lines.push(
      `${visible(cut.attribute)} of ${visible(cut.resource)} was expected to cut and did not: check that this address takes ` +
        'that path, and declare the keepalive that resets it',
    );
  const longest = survivedBefore(measured);
  const at = measured.at(-1)?.at ?? 0;
  if (over === 'http' && promised !== null && at < promised)
    lines.push(
      `the endpoint answered after ${formatDuration(round(at))}, so the promise of ${formatDuration(promised)} was not tried: ` +
        'name one whose answer takes that long',
    );
  const what = over === 'http' ? 'one request' : `silence of up to ${formatDuration(longest ?? 0)}`;
  lines.push(
    `measured is ${what}, from here, once: other paths and roles, rollouts, replay conflicts, and pauses ` +
      'that were not tried are not proven by it',
  );
  return lines;
}

function afterCut(report: ProbeReport): readonly string[] {
  const last = report.measured.at(-1);
  const [first] = report.fits.filter(({ isUnexpected }) => !isUnexpected);
  if (last === undefined) return [];
  const narrower = narrowing(report, last);
  if (first === undefined) return [...narrower, ...unexplained(report, last)];
  if (first.suspect.origin === 'default') return [...narrower, ...unlisted(report.fits)];
  return [...narrower, mending(first, last, report)];
}

/** A silent end says only that it was dead by then: shorter silences tell when it died. */
function narrowing({ fits, measured }: ProbeReport, last: Measurement): readonly string[] {
  if (last.ending.is !== 'nothing' || last.phase !== 'query' || last.over === 'http') return [];
  const moments = fits.flatMap(({ suspect }) => suspect.fires.map(({ from }) => from)).filter((one) => one > 0);
  const distinct = [...new Set(moments)].sort((a, b) => a - b);
  if (distinct.length < 2 || measured.length > 1) return [];
  return [`to tell them apart: --at ${distinct.slice(0, 6).join(',')}, which stops at the first that cuts`];
}

function mending({ suspect }: Fit, { silence, idle, phase }: Measurement, { session }: ProbeReport): string {
  const needed = Math.ceil(phase === 'pause' ? idle : silence);
  const { class: of, longest, timer, attribute } = suspect;
  const raise =
    longest !== null && longest < needed ? null : `set ${suspectName(suspect)} to ${formatDuration(needed)} or more`;
  if (of === 'packet-idle') {
    const probe = `send TCP keepalive probes more often than every ${shortest(suspect)} from either end of that leg`;
    return raise === null ? `${probe}: the timer itself cannot be made long enough` : `${probe}, or ${raise}`;
  }
  if (of === 'server-limit' && timer.startsWith('database.') && session !== null)
    return parameterAdvice(attribute, needed, session);
  if (raise !== null)
    return of === 'data-idle' ? `${raise}: keepalive does not help, since only data resets it` : raise;
  const most = longest === null ? '' : ` (${formatDuration(longest)} at most)`;
  return `${suspectName(suspect)} cannot be made long enough${most}: let the query or request be shorter, or take it off this path`;
}

/** A limit of the server is mended where it was set. */
function parameterAdvice(parameter: string, seconds: number, { role, parameters }: SessionFacts): string {
  if (parameters.find(({ name }) => name === parameter)?.source === 'client')
    return `set ${parameter} to ${formatDuration(seconds)} or more in the options of the connection: there it was set`;
  const name = visible(role).replaceAll('"', '""');
  return `set ${parameter} to ${formatDuration(seconds)} or more for this role: ALTER ROLE "${name}" SET ${parameter} = '${String(seconds)}s'`;
}

function shortest({ fires }: Suspect): string {
  return formatDuration(Math.min(...fires.map(({ from }) => from)));
}

/** Defaults of kinds that the path does not name: then the path is not complete. */
function unlisted(fits: readonly Fit[]): readonly string[] {
  const found =
    'find out which of them stands on the way and name it in `path` of holdfast.yaml: then check judges it before deploy';
  const [first] = fits;
  if (first === undefined || !fits.every(({ suspect }) => suspect.class === 'packet-idle')) return [found];
  return [
    found,
    `whichever it is: TCP keepalive probes more often than every ${shortest(first.suspect)} from either end of that leg keep it alive`,
  ];
}

function unexplained({ fits }: ProbeReport, { ending, at, over }: Measurement): readonly string[] {
  if (fits.length > 0)
    return [
      'the model expects that keepalive or its value keeps it from firing: check what is declared against what is there',
    ];
  if (ending.is === 'sqlstate' && ['57P01', '57P02', '57P03'].includes(ending.code))
    return ['no timer does that: look into the log of the server for a restart, a failover or pg_terminate_backend'];
  if (ending.is === 'sqlstate' && ending.code === '57014')
    return ['statement_timeout does not fit: somebody, or something in between, sent a cancel request'];
  if (over === 'http') return ['no timer of the path fits: look into the log of what answered'];
  const when = ending.is === 'nothing' ? 'by then' : `at about ${formatDuration(round(at))}`;
  return [
    `no timer that is known fits, so something on the way that nobody named cuts ${when}: find it and declare it, ` +
      'for example `- firewall: { name: edge, idleTimeout: 4min }`',
  ];
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
