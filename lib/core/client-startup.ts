import { optionsHidden, startupOptions, startupVariable, type Way } from './client-parameters';
import type { Node } from './node';
import { known, oneOf, table, unknown, valueOf, type Json, type Known, type Setting, type Unknown } from './setting';

/**
 * The PostgreSQL parameters that a client sends when it connects, whichever way it does; `null` where no way is in view. What a
 * string sends that is not in view is assumed to be nothing, as with every level that no source shows.
 */
export function startupOf(
  ways: readonly Way[],
  client: Node,
  { why, settles }: Pick<Unknown, 'why' | 'settles'>,
): Setting | null {
  // Unlike a string that may say nothing of it, `PGOPTIONS` says something.
  const hidden = ways.map(optionsHidden).find((one) => one !== null) ?? null;
  if (hidden !== null) return unknown(hidden.why, hidden.settles);
  const all = ways.map((way): Known<Json> => {
    const { carrier } = way;
    const shown = carrier.settings.connections;
    const location = shown?.state === 'known' ? shown.from.at(-1)?.location : undefined;
    const sent = Object.entries(startupOptions(way));
    const variable = sent.length === 0 ? way.connection.name : startupVariable(way);
    return known<Json>(table([...declared(client), ...sent]), {
      level: 'connection-options',
      subject: carrier.subject,
      ...(variable === null || variable === '' ? {} : { variable }),
      attribute: 'options',
      text: sent.length === 0 ? null : sent.map(([name, text]) => `${name}=${text}`).join(', '),
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
