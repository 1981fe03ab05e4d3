import { formatDuration } from '../core/duration';
import type { FindingKey, Report, Since } from '../core/report';
import type { Json } from '../core/setting';
import { visible, visibleText } from './visible';
import { wrap } from './wrap';

/** How many entries a list shows unless all are asked for. */
const shown = 10;

type Gone = Since['goneFailures'][number];

/** `Since 2026-11-21: 1 new failure, 2 gone (1 cannot be told now)`; `null` where no earlier report was named. */
export function sinceTitle({ since }: Report): string | null {
  if (since === undefined) return null;
  const { newFailures, goneFailures, verdicts, values, come, gone } = since;
  const counts = [
    counted(newFailures.length, 'new failure', 'new failures'),
    goneFailures.length === 0 ? null : `${goneFailures.length} gone${notMended(goneFailures)}`,
    counted(verdicts.length, 'verdict changed', 'verdicts changed'),
    counted(values.length, 'value changed', 'values changed'),
    counted(come.length, 'resource came into view', 'resources came into view'),
    counted(gone.length, 'resource went out of view', 'resources went out of view'),
  ].filter((part) => part !== null);
  const when = since.day === null ? 'the earlier report' : visible(since.day);
  return `Since ${when}: ${counts.length === 0 ? 'nothing changed' : counts.join(', ')}`;
}

/** Each change, what fails anew first. */
export function sinceEntries({ since }: Report): readonly string[] {
  if (since === undefined) return [];
  return [
    ...since.newFailures.map((one) => `fails now: ${about(one)}`),
    ...since.goneFailures.map((one) => `${became[one.now]}: ${about(one)}`),
    ...since.verdicts.map(
      ({ workload, from, to }) => `${visible(workload)}: ${from ?? 'not judged'} → ${to ?? 'not judged'}`,
    ),
    ...since.values.map((one) => `${about(one)}: ${shownValue(one.from, one.unit)} → ${shownValue(one.to, one.unit)}`),
    ...since.come.map((name) => `came into view: ${visible(name)}`),
    ...since.gone.map((name) => `went out of view: ${visible(name)}`),
  ];
}

/** The same in lines. */
export function renderSince(report: Report, { width, everything }: { width: number; everything: boolean }): string[] {
  const entries = sinceEntries(report);
  const some = everything ? entries : entries.slice(0, shown);
  const rest = entries.length - some.length;
  return [
    ...some.flatMap((entry) => wrap(entry, width, '  ', '    ')),
    ...(rest > 0 ? [`  and ${rest} more (--verbose names them)`] : []),
  ];
}

const became: Readonly<Record<Gone['now'], string>> = {
  pass: 'passes now',
  unknown: 'failed, and cannot be told now',
  waived: 'failed, and is waived now',
  'not-judged': 'failed, and was not judged now',
};

/** What was not mended and does not fail any more, so that nobody takes it for a repair. */
function notMended(gone: readonly Gone[]): string {
  const words = [
    ['unknown', 'cannot be told now'],
    ['waived', 'waived now'],
    ['not-judged', 'not judged now'],
  ] as const;
  const parts = words.flatMap(([now, text]) => {
    const count = gone.filter((one) => one.now === now).length;
    return count === 0 ? [] : [`${count} ${text}`];
  });
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function counted(count: number, one: string, several: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : several}`;
}

function about({ policy, resource, workload, role }: FindingKey): string {
  const whom = [workload, role].flatMap((name) => (name === null ? [] : [visible(name)])).join(', ');
  return `${visible(policy)} on ${visible(resource)}${whom === '' ? '' : ` for ${whom}`}`;
}

function shownValue(value: Json, unit: Since['values'][number]['unit']): string {
  if (unit === 's')
    return value === null
      ? 'off or not known'
      : typeof value === 'number'
        ? formatDuration(value)
        : visibleText(JSON.stringify(value));
  return typeof value === 'string' ? visibleText(value) : visibleText(JSON.stringify(value));
}
