import type { Report } from '../core/report';
import { visible, visibleText } from './visible';
import { wrap } from './wrap';

/** How many names a list shows unless all are asked for. */
const shown = 10;

/** What was looked at and what was not: documents, what was judged, what is on nobody's path, not declared, not read. */
export function renderCoverage({ coverage }: Report, layout: { width: number; everything: boolean }): string[] {
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
    ...list('documents', documents, layout),
    ...list('judged', names(coverage.judged), layout),
    ...list("on nobody's path", names(coverage.onNoPath), layout),
    ...list('not declared', [...notDeclared].map(ofWorkloads(layout.everything)), layout),
    ...list('could not be judged as asked', notes('incomplete'), layout),
    ...list('could not be read', notes('unread'), layout),
    ...list('notes', notes('info'), layout),
  ];
}

function list(title: string, entries: readonly string[], layout: { width: number; everything: boolean }): string[] {
  if (entries.length === 0) return [];
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
