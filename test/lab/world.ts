import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Run } from '../../lib/core/timeline';
import { makeChain, removeChain, type Host } from './network/chain';
import { makeRouter } from './network/router';
import type { Running } from './network/start';
import type { PlannedHost } from './plan';
import { startHaproxy } from './servers/haproxy';
import { startPgBouncer } from './servers/pgbouncer';
import { port, startPostgres, type Account, type Postgres, type PostgresVersion } from './servers/postgres';
import type { Scenario } from './scenario';

/** What all worlds share. */
export type Ground = {
  readonly scratch: string;
  readonly account: Account;
  /** By major version. */
  readonly versions: ReadonlyMap<string, PostgresVersion>;
};

/** The real path of a scenario, ready to be used. */
export type World = {
  readonly hosts: readonly (PlannedHost & { readonly host: Host; readonly folder: string })[];
  readonly postgres: Postgres;
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
  const chain = await makeChain(id, plan.map(({ subject }) => subject));
  const hosts = plan.map((one, at) => ({
    ...one,
    host: chain[at] as Host,
    folder: path.join(folder, String(at)),
  }));
  const running: Running[] = [];
  const remove = async (): Promise<void> => {
    await Promise.all(running.map((one) => one.kill()));
    await removeChain(chain);
    rmSync(folder, { recursive: true, force: true });
  };
  const target = (from: number): string => {
    const next = hosts.slice(from + 1).find(({ part }) => part.is !== 'router');
    if (next?.host.above == null) throw new Error(`${scenario.name}: nothing ends the connection of ${hosts[from]?.subject ?? ''}`);
    return next.host.above;
  };
  try {
    let postgres: Postgres | null = null;
    for (let at = hosts.length - 1; at >= 0; at -= 1) {
      const one = hosts[at];
      if (one === undefined) continue;
      const { part, host, folder: place } = one;
      switch (part.is) {
        case 'client':
          break;
        case 'router':
          await makeRouter(host, part.router);
          break;
        case 'balancer': {
          const isHttp = part.mode === 'http';
          const listen = isHttp ? httpPort : port;
          const to = { address: target(at), port: listen };
          running.push(await startHaproxy(host, place, { ...part, listen, to }));
          break;
        }
        case 'pooler':
          running.push(await startPgBouncer(host, target(at), place, ground.account, part.settings));
          break;
        case 'database': {
          const version = ground.versions.get(scenario.major ?? '') ?? [...ground.versions.values()].at(-1);
          if (version === undefined) throw new Error(`PostgreSQL ${scenario.major ?? ''} is not here`);
          postgres = await startPostgres(host, version, place, ground.account, part.settings, scenario.tls === true);
          running.push(postgres.running);
          await setUp(postgres, [...rolesOf(scenario, run), ...(scenario.sql ?? [])]);
        }
      }
    }
    if (postgres === null) throw new Error(`${scenario.name}: the path ends before a database`);
    return { hosts, postgres, target, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** One by one, since some are refused in a transaction, which several in one text would be. */
async function setUp(postgres: Postgres, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await postgres.sql(statement);
}

/** Login roles as declared. The first one connects. */
function rolesOf({ declared }: Scenario, run: Run): readonly string[] {
  const roles = (declared?.roles ?? {}) as Record<string, Record<string, string | number>>;
  const names = [...new Set([...Object.keys(roles), ...(run.role === null ? [] : [run.role])])];
  return names.flatMap((name) => [
    `create role "${name}" login superuser`,
    ...Object.entries(roles[name] ?? {}).map(([setting, value]) => `alter role "${name}" set ${setting} = '${String(value)}'`),
  ]);
}
