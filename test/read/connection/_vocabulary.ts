import type { DriverParameter, DriverSpec } from '../../../lib/core/driver';
import { table } from '../../../lib/core/setting';

/** Small drivers of our own, so that the reader's tests do not change with the real tables. */
function driver(
  spec: Pick<DriverSpec, 'name' | 'forms' | 'schemes' | 'names' | 'parameters' | 'variables'>,
): DriverSpec {
  const off = { value: null, attribute: 'x', cite: 'test' };
  return {
    ...spec,
    title: spec.name,
    runtimes: [],
    others: { become: 'ignored', cite: 'test' },
    defaults: {
      keepalive_on: off,
      keepalive_idle: off,
      keepalive_interval: off,
      keepalive_count: off,
      tcp_user_timeout: off,
      read_timeout: off,
      query_timeout: off,
      command_timeout: off,
    },
  };
}

const as = (kind: DriverParameter['as'], ...aliases: readonly string[]): DriverParameter => ({
  as: kind,
  cite: 'test',
  ...(aliases.length > 0 && { aliases }),
});

export const vocabulary: readonly DriverSpec[] = [
  driver({
    name: 'plain',
    forms: ['url', 'keywords', 'variables'],
    schemes: ['postgres', 'postgresql', 'postgresql+psycopg'],
    names: 'exact',
    parameters: table([
      ['keepalives', as('switch')],
      ['keepalives_idle', as('seconds')],
      ['statement_timeout', as('milliseconds')],
      ['options', as('options')],
      ['connect_timeout', as('other')],
      ['user', as('other')],
      ['password', as('other')],
      ['host', as('other')],
      ['dbname', as('other')],
      ['sslmode', as('other')],
    ]),
    variables: table([
      ['PGHOST', 'host'],
      ['PGDATABASE', 'dbname'],
      ['PGPASSWORD', 'password'],
      ['PGOPTIONS', 'options'],
      ['PGKEEPALIVE', 'keepalives_idle'],
    ]),
  }),
  driver({
    name: 'java',
    forms: ['jdbc'],
    schemes: ['jdbc:postgresql', 'jdbc:aws-wrapper:postgresql'],
    names: 'exact',
    parameters: table([
      ['socketTimeout', as('seconds')],
      ['tcpKeepAlive', as('switch')],
      ['options', as('options')],
      ['password', as('other')],
    ]),
    variables: table(),
  }),
  driver({
    name: 'dotnet',
    forms: ['ado'],
    schemes: [],
    names: 'any-case-and-spaces',
    parameters: table([
      ['Host', as('other', 'Server')],
      ['Username', as('other', 'User Id')],
      ['Password', as('other')],
      ['Database', as('other', 'DB')],
      ['Command Timeout', as('seconds')],
      ['Tcp Keepalive Time', as('milliseconds')],
      ['Options', as('options')],
    ]),
    variables: table(),
  }),
  driver({
    name: 'pool',
    forms: ['ini'],
    schemes: [],
    names: 'any-case',
    parameters: table([
      ['query_timeout', as('seconds')],
      ['tcp_keepidle', as('seconds')],
      ['listen_addr', as('other')],
    ]),
    variables: table(),
  }),
];
