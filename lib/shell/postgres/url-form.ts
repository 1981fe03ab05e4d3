import { refuse, wordsOf, type Words } from './words';

/** Whether it is meant as the URL of a PostgreSQL server. */
export function isUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(text);
}

const escapes = 'in a user name or password `/` is %2F, `?` is %3F, `#` is %23, `@` is %40, `%` is %25';

/**
 * Reads `postgres://USER:PASSWORD@HOST:PORT/DATABASE?KEYWORD=VALUE`. Not with `new URL`, which refuses URLs that libpq
 * takes (`postgres://me@/shop?host=/run/postgresql`), nor with pg-connection-string, which reads the certificates that a URL
 * names and takes every unknown word. Where a character of a password was not escaped, what follows would be taken for a
 * host or database and be shown: then it is refused.
 */
export function urlForm(text: string): Words {
  const parts = /^[^:]+:\/\/([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?(#.*)?$/su.exec(text);
  const [, authority = '', path = '', query = '', fragment] = parts ?? [];
  if (fragment !== undefined || path.includes('@') || query.includes('@')) {
    refuse(`the URL has a \`#\`, or an \`@\` after its host; ${escapes}`);
  }
  const at = authority.lastIndexOf('@');
  const [user = '', ...password] = authority.slice(0, Math.max(0, at)).split(':');
  const place = authority.slice(at + 1);
  if (place.includes(',')) refuse(severalHosts);
  const [, host, port = ''] = /^(\[[^\]]*\]|[^:[\]]*)(?::(\d*))?$/su.exec(place) ?? [];
  if (host === undefined) refuse(`what stands after the user of the URL is no HOST:PORT; ${escapes}`);
  return wordsOf([
    ['user', decoded(user)],
    ['password', decoded(password.join(':'))],
    ['host', decoded(host.replace(/^\[(.*)\]$/su, '$1'))],
    ['port', port],
    ['dbname', decoded(path)],
    ...parameters(query),
  ]);
}

/** One connection has one server behind it: that of another host would be taken for it. */
export const severalHosts = 'it names several hosts; give each of them a --postgres of its own';

function parameters(query: string): (readonly [string, string])[] {
  if (query === '') return [];
  return query.split('&').map((pair) => {
    const [name = '', value, ...more] = pair.split('=');
    if (value === undefined || more.length > 0) refuse('a parameter of the URL is no KEYWORD=VALUE; `=` is %3D');
    // As libpq does for URLs of JDBC.
    if (decoded(name) === 'ssl' && value === 'true') return ['sslmode', 'require'];
    return [decoded(name), decoded(value)];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return refuse(`a \`%\` of the URL begins no escape; ${escapes}`);
  }
}
