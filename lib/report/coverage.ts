import type { Report } from '../core/report';
import { visible, visibleText } from './visible';
import { wrap } from './wrap';

/** How many names a list shows unless all are asked for. */
const shown = 10;

/** Entries under a title. */
export type EntryList = { readonly title: string; readonly entries: readonly string[] };

/** What was looked at and what was not: documents, what was judged, what is on nobody's path, not declared, not read. */
export function coverageLists({ coverage }: Report, everything: boolean): readonly EntryList[] {
  const notes = (level: 'incomplete' | 'unread' | 'info'): readonly string[] =>
    coverage.notes
      .filter((note) => note.level === level)
      .map(({ what, why }) => `${visible(what)}: ${visibleText(why)}`);
  const documents = coverage.documents.map(
    ({ name, source, resources }) =>
      `${visible(name)} (${visible(source)}, ${resources} ${resources === 1 ? 'resource' : 'resources'})`,
  );
  const notDeclared = new Map<string, string[]>();
  for (const { workload, what, why } of coverage.notDeclared) {
    const said = `${visible(what)}, so ${visibleText(why)}`;
    notDeclared.set(said, [...(notDeclared.get(said) ?? []), visible(workload)]);
  }
  const names = (list: readonly string[]): readonly string[] => list.map((name) => visible(name));
  return [
    { title: 'documents', entries: documents },
    { title: 'judged', entries: names(coverage.judged) },
    { title: "on nobody's path", entries: names(coverage.onNoPath) },
    { title: 'not declared', entries: [...notDeclared].map(ofWorkloads(everything)) },
    { title: 'could not be judged as asked', entries: notes('incomplete') },
    { title: 'could not be read', entries: notes('unread') },
    { title: 'notes', entries: notes('info') },
  ].filter(({ entries }) => entries.length > 0);
}

/** The same in lines. */
export function renderCoverage(report: Report, layout: { width: number; everything: boolean }): string[] {
  return coverageLists(report, layout.everything).flatMap(({ title, entries }) => list(title, entries, layout));
}

function list(title: string, entries: readonly string[], layout: { width: number; everything: boolean }): string[] {
  const some = layout.everything ? entries : entries.slice(0, shown);
  const rest = entries.length - some.length;
  return [
    `  ${title} (${entries.length}):`,
    ...some.flatMap((entry) => wrap(entry, layout.width, '    ', '      ')),
    ...(rest > 0 ? [`    and ${rest} more (--verbose names them)`] : []),
  ];
}

function ofWorkloads(everything: boolean): (entry: readonly [string, readonly string[]]) => string {
  return ([said, workloads]) => {
    const some = everything ? workloads : workloads.slice(0, shown);
    const rest = workloads.length - some.length;
    return `${said}: ${some.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`;
  };
}
