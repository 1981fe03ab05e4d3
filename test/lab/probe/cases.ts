import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import type { Json } from '../../../lib/core/setting';
import type { Scenario } from '../scenario';

type Table = Readonly<Record<string, Json>>;
type Entry = Readonly<Record<string, Table>>;

/** A real path of the lab, and what a probe that is told of many more hops has to name. */
export type ProbeCase = {
  readonly name: string;
  /** The hops that are really there, by name. */
  readonly real: readonly string[];
  /** Arguments of the probe besides. */
  readonly ask?: readonly string[];
  /** What the client really is besides its name; the probe is told. */
  readonly client?: Table;
  /** What the pooler really is, over what the probe is told of it. */
  readonly pooler?: Table;
  /** What the database really has set. */
  readonly settings?: Table;
  /** The timer that cuts; `null`: none. */
  readonly cutBy: { readonly timer: string; readonly resource: string } | null;
};

/** How long a query of every case may take. */
const promise = '8s';

const folder = path.resolve('test/lab/probe');

/** The cases, and the path that the probe is told in each of them. */
export function readCases(): { readonly cases: readonly ProbeCase[]; readonly told: readonly Entry[] } {
  return load(readFileSync(path.join(folder, 'paths.yaml'), 'utf8')) as {
    readonly cases: readonly ProbeCase[];
    readonly told: readonly Entry[];
  };
}

/** The configuration that the probe is told. */
export function toldConfiguration({ client }: ProbeCase, told: readonly Entry[]): Table {
  const hops = told.map((entry) => ('client' in entry ? { client: { ...entry.client, ...client } } : entry));
  return { version: 1, workloads: [{ name: 'lab', maxQueryDuration: promise, path: hops as unknown as Json }] };
}

/** What the lab makes. */
export function realScenario(one: ProbeCase, told: readonly Entry[]): Scenario {
  const hops = told.flatMap((entry): Entry[] => {
    const [[key, hop] = []] = Object.entries(entry);
    if (key === undefined || hop === undefined || !one.real.includes(String(hop.name))) return [];
    if (key === 'client') return [{ client: { ...hop, ...one.client } }];
    if (key === 'pooler') return [{ pooler: { ...hop, ...one.pooler } }];
    return [key === 'database' ? { database: { ...hop, settings: one.settings ?? {} } } : entry];
  });
  const workload = { maxQueryDuration: promise, path: hops as unknown as Json };
  return { name: one.name, shows: one.name, does: 'query', workload };
}
