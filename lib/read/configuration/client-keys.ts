import type { PathEntry } from '../../core/configuration';
import type { Connection } from '../../core/connection';
import { clientKey } from '../../core/select';
import type { HopKey, Kind } from '../../core/kind';
import type { Json } from '../../core/setting';
import { own } from '../json';
import { connectionOfText } from '../connection/read-connection';
import { keepalive } from './keepalive';
import type { Place } from './place';
import { choice } from './scalars';
import type { JsonSchema, Shape } from './shape';

const example = 'postgresql:///?keepalives_idle=60';

/** A connection string. What is no secret is all that is left of it, and no message repeats it. */
export const connectionString: Shape<Connection> = {
  schema: { type: 'string', pattern: '\\S' },
  read: (value, at) => {
    const read = typeof value === 'string' ? connectionOfText('connection', value) : null;
    if (read === null)
      return at.problem(`is no connection string that a PostgreSQL driver reads; write for example \`${example}\``);
    return read.hidden === null ? read : at.problem(`cannot be read: ${read.hidden.why}; ${read.hidden.settles}`);
  },
};

/** The name of a variable, with that of its container before it where two have one (`api/DATABASE_URL`), or `PG*`. */
const variable = /^(?:[A-Za-z0-9_-]{1,255}\/)?(?:PG\*|(?:ConnectionStrings:)?[A-Za-z_][A-Za-z0-9_.-]{0,127})$/;

/** Which of a client's connection strings is meant, or what the one says that is not in view. */
const connection: Shape<Pick<PathEntry, 'connection' | 'declaredConnection'>> = {
  schema: { type: 'string', pattern: '\\S' },
  read: (value, at) => {
    if (typeof value === 'string' && variable.test(value)) return { connection: value };
    const read = typeof value === 'string' ? connectionOfText('connection', value) : null;
    if (read !== null && read.hidden === null) return { declaredConnection: read };
    return at.problem(
      `is neither the name of a variable nor a connection string that a PostgreSQL driver reads; write for example \`DATABASE_URL\` or \`${example}\``,
    );
  },
};

type Beside = Pick<PathEntry, 'driver' | 'connection' | 'declaredConnection' | 'keepalive'>;

/** The keys that stand beside what opens the connection: what no document shows of how it does. */
export type ClientKeys = {
  /** The keys of hops that may open the connection: `client`, and what is a program by itself. */
  readonly hops: readonly HopKey[];
  /** The schemas of the keys by their names. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** What the keys say; `undefined` once what is wrong with them was filed. */
  readonly read: (value: Json, at: Place) => Beside | undefined;
};

/** The drivers that the configuration may name, each once. */
function driverNames(kinds: readonly Kind[]): readonly string[] {
  return [...new Set(kinds.flatMap(({ client }) => client?.drivers.map(({ name }) => name) ?? []))];
}

/** The keys beside `client`. Without a driver in the tables there is none to name. */
export function clientKeys(kinds: readonly Kind[]): ClientKeys {
  const names = driverNames(kinds);
  const driver = choice(names);
  const described = (schema: JsonSchema, description: string, shown: Json): JsonSchema => ({
    ...schema,
    description,
    examples: [shown],
  });
  const openers = kinds.flatMap(({ hop, client }) => (hop === undefined || client === undefined ? [] : [hop.key]));
  return {
    hops: [...new Set([clientKey, ...openers])],
    schemas: {
      ...(names.length === 0
        ? {}
        : { driver: described(driver.schema, 'Of a client: the driver that it uses.', names[0] ?? '') }),
      connection: described(
        connection.schema,
        'Of a client: the variable that holds the connection string which this workload uses, where there are several; or, where no document shows the string, what it says, without user and password.',
        'DATABASE_URL',
      ),
      keepalive: described(
        keepalive.schema,
        'Of a client: the TCP keepalive that its program sets. What a connection string says wins over it.',
        { idle: '60s', interval: '10s', count: 6 },
      ),
    },
    read: (value, at) => {
      const said = <T>(name: string, shape: Shape<T>): T | null | undefined => {
        const written = own(value, name);
        return written === undefined ? null : shape.read(written, at.inside(name));
      };
      const read = {
        driver: said('driver', driver),
        string: said('connection', connection),
        probes: said('keepalive', keepalive),
      };
      if (read.driver === undefined || read.string === undefined || read.probes === undefined) return undefined;
      return {
        ...(read.driver === null ? {} : { driver: read.driver }),
        ...read.string,
        ...(read.probes === null ? {} : { keepalive: read.probes }),
      };
    },
  };
}

/** Files a problem for each key of a client that stands beside something else, or beside a client that takes it inside. */
export function misplacedKeys(value: Json, key: HopKey, isInline: boolean, keys: ClientKeys, at: Place): boolean {
  const written = Object.keys(keys.schemas).filter((name) => own(value, name) !== undefined);
  if (written.length === 0 || (keys.hops.includes(key) && !(key === clientKey && isInline))) return false;
  for (const name of written)
    at.inside(name).problem(
      key === clientKey
        ? 'is written beside an inline client; write it inside its braces'
        : `is written beside \`${key}\`, which opens no connection to PostgreSQL; write it beside \`client\``,
    );
  return true;
}
