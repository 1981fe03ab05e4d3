import { opaque, type Apart, type TakenApart } from './taken-apart';

/** `postgres://`, `postgresql://`, and with a driver of SQLAlchemy's `postgresql+psycopg://`. */
const ours = /^postgres(?:ql)?(?:\+[a-z0-9_]+)?$/;

/**
 * A URL of PostgreSQL taken apart, with one host or several; `schemes` are further ones that drivers take. Only what follows
 * the `?` is read.
 */
export function urlApart(text: string, schemes: ReadonlySet<string>): Apart {
  const [, written] = /^([a-z][a-z0-9+.:-]{0,60}):\/\//i.exec(text) ?? [];
  const scheme = written?.toLowerCase();
  if (written === undefined || scheme === undefined || !(ours.test(scheme) || schemes.has(scheme))) return null;
  const rest = text.slice(written.length + '://'.length);
  if (rest.startsWith(opaque) && !/[/?@]/.test(rest)) return { why: 'is not known behind `://`', settles };
  const mark = rest.indexOf('?');
  if (mark === -1) return { scheme, pairs: [] };
  const before = rest.slice(0, mark);
  // A password with a bare `?` in it: what libpq takes for the password, others take for parameters.
  if (!/[@/]/.test(before) && rest.includes('@', mark))
    return { why: 'has a `?` before its `@`, which drivers read differently', settles: 'write it as `%3F`' };
  return { scheme, pairs: queryPairs(rest.slice(mark + 1)) };
}

const settles = 'write scheme, host and parameters in the open, and only the password as a reference';

/** The parameters behind a `?`. A `+` is a space to every driver but libpq, which would fail with it. */
export function queryPairs(query: string): TakenApart['pairs'] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const sign = pair.indexOf('=');
      const [name, value] = sign === -1 ? [pair, ''] : [pair.slice(0, sign), pair.slice(sign + 1)];
      return [decoded(name) ?? '', decoded(value)] as const;
    });
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return null;
  }
}
