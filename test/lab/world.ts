import { chownSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Run } from '../../lib/core/timeline';
import { versionOf } from '../../lib/core/version';
import { makeChain, removeChain, type Host } from './network/chain';
import { makeRouter } from './network/router';
import { startOn, type Running } from './network/start';
import type { PlannedHost } from './plan';
import type { Scenario } from './scenario';
import { startGateway } from './servers/gateway';
import { startHaproxy } from './servers/haproxy';
import { startPgBouncer } from './servers/pgbouncer';
import { port, startPostgres, type Account, type Postgres, type PostgresVersion } from './servers/postgres';
import { startStandby } from './servers/standby';

/** What all worlds share. */
export type Ground = {
  readonly scratch: string;
  readonly account: Account;
  /** By major version. */
  readonly versions: ReadonlyMap<number, PostgresVersion>;
};

/** A host of a real path. */
export type RealHost = PlannedHost & { readonly host: Host; readonly folder: string };

/** The real path of a scenario, ready to be used. */
export type World = {
  readonly hosts: readonly RealHost[];
  /** Where the client is among them: all above it carries HTTP. */
  readonly clientAt: number;
  /** Of each router something that runs on it, by the subject of its hop. */
  readonly routers: ReadonlyMap<string, Running>;
  readonly postgres: Postgres;
  /** Set where `postgres` is a standby. */
  readonly primary: Postgres | null;
  /** Where a connection of the host at this position goes: the next host below that ends it. */
  readonly target: (from: number) => string;
  readonly remove: () => Promise<void>;
};

/** The port at which the program behind an HTTP load balancer answers. */
export const httpPort = 8080;

/** Makes the hosts of a plan and starts what runs on them, the database first. */
export async function makeWorld(
  id: string,
  scenario: Scenario,
  run: Run,
  plan: readonly PlannedHost[],
  ground: Ground,
): Promise<World> {
  const folder = path.join(ground.scratch, id);
  mkdirSync(folder);
  const names = plan.map(({ subject }) => subject);
  const chain = await makeChain(id, names);
  const hosts = chain.flatMap((host, at): RealHost[] => {
    const planned = plan[at];
    return planned === undefined ? [] : [{ ...planned, host, folder: path.join(folder, String(at)) }];
  });
  const running: Running[] = [];
  const routers = new Map<string, Running>();
  const remove = async (): Promise<void> => {
    await Promise.all(running.map((one) => one.kill()));
    await removeChain(chain);
    rmSync(folder, { recursive: true, force: true });
  };
  const clientAt = names.indexOf(run.path.client?.member.subject ?? '');
  const target = (from: number): string => {
    const next = hosts.slice(from + 1).find(({ part }) => part.is !== 'router');
    if (next?.host.above == null)
      throw new Error(`${scenario.name}: nothing ends the connection of ${names[from] ?? ''}`);
    return next.host.above;
  };
  /** Starts what stands above the database; what is ready is found at the address that its host shows to those above. */
  const startAbove = async ({ part, host, folder: place, subject }: RealHost, at: number): Promise<void> => {
    const listen = at < clientAt ? httpPort : port;
    switch (part.is) {
      case 'client':
      case 'database':
        return;
      case 'router': {
        await makeRouter(host, part.router);
        // Whoever watches it reads what the kernel shows of a process there.
        const inside = startOn(host, 'sleep', ['infinity']);
        routers.set(subject, inside);
        running.push(inside);
        return;
      }
      case 'gateway':
        running.push(await startGateway(host, { ...part, relay: target(at), port: listen }));
        return;
      case 'balancer':
        running.push(await startHaproxy(host, place, { ...part, listen, to: { address: target(at), port: listen } }));
        return;
      case 'pooler':
        running.push(await startPgBouncer(host, target(at), place, ground.account, part.settings));
    }
  };
  try {
    const servers = await startDatabase(hosts.at(-1), scenario, run, ground);
    running.push(...[servers.postgres, servers.primary].flatMap((one) => (one === null ? [] : [one.running])));
    for (const [at, one] of [...hosts.entries()].reverse()) await startAbove(one, at);
    return { hosts, clientAt, routers, ...servers, target, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The major version of the server of a run. Throws where it is not known. */
export function majorOf({ path }: Run): number {
  const major = path.database === null ? null : versionOf(path.database.member);
  if (major === null) throw new Error('write the `version` of the database: it decides what is started');
  return Math.floor(major);
}

/** The server at the end of the path, with the roles that are declared and what the scenario's own SQL makes of it. */
async function startDatabase(
  last: RealHost | undefined,
  scenario: Scenario,
  run: Run,
  { account, versions }: Ground,
): Promise<{ readonly postgres: Postgres; readonly primary: Postgres | null }> {
  if (last?.part.is !== 'database') throw new Error(`${scenario.name}: the path ends before a database`);
  const { standby, tls, sql = [] } = scenario;
  const major = majorOf(run);
  const version = versions.get(major);
  if (version === undefined) throw new Error(`PostgreSQL ${String(major)} is not here`);
  const { settings } = last.part;
  const start = { version, folder: last.folder, account, settings, tls: tls === true };
  // One by one, since some are refused in a transaction, which several in one text would be.
  const setUp = async (postgres: Postgres): Promise<void> => {
    for (const statement of [...rolesOf(scenario, run), ...sql]) await postgres.sql(statement);
  };
  if (standby === true) {
    mkdirSync(last.folder);
    chownSync(last.folder, account.uid, account.gid);
    const pair = await startStandby(last.host, start, async (primary) => {
      await setUp(primary);
      await primary.sql('create table kept as select generate_series(1, 1000) as id');
    });
    return { postgres: pair.standby, primary: pair.primary };
  }
  const postgres = await startPostgres(last.host, start);
  try {
    await setUp(postgres);
  } catch (error) {
    await postgres.running.kill();
    throw error;
  }
  return { postgres, primary: null };
}

/** Login roles as declared. The first one connects. */
function rolesOf({ declared }: Scenario, run: Run): readonly string[] {
  const roles = (declared?.roles ?? {}) as Record<string, Record<string, string | number>>;
  const names = [...new Set([...Object.keys(roles), ...(run.role === null ? [] : [run.role])])];
  return names.flatMap((name) => [
    `create role "${name}" login superuser`,
    ...Object.entries(roles[name] ?? {}).map(
      ([setting, value]) => `alter role "${name}" set ${setting} = '${String(value)}'`,
    ),
  ]);
}
