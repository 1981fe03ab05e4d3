import type { Configuration, Problem } from '../core/configuration';
import { closest } from '../core/did-you-mean';
import { evaluate } from '../core/evaluate';
import { everyTimer } from '../core/every-timer';
import { matchesGlob } from '../core/glob';
import type { Reading } from '../core/fact';
import { InputError } from '../core/input-error';
import type { Policy } from '../core/policy';
import type { Report } from '../core/report';
import type { Seconds } from '../core/setting';
import { kinds } from '../kinds';
import { loadConfiguration } from './configuration/load';
import { inputFiles, readableDocuments } from './files';
import type { Io } from './io';
import { ownVersion } from './own-version';
import { renderProblems } from './problems';
import { locate } from './repository/locate';

/** Where the promises come from: a file, the nearest file, or one duration for every timer. */
export type Promised = { readonly config?: string; readonly maxQueryDuration?: Seconds };

/** What is to be judged. */
export type Estate = {
  readonly files: readonly string[];
  readonly configuration: Configuration;
  readonly policies: readonly Policy[];
  readonly partial: boolean;
  /** The folder whose `.tf` files findings name; `null`: findings point into the documents. */
  readonly repoRoot: string | null;
  readonly workloads: readonly string[];
  readonly onlyPolicies: readonly string[];
  readonly skipPolicies: readonly string[];
};

/**
 * The configuration that applies. Throws an `InputError` where none is found and none is made up by
 * `--max-query-duration`, and for whatever is wrong with it.
 */
export function configurationFor(promised: Promised, policies: readonly Policy[], cwd: string): Configuration {
  const { config, maxQueryDuration } = promised;
  if (maxQueryDuration !== undefined) return everyTimer(maxQueryDuration);
  return foundConfiguration(config, policies, cwd).configuration;
}

/** The named or nearest configuration and its file. Throws an `InputError` where there is none. */
export function foundConfiguration(
  file: string | undefined,
  policies: readonly Policy[],
  cwd: string,
): { configuration: Configuration; file: string } {
  const ids = policies.map(({ id }) => id);
  const found = loadConfiguration({ ...(file === undefined ? {} : { file }), cwd, kinds, policies: ids });
  if (found !== null) return found;
  const message =
    'no holdfast.yaml in this folder or above it, so nothing is promised; ' +
    'write one with `holdfast init FILE`, name one with --config, or judge every timer with --max-query-duration 30s';
  throw new InputError([{ message }]);
}

/**
 * Reads the documents and judges them. What cannot be read beside others is in the report, so that a failure that was found
 * stays one. Throws an `InputError` where nothing can be read and for globs that mean nothing.
 */
export function judgeEstate(estate: Estate, io: Io): Report {
  checkWorkloads(estate.configuration, estate.workloads);
  const { readings, problems } = readingsOf(estate, io);
  return evaluate({
    readings,
    unread: problems,
    configuration: estate.configuration,
    kinds,
    policies: estate.policies,
    today: io.now().toISOString().slice(0, 10),
    version: ownVersion(),
    partial: estate.partial,
    select: { workloads: estate.workloads, policies: estate.onlyPolicies, skipPolicies: estate.skipPolicies },
  });
}

function readingsOf(
  { files, repoRoot }: Estate,
  io: Io,
): { readings: readonly Reading[]; problems: readonly Problem[] } {
  const { readings, problems } = readableDocuments(inputFiles(files, io), io.stdin, kinds);
  if (readings.length === 0) throw new InputError(problems);
  io.stderr(renderProblems(problems));
  if (repoRoot === null) return { readings, problems };
  const located = locate(readings, repoRoot, io.cwd);
  io.stderr(renderProblems(located.problems));
  return { readings: located.readings, problems };
}

function checkWorkloads({ workloads }: Configuration, globs: readonly string[]): void {
  const names = workloads.map(({ name }) => name);
  const problems = globs
    .filter((glob) => !names.some((name) => matchesGlob(glob, name)))
    .map((glob) => {
      const meant = closest(glob, names);
      const hint = meant === null ? '' : `; did you mean ${meant}`;
      return { message: `no workload is called ${glob}${hint}; workloads: ${names.join(', ')}` };
    });
  if (problems.length > 0) throw new InputError(problems);
}
