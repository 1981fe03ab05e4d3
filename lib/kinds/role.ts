import type { Default, SettingSpec } from '../core/kind';
import { defineKind } from './_kind';
import { roleProvider } from './_sources';

const cite = `postgresql_role, ${roleProvider}`;

/**
 * A parameter of the role in milliseconds, as text. For 0 the provider issues RESET, not SET: the role then has no value of
 * its own, which is `null` here, and cannot be told "no limit" this way.
 */
function parameter(name: string): SettingSpec {
  return {
    as: 'text',
    terraform: name,
    fixed: (settings): Default | null => {
      const written = settings[name];
      const isReset = written?.state === 'known' && Number(written.value) === 0;
      return isReset
        ? {
            value: null,
            cite: `0 issues ALTER ROLE .. RESET: ${roleProvider}; https://github.com/cyrilgdn/terraform-provider-postgresql/issues/353`,
          }
        : null;
    },
    range: { min: 0, max: 2_147_483_647, cite },
    cite,
  };
}

export default defineKind({
  name: 'role',
  title: 'PostgreSQL role',
  terraform: { types: ['postgresql_role'], names: ['name'] },
  settings: {
    name: { as: 'text', terraform: 'name', cite },
    login: { as: 'boolean', terraform: 'login', default: { value: false, cite }, cite },
    statement_timeout: parameter('statement_timeout'),
    idle_in_transaction_session_timeout: parameter('idle_in_transaction_session_timeout'),
  },
  links: {
    database: {
      terraform: 'host',
      to: ['instance', 'cluster', 'cluster-instance'],
      by: ['address', 'endpoint'],
      provider: 'host',
    },
  },
  timers: [],
  role: {
    name: 'name',
    parameters: ['statement_timeout', 'idle_in_transaction_session_timeout'],
    database: 'database',
  },
});
