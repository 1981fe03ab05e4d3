import type { DriverSpec } from '../../core/driver';
import { off, ofSystem } from './_driver';

/** Where asyncpg takes its DSN, the variables and its arguments apart. */
export const asyncpgConnect = 'https://github.com/MagicStack/asyncpg/blob/master/asyncpg/connect_utils.py';
const noOption = `the socket gets TCP_NODELAY and nothing else, ${asyncpgConnect}`;
const inProgram =
  '`SO_KEEPALIVE` on the socket of each connection, in the `init` of `create_pool()`; or probes from the other end: `server_settings={"tcp_keepalives_idle": "60"}`';

/** What asyncpg does unasked, wherever its arguments come from; uvloop sets no keepalive either (measured). */
export const asyncpgDefaults: DriverSpec['defaults'] = {
  keepalive_on: { value: false, attribute: 'keepalive', cite: noOption, inProgram },
  keepalive_idle: ofSystem('idle time of keepalive', noOption, { inProgram }),
  keepalive_interval: ofSystem('interval of keepalive', noOption, { inProgram }),
  keepalive_count: ofSystem('count of keepalive', noOption, { inProgram }),
  tcp_user_timeout: off('tcp_user_timeout', noOption, inProgram),
  read_timeout: off('read timeout', `no such argument, ${asyncpgConnect}`),
  query_timeout: off('query timeout', `command_timeout cancels, ${asyncpgConnect}`),
  command_timeout: off(
    'command_timeout',
    `None, https://magicstack.github.io/asyncpg/current/api/index.html#asyncpg.connection.connect`,
    '`command_timeout=` in `connect()` or `create_pool()`',
  ),
};
