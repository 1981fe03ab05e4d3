import type { Connection, ConnectionForm, ConnectionParameter } from '../../core/connection';
import { table } from '../../core/setting';
import { keptText } from './kept';
import { optionsIn } from './options';
import { opaque, type TakenApart, type Unreadable } from './taken-apart';
import type { Vocabulary } from './vocabulary';

type Said = Pick<Connection, 'scheme' | 'parameters' | 'options' | 'unnamed'>;

/**
 * What may be known of a connection string: names that drivers document, numbers, durations and switches. Malformed strings have
 * passwords anywhere, so nothing else is kept, and names that nobody documents are only counted. Of a parameter that is written
 * twice with different values, drivers take the first or the last: its value is not kept either.
 */
export function sanitised(form: ConnectionForm, apart: TakenApart, words: Vocabulary): Said | Unreadable {
  const parameters = new Map<string, ConnectionParameter>();
  const options = table<string>();
  let unnamed = 0;
  for (const [name, value] of apart.pairs) {
    if (name.includes(opaque)) return { why: 'has parameters that are not known', settles };
    const word = form === 'variables' ? words.variableOf(name) : words.wordOf(form, name);
    if (word === null) {
      unnamed += 1;
      continue;
    }
    if (word.is !== 'other' && value?.includes(opaque) === true)
      return { why: `sets \`${word.name}\` to what is not known`, settles };
    if (word.is === 'options') {
      const said = value === null ? null : optionsIn(value);
      if (said === null)
        return {
          why: `sets parameters in \`${word.name}\` to what PostgreSQL does not take`,
          settles: 'write a number with its unit',
        };
      Object.assign(options, said);
    }
    const text = word.is === 'judged' && value !== null ? keptText(value) : null;
    const before = parameters.get(word.name);
    parameters.set(word.name, { name: word.name, text: before === undefined || before.text === text ? text : null });
  }
  const scheme = apart.scheme !== null && words.schemes.has(apart.scheme) ? apart.scheme : null;
  return { scheme, parameters: [...parameters.values()], options, unnamed };
}

const settles = 'write the parameters in the open, and only user, password, host and database as references';
