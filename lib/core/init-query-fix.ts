import type { Graph } from './graph';
import { poolSetting, type PoolSetting } from './proxy-pool';
import type { Hop } from './path';
import type { Fix } from './report';
import type { Json } from './setting';

const noQuery = {
  value: null,
  cite: 'InitQuery: none unless set, https://github.com/boto/botocore/blob/develop/botocore/data/rds/2014-10-31/service-2.json',
};

/** PostgreSQL parameters by name, with the text that sets each. */
export type WrittenParameters = readonly (readonly [name: string, text: Json])[];

/**
 * SQL for the init query of a proxy, which every database connection of it runs once, after what stands there already: where a
 * client's parameters belong that the proxy refuses or pins for. `null` where the names are none that SET takes, or where what
 * stands there is not known.
 */
export function initQueryFix(graph: Graph, { member }: Hop, parameters: WrittenParameters, note: string): Fix | null {
  if (!parameters.every(([name]) => /^[a-z_][a-z0-9_.]*$/i.test(name))) return null;
  const own = member.settings.init_query;
  const { attribute, owner, value }: PoolSetting =
    own === undefined
      ? poolSetting(graph, member, 'init_query', noQuery)
      : { owner: member, attribute: 'init_query', value: own };
  if (value.state !== 'known') return null;
  const before = value.value;
  const kept = typeof before === 'string' ? [before.replace(/[;\s]+$/, '')].filter((sql) => sql !== '') : [];
  const set = parameters.map(([name, text]) => `SET ${name} = '${String(text).replace(/'/g, "''")}'`);
  return { resource: owner.subject, type: owner.type, setting: attribute, value: [...kept, ...set].join('; '), note };
}
