import { table, type Table } from '../../core/setting';
import { parameters } from '../../kinds/_parameters';
import { keptText } from './kept';

/**
 * The PostgreSQL parameters that the text of `options` sets, as the server splits it: `-c a=b`, `-ca=b`, `--a-b=c`, a backslash
 * before a space that belongs to a value. Others than those that are judged are left out; `null` where the value of one that is
 * judged is none that can be read.
 */
export function optionsIn(text: string): Table<string> | null {
  const found = table<string>();
  const words = split(text);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [, flag, attached = ''] = /^(-c|--)([^]*)$/.exec(word) ?? [];
    if (flag === undefined) continue;
    if (flag === '-c' && attached === '') at += 1;
    const said = flag === '-c' && attached === '' ? (words[at] ?? '') : attached;
    const sign = said.indexOf('=');
    if (sign === -1) continue;
    const name = said.slice(0, sign).replace(/-/g, '_').toLowerCase();
    if (parameters[name] === undefined) continue;
    const value = keptText(said.slice(sign + 1));
    if (value === null) return null;
    found[name] = value;
  }
  return found;
}

/** As PostgreSQL's `pg_split_opts`. */
function split(text: string): readonly string[] {
  const words = text.match(/(?:\\[^]|[^\s\\])+/g) ?? [];
  return words.map((word) => word.replace(/\\([^])/g, '$1'));
}
