import fc from 'fast-check';
import { inspect } from 'node:util';
import { InputError } from '../../../lib/core/input-error';
import { collectCatalogs } from '../../../lib/shell/postgres/collect';
import type { Failure } from '../../../lib/shell/postgres/failure';
import { parseCatalogSource } from '../../../lib/shell/postgres/parse-source';
import { whyUnread } from '../../../lib/shell/postgres/why';
import { deadPort } from './_servers';

/** Begins and ends with what no message has, so that a part of it that got through is seen too. */
const mark = 'Qz7';
const secret = fc
  .array(fc.constantFrom(...'/?#@:%,;\'"\\ &[]{}|^`~!$*()+<>\té漢0aZ'), { maxLength: 6 })
  .map((junk) => `${mark}${junk.join('')}${mark}`);

type Place = (
  secret: string,
  port: number,
) => { readonly arg: string; readonly env?: Readonly<Record<string, string>> };

const escaped = encodeURIComponent;
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

const places: Readonly<Record<string, Place>> = {
  'the password of a URL': (one, port) => ({ arg: `postgres://ann:${escaped(one)}@127.0.0.1:${port}/shop` }),
  'the password of a URL, not escaped': (one, port) => ({ arg: `postgres://ann:${one}@127.0.0.1:${port}/shop` }),
  'a number before it, not escaped': (one, port) => ({ arg: `postgres://ann:12${one}@127.0.0.1:${port}/shop` }),
  'the user of a URL': (one, port) => ({ arg: `postgres://${escaped(one)}@127.0.0.1:${port}/shop` }),
  'a parameter of a URL': (one, port) => ({ arg: `postgres://127.0.0.1:${port}/shop?password=${escaped(one)}` }),
  'a parameter, not escaped': (one, port) => ({ arg: `postgres://127.0.0.1:${port}/shop?password=${one}` }),
  'the passphrase of a key': (one, port) => ({ arg: `postgres://127.0.0.1:${port}/shop?sslpassword=${escaped(one)}` }),
  'the options of a session': (one, port) => ({ arg: `postgres://127.0.0.1:${port}/shop?options=${escaped(one)}` }),
  'a parameter that nobody knows': (one, port) => ({ arg: `postgres://127.0.0.1:${port}/shop?token=${escaped(one)}` }),
  'the name of one': (one, port) => ({ arg: `postgres://127.0.0.1:${port}/shop?${escaped(one)}=x` }),
  'a URL with a name': (one, port) => ({ arg: `orders=postgres://ann:${one}@127.0.0.1:${port}/shop` }),
  'a URL of another kind': (one, port) => ({ arg: `mysql://ann:${one}@127.0.0.1:${port}/shop?a=b` }),
  'a word': (one, port) => ({ arg: `host=127.0.0.1 port=${port} dbname=shop password=${quoted(one)}` }),
  'a word, not quoted': (one, port) => ({ arg: `host=127.0.0.1 port=${port} dbname=shop password=${one}` }),
  'a word that is misspelt': (one, port) => ({ arg: `host=127.0.0.1 port=${port} dbname=shop pasword=${quoted(one)}` }),
  'the first word, misspelt': (one) => ({ arg: `pasword=${one}` }),
  'no word at all': (one) => ({ arg: one }),
  'a mode of TLS': (one, port) => ({ arg: `host=127.0.0.1 port=${port} sslmode=${quoted(one)}` }),
  'a port': (one) => ({ arg: `host=127.0.0.1 port=${quoted(one)}` }),
  'a service': (one) => ({ arg: `service=${quoted(one)}` }),
  PGPASSWORD: (one, port) => ({ arg: `postgres://127.0.0.1:${port}/shop`, env: { PGPASSWORD: one } }),
  PGOPTIONS: (one, port) => ({ arg: `postgres://127.0.0.1:${port}/shop`, env: { PGOPTIONS: one } }),
  PGSSLCRL: (one, port) => ({ arg: `postgres://127.0.0.1:${port}/shop`, env: { PGSSLCRL: one } }),
};

const failures: readonly Failure[] = [
  { is: 'interrupted' },
  { is: 'silent', doing: 'connecting', seconds: 10 },
  { is: 'silent', doing: 'reading', seconds: 20 },
  { is: 'stranger' },
  { is: 'closed' },
  { is: 'no-password' },
  { is: 'no-tls' },
  ...['refused', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'EPROTO'].map(
    (code) => ({ is: 'tls', code }) as const,
  ),
  ...['ECONNREFUSED', 'ENOTFOUND', 'ENOENT', 'EACCES', 'ETIMEDOUT'].map((code) => ({ is: 'system', code }) as const),
];

describe('a secret', () => {
  let port: number;
  beforeAll(async () => {
    port = await deadPort();
  });

  it.each(Object.entries(places))('in %s reaches no message, document or dump', async (_, place) => {
    await fc.assert(
      fc.asyncProperty(secret, async (one) => {
        const { arg, env } = place(one, port);
        expect(await everythingSaid(arg, { HOME: '/nowhere', ...env })).not.toContain(mark);
      }),
      { numRuns: 30 },
    );
  });

  it('is not in the words of a server that repeats it', () => {
    fc.assert(
      fc.property(secret, fc.constantFrom('28P01', '28000', '42501', '57P03', '57014', '08P01', ''), (one, code) => {
        const source = parseCatalogSource(`host=h user=ann password=${quoted(one)}`, { HOME: '/nowhere' });
        const message = `no entry for "ann" (ann:${one}) at ann@h`;
        const failure: Failure = code === '' ? { is: 'other', message } : { is: 'answer', code, message };
        const why = whyUnread(failure, source);
        expect(why).not.toContain(mark);
        expect(why).not.toMatch(/\bann\b/);
      }),
    );
  });

  it('is in no reason of a failure', () => {
    const source = parseCatalogSource(`host=h user=${mark} password=${mark} sslpassword=${mark}`, { HOME: '/nowhere' });
    for (const failure of failures) {
      expect(whyUnread(failure, source)).toMatch(/^h:5432 .+, so nothing of its catalog is known; [^;]+/);
      expect(whyUnread(failure, source)).not.toContain(mark);
    }
  });
});

/** All that leaves the collector: errors, what was collected, progress, and the source without what holds its secrets. */
async function everythingSaid(arg: string, env: Readonly<Record<string, string>>): Promise<string> {
  const said: unknown[] = [];
  try {
    const source = parseCatalogSource(arg, env);
    const { user: _, ...rest } = source;
    said.push(rest, JSON.stringify(rest), String(source.secrets));
    const signal = new AbortController().signal;
    said.push(await collectCatalogs([source], { signal, onProgress: (progress) => void said.push(progress) }));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    said.push(error, error.message, error.problems);
  }
  return inspect(said, { depth: 9, maxStringLength: null, maxArrayLength: null });
}
