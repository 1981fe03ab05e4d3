import type { Connection } from '../../lib/core/connection';
import { table, type Json } from '../../lib/core/setting';

/** What a connection string says, as its reader leaves it: `parameters` by their names, values that are not kept as `null`. */
export function connection(
  name: string,
  own: Partial<Omit<Connection, 'parameters' | 'options'>> & {
    readonly parameters?: { readonly [name: string]: string | null };
    readonly options?: { readonly [name: string]: string };
  } = {},
): Connection {
  return {
    container: null,
    form: 'url',
    scheme: 'postgresql',
    unnamed: 0,
    hidden: null,
    ...own,
    name,
    parameters: Object.entries(own.parameters ?? {}).map(([parameter, text]) => ({ name: parameter, text })),
    options: table(Object.entries(own.options ?? {})),
  };
}

export const jdbc = { form: 'jdbc', scheme: 'jdbc:postgresql' } as const;
export const ado = { form: 'ado', scheme: null } as const;
export const variables = { form: 'variables', scheme: null } as const;

/** One that is not in view. */
export function hidden(name: string, own: Partial<Connection> = {}): Connection {
  const { form = 'url', container = null } = own;
  return connection(name, {
    form,
    container,
    scheme: null,
    hidden: { why: `\`${name}\` is hidden`, settles: 'show it' },
  });
}

/** The setting that holds connections. */
export function holding(...connections: readonly Connection[]): { connections: Json } {
  return { connections: connections as unknown as Json };
}
