import type { Configuration, Waiver } from '../core/configuration';
import { evaluate } from '../core/evaluate';
import type { Note, Reading } from '../core/fact';
import { InputError } from '../core/input-error';
import type { Policy } from '../core/policy';
import type { Report } from '../core/report';
import type { Json } from '../core/setting';
import { kinds } from '../kinds';
import { readConfiguration } from '../read/configuration/read';
import { loadConfiguration } from '../shell/configuration/load';
import { ownVersion } from '../shell/own-version';
import { loadPolicies } from '../shell/policies';

/** What every host is told. */
export type HostOptions = {
  /**
   * The promises: a file (relative to the working directory), the same as an object (`{ version: 1, workloads: [...] }`), or,
   * left out, the nearest `holdfast.yaml` from the working directory upwards.
   */
  readonly config?: string | object;
  /** Further policies: a folder of them, as for `--policies`, or the policies themselves. */
  readonly policies?: string | readonly Policy[];
  /** Makes a hop that matches nothing in this program unknown, instead of a failure to judge. */
  readonly partial?: boolean;
};

/** Everything that is judged with, read once. */
export type Rules = {
  readonly configuration: Configuration;
  readonly policies: readonly Policy[];
  readonly partial: boolean;
};

/** Reads the configuration and the policies. Throws an `InputError` with everything that is wrong with them. */
export function rulesOf(options: HostOptions, cwd: string = process.cwd()): Rules {
  const policies = policiesOf(options.policies, cwd);
  return { configuration: configurationOf(options.config, policies, cwd), policies, partial: options.partial === true };
}

/**
 * Judges what a host has synthesised. `waivers` are those that are written on constructs, beside the configuration's. `notes`
 * are the host's own. `today` is a UTC day, `YYYY-MM-DD`.
 */
export function judge(
  readings: readonly Reading[],
  { configuration, policies, partial }: Rules,
  waivers: readonly Waiver[] = [],
  notes: readonly Note[] = [],
  today: string = new Date().toISOString().slice(0, 10),
): Report {
  return evaluate({
    readings: notes.length === 0 ? readings : readings.map((one, at) => (at === 0 ? withNotes(one, notes) : one)),
    configuration: { ...configuration, waivers: [...configuration.waivers, ...waivers] },
    kinds,
    policies,
    today,
    version: ownVersion(),
    partial,
  });
}

function withNotes(reading: Reading, notes: readonly Note[]): Reading {
  return { ...reading, notes: [...reading.notes, ...notes] };
}

function policiesOf(given: HostOptions['policies'], cwd: string): readonly Policy[] {
  return typeof given === 'string' || given === undefined
    ? loadPolicies(given, cwd)
    : [...loadPolicies(undefined, cwd), ...given];
}

function configurationOf(config: HostOptions['config'], policies: readonly Policy[], cwd: string): Configuration {
  const ids = policies.map(({ id }) => id);
  if (typeof config === 'object') {
    return readConfiguration(config as Json, () => ({ document: 'config' }), kinds, { policies: ids });
  }
  const loaded = loadConfiguration({ ...(config === undefined ? {} : { file: config }), cwd, kinds, policies: ids });
  if (loaded !== null) return loaded.configuration;
  throw new InputError([
    {
      message:
        'no `config` was given and no holdfast.yaml is in this folder or above it, so nothing is promised; ' +
        'pass `config`, a file or an object',
    },
  ]);
}
