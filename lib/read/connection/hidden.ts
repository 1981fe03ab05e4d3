import type { Connection } from '../../core/connection';
import { table } from '../../core/setting';

/** A connection string that is not in view or cannot be read. `why` follows the name of the variable. */
export function hiddenConnection(
  { name, container, form }: Pick<Connection, 'name' | 'container' | 'form'>,
  why: string,
  settles: string,
): Connection {
  const variable = container === null ? `\`${name}\`` : `\`${name}\` of container \`${container}\``;
  return {
    name,
    container,
    form,
    scheme: null,
    parameters: [],
    options: table(),
    unnamed: 0,
    hidden: { why: `${variable} ${why}`, settles },
  };
}
