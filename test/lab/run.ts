import type { CollectedCatalog } from '../../lib/read/collection/collection';
import { collectCatalogs } from '../../lib/shell/postgres/collect';
import { parseCatalogSource } from '../../lib/shell/postgres/parse-source';
import { actsOf } from './acts';
import type { Call, ClientEvent, Script, Service } from './client/script';
import { driverOf, driverOptions, queryOf } from './driver-options';
import { happen } from './incidents';
import { judged } from './judged';
import { says, startOn, type Running } from './network/start';
import type { Observation } from './observation';
import { planOf } from './plan';
import { predictionOf, type Prediction } from './predict';
import type { Scenario } from './scenario';
import { program } from './servers/gateway';
import { port, superuser } from './servers/postgres';
import { linesOf, watchBackend, watchFlow, watchSocket, type Watch } from './watch';
import { httpPort, makeWorld, type Ground, type World } from './world';

/** How long a client that hears nothing is left waiting after everything was due to be over, in seconds. */
const grace = 3;

/** What is predicted for later than this after all acts are over is not waited for, in seconds. */
const waitedFor = 10;

/** A scenario that was predicted and then run for real. */
export type Ran = { readonly scenario: Scenario; readonly prediction: Prediction; readonly observation: Observation };

/** Runs a scenario on a real path of its own, which is gone when this resolves. */
export async function runScenario(id: string, scenario: Scenario, ground: Ground): Promise<Ran> {
  const drawn = judged(scenario);
  const world = await makeWorld(id, scenario, drawn, planOf(drawn, scenario), ground);
  try {
    const run = scenario.sql === undefined ? drawn : judged(scenario, await catalogOf(world));
    const prediction = predictionOf(scenario, run);
    const { acts, measured, seconds } = actsOf(scenario, run);
    const patience = patienceFor(prediction, seconds);
    const driver = driverOf(scenario, run.path.client);
    const script: Script = {
      driver,
      host: world.target(world.clientAt),
      port,
      user: run.role ?? superuser,
      database: run.path.database?.dbname ?? 'postgres',
      query: queryOf(run.path.client),
      options: driverOptions(driver, run.path.client, scenario),
      acts,
      measured,
      patience,
    };
    const observation = await observe(world, scenario, script);
    return { scenario, prediction, observation };
  } finally {
    await world.remove();
  }
}

/** For how long, from the first act that is measured, whatever is predicted is waited for. */
function patienceFor(prediction: Prediction, seconds: number): number {
  const ends = endsOf(prediction).filter((end) => end <= seconds + waitedFor);
  return Math.max(seconds, ...ends) + grace;
}

function endsOf(prediction: Prediction): readonly number[] {
  if (prediction.verdict === 'lost') return [prediction.queryEnds.to, prediction.connectionEnds?.to ?? 0];
  if (prediction.verdict !== 'cut') return [];
  const { caller, server } = prediction.cut;
  return [caller.at, server.at].filter((at) => typeof at === 'number');
}

async function observe(world: World, { then = [] }: Scenario, script: Script): Promise<Observation> {
  const { measured, patience } = script;
  const flows = [...world.routers].map(([subject, inside]): [string, Watch<unknown>] => [subject, watchFlow(inside)]);
  const observer = await world.postgres.observer();
  const backend = watchBackend(observer);
  const socket = watchSocket(world.postgres.running, port);
  const watches = [...flows.map(([, watch]) => watch), backend, socket];
  const programs = await startPrograms(world, script);
  const [caller, app] = programs;
  try {
    const act = app === caller ? measured : 0;
    const incidents = [...then, ...endingOf(world)].map(async ({ after, does }) => {
      await says(caller, `"saw":"act","act":${String(act)}`);
      await new Promise((resolve) => setTimeout(resolve, after * 1000));
      await (does === 'ends' ? app.kill() : happen(does, world, app));
    });
    await caller.ended;
    const over = Date.now();
    await Promise.all(incidents);
    const events = eventsOf(caller);
    const began = events.find((event) => event.saw === 'act' && event.act === act)?.at;
    if (began === undefined)
      throw new Error(`the client never came to what is measured: ${caller.said()}${app.said()}`);
    // What the server does after the client has gone is measured too.
    const left = began + patience * 1000 - Date.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    await Promise.all(watches.map((watch) => watch.stop()));
    return {
      events,
      over,
      began,
      flows: Object.fromEntries(flows.map(([subject, watch]) => [subject, watch.seen()])) as Observation['flows'],
      socket: socket.seen(),
      backend: backend.seen(),
      log: linesOf(world.postgres.running.said()),
      patience,
    };
  } finally {
    await Promise.allSettled(watches.map((watch) => watch.stop()));
    await Promise.all(programs.map((one) => one.kill()));
    await observer.end();
  }
}

/** What whoever runs the client does to it in the end. */
function endingOf({ hosts }: World): readonly { readonly after: number; readonly does: 'ends' }[] {
  return hosts.flatMap(({ part }) =>
    part.is === 'client' && part.ends !== null ? [{ after: part.ends, does: 'ends' as const }] : [],
  );
}

/** Who calls, and who connects: behind something that carries HTTP these are two, and the caller's events count. */
async function startPrograms(world: World, script: Script): Promise<readonly [caller: Running, app: Running]> {
  const start = (position: number, told: Script | Service | Call): Running => {
    const host = world.hosts[position]?.host;
    if (host === undefined) throw new Error('no such host');
    return startOn(host, process.execPath, [program, JSON.stringify(told)]);
  };
  const at = world.clientAt;
  if (at === 0) {
    const client = start(0, script);
    return [client, client];
  }
  const app = start(at, { ...script, serve: httpPort });
  await says(app, 'connected');
  return [start(0, { call: `http://${world.target(0)}:${String(httpPort)}/`, patience: script.patience }), app];
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
