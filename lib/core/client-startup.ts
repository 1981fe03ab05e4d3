import { startupOptions, type Way } from './client-parameters';
import type { Node } from './node';
import { known, oneOf, table, valueOf, type Json, type Known, type Setting, type Unknown } from './setting';

/**
 * The PostgreSQL parameters that a client sends when it connects, whichever way it does; `null` where no way is in view. What a
 * string sends that is not in view is assumed to be nothing, as with every level that no source shows.
 */
export function startupOf(
  ways: readonly Way[],
  client: Node,
  { why, settles }: Pick<Unknown, 'why' | 'settles'>,
): Setting | null {
  const all = ways.map((way): Known<Json> => {
    const { connection, carrier } = way;
    const shown = carrier.settings.connections;
    const location = shown?.state === 'known' ? shown.from.at(-1)?.location : undefined;
    return known<Json>(table([...declared(client), ...Object.entries(startupOptions(way))]), {
      level: 'connection-options',
      subject: connection.name === '' ? client.subject : `${connection.name} of ${carrier.subject}`,
      attribute: 'options',
      text: null,
      ...(location === undefined ? {} : { location }),
    });
  });
  const keys = all.map(({ value }) => JSON.stringify(value));
  const isHidden = ways.every(({ connection }) => connection.hidden !== null);
  if (isHidden && keys.every((key) => key === '{}')) return null;
  return oneOf(
    all.filter((_, at) => keys.indexOf(keys[at] ?? '') === at),
    why,
    settles,
  );
}

/** What the configuration says that an inline client sends besides. */
function declared(client: Node): readonly (readonly [string, Json])[] {
  const own = valueOf(client.settings.startup_options);
  return own === undefined || own === null || typeof own !== 'object' || Array.isArray(own) ? [] : Object.entries(own);
}
