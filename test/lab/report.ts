import type { Result } from './batch';
import { toldMeasurement, toldPrediction } from './told';

const heads = ['scenario', 'predicted', 'measured', 'agrees'] as const;

/** The table of scenarios, predicted against measured, with what differs below its line, and the count. */
export function tableOf(results: readonly Result[], seconds: number): string {
  const rows = results.map((one) => cellsOf(one));
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const lines = results.flatMap((one, at) => [line(rows[at] ?? []), ...one.differs.map((text) => `    ${text}`)]);
  const count = (isMeant: (one: Result) => boolean): string => String(results.filter(isMeant).length);
  const skipped = results.some(isSkipped) ? `, ${count(isSkipped)} skipped` : '';
  const said = `${String(results.length)} scenarios: ${count(agrees)} agree, ${count(differs)} differ${skipped}; ${String(Math.round(seconds))} s`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...lines, '', said].join('\n');
}

/** The same for programs, with everything that was seen. */
export function jsonOf(results: readonly Result[]): string {
  return `${JSON.stringify({ scenarios: results }, null, 2)}\n`;
}

/** Whether measurement and prediction differ. */
export function differs(result: Result): boolean {
  return result.differs.length > 0;
}

function agrees(result: Result): boolean {
  return !differs(result) && !isSkipped(result);
}

function isSkipped({ skipped }: Result): boolean {
  return skipped !== null;
}

function cellsOf({ scenario, ran, differs: found, runs, skipped }: Result): readonly string[] {
  if (skipped !== null) return [scenario.name, '', skipped, 'skipped'];
  const verdict = found.length > 0 ? 'NO' : 'yes';
  const run = runs === 2 ? ' (2nd run)' : '';
  if (ran === null) return [scenario.name, '', 'could not be run', verdict + run];
  return [scenario.name, toldPrediction(ran.prediction), toldMeasurement(ran), verdict + run];
}
