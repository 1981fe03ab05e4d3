import type { Fact, Link } from '../../lib/core/fact';
import { table, unknown } from '../../lib/core/setting';
import { fact, hop } from './estate';
import { app, database, db, group, later, session, shown } from './session-of';

describe('groups', () => {
  const cluster = fact('cluster', 'c', { links: { cluster_parameter_group: 'cg' } });
  const clusterGroup = group(
    'cg',
    { statement_timeout: '1000', idle_session_timeout: '9000' },
    'cluster-parameter-group',
  );
  const instance = (own: Link | string | null): Fact =>
    fact('cluster-instance', 'i', { links: { cluster: 'c', parameter_group: own } });
  const path = [app, hop('database', 'c')];

  it.each<[string, readonly Fact[], string, string]>([
    ['the cluster’s group', [cluster, clusterGroup, instance(null)], 'statement_timeout', '1 by cluster-group'],
    [
      'the instance’s group over it',
      [cluster, clusterGroup, instance('ig'), group('ig', { statement_timeout: '2000' })],
      'statement_timeout',
      '2 by instance-group',
    ],
    [
      'even where it repeats the default',
      [cluster, clusterGroup, instance('ig'), group('ig', { statement_timeout: '0' })],
      'statement_timeout',
      'off by instance-group',
    ],
    [
      'and the cluster’s where the instance’s is silent',
      [cluster, clusterGroup, instance('ig'), group('ig', { statement_timeout: '0' })],
      'idle_session_timeout',
      '9 by cluster-group',
    ],
    [
      'a default group of the instance says nothing',
      [
        cluster,
        clusterGroup,
        instance({ state: 'linked', to: { name: 'default.aurora-postgresql16' }, sure: 'exact', attribute: 'a' }),
      ],
      'statement_timeout',
      '1 by cluster-group',
    ],
    [
      'Aurora’s own default',
      [cluster, clusterGroup, instance(null)],
      'idle_in_transaction_session_timeout',
      '86400 by default',
    ],
    [
      'a Multi-AZ DB cluster, which shows no instances',
      [cluster, clusterGroup],
      'statement_timeout',
      '1 by cluster-group',
    ],
  ])('Aurora: %s', (_, facts, parameter, expected) => {
    expect(shown(session(facts, parameter, path))).toBe(expected);
  });

  it('is unknown where the cluster of an instance is not in view', () => {
    const alone = fact('cluster-instance', 'i', { links: { cluster: { name: 'elsewhere' } } });
    expect(shown(session([alone], 'statement_timeout', [app, hop('database', 'i')]))).toBe(
      'unknown: the cluster of i is not in the documents',
    );
  });

  const two = [
    group('a', { statement_timeout: '2000' }),
    group('b', { statement_timeout: '3000' }),
    group('empty', {}),
    group('same', { statement_timeout: '2000' }),
  ];
  const oneOf = (...ids: readonly string[]): Link => ({
    state: 'one-of',
    to: ids.map((id) => ({ id: `plan.json#${id}` })),
    attribute: 'a',
    why: 'a or b',
    settles: 'apply',
  });
  it.each<[string, Link | string | null, string]>([
    ['absent', null, 'off by default'],
    [
      'a default group',
      { state: 'linked', to: { name: 'default.postgres16' }, sure: 'exact', attribute: 'a' },
      'off by default',
    ],
    [
      'a group elsewhere',
      { state: 'linked', to: { name: 'orders' }, sure: 'exact', attribute: 'a' },
      'unknown: parameter group orders of db is not in the documents',
    ],
    ['unknown', later, 'unknown: known after apply'],
    [
      'probable',
      { state: 'linked', to: { id: 'plan.json#a' }, sure: 'probable', attribute: 'a' },
      '2 by instance-group',
    ],
    ['one of two', oneOf('a', 'b'), '2 by instance-group or 3 by instance-group'],
    ['one of two that say the same', oneOf('a', 'same'), '2 by instance-group'],
    ['one of two, one of which says nothing', oneOf('a', 'empty'), 'off by default or 2 by instance-group'],
    [
      'one of three, one of which says nothing',
      oneOf('a', 'b', 'empty'),
      'off by default or 2 by instance-group or 3 by instance-group',
    ],
    ['one of two that say nothing', oneOf('empty', 'empty'), 'off by default'],
    [
      'one of two, one of which is elsewhere',
      oneOf('a', 'gone'),
      'unknown: a or b, and not all of these are in the documents',
    ],
  ])('a link that is %s', (_, link, expected) => {
    expect(shown(session([database(link), ...two]))).toBe(expected);
  });

  it('does not read silence as the default group: a data source may not speak of groups', () => {
    const silent = fact('instance', 'db', { links: { parameter_group: [] } });
    expect(shown(session([silent]))).toBe('unknown: no document says which parameter group db has');
  });

  const withRows = (parameters: readonly object[]): Fact =>
    fact('parameter-group', 'g', { names: ['orders'], settings: { parameters: parameters as never } });
  const row = (own: object): object => ({
    name: 'statement_timeout',
    value: '2000',
    state: 'known',
    applyMethod: 'immediate',
    ...own,
  });
  it.each([
    ['one of two values', ['2000', '9000'], '2 by instance-group or 9 by instance-group'],
    ['a value or none', ['2000', null], 'off by default or 2 by instance-group'],
    ['one value, however it is decided', ['2000', '2000'], '2 by instance-group'],
  ])('keeps %s', (_, candidates, expected) => {
    const open = withRows([row({ value: null, state: 'one-of', candidates, why: 'depends', settles: 'deploy' })]);
    expect(shown(session([database('g'), open]))).toBe(expected);
  });

  it.each<[string, Fact, string, string]>([
    [
      'unknown',
      withRows([row({ value: null, state: 'unknown' })]),
      'unknown: statement_timeout of g is known only after apply',
      '1 by declared',
    ],
    [
      'sensitive',
      withRows([row({ value: null, state: 'sensitive' })]),
      'unknown: statement_timeout of g is marked sensitive',
      '1 by declared',
    ],
    [
      'unknown for a reason of its own',
      withRows([row({ value: null, state: 'unknown', why: 'comes from `var.x`', settles: 'check the plan' })]),
      'unknown: statement_timeout of g comes from `var.x`',
      '1 by declared',
    ],
    [
      'one of two, of which one is not an integer',
      withRows([row({ value: null, state: 'one-of', candidates: ['2000', '30s'], why: 'depends', settles: 'deploy' })]),
      'unknown: statement_timeout of g is "30s": RDS takes a plain integer here, in ms, without a unit',
      '1 by declared',
    ],
    [
      'nameless',
      withRows([row({ name: null })]),
      'unknown: the name of a parameter of g is known only after apply, and it may be statement_timeout',
      '1 by declared',
    ],
    [
      'not known as a whole',
      fact('parameter-group', 'g', { names: ['orders'], settings: { parameters: unknown('later', 'apply') } }),
      'unknown: later',
      '1 by declared',
    ],
    [
      'not a plain integer',
      withRows([row({ value: '30s' })]),
      'unknown: statement_timeout of g is "30s": RDS takes a plain integer here, in ms, without a unit',
      '1 by declared',
    ],
    [
      'written twice',
      withRows([row({}), row({ value: '3000' })]),
      '2 by instance-group or 3 by instance-group',
      '2 by instance-group or 3 by instance-group',
    ],
    ['written twice alike', withRows([row({}), row({})]), '2 by instance-group', '2 by instance-group'],
    [
      'written twice, once unknown',
      withRows([row({}), row({ value: null, state: 'unknown' })]),
      'unknown: g sets statement_timeout 2 times',
      '1 by declared',
    ],
    [
      'known beside a nameless one',
      withRows([row({}), row({ name: null })]),
      '2 by instance-group',
      '2 by instance-group',
    ],
    ['known', withRows([row({})]), '2 by instance-group', '2 by instance-group'],
  ])('a row that is %s, and declared', (_, g, expected, declared) => {
    expect(shown(session([database('g'), g]))).toBe(expected);
    const parameterGroups = table([['orders', table([['statement_timeout', '1000']])]]);
    expect(shown(session([database('g'), g], 'statement_timeout', [app, db], { parameterGroups }))).toBe(declared);
  });

  it('believes what is declared of a group that no document describes', () => {
    const elsewhere = database({ state: 'linked', to: { name: 'orders' }, sure: 'exact', attribute: 'a' });
    const parameterGroups = table([['orders', table([['statement_timeout', '1000']])]]);
    expect(shown(session([elsewhere], 'statement_timeout', [app, db], { parameterGroups }))).toBe('1 by declared');
    expect(shown(session([elsewhere], 'idle_session_timeout', [app, db], { parameterGroups }))).toBe('off by default');
  });

  it('never shows a sensitive value', () => {
    const secret = withRows([row({ value: null, state: 'sensitive' })]);
    expect(JSON.stringify(session([database('g'), secret]))).not.toContain('2000');
  });
});
