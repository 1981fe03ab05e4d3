import type { TimerSpec } from '../core/timer';
import { manual } from './_sources';

const client = manual('runtime-config-client');
const replication = manual('runtime-config-replication');

/** What PostgreSQL itself ends, as the session of a role gets it: the same on every kind of resource that it runs on. */
export const databaseTimers: readonly TimerSpec[] = [
  {
    name: 'database.statement_timeout',
    class: 'server-limit',
    phases: ['query'],
    value: { parameter: 'statement_timeout' },
    expiry: 'error-57014',
    bounds: 'query',
    cite: `"Abort any statement that takes more than the specified amount of time" ${client}`,
  },
  {
    name: 'database.transaction_timeout',
    class: 'server-limit',
    phases: ['query'],
    value: { parameter: 'transaction_timeout' },
    expiry: 'fatal-25P04',
    bounds: 'transaction',
    cite: `"Terminate any session that spans longer than the specified amount of time in a transaction" ${client}`,
  },
  {
    name: 'database.idle_session_timeout',
    class: 'between-queries',
    phases: ['pause'],
    value: { parameter: 'idle_session_timeout' },
    expiry: 'fatal-57P05',
    bounds: 'idle',
    cite: `"Be wary of enforcing this timeout on connections made through connection-pooling software or other middleware" ${client}`,
  },
  {
    name: 'database.idle_in_transaction_session_timeout',
    class: 'between-queries',
    phases: ['pause'],
    value: { parameter: 'idle_in_transaction_session_timeout' },
    expiry: 'fatal-25P03',
    bounds: 'idle-in-transaction',
    cite: `"Terminate any session that has been idle ... within an open transaction for longer than the specified amount of time" ${client}`,
  },
  {
    name: 'database.max_standby_streaming_delay',
    class: 'conflict',
    phases: ['conflict'],
    value: { parameter: 'max_standby_streaming_delay' },
    expiry: 'error-40001',
    bounds: 'query',
    uncertain: 'it bounds how long replay is held up, not how long a query runs: with no conflict nothing is cancelled',
    cite: `"how long the standby server should wait before canceling standby queries that conflict with about-to-be-applied WAL entries" ${replication}`,
  },
];
