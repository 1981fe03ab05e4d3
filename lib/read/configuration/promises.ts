import type { Scope } from '../../core/configuration';
import { duration, headroom, promise, text } from './scalars';
import { list, object, type Shape, type Values } from './shape';

const sourceGlob = text('a glob over the names of documents', 'prod/orders/**');
const sources = list(sourceGlob, 'a list of globs', '[prod/orders/**]', 1);
const account: Shape<string> = {
  schema: { type: 'string', pattern: '^\\d{12}$' },
  read: (value, at) => {
    const digits = text('the id of an AWS account', '"111122223333"').read(value, at);
    if (digits === undefined || /^\d{12}$/.test(digits)) return digits;
    return at.problem('is not the id of an AWS account; write its twelve digits in quotes');
  },
};
const scopeTable = object('a scope', {
  source: {
    shape: {
      schema: { anyOf: [sourceGlob.schema, sources.schema] },
      read: (value, at) => {
        if (Array.isArray(value)) return sources.read(value, at);
        const one = sourceGlob.read(value, at);
        return one === undefined ? undefined : [one];
      },
    } satisfies Shape<readonly string[]>,
    description: 'Globs over the names of documents.',
    example: 'prod/orders/**',
  },
  region: {
    shape: text('a region', 'eu-west-1'),
    description: 'The region of the resources that are meant.',
    example: 'eu-west-1',
  },
  account: {
    shape: account,
    description: 'The account of the resources that are meant, in quotes.',
    example: '111122223333',
  },
});

/** Which documents and resources are meant. */
export const scope: Shape<Scope> = {
  schema: scopeTable.schema,
  read: (value, at) => {
    const read = scopeTable.read(value, at);
    if (read === undefined) return undefined;
    const { source, region, account: id } = read;
    return {
      ...(source === undefined ? {} : { source }),
      ...(region === undefined ? {} : { region }),
      ...(id === undefined ? {} : { account: id }),
    };
  },
};

const request = object('`request`', {
  maxDuration: {
    shape: promise,
    description: 'The longest that one request to the caller may take, with all its queries.',
    example: '90s',
  },
  maxSilence: {
    shape: promise,
    description: 'The longest that the response may send nothing. Without it: the whole request.',
    example: '20s',
  },
  maxConnectionAge: {
    shape: duration,
    description:
      'The age up to which a request may start on an HTTP connection, as the program that answers closes them; 0: each has its own.',
    example: '5m',
  },
});

/** What a workload promises: the keys that `defaults` may hold as well. */
export const promises = {
  roles: {
    shape: list(text('the name of a login role', 'app_user'), 'a list of login roles', '[app_user]'),
    description: 'Login roles as the database sees them. Globs are allowed.',
    example: ['app_user'],
  },
  maxQueryDuration: { shape: promise, description: 'The promise: how long a query may run.', example: '30s' },
  maxSilence: {
    shape: promise,
    description: 'The longest that a running query sends nothing. Without it: the whole query.',
    example: '10s',
  },
  maxTransactionDuration: { shape: promise, description: 'How long a transaction may be open.', example: '1m' },
  maxIdle: {
    shape: promise,
    description: 'The longest pause of a pooled connection between two queries.',
    example: '10m',
  },
  maxIdleInTransaction: {
    shape: promise,
    description: 'The longest pause between two queries of a transaction.',
    example: '30s',
  },
  maxConnectionAge: { shape: promise, description: 'The age at which the pool closes a connection.', example: '30m' },
  maxStatementTimeout: {
    shape: promise,
    description: 'The safety net: `statement_timeout` is finite and no looser than this.',
    example: '2m',
  },
  detectDeadPeerWithin: { shape: promise, description: 'How soon a vanished peer has to be noticed.', example: '10m' },
  request: {
    shape: request,
    description: 'What is promised of the request that runs the queries.',
    example: { maxDuration: '90s' },
  },
  headroom: {
    shape: headroom,
    description: 'Added to each duration that timers must exceed: a duration or a percentage. Default: 0.',
    example: '10%',
    default: 0,
  },
  scope: {
    shape: scope,
    description: 'Limits which documents and resources are meant.',
    example: { source: 'prod/orders/**' },
  },
} as const;

/** What is promised, as written: a key that is left out is `undefined`. Durations are seconds. */
export type Promises = Values<typeof promises>;

/** The `defaults` of the configuration. */
export const defaults = object('`defaults`', promises);
