import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/parameter-group-is-custom';
import { ref, type Resources } from '../kinds/template';
import { group, instance } from './_database';
import { findingsInTemplate } from './_template';

const database = 'aws_db_instance.orders';
// RDS probes every 300 s unless told otherwise, so a firewall of 200 s cuts a silent query and one of 350 s does not.
const through = (idleTimeout: string): { [key: string]: unknown }[] => [
  { client: { name: 'api' } },
  { firewall: { name: 'edge', idleTimeout } },
  { database },
];
const behind = (idleTimeout: string): never =>
  ({ workloads: [{ name: 'reports', maxQueryDuration: '10m', path: through(idleTimeout) }] }) as never;

testPolicy(policy, [
  {
    name: 'fails where the keepalive has to change and the group is a default one',
    resources: { [database]: instance('default.postgres16') },
    configuration: behind('200s'),
    expect: [
      {
        resource: database,
        outcome: 'fail',
        workload: 'reports',
        role: null,
        message:
          '`aws_db_instance.orders` has the parameter group `default.postgres16`, which cannot be changed, and the promise of `reports` needs `tcp_keepalives_idle` there: attach a custom group',
        expected: 'a custom parameter group',
        actual: 'default.postgres16',
        fix: { resource: database, setting: 'parameter_group_name', value: 'orders-parameters' },
      },
    ],
  },
  {
    name: 'no group is a default group',
    resources: { [database]: instance(null) },
    configuration: behind('200s'),
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message:
          /^`aws_db_instance\.orders` has no parameter group of its own, so it gets a default one, which cannot be changed/,
        actual: null,
      },
    ],
  },
  {
    name: 'passes with a custom group, in the documents or not',
    resources: { [database]: instance('aws_db_parameter_group.orders'), 'aws_db_parameter_group.orders': group({}) },
    configuration: behind('200s'),
    expect: [
      {
        resource: database,
        outcome: 'pass',
        message:
          '`aws_db_instance.orders` has the parameter group `aws_db_parameter_group.orders`, which can carry `tcp_keepalives_idle`',
      },
    ],
  },
  {
    name: 'not judged where the defaults of RDS are enough',
    resources: { [database]: instance('default.postgres16') },
    configuration: behind('350s'),
    expect: [],
  },
  {
    name: 'a dead peer that is noticed too late needs the group as well',
    resources: { [database]: instance(null) },
    configuration: {
      workloads: [
        {
          name: 'api',
          maxQueryDuration: '30s',
          detectDeadPeerWithin: '359s',
          path: [{ client: { name: 'api' } }, { database }],
        },
      ],
    },
    expect: [{ resource: database, outcome: 'fail', actual: null }],
  },
  {
    name: 'noticed in time, nothing is needed',
    resources: { [database]: instance(null) },
    configuration: {
      workloads: [
        {
          name: 'api',
          maxQueryDuration: '30s',
          detectDeadPeerWithin: '6m',
          path: [{ client: { name: 'api' } }, { database }],
        },
      ],
    },
    expect: [],
  },
  {
    name: 'unknown where it is not known which group is attached',
    resources: {
      [database]: {
        ...instance(null),
        links: { parameter_group: notKnown('parameter_group_name is known only after apply') },
      },
    },
    configuration: behind('200s'),
    expect: [
      {
        resource: database,
        outcome: 'unknown',
        message:
          'the promise of `reports` may need `tcp_keepalives_idle` in the parameter group of `aws_db_instance.orders`, and whether that can be changed cannot be told: parameter_group_name is known only after apply',
      },
    ],
  },
  {
    name: 'not judged where nothing may need the group that is not known',
    resources: {
      [database]: {
        ...instance(null),
        links: { parameter_group: notKnown('parameter_group_name is known only after apply') },
      },
    },
    configuration: behind('601s'),
    expect: [],
  },
  {
    name: 'one group of a cluster is enough, and the cluster is where it goes',
    resources: {
      'aws_rds_cluster.orders': {
        kind: 'cluster',
        settings: { engine: 'aurora-postgresql' },
        links: { cluster_parameter_group: null },
      },
      'aws_rds_cluster_instance.one': {
        kind: 'cluster-instance',
        settings: { engine: 'aurora-postgresql' },
        links: { cluster: 'aws_rds_cluster.orders', parameter_group: 'default.aurora-postgresql16' },
      },
      'aws_rds_cluster_instance.two': {
        kind: 'cluster-instance',
        settings: { engine: 'aurora-postgresql' },
        links: { cluster: 'aws_rds_cluster.orders', parameter_group: 'g' },
      },
      g: group({}),
    },
    configuration: {
      workloads: [
        {
          name: 'reports',
          maxQueryDuration: '10m',
          path: [
            { client: { name: 'api' } },
            { firewall: { name: 'edge', idleTimeout: '200s' } },
            { database: 'aws_rds_cluster.orders' },
          ],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_rds_cluster_instance.one',
        outcome: 'fail',
        message: /^`aws_rds_cluster_instance\.one` has the parameter group `default\.aurora-postgresql16`/,
        fix: {
          resource: 'aws_rds_cluster.orders',
          setting: 'db_cluster_parameter_group_name',
          value: 'orders-parameters',
        },
      },
      { resource: 'aws_rds_cluster_instance.two', outcome: 'pass', message: /^`aws_rds_cluster_instance\.two` has/ },
    ],
  },
]);

describe('in a template', () => {
  const workloads = (member: string) => [
    {
      name: 'reports',
      maxQueryDuration: '10m',
      path: [{ client: { name: 'api' } }, { firewall: { name: 'edge', idleTimeout: '200s' } }, { database: member }],
    },
  ];

  it.each([
    [
      'an instance is given a group by its own property',
      { Orders: ['AWS::RDS::DBInstance', { Engine: 'postgres', EngineVersion: '16.4' }] },
      { resource: 'Orders', type: 'AWS::RDS::DBInstance', setting: 'DBParameterGroupName', value: 'orders-parameters' },
    ],
    [
      'a cluster by that of the cluster',
      {
        Orders: ['AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', EngineVersion: '16.4' }],
        One: ['AWS::RDS::DBInstance', { Engine: 'aurora-postgresql', DBClusterIdentifier: ref('Orders') }],
      },
      {
        resource: 'Orders',
        type: 'AWS::RDS::DBCluster',
        setting: 'DBClusterParameterGroupName',
        value: 'orders-parameters',
      },
    ],
  ] as const)('%s', (_, resources, fix) => {
    const note = 'a new parameter group for PostgreSQL 16 that sets tcp_keepalives_idle; it counts after a reboot';
    const findings = findingsInTemplate(policy, resources as Resources, workloads('Orders'));
    expect(findings.map(({ outcome }) => outcome)).toEqual(['fail']);
    expect(findings[0]?.fix).toEqual({ ...fix, note });
  });
});
