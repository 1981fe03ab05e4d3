import catalogRole from '../../lib/kinds/catalog-role';
import role from '../../lib/kinds/role';

describe('catalog-role', () => {
  it('carries what ALTER ROLE may set, and nothing that only the configuration of the server sets', () => {
    const { parameters = [] } = catalogRole.role ?? {};
    expect([...parameters].sort()).toEqual([
      'client_connection_check_interval',
      'idle_in_transaction_session_timeout',
      'idle_session_timeout',
      'lock_timeout',
      'statement_timeout',
      'tcp_keepalives_count',
      'tcp_keepalives_idle',
      'tcp_keepalives_interval',
      'tcp_user_timeout',
      'transaction_timeout',
    ]);
    for (const name of parameters) expect(catalogRole.settings[name]?.as).toBe('text');
  });

  it('carries all that a role of Terraform does', () => {
    expect(catalogRole.role?.parameters).toEqual(expect.arrayContaining([...(role.role?.parameters ?? [])]));
  });

  it('takes 0 for "no limit", which Terraform cannot say', () => {
    expect(catalogRole.settings.statement_timeout?.fixed).toBeUndefined();
    expect(role.settings.statement_timeout?.fixed).toBeDefined();
  });

  it('is limited to one database where it says so', () => {
    expect(catalogRole.role).toMatchObject({ name: 'name', database: 'database', inDatabase: 'in_database' });
  });
});
