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

/** What documents and accounts are judged against. */
export type Judging = {
  readonly configuration: Configuration;
  readonly policies: readonly Policy[];
  readonly partial: boolean;
  readonly workloads: readonly string[];
  readonly onlyPolicies: readonly string[];
  readonly skipPolicies: readonly string[];
};

/** What was read, and what could not be. `against`: what documents say of what is live; it is compared and not judged. */
export type Found = {
  readonly readings: readonly Reading[];
  readonly problems: readonly Problem[];
  readonly against?: readonly Reading[];
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
 * Reads documents. What cannot be read beside others is said and kept for the report, so that a failure that is found stays
 * one. With `repoRoot`, findings name the `.tf` files in that folder. Throws an `InputError` where nothing can be read.
 */
export function readEstate(files: readonly string[], repoRoot: string | null, io: Io): Found {
  const { readings, problems } = readableDocuments(inputFiles(files, io), io.stdin, kinds);
  if (readings.length === 0) throw new InputError(problems);
  io.stderr(renderProblems(problems));
  if (repoRoot === null) return { readings, problems };
  const located = locate(readings, repoRoot, io.cwd);
  io.stderr(renderProblems(located.problems));
  return { readings: located.readings, problems };
}

/** Judges what was read. */
export function judge({ readings, problems, against }: Found, judging: Judging, io: Pick<Io, 'now'>): Report {
  return evaluate({
    readings,
    unread: problems,
    ...(against === undefined ? {} : { against }),
    configuration: judging.configuration,
    kinds,
    policies: judging.policies,
    today: io.now().toISOString().slice(0, 10),
    version: ownVersion(),
    partial: judging.partial,
    select: { workloads: judging.workloads, policies: judging.onlyPolicies, skipPolicies: judging.skipPolicies },
  });
}

/** Checks that each glob means at least one workload. Throws an `InputError` that says which does not. */
export function checkWorkloads({ workloads }: Configuration, globs: readonly string[]): void {
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
