import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/parameter-is-applied';
import { group, instance, row } from './_database';

const database = 'aws_db_instance.orders';
const next = 'aws_db_parameter_group.next';
const configuration = {
  workloads: [{ name: 'api', maxQueryDuration: '30s', path: [{ client: { name: 'api' } }, { database }] }],
};
const update = (before: { [name: string]: string }) => ({ action: 'update' as const, before });
const keep = { action: 'keep' as const, before: {} };
const changedGroup = (parameters: { [key: string]: string | null }[], before: { [key: string]: string }[]) => ({
  kind: 'parameter-group',
  settings: { family: 'postgres16', parameters },
  change: { action: 'update' as const, before: { parameter: before } },
});

testPolicy(policy, [
  {
    name: 'a group that is attached anew waits for a reboot',
    resources: {
      [database]: { ...instance(next), change: update({ parameter_group_name: 'default.postgres16' }) },
      [next]: group({ statement_timeout: '0' }),
    },
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'fail',
        workload: 'api',
        role: null,
        message:
          '`aws_db_instance.orders` runs old values until it is rebooted: this plan attaches `aws_db_parameter_group.next` in place of `default.postgres16`, which counts only after a reboot',
        expected: 'in sync',
        actual: 'waiting for a reboot',
        fix: { resource: database, setting: 'reboot', value: 'after the apply' },
      },
    ],
  },
  {
    name: 'the same group as before passes',
    resources: {
      [database]: { ...instance(next), change: update({ parameter_group_name: 'next' }) },
      [next]: { ...group({}), names: ['next'] },
    },
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'pass',
        message: 'this plan changes nothing that `aws_db_instance.orders` takes over only at a reboot',
      },
    ],
  },
  {
    name: 'a database that the plan creates starts with its group',
    resources: { [database]: { ...instance(next), change: { action: 'create', before: {} } }, [next]: group({}) },
    configuration,
    expect: [{ resource: database, outcome: 'pass' }],
  },
  {
    name: 'a parameter that changes with pending-reboot waits, one that changes at once does not',
    resources: {
      [database]: { ...instance(next), change: keep },
      [next]: changedGroup(
        [row('statement_timeout', '60000', 'pending-reboot'), row('lock_timeout', '5000')],
        [
          { name: 'statement_timeout', value: '30000' },
          { name: 'lock_timeout', value: '1000' },
        ],
      ),
    },
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message:
          '`aws_db_instance.orders` runs old values until it is rebooted: `statement_timeout` of `aws_db_parameter_group.next` changes with `pending-reboot`',
      },
    ],
  },
  {
    name: 'a parameter that is new with pending-reboot waits as well',
    resources: {
      [database]: { ...instance(next), change: keep },
      [next]: changedGroup([row('statement_timeout', '60000', 'pending-reboot')], []),
    },
    configuration,
    expect: [{ resource: database, outcome: 'fail' }],
  },
  {
    name: 'a value that stays, and a parameter that nobody judges, wait for nothing',
    resources: {
      [database]: { ...instance(next), change: keep },
      [next]: changedGroup(
        [row('statement_timeout', '30000', 'pending-reboot'), row('shared_buffers', '2', 'pending-reboot')],
        [
          { name: 'statement_timeout', value: '30000' },
          { name: 'shared_buffers', value: '1' },
        ],
      ),
    },
    configuration,
    expect: [{ resource: database, outcome: 'pass' }],
  },
  {
    name: 'unknown where an update does not show its group or the value',
    resources: {
      [database]: {
        ...instance(null),
        links: { parameter_group: notKnown('parameter_group_name is known only after apply') },
        change: update({ parameter_group_name: 'default.postgres16' }),
      },
      'aws_db_instance.other': { ...instance(next), change: keep },
      [next]: changedGroup(
        [row('statement_timeout', null, 'pending-reboot')],
        [{ name: 'statement_timeout', value: '30000' }],
      ),
    },
    configuration: {
      workloads: [
        ...configuration.workloads,
        {
          name: 'other',
          maxQueryDuration: '30s',
          path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.other' }],
        },
      ],
    },
    expect: [
      { resource: database, outcome: 'unknown', message: /parameter_group_name is known only after apply$/ },
      {
        resource: 'aws_db_instance.other',
        outcome: 'unknown',
        message: /`statement_timeout` of `aws_db_parameter_group\.next` is not known, and it may change$/,
      },
    ],
  },
  {
    name: 'a source that changes nothing says nothing',
    resources: { [database]: instance(next), [next]: group({}) },
    configuration,
    expect: [],
  },
  {
    name: "the cluster's group waits on each instance",
    resources: {
      'aws_rds_cluster.orders': {
        kind: 'cluster',
        settings: { engine: 'aurora-postgresql' },
        links: { cluster_parameter_group: 'orders-new' },
        change: update({ db_cluster_parameter_group_name: 'orders-old' }),
      },
      'aws_rds_cluster_instance.one': {
        kind: 'cluster-instance',
        settings: { engine: 'aurora-postgresql', identifier: 'one' },
        links: { cluster: 'aws_rds_cluster.orders', parameter_group: null },
      },
      'aws_rds_cluster_instance.two': {
        kind: 'cluster-instance',
        settings: { engine: 'aurora-postgresql', identifier: 'two' },
        links: { cluster: 'aws_rds_cluster.orders', parameter_group: null },
      },
    },
    configuration: {
      workloads: [
        {
          name: 'api',
          maxQueryDuration: '30s',
          path: [{ client: { name: 'api' } }, { database: 'aws_rds_cluster.orders' }],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_rds_cluster_instance.one',
        outcome: 'fail',
        message:
          '`aws_rds_cluster_instance.one` runs old values until it is rebooted: this plan attaches `orders-new` in place of `orders-old`, which counts only after a reboot',
      },
      {
        resource: 'aws_rds_cluster_instance.two',
        outcome: 'fail',
        message: /^`aws_rds_cluster_instance\.two` runs old/,
      },
    ],
  },
  ...(
    [
      [
        'in-sync',
        'pass',
        'the parameter groups of `aws_db_instance.orders` are in sync: what they say is what runs',
        null,
      ],
      [
        'pending-reboot',
        'fail',
        '`aws_db_instance.orders` runs old values until it is rebooted: the parameter group `aws_db_parameter_group.next` is `pending-reboot`, and `statement_timeout` = 60000 counts after the reboot',
        {
          resource: database,
          setting: 'reboot',
          value: 'now',
          note: 'aws rds reboot-db-instance --db-instance-identifier orders',
        },
      ],
      [
        'pending-database-upgrade',
        'fail',
        'what `aws_db_instance.orders` runs is not what its parameter group says: the parameter group `aws_db_parameter_group.next` is `pending-database-upgrade`, and `statement_timeout` = 60000 counts after the upgrade: finish the upgrade of aws_db_instance.orders',
        null,
      ],
      [
        'failed-to-apply',
        'fail',
        'what `aws_db_instance.orders` runs is not what its parameter group says: the parameter group `aws_db_parameter_group.next` is `failed-to-apply`, and `statement_timeout` = 60000 counts once RDS can apply it: correct the values that RDS could not apply to aws_db_instance.orders',
        null,
      ],
      ['applying', 'unknown', /`applying`, and `statement_timeout` = 60000 counts once it is applied$/, null],
    ] as const
  ).map(([status, outcome, message, fix]) => ({
    name: `an account that says ${status}: ${outcome}`,
    resources: {
      [database]: { ...instance(next), settings: { ...instance(next).settings, parameter_apply_status: status } },
      [next]: group({ statement_timeout: '60000' }),
    },
    configuration,
    expect: [{ resource: database, outcome, message, fix }],
  })),
  {
    name: "an account that says that the cluster's group waits on one instance",
    resources: {
      c: { kind: 'cluster', settings: { engine: 'aurora-postgresql' }, links: { cluster_parameter_group: 'cg' } },
      cg: { kind: 'cluster-parameter-group', settings: { parameters: [] } },
      one: {
        kind: 'cluster-instance',
        settings: { engine: 'aurora-postgresql', cluster_parameter_apply_status: 'pending-reboot' },
        links: { cluster: 'c', parameter_group: null },
      },
      two: {
        kind: 'cluster-instance',
        settings: {
          engine: 'aurora-postgresql',
          cluster_parameter_apply_status: 'in-sync',
          parameter_apply_status: 'in-sync',
        },
        links: { cluster: 'c', parameter_group: null },
      },
    },
    configuration: {
      workloads: [{ name: 'api', maxQueryDuration: '30s', path: [{ client: { name: 'api' } }, { database: 'c' }] }],
    },
    expect: [
      {
        resource: 'one',
        outcome: 'fail',
        message: '`one` runs old values until it is rebooted: the parameter group `cg` is `pending-reboot`',
      },
      { resource: 'two', outcome: 'pass' },
    ],
  },
  {
    name: 'a server that waits for a restart itself',
    resources: {
      [database]: { ...instance(null), source: 'account' },
      'catalog of orders': {
        kind: 'catalog-server',
        source: 'catalog',
        settings: {
          name: database,
          parameters: [
            {
              name: 'statement_timeout',
              unit: 'ms',
              setting: '0',
              resetVal: '0',
              source: 'default',
              pendingRestart: true,
            },
          ],
        },
      },
    },
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message:
          '`aws_db_instance.orders` runs old values until it is rebooted: `statement_timeout` changed in its configuration and counts only after a restart',
      },
    ],
  },
]);
