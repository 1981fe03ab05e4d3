import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import type { Json } from '../../lib/core/setting';
import type { DriverName } from './client/script';

/** What the client does on its path, measured against the promises of its workload. */
export type Deed =
  /** One statement, silent for `maxQueryDuration`. */
  | 'query'
  /** A pause of `maxIdle` on an open connection, then a statement of `maxQueryDuration`. */
  | 'pause'
  /** A transaction of statements that end in time, with pauses of `maxIdleInTransaction`, up to `maxTransactionDuration`. */
  | 'transaction'
  /** An HTTP request whose handler runs `acts`, or else one statement, silent for `maxQueryDuration`. */
  | 'request'
  /** Statements of its own, in `acts`. */
  | 'acts';

/** What befalls the path. */
export type Incident =
  /** The client's process ends; its operating system closes its sockets. */
  | 'client dies'
  /** The cable of the client is cut: no packet passes, and nobody is told. */
  | 'link breaks'
  /** The target is taken out of its target group. */
  | 'deregister'
  /** The client's task is told to stop, and ended once its stop timeout is over. */
  | 'task stops'
  /** The primary removes rows that the standby's query can still see, and its WAL arrives. */
  | 'rows are vacuumed';

/** A path with its settings, at a scale of seconds. The prediction and the real set-up are both made of it. */
export type Scenario = {
  readonly name: string;
  /** What the path teaches. */
  readonly shows: string;
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
  readonly driver?: DriverName;
  /** Set where the connection is encrypted. */
  readonly tls?: true;
  /** Set where a standby of the database is queried. */
  readonly standby?: true;
  /** How many seconds of the estate pass in one of the lab, where its own timers are minutes. */
  readonly scale?: number;
  /** What happens besides, so many seconds after the first statement that is measured began. */
  readonly then?: readonly { readonly after: number; readonly does: Incident }[];
  /** What the model has to say where it must not be sure: that it does not know, or that two ends come at the same time. */
  readonly model?: 'unknown' | 'race';
  /** Set where it is one of the few that CI runs. */
  readonly quick?: true;
};

const keys: { readonly [Key in keyof Required<Scenario>]: 'needed' | 'may be' } = {
  name: 'needed',
  shows: 'needed',
  workload: 'needed',
  does: 'needed',
  declared: 'may be',
  resources: 'may be',
  sql: 'may be',
  acts: 'may be',
  driver: 'may be',
  tls: 'may be',
  standby: 'may be',
  scale: 'may be',
  then: 'may be',
  model: 'may be',
  quick: 'may be',
};

/** The scenarios of a folder of YAML files. Throws where one is not what it claims to be: the lab has no users but us. */
export function readScenarios(folder: string): readonly Scenario[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const all = files.sort().flatMap((file) => parseScenarios(readFileSync(path.join(folder, file), 'utf8')));
  const names = all.map((one) => one.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`two scenarios are called ${twice}`);
  return all;
}

/** A list of scenarios in YAML. */
export function parseScenarios(text: string): readonly Scenario[] {
  const all = load(text) as readonly Scenario[];
  for (const one of all) {
    const lacking = Object.entries(keys).filter(([key, is]) => is === 'needed' && !Object.hasOwn(one, key));
    const foreign = Object.keys(one).filter((key) => !Object.hasOwn(keys, key));
    const wrong = [...lacking.map(([key]) => `${key} is missing`), ...foreign.map((key) => `${key} is no key`)];
    if (wrong.length > 0) throw new Error(`${one.name}: ${wrong.join(', ')}`);
  }
  return all;
}
