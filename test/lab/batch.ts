import { differences } from './compare';
import { judged } from './judged';
import { runScenario, type Ran } from './run';
import type { Scenario } from './scenario';
import { majorOf, type Ground } from './world';

/** What came of a scenario. */
export type Result = {
  readonly scenario: Scenario;
  /** `null` where it could not be run. */
  readonly ran: Ran | null;
  readonly differs: readonly string[];
  /** How often it was run: what differs is tried once more on its own before it counts. */
  readonly runs: 1 | 2;
  /** Set where what it needs is not here. */
  readonly skipped: string | null;
};

/** Paths that are measured side by side: nearly all of their time is waiting. */
const sideBySide = 12;

let made = 0;

/**
 * Runs scenarios side by side, in their order. What goes wrong with one is its difference and stops no other. A busy machine
 * delays whoever watches, so what differs is run once more when nothing else runs: a fault of the model differs again.
 */
export async function runBatch(
  scenarios: readonly Scenario[],
  ground: Ground,
  onResult: (result: Result, done: number) => void = () => undefined,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < scenarios.length; at = next++) {
      const scenario = scenarios[at];
      if (scenario === undefined) return;
      const result = await runOne(scenario, ground, 1);
      results[at] = result;
      done += 1;
      onResult(result, done);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  const final: Result[] = [];
  for (const result of results) {
    const again = result.differs.length > 0 ? await runOne(result.scenario, ground, 2) : result;
    if (again !== result) onResult(again, done);
    final.push(again);
  }
  return final;
}

async function runOne(scenario: Scenario, ground: Ground, runs: 1 | 2): Promise<Result> {
  const result = { scenario, ran: null, differs: [], runs, skipped: null };
  made += 1;
  try {
    const major = majorOf(judged(scenario));
    if (!ground.versions.has(major))
      return { ...result, skipped: `PostgreSQL ${String(major)} is not here: run with --majors` };
    const ran = await runScenario(`s${String(made)}`, scenario, ground);
    return { ...result, ran, differs: differences(ran) };
  } catch (error) {
    return { ...result, differs: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}
