import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Problem } from '../core/configuration';
import { closest } from '../core/did-you-mean';
import { matchesGlob } from '../core/glob';
import { InputError } from '../core/input-error';
import type { Policy } from '../core/policy';
import { builtinPolicies } from './builtin-policies';
import { errorCode } from './error-code';
import { policyIn } from './policy-module';

/**
 * The policies of this package and those of a user's folder, if one is named. Throws an `InputError` for a folder or file
 * that cannot be loaded, a file that holds no policy, two policies of one id, or where there is no policy at all.
 */
export function loadPolicies(folder: string | undefined, cwd: string): readonly Policy[] {
  const own = folder === undefined ? [] : ownPolicies(folder, path.resolve(cwd, folder));
  const policies = [...builtinPolicies, ...own];
  const twice = own.filter((policy) => policies.find(({ id }) => id === policy.id) !== policy);
  if (twice.length > 0) {
    throw new InputError(twice.map(({ id }) => ({ message: `two policies are called ${id}; rename yours` })));
  }
  if (policies.length === 0) {
    throw new InputError([
      { message: 'no policy is loaded, so nothing would be judged; name a folder: --policies DIR' },
    ]);
  }
  return policies;
}

/** Checks that each glob means at least one policy and that some are left. Throws an `InputError` that says which does not. */
export function checkSelection(policies: readonly Policy[], only: readonly string[], skip: readonly string[]): void {
  const ids = policies.map(({ id }) => id);
  const problems = [...only, ...skip]
    .filter((glob) => !ids.some((id) => matchesGlob(glob, id)))
    .map((glob) => noPolicyCalled(glob, ids));
  if (problems.length > 0) throw new InputError(problems);
  const isLeft = (id: string): boolean =>
    (only.length === 0 || only.some((glob) => matchesGlob(glob, id))) && !skip.some((glob) => matchesGlob(glob, id));
  if (!ids.some(isLeft)) {
    throw new InputError([{ message: '--policy and --skip-policy leave no policy, so nothing would be judged' }]);
  }
}

/** Says that nothing is called so, and what was probably meant: a near miss, or an id that begins so. */
export function noPolicyCalled(name: string, ids: readonly string[]): Problem {
  const meant = closest(name, ids) ?? ids.find((id) => id.startsWith(name));
  return {
    message: `no policy is called ${name}${meant === undefined ? '' : `; did you mean ${meant}`}; see holdfast list`,
  };
}

function ownPolicies(name: string, folder: string): readonly Policy[] {
  const files = policyFiles(name, folder);
  const require = createRequire(path.join(folder, 'policies.js'));
  const policies: Policy[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const loaded = load(require, folder, file);
    if ('problem' in loaded) problems.push({ message: `${path.join(name, file)} ${loaded.problem}` });
    else policies.push(loaded.policy);
  }
  if (problems.length > 0) throw new InputError(problems);
  return policies;
}

function policyFiles(name: string, folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    const why = { ENOENT: 'does not exist', ENOTDIR: 'is a file, and a folder is asked for' }[errorCode(error) ?? ''];
    throw new InputError([{ message: `${name} ${why ?? 'cannot be read'} (--policies DIR)` }]);
  }
  const files = names.filter(
    (file) =>
      /\.[cm]?[jt]s$/.test(file) && !/(\.d\.[cm]?ts|\.(test|spec)\.[cm]?[jt]s)$/.test(file) && !file.startsWith('_'),
  );
  if (files.length === 0) {
    throw new InputError([{ message: `${name} holds no policy: no .js, .cjs, .mjs or .ts file (--policies DIR)` }]);
  }
  return files;
}

function load(require: NodeJS.Require, folder: string, file: string): { policy: Policy } | { problem: string } {
  if (/\.[cm]?ts$/.test(file) && !stripsTypes()) {
    return {
      problem: `is TypeScript, which Node ${process.versions.node} does not run; use Node 22.18 or newer, or compile it`,
    };
  }
  try {
    return policyIn(require(path.join(folder, file)), path.parse(file).name);
  } catch (error) {
    if (errorCode(error) === 'ERR_REQUIRE_ASYNC_MODULE')
      return { problem: 'awaits at its top level; a policy is data and awaits nothing' };
    return { problem: `cannot be loaded: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function stripsTypes(): boolean {
  // Newer than the types of the oldest Node that is supported.
  const stripping: unknown = Reflect.get(process.features, 'typescript');
  return stripping === 'strip' || stripping === 'transform';
}
