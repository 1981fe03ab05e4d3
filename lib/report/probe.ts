import { formatDuration } from '../core/duration';
import type { Paint } from '../core/format';
import { momentText } from '../core/phrases';
import { isEarly, verdictOf, type Measurement } from '../core/probe';
import type { Prediction } from '../core/probe-predict';
import type { ProbeReport, SessionDifference, SessionFacts, SessionParameter } from '../core/probe-report';
import { adviceFor } from './probe-advice';
import { afterwardsText, endingText, fitText, firesText, measuredText, sightText, suspectName } from './probe-words';
import { visible, visibleText } from './visible';
import { lengthOf, pad, wrap } from './wrap';

/** How many timers that fit are named. */
const mostFits = 6;

/** A probe as text: what was measured, what fits, what was predicted, and what to do next. */
export function renderProbe(report: ProbeReport, { width, paint }: { width: number; paint: Paint }): string {
  const { session, fits, predicted, differences, notes } = report;
  const blocks: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['Session', session === null ? [] : sessionLines(session)],
    ['Measured', report.measured.map((one) => [labelOf(one), outcomeText(one)] as const)],
    ['Fits', fits.slice(0, mostFits).map((one, at) => [String(at + 1), fitText(one)] as const)],
    ['Predicted', [...predicted.map(predictionLine), ...differences.map(differenceLine), ...agreement(report)]],
    ['Notes', notes.map((note) => ['-', visibleText(note)] as const)],
    ['Next', adviceFor(report).map((advice) => ['-', advice] as const)],
  ];
  const colour = { survived: paint.green, cut: paint.red, 'not-measured': paint.yellow }[report.verdict];
  const lines = [
    ...wrap(headline(report), width, '', '  ').map(colour),
    ...blocks.flatMap(([title, rows]) => (rows.length === 0 ? [] : ['', paint.bold(title), ...table(rows, width)])),
  ];
  return `${lines.join('\n')}\n`;
}

function table(rows: readonly (readonly [string, string])[], width: number): readonly string[] {
  const columns = Math.min(24, Math.max(...rows.map(([label]) => lengthOf(label))));
  return rows.flatMap(([label, text]) => wrap(text, width, `  ${pad(label, columns)}  `, ' '.repeat(columns + 4)));
}

function headline(report: ProbeReport): string {
  const { verdict, measured, target, workload, fits, unmeasured } = report;
  const who = workload === null ? visible(target) : `${visible(workload)} at ${visible(target)}`;
  const last = measured.at(-1);
  if (verdict === 'not-measured' || last === undefined)
    return `${who} could not be measured: ${visibleText(unmeasured ?? (last === undefined ? 'nothing was tried' : outcomeText(last)))}`;
  if (verdict === 'survived') return `${who} survived ${triedText(last)}`;
  const [first] = fits.filter(({ isUnexpected }) => !isUnexpected);
  const name = first === undefined ? '' : `${suspectName(first.suspect)} (${firesText(first.suspect)})`;
  const by =
    first === undefined
      ? 'by a timer that is not known'
      : first.suspect.origin === 'default'
        ? `and no timer in view fits; ${name} does`
        : `as by ${name}`;
  return `${who} is cut ${whenText(last)} of ${last.phase === 'pause' ? 'a pause' : queryText(last)}, ${by}`;
}

function queryText({ over }: Measurement): string {
  return over === 'http' ? 'a request' : 'a silent query';
}

function whenText({ ending, at, silence, idle, phase }: Measurement): string {
  if (phase === 'pause') return at >= idle ? `within ${formatDuration(idle)}` : `at ${measuredText(at)}`;
  return ending.is === 'nothing' ? `within ${formatDuration(silence)}` : `at ${measuredText(at)}`;
}

function triedText({ over, silence, idle, at }: Measurement): string {
  if (over === 'http') return `a request of ${measuredText(at)}`;
  const pause = idle === 0 ? '' : `a pause of ${formatDuration(idle)} and then `;
  return `${pause}a query that was silent for ${formatDuration(silence)}`;
}

function labelOf({ over, silence, idle }: Measurement): string {
  if (over === 'http') return 'request';
  return idle === 0 ? formatDuration(silence) : `${formatDuration(idle)} + ${formatDuration(silence)}`;
}

function outcomeText(measured: Measurement): string {
  const verdict = verdictOf(measured);
  if (verdict === 'survived') return `survived: ${endingText(measured.ending)} at ${measuredText(measured.at)}`;
  const said = measured.said === null ? null : `it said: ${visible(measured.said)}`;
  const early = isEarly(measured) ? `before its silence of ${formatDuration(measured.silence)} was over` : null;
  const details = [endingText(measured.ending), early, said, sightText(measured), afterwardsText(measured)];
  const what = details.filter((one) => one !== null).join('; ');
  if (verdict === 'not-measured') return `at ${measuredText(measured.at)}: ${what}`;
  return `cut ${whenText(measured)}${measured.phase === 'pause' ? ' of the pause' : ''}: ${what}`;
}

function sessionLines(facts: SessionFacts): readonly (readonly [string, string])[] {
  const { role, database, serverVersion, inRecovery, clientAddress, serverAddress, tls, backend, keepalive } = facts;
  const addresses = clientAddress === null ? '' : `, ${clientAddress} to ${serverAddress ?? '?'}`;
  const isDefault = ({ source }: SessionParameter): boolean => source === 'default';
  const set = facts.parameters
    .filter((one) => !isDefault(one))
    .map((one) => `${parameterText(one)} (${visible(one.source)})`);
  const left = facts.parameters.filter(isDefault).map(parameterText);
  return [
    ['as', `${visible(role)} in ${visible(database)}${addresses}, backend ${String(backend)}`],
    [
      'server',
      `PostgreSQL ${visible(serverVersion)}${inRecovery ? ', a reader' : ''}, ${tls === null ? 'no TLS' : visible(tls)}`,
    ],
    ['this socket', socketText(keepalive)],
    ...(set.length === 0 ? [] : [['set', set.join(', ')] as const]),
    ...(left.length === 0 ? [] : [['by default', left.join(', ')] as const]),
  ];
}

function socketText(keepalive: SessionFacts['keepalive']): string {
  switch (keepalive.is) {
    case 'off':
      return 'sends no keepalive probes';
    case 'on':
      return `sends keepalive probes: the next one in ${measuredText(keepalive.next)}`;
    case 'not-told':
      return `its keepalive is not told: ${keepalive.why}`;
  }
}

function parameterText({ name, value, unit }: SessionParameter): string {
  return `${name} ${valueText(value, unit)}`;
}

function valueText(value: number | null, unit: 's' | null): string {
  if (value === null) return 'off';
  return unit === null ? String(value) : formatDuration(value);
}

function predictionLine(prediction: Prediction): readonly [string, string] {
  const path = visible(prediction.path);
  switch (prediction.is) {
    case 'survives':
      return ['survives', `no timer of ${path} fires`];
    case 'unknown':
      return [
        'not known',
        `${visibleText(prediction.why)}${prediction.settles === null ? '' : `; settle it: ${prediction.settles}`}`,
      ];
    case 'cut': {
      const { attribute, resource, at, phase, caller } = prediction;
      const when = `${momentText(at)}${phase === 'pause' ? ' of the pause' : ''}`;
      return [
        'cut',
        `${when} by ${visible(attribute)} of ${visible(resource)}; the client sees: ${visibleText(caller.sees)}`,
      ];
    }
  }
}

function differenceLine(one: SessionDifference): readonly [string, string] {
  const { parameter, unit, expected, real, source } = one;
  return [
    'differs',
    `${parameter} was expected to be ${valueText(expected, unit)}${one.whose} and is ${valueText(real, unit)} (${visible(source)})`,
  ];
}

function agreement({ agrees }: ProbeReport): readonly (readonly [string, string])[] {
  if (agrees === null) return [];
  if (agrees === 'yes') return [['agrees', 'measured and predicted are the same']];
  if (agrees === 'no') return [['DISAGREES', 'measured and predicted are not the same']];
  return [['agrees?', 'the prediction is not sure enough to tell']];
}
