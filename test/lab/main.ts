import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dump } from 'js-yaml';
import { runBatch, type Result } from './batch';
import { prepare } from './ground';
import { optionsOf, type Options } from './options';
import { differs, jsonOf, tableOf } from './report';
import { randomScenarios } from './random';
import { readScenarios, type Scenario } from './scenario';
import { shrink } from './shrink';
import type { Ground } from './world';

const folder = path.resolve('test/lab/scenarios');

/** How many scenarios that were drawn by lot are made simpler: each takes a minute or two. */
const shrunkAtMost = 3;

/** Does what is asked for; resolves to the exit code: 1 where prediction and measurement differ. */
async function main(options: Options): Promise<number> {
  const { random, seed } = options;
  const chosen = random === null ? choose(readScenarios(folder), options) : randomScenarios(random, seed);
  if (options.list) return list(chosen);
  if (chosen.length === 0) throw new Error(`no scenario has ${options.words.join(' or ')} in its name`);
  const began = Date.now();
  const sofar: Result[] = [];
  const passed = (): number => (Date.now() - began) / 1000;
  // As the first process of its namespaces it ends everything with itself; what was seen so far is said first.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.on(signal, () => {
      process.stdout.write(`${tableOf(sofar, passed())}\nstopped\n`);
      process.exit(code);
    });
  const ground = await prepare(process.env.HOLDFAST_LAB_SCRATCH ?? '');
  const results = await runBatch(chosen, ground, (result, done) => {
    sofar.push(result);
    const verdict = result.skipped === null ? (differs(result) ? 'differs' : 'agrees') : 'skipped';
    const run = result.runs === 2 ? ', 2nd run' : '';
    process.stderr.write(`[${String(done)}/${String(chosen.length)}${run}] ${verdict}: ${result.scenario.name}\n`);
  });
  process.stdout.write(`${tableOf(results, passed())}\n`);
  if (options.json !== null) writeFileSync(options.json, jsonOf(results));
  if (random !== null)
    for (const { scenario } of results.filter(differs).slice(0, shrunkAtMost)) await printShrunk(scenario, ground);
  return results.some(differs) ? 1 : 0;
}

function choose(all: readonly Scenario[], { words, quick }: Options): readonly Scenario[] {
  return all.filter(
    (one) => (!quick || one.quick === true) && (words.length === 0 || words.some((word) => one.name.includes(word))),
  );
}

function list(scenarios: readonly Scenario[]): number {
  for (const { name, shows } of scenarios) process.stdout.write(`${name}: ${shows}\n`);
  return 0;
}

/** As YAML that can be pasted into a file of scenarios. */
async function printShrunk(scenario: Scenario, ground: Ground): Promise<void> {
  process.stderr.write(`makes ${scenario.name} simpler\n`);
  const shrunk = await shrink(scenario, async (candidates) => {
    const results = await runBatch(candidates, ground);
    return results.filter(differs).map((one) => one.scenario);
  });
  process.stdout.write(`\n${dump([shrunk], { lineWidth: 120, flowLevel: 5 })}`);
}

function failed(error: unknown): number {
  process.stderr.write(`lab: ${error instanceof Error ? error.message : String(error)}\n`);
  return 2;
}

const end = (code: number): void => process.exit(code);
void Promise.resolve()
  .then(() => main(optionsOf(process.argv.slice(2))))
  .then(end, (error: unknown) => end(failed(error)));
