import type { Connection } from '../../core/connection';
import type { DriverSpec } from '../../core/driver';
import { hiddenConnection } from './hidden';
import { sanitised } from './sanitised';
import { seen } from './seen';
import type { Variable } from './variable';
import { vocabularyOf } from './vocabulary';

/** What the `PG*` variables of a process are called together. */
const together = 'PG*';

/** Those without which nothing says that the process connects with them: `PGDATA` is a server's, a password alone is anybody's. */
const places: ReadonlySet<string> = new Set(['PGHOST', 'PGHOSTADDR', 'PGSERVICE', 'PGDATABASE']);

/**
 * The `PG*` variables of a process as one connection, under their own names; `null` where they name no server and no database, and
 * say nothing that is judged (`PGOPTIONS`). Where one that is judged is not in view, nothing of them is.
 */
export function processVariables(
  variables: readonly Variable[],
  container: string | null,
  vocabulary: readonly DriverSpec[],
): Connection | null {
  const words = vocabularyOf(vocabulary);
  const base = { name: together, container, form: 'variables' } as const;
  const pairs: (readonly [string, string])[] = [];
  let isOne = false;
  for (const { name, value } of variables) {
    const word = name.startsWith('PG') ? words.variableOf(name) : null;
    const said = word === null ? null : seen(value);
    if (word === null || said === null) continue;
    if (word.is === 'other') isOne ||= places.has(name);
    else if (said.cause !== null)
      return hiddenConnection(base, `includes \`${word.name}\`, which ${said.cause.why}`, said.cause.settles);
    else isOne = true;
    pairs.push([name, said.text]);
  }
  if (!isOne) return null;
  const said = sanitised('variables', { scheme: null, pairs }, words);
  return 'why' in said ? hiddenConnection(base, said.why, said.settles) : { ...base, hidden: null, ...said };
}
