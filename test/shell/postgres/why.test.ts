import { failureOf, type Failure } from '../../../lib/shell/postgres/failure';
import { parseCatalogSource } from '../../../lib/shell/postgres/parse-source';
import { whyUnread } from '../../../lib/shell/postgres/why';

const unknown = 'so nothing of its catalog is known';

describe('whyUnread', () => {
  const why = (failure: Failure, words: string): string =>
    whyUnread(failure, parseCatalogSource(words, { HOME: '/nowhere' }));
  const answer = (code: string, message = ''): Failure => ({ is: 'answer', code, message });

  it.each<[Failure, string, string]>([
    [
      { is: 'system', code: 'ENOTFOUND' },
      'host=db.internal user=ann',
      `db.internal:5432 is not found: no DNS server here knows db.internal (ENOTFOUND), ${unknown}; ` +
        'check the name; it may be known inside its VPC only',
    ],
    [
      { is: 'system', code: 'ENOENT' },
      'host=/run/pg user=ann',
      `/run/pg/.s.PGSQL.5432 does not exist, ${unknown}; check the folder and port of the socket, and that the server runs`,
    ],
    [
      { is: 'system', code: 'EHOSTUNREACH' },
      'host=::1 user=ann',
      `[::1]:5432 cannot be reached (EHOSTUNREACH), ${unknown}; check security groups and routes`,
    ],
    [
      { is: 'no-password' },
      'host=h user=ann',
      `h:5432 asks for a password and none is at hand, ${unknown}; give one in PGPASSWORD or by a line in /nowhere/.pgpass`,
    ],
    [
      answer('53300', 'sorry, too many clients already'),
      'host=h user=ann',
      `h:5432 has no connection left (53300), ${unknown}; run it again at a quieter time`,
    ],
    [
      answer('57P03', 'the database system is starting up'),
      'host=h user=ann',
      `h:5432 takes no connections now (57P03: the database system is starting up), ${unknown}; run it again once it does`,
    ],
    [
      answer('3D000', 'database "ann" does not exist'),
      'host=h user=ann',
      `h:5432 has no database of the user's name (3D000), and no other was named, ${unknown}; name one that it has`,
    ],
    [
      answer('28000', 'no pg_hba.conf entry for host "10.0.0.7", user "ann", database "shop", no encryption'),
      'host=h user=ann dbname=shop sslmode=disable',
      'h:5432 refuses the login without TLS (28000: no pg_hba.conf entry for host "10.0.0.7", user "***", database "shop", ' +
        `no encryption), ${unknown}; say sslmode=require or sslmode=verify-full`,
    ],
  ])('%j', (failure, words, expected) => {
    expect(why(failure, words)).toBe(expected);
  });

  it('shows 200 characters of what a server says, in one line', () => {
    const text = why(answer('XX000', `\u0000\n${'x'.repeat(1e6)}`), 'host=h user=ann');
    expect(text).toBe(`h:5432 answered XX000:  ${'x'.repeat(199)}, ${unknown}; the SQLSTATE tells more`);
  });
});

describe('failureOf', () => {
  const error = (message: string, code?: string): Error =>
    Object.assign(new Error(message), code === undefined ? {} : { code });

  it.each<[unknown, Failure]>([
    [error('x', '28P01'), { is: 'answer', code: '28P01', message: 'x' }],
    [error('x', 'EPIPE'), { is: 'closed' }],
    [error('x', 'ECONNRESET'), { is: 'closed' }],
    [error('Connection terminated unexpectedly'), { is: 'closed' }],
    [error('x', 'EPERM'), { is: 'system', code: 'EPERM' }],
    // Of several addresses, each refused.
    [new AggregateError([], 'x'), { is: 'other', message: 'x' }],
    [Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), { is: 'system', code: 'ECONNREFUSED' }],
    [error('x', 'DEPTH_ZERO_SELF_SIGNED_CERT'), { is: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
    [error('x', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'), { is: 'tls', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
    [error('x', 'EPROTO'), { is: 'tls', code: 'EPROTO' }],
    ['thrown text', { is: 'other', message: '' }],
  ])('%s', (thrown, expected) => {
    expect(failureOf(thrown)).toEqual(expected);
  });
});
