import type { Note } from '../../core/fact';
import type { Finding } from '../../core/report';
import { visible, visibleText } from '../../report/visible';

/** What a stack says besides its failures. */
export type Remarks = {
  readonly unknown: readonly Finding[];
  /** Workloads that are unknown as a whole, one sentence each. */
  readonly undecided: readonly string[];
  readonly waived: readonly Finding[];
  /** What only a plan shows: the inside of a module, what is really passed to a variable. */
  readonly notes: readonly Pick<Note, 'what' | 'why'>[];
};

/** How many lines of each sort are told. */
const shown = 10;

/** What is not known at synth, and what was excused, in one message; `null` where there is nothing to say. */
export function summaryOf({ unknown, undecided, waived, notes }: Remarks): string | null {
  const open = [
    ...undecided.map((sentence) => `  ${visibleText(sentence)}`),
    ...unknown.map(({ policy, message }) => `  ${visible(policy)}: ${visibleText(message)}`),
  ];
  const noted = notes.map(({ what, why }) => `  ${visible(what)}: ${visibleText(why)}`);
  const lines = [
    ...list(open, (count) => `${count} ${count === 1 ? 'verdict is' : 'verdicts are'} unknown at synth`),
    ...list(noted, () => 'what only the plan shows'),
    ...(open.length + noted.length > 0 ? [settles] : []),
    ...list(waived.map(excused), (count) => `${count} ${count === 1 ? 'finding is' : 'findings are'} waived`),
  ];
  return lines.length === 0 ? null : `holdfast: ${lines.join('\n')}`;
}

const settles = 'the plan check settles them: terraform show -json PLAN | holdfast check -';

function list(entries: readonly string[], title: (count: number) => string): readonly string[] {
  const distinct = [...new Set(entries)];
  if (distinct.length === 0) return [];
  const rest = distinct.length - shown;
  return [`${title(distinct.length)}:`, ...distinct.slice(0, shown), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

function excused({ policy, resource, waiver }: Finding): string {
  const why = waiver === null ? '' : ` until ${waiver.until}, ${visible(waiver.owner)}: ${visibleText(waiver.reason)}`;
  return `  ${visible(policy)} on ${visible(resource)}${why}`;
}
