import { settingsOf } from '../../core/sql-settings';
import { statementsOf, type Statement, type Token } from '../../core/sql-tokens';

/** Longer SQL is not read by `settingsOf` either. */
const longest = 65_536;

/**
 * An init query without what may be a secret: literals and values are `***`, except in `SET name = value` of a judged
 * parameter. Read by `settingsOf`, it says of each judged parameter what the whole query says, or that it is not known.
 */
export function shownInitQuery(sql: string, judged: ReadonlySet<string>): string {
  const unread = ['***', ...mentioned(sql, judged)].join(' ');
  if (sql.length > longest) return unread;
  const text = statementsOf(sql)
    .map((statement) => shown(statement, judged))
    .join('; ');
  return saysTheSame(settingsOf(sql), settingsOf(text), judged) ? text : unread;
}

type Said = ReturnType<typeof settingsOf>;

function saysTheSame(whole: Said, shown: Said, judged: ReadonlySet<string>): boolean {
  const agrees = (name: string): boolean => whole.parameters[name] === shown.parameters[name];
  return whole.understood === shown.understood && [...judged].every(agrees);
}

function shown({ text, tokens }: Statement, judged: ReadonlySet<string>): string {
  const { parameters, understood } = settingsOf(text);
  // It takes the parameters that it mentions out of what is known, so it goes on mentioning them.
  if (!understood) return ['***', ...mentioned(text, judged)].join(' ');
  const [name] = Object.keys(parameters);
  if (name === undefined) return withoutValue(tokens);
  const value = judged.has(name) ? (parameters[name] ?? '') : '***';
  return `SET ${name} = '${value.replaceAll("'", "''")}'`;
}

/** `RESET`, `DISCARD ALL`, `SET LOCAL`, and what sets a parameter to its default. */
function withoutValue(tokens: readonly Token[]): string {
  const words = tokens.map((token) => ('text' in token ? token.text : ''));
  const equals = tokens.findIndex(
    ({ as }, at) => (as === 'sign' && words[at] === '=') || (as === 'word' && words[at] === 'to'),
  );
  if (equals < 0) return words.join(' ');
  const value = words[equals + 1] === 'default' ? 'default' : "'***'";
  return [...words.slice(0, equals + 1), value].join(' ');
}

function mentioned(sql: string, judged: ReadonlySet<string>): readonly string[] {
  const text = sql.toLowerCase();
  return [...judged].filter((name) => text.includes(name));
}
