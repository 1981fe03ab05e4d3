import { asyncpgDefaults } from './_asyncpg';
import { defineDriver, others } from './_driver';

/** create_connect_args: `opts.update(url.query)`, and what is in there are the keyword arguments of asyncpg's `connect()`. */
const dialect = 'https://github.com/sqlalchemy/sqlalchemy/blob/main/lib/sqlalchemy/dialects/postgresql/asyncpg.py';
const connect = 'https://magicstack.github.io/asyncpg/current/api/index.html#asyncpg.connection.connect';

/** asyncpg behind SQLAlchemy: the query of the URL holds arguments of `connect()`, not names of a DSN. */
export default defineDriver({
  name: 'asyncpg-sqlalchemy',
  title: 'asyncpg behind SQLAlchemy',
  forms: ['url'],
  schemes: ['postgresql+asyncpg'],
  runtimes: ['python'],
  names: 'exact',
  parameters: {
    command_timeout: { as: 'seconds', sets: 'command_timeout', cite: `${connect}; ${dialect}` },
    ...others(
      `${connect}; ${dialect}`,
      'async_fallback',
      'database',
      'direct_tls',
      'host',
      'krbsrvname',
      'gsslib',
      'max_cacheable_statement_size',
      'max_cached_statement_lifetime',
      'passfile',
      'password',
      'port',
      'prepared_statement_cache_size',
      'service',
      'servicefile',
      'ssl',
      'statement_cache_size',
      'target_session_attrs',
      'timeout',
      'user',
    ),
  },
  variables: {},
  others: { become: 'refused', cite: `"connect() got an unexpected keyword argument", ${dialect}` },
  defaults: asyncpgDefaults,
});
