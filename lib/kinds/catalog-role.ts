import type { SettingSpec } from '../core/kind';
import { defineKind } from './_kind';
import { parameters } from './_parameters';
import { manual } from './_sources';

const cite = `"default values for run-time configuration variables, for each role and database combination" ${manual('catalog-pg-db-role-setting')}`;

/** What a role may carry: `ALTER ROLE ... SET` refuses what only the server's configuration sets. */
const carried = Object.values(parameters).flatMap(({ name, context }) => (context === 'user' ? [name] : []));

/**
 * A login role as the catalog shows it, or all of them (`name` is `null`), in all databases or in one: a row of
 * `pg_db_role_setting`, with each value as it was typed, or a role that has none.
 */
export default defineKind({
  name: 'catalog-role',
  title: 'PostgreSQL role in the catalog',
  settings: {
    name: { as: 'text', cite },
    in_database: { as: 'text', cite },
    ...Object.fromEntries(carried.map((name): [string, SettingSpec] => [name, { as: 'text', cite }])),
  },
  links: {
    server: { terraform: 'host', to: ['catalog-server'], by: ['host'] },
    // That of its server, which is found once every document was read.
    database: { terraform: 'host', to: ['instance', 'cluster', 'declared-database'], by: ['address', 'endpoint'] },
  },
  timers: [],
  role: { name: 'name', parameters: carried, database: 'database', inDatabase: 'in_database' },
});
