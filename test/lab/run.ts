import path from 'node:path';
import type { CollectedCatalog } from '../../lib/read/collection/collection';
import { collectCatalogs } from '../../lib/shell/postgres/collect';
import { parseCatalogSource } from '../../lib/shell/postgres/parse-source';
import { actsOf } from './acts';
import type { ClientEvent, Script } from './client/script';
import { driverOptions } from './driver-options';
import { startOn, says, type Running } from './network/start';
import type { Observation } from './observation';
import { planOf } from './plan';
import { judged, predictionOf, type Prediction } from './predict';
import { happen } from './incidents';
import { linesOf, watchBackend, watchFlow } from './watch';
import { httpPort, makeWorld, type Ground, type World } from './world';
import { port, superuser } from './servers/postgres';
import type { Scenario } from './scenario';

/** How long a client that hears nothing is left waiting after everything was due to be over, in seconds. */
const grace = 3;

/** What comes before the first act that is measured: the program starts and connects. */
const beforehand = 2;

/** A scenario that was predicted and then run for real. */
export type Ran = { readonly scenario: Scenario; readonly prediction: Prediction; readonly observation: Observation };

/** Runs a scenario on a real path of its own, which is gone when this resolves. */
export async function runScenario(id: string, scenario: Scenario, ground: Ground): Promise<Ran> {
  const drawn = judged(scenario);
  const world = await makeWorld(id, scenario, drawn, planOf(drawn), ground);
  try {
    const run = scenario.sql === undefined ? drawn : judged(scenario, await catalogOf(world));
    const prediction = predictionOf(scenario, run);
    const { acts, measured, seconds } = actsOf(scenario, run);
    const patience = seconds + grace;
    const flows = world.hosts.flatMap(({ host, subject, part }) =>
      part.is === 'router' ? [{ subject, watch: watchFlow(host) }] : [],
    );
    const observer = await world.postgres.observer();
    const backend = watchBackend(observer);
    const at = world.hosts.findIndex(({ subject, part }) => part.is === 'client' && subject === run.path.client?.member.subject);
    const driver = scenario.driver ?? 'pg';
    const script: Script = {
      driver,
      host: world.target(at),
      port,
      user: run.role ?? superuser,
      database: run.path.database?.dbname ?? 'postgres',
      options: driverOptions(driver, run.path.client, scenario.tls === true),
      acts,
      patience: patience + beforehand,
    };
    const clients = await startClients(world, at, script);
    const incidents = (scenario.then ?? []).map(async ({ after, does }) => {
      await saysLine(clients[0] as Running, measured);
      await new Promise((resolve) => setTimeout(resolve, after * 1000));
      await happen(does, world, clients[0] as Running);
    });
    await Promise.all([clients[0]?.ended, ...incidents]);
    const events = eventsOf(clients[0] as Running);
    const began = events.find((event) => event.saw === 'act' && event.act === measured)?.at ?? events[0]?.at ?? Date.now();
    // What the server does after the client has gone is measured too: until its statement is over.
    const left = began + patience * 1000 - Date.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    await Promise.all([...flows.map(({ watch }) => watch.stop()), backend.stop(), ...clients.map((one) => one.kill())]);
    await observer.end();
    return {
      scenario,
      prediction,
      observation: {
        events,
        began,
        flows: Object.fromEntries(flows.map(({ subject, watch }) => [subject, watch.seen()])),
        log: linesOf(world.postgres.running.said()),
        backend: backend.seen(),
        patience,
      },
    };
  } finally {
    await world.remove();
  }
}

/** The client; behind an HTTP load balancer it answers a caller, whose events count then. */
async function startClients(world: World, at: number, script: Script): Promise<readonly Running[]> {
  const program = path.join(process.cwd(), '.lab', 'client.cjs');
  const start = (position: number, told: object): Running => {
    const host = world.hosts[position]?.host;
    if (host === undefined) throw new Error('no such host');
    return startOn(host, process.execPath, [program, JSON.stringify(told)]);
  };
  if (at === 0) return [start(0, script)];
  const app = start(at, { ...script, serve: httpPort });
  await says(app, 'connected');
  return [start(0, { call: `http://${world.target(0)}:${String(httpPort)}/`, patience: script.patience }), app];
}

/** Resolves when the client begins an act. */
async function saysLine(client: Running, act: number): Promise<void> {
  await says(client, `"saw":"act","act":${String(act)}`);
}

/** What the server's own catalog says, as `holdfast collect` reads it, over the server's Unix socket. */
async function catalogOf({ postgres }: World): Promise<readonly CollectedCatalog[]> {
  const url = `database=postgresql://${superuser}@${encodeURIComponent(postgres.socket)}:${String(port)}/postgres?sslmode=disable`;
  const { catalogs, failed } = await collectCatalogs([parseCatalogSource(url, {})], {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const [problem] = failed;
  if (problem !== undefined) throw new Error(problem.why);
  return catalogs;
}

function eventsOf(client: Running): readonly ClientEvent[] {
  return client
    .said()
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as ClientEvent] : []));
}
