import type { Configuration, Problem } from '../../core/configuration';
import { InputError } from '../../core/input-error';
import type { Kind } from '../../core/kind';
import { table, type Json } from '../../core/setting';
import { isObject, own } from '../json';
import { definition } from './definition';
import { placeAt, type Where } from './place';
import { defaults } from './promises';
import type { Defaults } from './workload';

/**
 * The configuration, with defaults applied to each workload. `raw` is one file as parsed, or several that were merged;
 * `where` finds the places in it; `known.policies` are the ids of all policies that are loaded.
 * Throws an `InputError` with everything that is wrong, in the order in which it is written.
 */
export function readConfiguration(
  raw: Json,
  where: Where,
  kinds: readonly Kind[],
  known: { readonly policies: readonly string[] },
): Configuration {
  const problems: Problem[] = [];
  const top = placeAt([], where, problems);
  if (raw === null)
    throw new InputError([
      {
        message: 'the configuration is empty, so nothing could be judged; `holdfast init FILE` writes a starting one',
        location: where([]),
      },
    ]);
  const read = definition({ kinds, policies: known.policies, defaults: readDefaults(raw, where, problems) }).read(
    raw,
    top,
  );
  if (isObject(raw) && own(raw, 'workloads') === undefined)
    top.problem(`has no \`workloads\`, so nothing could be judged; ${fix}`);
  if (read?.workloads === undefined || problems.length > 0) throw new InputError(inOrder(problems));
  return {
    workloads: read.workloads,
    policies: read.policies ?? [],
    declared: read.declared ?? { roles: table(), parameterGroups: table() },
    waivers: read.waivers ?? [],
    scope: read.scope ?? null,
  };
}

const fix = 'add for example `workloads: [{ name: checkout-api, maxQueryDuration: 30s }]`';

/** Read ahead, since each workload is judged together with its defaults. What is wrong with them is filed when their turn comes. */
function readDefaults(raw: Json, where: Where, problems: Problem[]): Defaults {
  const written = own(raw, 'defaults');
  if (written === undefined) return null;
  const values = defaults.read(written, placeAt(['defaults'], where, []));
  return values === undefined ? 'broken' : { values, at: placeAt(['defaults'], where, problems) };
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const line = ({ location }: Problem): number => location?.line ?? 0;
  const column = ({ location }: Problem): number => location?.column ?? 0;
  return [...problems].sort((a, b) => line(a) - line(b) || column(a) - column(b));
}
