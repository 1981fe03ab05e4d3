import type { Fact } from '../../lib/core/fact';
import { table } from '../../lib/core/setting';
import { fact, hop, rows } from './estate';
import { app, database, session, shown } from './session-of';

describe('what waits for a reboot', () => {
  const change = (before: { readonly [name: string]: string }): Fact['change'] => ({
    action: 'update',
    before: table(Object.entries(before)),
  });
  const attached = (before: string, action: 'update' | 'replace' = 'update'): Fact =>
    database('new', {
      links: { parameter_group: 'new' },
      change: { action, before: table([['parameter_group_name', before]]) },
    });
  const groups = [
    fact('parameter-group', 'new', {
      names: ['new-name'],
      settings: { parameters: rows({ statement_timeout: '2000' }) },
    }),
    fact('parameter-group', 'old', {
      names: ['old-name'],
      settings: { parameters: rows({ statement_timeout: '1000' }) },
    }),
    fact('parameter-group', 'alike', {
      names: ['alike-name'],
      settings: { parameters: rows({ statement_timeout: '2000' }) },
    }),
  ];

  it.each<[string, Fact, string]>([
    ['a group attached anew', attached('old-name'), '1 by instance-group or 2 by instance-group'],
    [
      'a group attached in place of the default',
      attached('default.postgres16'),
      'off by default or 2 by instance-group',
    ],
    ['a group that says the same', attached('alike-name'), '2 by instance-group'],
    ['the same group', attached('new-name'), '2 by instance-group'],
    [
      'a group elsewhere before',
      attached('elsewhere'),
      'unknown: statement_timeout of the group that this plan attaches to db counts only after a reboot',
    ],
    ['a database that is made anew', attached('old-name', 'replace'), '2 by instance-group'],
    [
      'a change of something else',
      database('new', { links: { parameter_group: 'new' }, change: change({}) }),
      '2 by instance-group',
    ],
  ])('%s', (_, one, expected) => {
    expect(shown(session([one, ...groups]))).toBe(expected);
  });

  it('says so of the group of a cluster too', () => {
    const facts = [
      fact('cluster', 'c', {
        links: { cluster_parameter_group: 'new' },
        change: change({ db_cluster_parameter_group_name: 'old-name' }),
      }),
      fact('cluster-parameter-group', 'new', {
        names: ['new-name'],
        settings: { parameters: rows({ statement_timeout: '2000' }) },
      }),
      fact('cluster-parameter-group', 'old', {
        names: ['old-name'],
        settings: { parameters: rows({ statement_timeout: '1000' }) },
      }),
      fact('cluster-instance', 'i', { links: { cluster: 'c' } }),
    ];
    expect(shown(session(facts, 'statement_timeout', [app, hop('database', 'c')]))).toBe(
      '1 by cluster-group or 2 by cluster-group',
    );
  });

  const updated = (
    applyMethod: string,
    before: readonly object[] | null,
    action: 'update' | 'create' = 'update',
  ): Fact =>
    fact('parameter-group', 'g', {
      settings: { parameters: rows({ statement_timeout: '2000' }, applyMethod) },
      change: { action, before: table(before === null ? [] : [['parameter', before as never]]) },
    });
  const old = (value: string): object => ({ name: 'Statement_Timeout', value, apply_method: 'immediate' });
  it.each<[string, Fact, string]>([
    ['a changed row', updated('pending-reboot', [old('1000')]), '1 by instance-group or 2 by instance-group'],
    ['a changed row that counts at once', updated('immediate', [old('1000')]), '2 by instance-group'],
    ['a new row', updated('pending-reboot', []), 'off by default or 2 by instance-group'],
    ['a row that stays', updated('pending-reboot', [old('2000')]), '2 by instance-group'],
    ['a row of which nothing is known before', updated('pending-reboot', null), '2 by instance-group'],
    ['a new group', updated('pending-reboot', [], 'create'), '2 by instance-group'],
  ])('pending-reboot: %s', (_, g, expected) => {
    expect(shown(session([database('g'), g]))).toBe(expected);
  });
});
