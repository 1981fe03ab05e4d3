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

function shown(statement: Statement, judged: ReadonlySet<string>): string {
  const { parameters, understood } = settingsOf(statement.text);
  const [name, another] = Object.keys(parameters);
  if (understood && name !== undefined && another === undefined) {
    const value = judged.has(name) ? (parameters[name] ?? '') : '***';
    return `SET ${name} = '${value.replaceAll("'", "''")}'`;
  }
  const text = statement.tokens.map((token, at) => word(token, statement.tokens[at - 1])).join(' ');
  // A statement that is not read takes the parameters that it mentions out of what is known: it goes on mentioning them.
  const lost = mentioned(statement.text, judged).filter((one) => !text.toLowerCase().includes(one));
  return [text, ...lost].join(' ');
}

/** What follows `=` or `TO` is a value, however it is written. */
function word(token: Token, before: Token | undefined): string {
  const isValue = before !== undefined && 'text' in before && ['=', 'to'].includes(before.text.toLowerCase());
  if (token.as === 'other' || token.as === 'text' || (isValue && token.text !== 'default')) return "'***'";
  return token.as === 'name' ? `"${token.text.replaceAll('"', '""')}"` : token.text;
}

function mentioned(sql: string, judged: ReadonlySet<string>): readonly string[] {
  const text = sql.toLowerCase();
  return [...judged].filter((name) => text.includes(name));
}
