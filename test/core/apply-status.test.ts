import { notApplied } from '../../lib/core/apply-status';
import { unknown, type Json, type Setting } from '../../lib/core/setting';
import type { Fact } from '../../lib/core/fact';
import { provenanceOf } from '../../lib/core/setting';
import { fact, graphOf, hop, nodeOf } from './estate';
import { app, group, session, shown } from './session-of';

const status = (own: { readonly [name: string]: Json | Setting }): ReturnType<typeof notApplied> =>
  notApplied(nodeOf(graphOf([fact('instance', 'db', { settings: own })]), 'db'), 'instance-group');

describe('the apply status', () => {
  it.each<[string, string, string]>([
    ['pending-reboot', 'after the reboot', 'reboot db'],
    ['applying', 'once it is applied', 'wait until it is applied to db'],
    ['failed-to-apply', 'once RDS can apply it', 'correct the values that RDS could not apply to db'],
    ['pending-database-upgrade', 'after the upgrade', 'finish the upgrade of db'],
    ['something-new', 'once it is in sync', 'wait until db is in sync with it'],
  ])('%s: the group does not run yet', (said, from, settles) => {
    expect(status({ parameter_apply_status: said })).toEqual({ status: said, from, settles });
  });

  it('is nothing to wait for where the group is in sync, and where no source says', () => {
    expect(status({ parameter_apply_status: 'in-sync' })).toBeNull();
    expect(status({})).toBeNull();
  });

  it('that is not known is none of being in sync', () => {
    expect(status({ parameter_apply_status: unknown('denied', 'allow it') })?.status).toBe('of unknown status');
  });
});

describe('a session of a database that does not run its group yet', () => {
  const live = { source: 'account', document: 'plan.json' } as const;
  const instance = (said: string, to: string | null | { readonly name: string }): Fact =>
    fact('instance', 'db', { ...live, settings: { parameter_apply_status: said }, links: { parameter_group: to } });
  const pg = group('pg16', { statement_timeout: '60000', lock_timeout: '0', tcp_keepalives_idle: '300' });
  const at = [app, hop('database', 'db')];

  it.each<[string, Fact, string, string]>([
    [
      'a value that differs',
      instance('pending-reboot', 'pg16'),
      'statement_timeout',
      'unknown: parameter group pg16 is pending-reboot on db: statement_timeout = 60000 runs after the reboot, and what runs until then is not shown',
    ],
    ['a default that is spelled out', instance('pending-reboot', 'pg16'), 'lock_timeout', 'off by instance-group'],
    ['a keepalive that is RDS’s own', instance('applying', 'pg16'), 'tcp_keepalives_idle', '300 by instance-group'],
    ['a value that it leaves out', instance('pending-reboot', 'pg16'), 'idle_session_timeout', 'off by default'],
    [
      'a default group',
      instance('pending-reboot', { name: 'default.postgres16' }),
      'statement_timeout',
      'off by default',
    ],
    [
      'a group that was not read',
      instance('failed-to-apply', { name: 'elsewhere' }),
      'statement_timeout',
      'unknown: parameter group elsewhere is failed-to-apply on db, and what runs until then is not shown',
    ],
    ['a group in sync', instance('in-sync', 'pg16'), 'statement_timeout', '60 by instance-group'],
  ])('%s', (_, database, parameter, expected) => {
    expect(shown(session([database, pg], parameter, at))).toBe(expected);
  });

  it('says what settles it, also of a value that holds either way', () => {
    const facts = [instance('pending-reboot', 'pg16'), pg];
    const settles = 'reboot db, or read its catalog with `--postgres`';
    expect(session(facts, 'statement_timeout', at)).toMatchObject({ settles });
    for (const parameter of ['lock_timeout', 'idle_session_timeout'])
      expect(
        provenanceOf(session(facts, parameter, at)!).flatMap((step) =>
          step.level === 'instance-group' ? (step.assumed ?? []) : [],
        ),
      ).toEqual([settles]);
  });

  it('is that of the role where the role has a value', () => {
    const login = fact('role', 'r', {
      settings: { name: 'app', statement_timeout: '5000' },
      links: { database: 'db' },
    });
    expect(shown(session([instance('pending-reboot', 'pg16'), pg, login], 'statement_timeout', at))).toBe('5 by role');
  });

  it('is judged by each level: the cluster’s group of a member, and the member’s own', () => {
    const cluster = fact('cluster', 'c', { ...live, links: { cluster_parameter_group: 'cg' } });
    const cg = group('cg', { statement_timeout: '60000', lock_timeout: '7000' }, 'cluster-parameter-group');
    const member = (own: { readonly [name: string]: Json }, to: string | null): Fact =>
      fact('cluster-instance', 'i', { ...live, settings: own, links: { cluster: 'c', parameter_group: to } });
    const own = group('ig', { statement_timeout: '9000' });
    const read = (settings: { readonly [name: string]: Json }, parameter = 'statement_timeout'): string =>
      shown(session([cluster, cg, own, member(settings, 'ig')], parameter, [app, hop('database', 'i')]));
    expect(read({ cluster_parameter_apply_status: 'in-sync', parameter_apply_status: 'in-sync' })).toBe(
      '9 by instance-group',
    );
    // The instance's group is in sync and wins; where it is silent, what the cluster's comes to is open.
    expect(read({ cluster_parameter_apply_status: 'pending-reboot' })).toBe('9 by instance-group');
    expect(read({ cluster_parameter_apply_status: 'pending-reboot' }, 'lock_timeout')).toMatch(
      /^unknown: parameter group cg is pending-reboot on i: lock_timeout = 7000 runs after/,
    );
    expect(read({ parameter_apply_status: 'pending-reboot' })).toMatch(
      /^unknown: parameter group ig is pending-reboot on i/,
    );
    expect(read({ parameter_apply_status: 'pending-reboot' }, 'lock_timeout')).toBe('7 by cluster-group');
  });
});
