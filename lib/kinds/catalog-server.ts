import { defineKind } from './_kind';
import { manual } from './_sources';

const cite = manual('view-pg-settings');

/** What a PostgreSQL server says of itself: what it runs, which databases it has. Its roles are kinds of their own. */
export default defineKind({
  name: 'catalog-server',
  title: 'catalog of PostgreSQL',
  settings: {
    name: { as: 'text', cite },
    host: { as: 'text', cite },
    port: { as: 'number', cite },
    dbname: { as: 'text', cite },
    databases: { as: 'list', cite: manual('catalog-pg-database') },
    version: { as: 'text', cite },
    in_recovery: { as: 'boolean', cite: manual('functions-admin') },
    parameters: { as: 'list', cite },
  },
  // Which database it was read from is found once every document was read.
  links: {
    database: { terraform: 'host', to: ['instance', 'cluster', 'declared-database'], by: ['address', 'endpoint'] },
    answered: {
      terraform: 'host',
      to: ['instance', 'cluster', 'cluster-instance', 'declared-database'],
      by: ['address', 'endpoint'],
    },
  },
  timers: [],
  catalog: { shows: 'database', runs: 'answered', roles: 'server' },
});
