import type { Headroom, PathEntry, Workload } from '../../core/configuration';
import type { Seconds } from '../../core/setting';
import { databases } from './selector';
import { contradictions } from './contradictions';
import { promises, type Promises } from './promises';
import type { Entry } from './hop';
import type { Place } from './place';
import { text } from './scalars';
import { list, object, type Shape } from './shape';

/** The `defaults` as far as they are known while workloads are read: `broken` was written and cannot be read. */
export type Defaults = { readonly values: Promises; readonly at: Place } | 'broken' | null;

/** One workload, with the defaults applied to it. */
export function workload(entry: Shape<Entry>, inherited: Defaults): Shape<Workload> {
  const fields = object('a workload', {
    name: {
      shape: text('a name', 'checkout-api'),
      description: 'What findings call the workload.',
      example: 'checkout-api',
      required: 'so findings could not name it',
    },
    ...promises,
    path: {
      shape: list(entry, 'a list of hops', '[database: aws_db_instance.orders]', 1),
      description:
        'The hops from the caller to the database, in order. Without it the databases with their proxies are judged.',
      example: [{ alb: 'aws_lb.public' }, { client: 'aws_ecs_service.api' }, { database: 'aws_db_instance.orders' }],
    },
    database: {
      shape: databases,
      description: 'Where there is no path: which databases. Without it: all PostgreSQL in view.',
      example: 'aws_db_instance.orders',
    },
  });
  return {
    schema: fields.schema,
    read: (value, at) => {
      const read = fields.read(value, at);
      if (read === undefined || inherited === 'broken') return undefined;
      const { name, path, database } = read;
      if (path !== undefined && database !== undefined)
        return at
          .inside('database')
          .problem('stands beside `path`, which names the database itself; remove one of them');
      const values = inherit(read, inherited?.values);
      const placeOf = (key: keyof Promises): Place =>
        (read[key] === undefined && inherited !== null ? inherited.at : at).inside(key);
      const { maxQueryDuration } = values;
      if (maxQueryDuration === undefined)
        return at.problem(
          'has no `maxQueryDuration`, so there is no promise to judge; add for example `maxQueryDuration: 30s`',
        );
      const entries = path === undefined ? null : identified(path, name, at.inside('path'));
      const isSound = contradictions({ ...values, maxQueryDuration }, name, placeOf);
      if (entries === undefined || !isSound) return undefined;
      return {
        name,
        roles: values.roles ?? [],
        maxQueryDuration,
        maxSilence: declared(values.maxSilence),
        maxTransactionDuration: declared(values.maxTransactionDuration),
        maxIdle: declared(values.maxIdle),
        maxIdleInTransaction: declared(values.maxIdleInTransaction),
        maxConnectionAge: declared(values.maxConnectionAge),
        maxStatementTimeout: declared(values.maxStatementTimeout),
        detectDeadPeerWithin: declared(values.detectDeadPeerWithin),
        request: {
          maxDuration: declared(values.request?.maxDuration),
          maxSilence: declared(values.request?.maxSilence),
          maxConnectionAge: declared(values.request?.maxConnectionAge),
        },
        headroom: values.headroom ?? noHeadroom,
        path: entries,
        databases: database ?? [],
        scope: values.scope ?? null,
        location: at.location(),
      };
    },
  };
}

const noHeadroom: Headroom = { as: 'duration', seconds: 0 };

function declared(seconds: Seconds | undefined): Seconds | null {
  return seconds ?? null;
}

/** What the workload says itself, else what the defaults say. */
function inherit(own: Promises, inherited: Promises | undefined): Promises {
  if (inherited === undefined) return own;
  return {
    roles: own.roles ?? inherited.roles,
    maxQueryDuration: own.maxQueryDuration ?? inherited.maxQueryDuration,
    maxSilence: own.maxSilence ?? inherited.maxSilence,
    maxTransactionDuration: own.maxTransactionDuration ?? inherited.maxTransactionDuration,
    maxIdle: own.maxIdle ?? inherited.maxIdle,
    maxIdleInTransaction: own.maxIdleInTransaction ?? inherited.maxIdleInTransaction,
    maxConnectionAge: own.maxConnectionAge ?? inherited.maxConnectionAge,
    maxStatementTimeout: own.maxStatementTimeout ?? inherited.maxStatementTimeout,
    detectDeadPeerWithin: own.detectDeadPeerWithin ?? inherited.detectDeadPeerWithin,
    request: own.request ?? inherited.request,
    headroom: own.headroom ?? inherited.headroom,
    scope: own.scope ?? inherited.scope,
  };
}

/** The path with an id for each inline hop, or `undefined` where two of them have one name. */
function identified(path: readonly Entry[], workload: string, at: Place): readonly PathEntry[] | undefined {
  const seen = new Map<string, number>();
  let sound = true;
  const entries = path.map((entry, position): PathEntry => {
    const { select } = entry;
    if (select.by !== 'inline') return { ...entry, select };
    const { subject } = select.fact;
    const before = seen.get(subject);
    if (before !== undefined) {
      at.inside(position).problem(
        `is called ${JSON.stringify(subject)} like hop ${String(before + 1)} of the path; give it another name`,
      );
      sound = false;
    }
    seen.set(subject, position);
    return {
      ...entry,
      select: { by: 'inline', fact: { ...select.fact, id: `configuration#${escaped(workload)}/${subject}` } },
    };
  });
  return sound ? entries : undefined;
}

/** As in a JSON pointer, so that no two pairs of names give one id. */
function escaped(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}
