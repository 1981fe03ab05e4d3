import role from '../../lib/kinds/role';
import { effective, later, shown } from './resource';

describe('role', () => {
  it.each([
    ['milliseconds as text', { statement_timeout: '30000' }, '30000'],
    ['0, for which the provider issues RESET', { statement_timeout: '0' }, null],
    ['unset', {}, 'absent'],
    ['known after apply', { statement_timeout: later }, 'unknown'],
  ])('statement_timeout: %s', (_what, written, expected) => {
    expect(shown(effective(role, { name: 'app', ...written }).statement_timeout)).toBe(expected);
  });

  it('resets each parameter by itself', () => {
    const settings = effective(role, { statement_timeout: '30000', idle_in_transaction_session_timeout: '0' });
    expect([shown(settings.statement_timeout), shown(settings.idle_in_transaction_session_timeout)]).toEqual([
      '30000',
      null,
    ]);
  });

  it('cannot log in unless it says so', () => {
    expect(shown(effective(role).login)).toBe(false);
    expect(shown(effective(role, { login: true }).login)).toBe(true);
  });

  it('lives where the host of its provider points to', () => {
    expect(role.links.database).toEqual({
      terraform: 'host',
      to: ['instance', 'cluster', 'cluster-instance'],
      by: ['address', 'endpoint'],
      provider: 'host',
    });
    expect(role.role).toEqual({
      name: 'name',
      parameters: ['statement_timeout', 'idle_in_transaction_session_timeout'],
      database: 'database',
    });
  });
});
