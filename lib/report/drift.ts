import type { DriftReport, DriftRow, Report } from '../core/report';
import type { EntryList } from './coverage';
import { visible, visibleText } from './visible';
import { wrap } from './wrap';

/** How many rows a list shows unless all are asked for. */
const shown = 10;

type Layout = { readonly width: number; readonly everything: boolean };

/** `Drift from state.json: 12 resources matched, 2 drifted, 3 not compared`; `null` where nothing was compared with. */
export function driftTitle({ drift }: Report): string | null {
  if (drift === undefined) return null;
  const names = drift.documents.map(({ name }) => visible(name)).join(', ');
  const { matched, drifted, notCompared } = drift;
  const missing = drift.rows.filter((row) => row.is === 'not-live').length;
  const counts = [
    `${matched} ${matched === 1 ? 'resource' : 'resources'} matched`,
    `${drifted} drifted`,
    ...(missing === 0 ? [] : [`${missing} not live`]),
    ...(notCompared.length === 0 ? [] : [`${notCompared.length} not compared`]),
  ];
  return `Drift from ${names}: ${counts.join(', ')}`;
}

/** What differs, what breaks a promise first (under no title); then what could not be compared, and why. */
export function driftLists({ drift }: Report): readonly EntryList[] {
  if (drift === undefined) return [];
  const added = drift.rows.filter((row) => row.is === 'not-declared');
  return [
    { title: '', entries: drift.rows.filter((row) => row.is !== 'not-declared').map(rowText) },
    { title: 'live and declared nowhere', entries: added.map(({ live }) => visible(live ?? '')) },
    { title: 'not compared', entries: drift.notCompared.map(openText) },
  ].filter(({ entries }) => entries.length > 0);
}

/** The same in lines. */
export function renderDrift(report: Report, layout: Layout): string[] {
  return driftLists(report).flatMap(({ title, entries }) =>
    title === ''
      ? limited(entries, layout, '  ')
      : [`  ${title} (${entries.length}):`, ...limited(entries, layout, '    ')],
  );
}

function rowText({ message, breaks }: DriftRow): string {
  const names = breaks.map((name) => visible(name)).join(', ');
  return `${visibleText(message)}${breaks.length === 0 ? '' : `; it breaks the promise of ${names}`}`;
}

function openText({ resource, attribute, why, settles }: DriftReport['notCompared'][number]): string {
  const what = attribute === null ? visible(resource) : `${visible(attribute)} of ${visible(resource)}`;
  return `${what}: ${visibleText(why)} (settled by: ${visibleText(settles)})`;
}

function limited(entries: readonly string[], { width, everything }: Layout, indent: string): string[] {
  const some = everything ? entries : entries.slice(0, shown);
  const rest = entries.length - some.length;
  return [
    ...some.flatMap((entry) => wrap(entry, width, indent, `${indent}  `)),
    ...(rest > 0 ? [`${indent}and ${rest} more (--verbose names them)`] : []),
  ];
}
