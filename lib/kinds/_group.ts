import type { Kind } from '../core/kind';
import { attribute, defineKind } from './_kind';
import { provider } from './_sources';

/** A parameter group: `parameters` lists what it sets, `family` names the engine and major version. */
export function groupKind(name: string, title: string, type: string, page: string): Kind {
  return defineKind({
    name,
    title,
    terraform: { types: [type], names: ['name', 'id', 'arn'] },
    settings: {
      name: attribute('text', 'name', page),
      name_prefix: attribute('text', 'name_prefix', page),
      family: attribute('text', 'family', page),
      parameters: { as: 'parameters', terraform: 'parameter', cite: provider(page) },
    },
    links: {},
    timers: [],
    group: { parameters: 'parameters', family: 'family' },
  });
}
