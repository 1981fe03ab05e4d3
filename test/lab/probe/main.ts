import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProbeReport } from '../../../lib/core/probe-report';
import { judged } from '../judged';
import { prepare } from '../ground';
import { startOn } from '../network/start';
import { planOf } from '../plan';
import { port, superuser } from '../servers/postgres';
import { makeWorld, type Ground } from '../world';
import { readCases, realScenario, toldConfiguration, type ProbeCase } from './cases';

/** Paths that are probed side by side: nearly all of their time is waiting. */
const sideBySide = 7;

const { cases, told } = readCases();

/** Probes a real path with the built command, on the host of its client. */
async function probed(id: string, one: ProbeCase, ground: Ground): Promise<ProbeReport> {
  const scenario = realScenario(one, told);
  const run = judged(scenario);
  const world = await makeWorld(id, scenario, run, planOf(run, scenario), ground);
  const client = world.hosts[world.clientAt];
  try {
    if (client === undefined) throw new Error('the path has no client');
    mkdirSync(client.folder, { recursive: true });
    const file = path.join(client.folder, 'holdfast.json');
    writeFileSync(file, JSON.stringify(toldConfiguration(one, told)));
    const address = `host=${world.target(world.clientAt)} port=${String(port)} user=${superuser} dbname=postgres`;
    const command = [path.resolve('.lab/command.cjs'), 'probe', 'lab', '-c', file, '--postgres', address, '-o', 'json'];
    const running = startOn(client.host, process.execPath, [...command, ...(one.ask ?? [])], { cwd: client.folder });
    let out = '';
    running.child.stdout?.on('data', (text: string) => (out += text));
    await running.ended;
    if (out === '') throw new Error(running.said());
    return JSON.parse(out) as ProbeReport;
  } finally {
    await world.remove();
  }
}

/** What differs from what was to be named; `null`: nothing. */
function difference({ cutBy }: ProbeCase, { verdict, fits }: ProbeReport): string | null {
  const expected = cutBy === null ? 'survived' : `${cutBy.timer} of ${cutBy.resource}`;
  const [first] = fits;
  const named = first === undefined ? verdict : `${first.suspect.timer} of ${first.suspect.resource}`;
  return named === expected ? null : `was to name ${expected}, and names ${named}`;
}

async function main(words: readonly string[]): Promise<number> {
  const chosen = cases.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const ground = await prepare(process.env.HOLDFAST_LAB_SCRATCH ?? '');
  let next = 0;
  let wrong = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < chosen.length; at = next++) {
      const one = chosen[at];
      if (one === undefined) return;
      const said = await probed(`p${String(at)}`, one, ground).then(
        (report) => ({ problem: difference(one, report), report }),
        (error: unknown) => ({
          problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
          report: null,
        }),
      );
      if (said.problem !== null) wrong += 1;
      process.stdout.write(`${said.problem === null ? 'named' : 'WRONG'}: ${one.name}\n`);
      if (said.problem !== null)
        process.stdout.write(`  ${said.problem}\n  ${JSON.stringify(said.report?.measured)}\n`);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  process.stdout.write(`\n${String(chosen.length)} paths probed, ${String(wrong)} named wrongly\n`);
  return wrong === 0 ? 0 : 1;
}

const end = (code: number): void => process.exit(code);
void main(process.argv.slice(2)).then(end, (error: unknown) => {
  process.stderr.write(`lab: ${error instanceof Error ? error.message : String(error)}\n`);
  end(2);
});
