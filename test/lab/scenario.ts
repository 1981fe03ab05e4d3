import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import type { Json } from '../../lib/core/setting';

/** What the client does on its path, measured against the promises of its workload. */
export type Deed =
  /** One statement, silent for `maxQueryDuration`. */
  | 'query'
  /** A pause of `maxIdle` on an open connection, then a statement of `maxQueryDuration`. */
  | 'pause'
  /** A transaction of statements that end in time, with pauses of `maxIdleInTransaction`, up to `maxTransactionDuration`. */
  | 'transaction'
  /** An HTTP request whose handler runs one statement, silent for `maxQueryDuration`. */
  | 'request'
  /** Statements of its own, in `acts`. */
  | 'acts';

/** What befalls the path: the client's process ends, its cable is cut, the database is taken out of its target group. */
export type Incident = 'client dies' | 'link breaks' | 'deregister';

/** A path with its settings, at a scale of seconds. The prediction and the real set-up are both made of it. */
export type Scenario = {
  readonly name: string;
  /** One workload as in `holdfast.yaml`, without its name. */
  readonly workload: { readonly [key: string]: Json };
  /** `declared` of the same file: roles are made on the server as declared. */
  readonly declared?: { readonly [key: string]: Json };
  /** Resources by Terraform address, as its JSON syntax has them. */
  readonly resources?: { readonly [address: string]: { readonly [attribute: string]: Json } };
  /** Statements of the superuser before anything else. The model then judges with the catalog, as `holdfast collect` reads it. */
  readonly sql?: readonly string[];
  readonly does: Deed;
  readonly acts?: readonly Json[];
  /** The driver that connects; `pg` unless said otherwise. */
  readonly driver?: 'pg' | 'postgres' | 'psql';
  /** Set where the connection is encrypted. */
  readonly tls?: true;
  /** The major version of the server; the newest unless said otherwise. */
  readonly major?: string;
  /** What happens besides, so many seconds after the first statement began. */
  readonly then?: readonly { readonly after: number; readonly does: Incident }[];
  /** What the path teaches, for the table. */
  readonly shows: string;
};

/** The scenarios of a folder of YAML files. Throws where one is not what it claims to be: the lab has no users but us. */
export function readScenarios(folder: string): readonly Scenario[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const all = files.sort().flatMap((file) => load(readFileSync(path.join(folder, file), 'utf8')) as readonly Scenario[]);
  const names = all.map((one) => one.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`two scenarios are called ${twice}`);
  return all;
}
