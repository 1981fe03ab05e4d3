import type { SettingSpec } from '../core/kind';
import { valueOf, type Setting, type Table } from '../core/setting';
import { secondsOf } from './_choose';
import { keepaliveKey, keepaliveSettings } from './_keepalive';
import { defineKind } from './_kind';
import { linuxTcp, pgbouncer } from './_sources';
import { zeroIsOff } from './_zero-is-off';

const system = `tcp_keepalive is on with the values of the operating system, ${pgbouncer}; Linux: ${linuxTcp}`;

/** A limit of PgBouncer that is off by default, and where written as 0. */
function offUnlessSet(name: string): SettingSpec {
  const cite = `${name}: 0 (off) by default, ${pgbouncer}`;
  return { as: 'seconds', default: { value: null, cite }, fixed: zeroIsOff(name, cite), cite };
}

const janitor =
  'https://github.com/pgbouncer/pgbouncer/blob/master/src/janitor.c (pool_client_maint), seen in docs/lab.md';

/** In session mode a client holds a server connection from its first query on, and those are passed over. */
function clientIdleTimeout(settings: Table<Setting>): Setting<number | null> | null {
  return valueOf(settings.mode) === 'transaction' ? secondsOf(settings, 'client_idle_timeout') : null;
}

export default defineKind({
  name: 'pooler',
  title: 'connection pooler (PgBouncer)',
  settings: {
    query_timeout: offUnlessSet('query_timeout'),
    client_idle_timeout: offUnlessSet('client_idle_timeout'),
    mode: {
      as: 'text',
      default: { value: 'session', cite: `pool_mode: "Default: session", ${pgbouncer}` },
      cite: `pool_mode, ${pgbouncer}`,
    },
    ...keepaliveSettings(pgbouncer, {
      idle: { value: 7200, cite: system },
      interval: { value: 75, cite: system },
      count: { value: 9, cite: system },
    }),
  },
  links: {},
  timers: [
    {
      name: 'pooler.query_timeout',
      class: 'server-limit',
      phases: ['query'],
      value: { setting: 'query_timeout' },
      expiry: 'orderly-close',
      bounds: 'query',
      cite: `"should be used only with a slightly smaller server-side statement_timeout" ${pgbouncer}`,
    },
    {
      name: 'pooler.client_idle_timeout',
      class: 'between-queries',
      phases: ['pause'],
      value: { setting: 'client_idle_timeout', compute: clientIdleTimeout },
      expiry: 'orderly-close',
      bounds: 'idle',
      cite: `client_idle_timeout, ${pgbouncer}; it passes over a client that holds a server connection: ${janitor}`,
    },
  ],
  hop: {
    key: 'pooler',
    side: 'connection',
    does: 'terminates',
    keepalive: 'own',
    // Parameters in the startup packet are an error, or are ignored where ignore_startup_parameters lists them.
    startupOptions: 'may-drop',
    // It hands out a server connection without a look if it was used less than server_check_delay (30 s) ago.
    below: ({ mode }) => (valueOf(mode) === 'transaction' ? 'pool' : 'client'),
    inline: {
      queryTimeout: {
        setting: 'query_timeout',
        as: 'duration',
        description: 'query_timeout: a query that runs longer is cut with its connection; 0 (off) unless declared.',
      },
      clientIdleTimeout: {
        setting: 'client_idle_timeout',
        as: 'duration',
        description:
          'client_idle_timeout: a client that pauses longer is disconnected in transaction mode, and only there; 0 (off) unless declared.',
      },
      mode: {
        setting: 'mode',
        as: 'text',
        choices: ['session', 'transaction'],
        description:
          'pool_mode: whether a server connection belongs to a client for a session (unless declared) or a transaction.',
      },
      keepalive: keepaliveKey,
    },
  },
});
