import type { Configuration } from '../core/configuration';
import { matchesGlob } from '../core/glob';
import { InputError } from '../core/input-error';
import { exists } from './files';

/**
 * The first argument where it names a workload, or is a glob over them; `null` where it is a file, or there is none. A file of
 * that name wins, and the workload is then said by --workload. Throws an `InputError` for what is neither.
 */
export function workloadAmong(args: readonly string[], { workloads }: Configuration, cwd: string): string | null {
  const first = args[0];
  if (first === undefined || first === '-' || exists(first, cwd)) return null;
  if (workloads.some(({ name }) => matchesGlob(first, name))) return first;
  if (first.includes('=')) return null;
  const names = workloads.map(({ name }) => name).join(', ');
  throw new InputError([{ message: `${first} is neither a file nor a workload; workloads: ${names}` }]);
}
