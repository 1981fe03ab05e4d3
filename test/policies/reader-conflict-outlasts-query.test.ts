import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/reader-conflict-outlasts-query';

const client = { client: { name: 'report' } };
const workload = {
  name: 'reports',
  maxQueryDuration: '10min',
  path: [client, { database: 'aws_db_instance.replica' }],
};
const value = (name: string, text: string) => ({ name, value: text, state: 'known', applyMethod: null });
const replica = (...parameters: ReturnType<typeof value>[]) => ({
  'aws_db_instance.orders': { kind: 'instance' },
  'aws_db_instance.replica': {
    kind: 'instance',
    links: { replicate_source_db: 'aws_db_instance.orders', parameter_group: 'aws_db_parameter_group.replica' },
  },
  'aws_db_parameter_group.replica': { kind: 'parameter-group', settings: { name: 'replica', parameters } },
});

testPolicy(policy, [
  {
    name: 'a query above the delay is at risk and never fails',
    resources: replica(value('max_standby_streaming_delay', '60000')),
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_instance.replica',
        outcome: 'unknown',
        workload: 'reports',
        message:
          '`max_standby_streaming_delay` of `aws_db_instance.replica` is 60 s (set by parameter group `aws_db_parameter_group.replica`); a query of `reports` may take 10 min, and it may cut that: it bounds how long replay is held up, not how long a query runs: with no conflict nothing is cancelled',
        settles: /-1 waits for ever/,
      },
    ],
  },
  {
    name: 'hot_standby_feedback is mentioned, and is no proof',
    resources: replica(value('max_standby_streaming_delay', '60000'), value('hot_standby_feedback', '1')),
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_instance.replica',
        outcome: 'unknown',
        message: /; hot_standby_feedback is on, which avoids conflicts with vacuum, not those with DDL$/,
      },
    ],
  },
  {
    name: 'equality is at risk, one millisecond above passes',
    resources: replica(value('max_standby_streaming_delay', '600000')),
    configuration: { workloads: [workload, { ...workload, name: 'short', maxQueryDuration: '599999ms' }] },
    expect: [
      { resource: 'aws_db_instance.replica', outcome: 'unknown', workload: 'reports' },
      { resource: 'aws_db_instance.replica', outcome: 'pass', workload: 'short' },
    ],
  },
  {
    name: '-1 waits for ever',
    resources: replica(value('max_standby_streaming_delay', '-1')),
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_db_instance.replica', outcome: 'pass', message: /is off \(set by parameter group/ }],
  },
  {
    name: 'the writer has no replay conflicts',
    resources: replica(value('max_standby_streaming_delay', '1000')),
    configuration: { workloads: [{ ...workload, path: [client, { database: 'aws_db_instance.orders' }] }] },
    expect: [],
  },
  {
    name: 'unknown where the group is not shown',
    resources: {
      'aws_db_instance.replica': {
        kind: 'instance',
        links: { replicate_source_db: 'orders', parameter_group: notKnown('the group is known only after apply') },
      },
    },
    configuration: { workloads: [workload] },
    expect: [
      { resource: 'aws_db_instance.replica', outcome: 'unknown', message: /the group is known only after apply/ },
    ],
  },
  {
    name: 'the default of an Aurora reader has no verified source',
    resources: {
      'aws_rds_cluster.orders': {
        kind: 'cluster',
        settings: { engine: 'aurora-postgresql' },
        links: { cluster_parameter_group: null },
      },
      'aws_rds_cluster_instance.one': {
        kind: 'cluster-instance',
        settings: { writer: true },
        links: { cluster: 'aws_rds_cluster.orders', parameter_group: null },
      },
      'aws_rds_cluster_instance.two': {
        kind: 'cluster-instance',
        settings: { writer: false },
        links: { cluster: 'aws_rds_cluster.orders', parameter_group: null },
      },
    },
    configuration: {
      workloads: [{ ...workload, path: [client, { database: 'aws_rds_cluster.orders', endpoint: 'reader' }] }],
    },
    expect: [
      {
        resource: 'aws_rds_cluster_instance.two',
        outcome: 'unknown',
        message: /is 14 s \(default, without a verified source\)/,
      },
    ],
  },
]);
