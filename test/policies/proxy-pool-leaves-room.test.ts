import { notKnown, testPolicy, type TestResource } from 'holdfast/testing';
import policy from '../../policies/proxy-pool-leaves-room';

type Estate = { readonly [subject: string]: TestResource };

const database: Estate = { 'aws_db_instance.orders': { kind: 'instance' } };
const workload = {
  name: 'checkout',
  maxQueryDuration: '30s',
  path: [{ client: { name: 'api' } }, { proxy: 'aws_db_proxy.a' }, { database: 'aws_db_instance.orders' }],
};
/** A proxy whose only target is the database, with its share of the connections. */
const proxy = (name: string, percent?: number | ReturnType<typeof notKnown>): Estate => ({
  [`aws_db_proxy.${name}`]: { kind: 'proxy', settings: { engine_family: 'POSTGRESQL' } },
  [`aws_db_proxy_target.${name}`]: {
    kind: 'proxy-target',
    links: { proxy: `aws_db_proxy.${name}`, instance: 'aws_db_instance.orders' },
  },
  ...(percent === undefined
    ? {}
    : {
        [`aws_db_proxy_default_target_group.${name}`]: {
          kind: 'proxy-target-group',
          settings: { max_connections_percent: percent },
          links: { proxy: `aws_db_proxy.${name}` },
        },
      }),
});

testPolicy(policy, [
  {
    name: 'one proxy with the default of AWS passes, with a remark',
    resources: { ...database, ...proxy('a') },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_instance.orders',
        outcome: 'pass',
        workload: null,
        role: null,
        message:
          '`aws_db_proxy.a` (100 %, default) may open 100 % of the connections that `aws_db_instance.orders` allows, which leaves none for connections that do not go through a proxy',
      },
    ],
  },
  {
    name: 'two with the default ask for twice what there is, whether or not a workload uses the other',
    resources: { ...database, ...proxy('a'), ...proxy('b') },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_instance.orders',
        outcome: 'fail',
        message:
          '`aws_db_proxy.a` (100 %, default) and `aws_db_proxy.b` (100 %, default) may open 200 % of the connections that `aws_db_instance.orders` allows, so under load the later one is refused',
        expected: '<= 100',
        actual: 200,
        fix: {
          resource: 'aws_db_proxy.a',
          setting: 'max_connections_percent',
          value: 50,
          note: 'and the same for aws_db_proxy.b, so that together they stay within 100 %',
        },
      },
    ],
  },
  {
    name: '90 and 90 fail',
    resources: { ...database, ...proxy('a', 90), ...proxy('b', 90) },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_instance.orders',
        outcome: 'fail',
        actual: 180,
        fix: {
          resource: 'aws_db_proxy_default_target_group.a',
          setting: 'connection_pool_config.max_connections_percent',
          value: 50,
        },
      },
    ],
  },
  {
    name: '60 and 41 fail, 60 and 40 pass with a remark',
    resources: { ...database, ...proxy('a', 60), ...proxy('b', 41) },
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_db_instance.orders', outcome: 'fail', actual: 101 }],
  },
  {
    name: 'exactly 100 passes with a remark',
    resources: { ...database, ...proxy('a', 60), ...proxy('b', 40) },
    configuration: { workloads: [workload] },
    expect: [
      { resource: 'aws_db_instance.orders', outcome: 'pass', message: /may open 100 % .* leaves none for connections/ },
    ],
  },
  {
    name: 'less than 100 passes without one',
    resources: { ...database, ...proxy('a', 60), ...proxy('b', 39) },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_instance.orders',
        outcome: 'pass',
        message: /may open 99 % of the connections that `aws_db_instance\.orders` allows$/,
      },
    ],
  },
  {
    name: 'a database that is used by two workloads is judged once',
    resources: { ...database, ...proxy('a', 50) },
    configuration: { workloads: [workload, { ...workload, name: 'reports' }] },
    expect: [{ resource: 'aws_db_instance.orders', outcome: 'pass', workload: null }],
  },
  {
    name: 'unknown where the share of one is not shown and might still fit',
    resources: { ...database, ...proxy('a', 50), ...proxy('b', notKnown('it comes from a variable')) },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_instance.orders',
        outcome: 'unknown',
        message:
          '`aws_db_proxy.a` (50 %) and `aws_db_proxy.b` (a share that is not known) may open connections to `aws_db_instance.orders`, and together they may ask for more than it allows: it comes from a variable',
      },
    ],
  },
  {
    name: 'a share that is not shown is 1 % at least, so beside 100 % it fails',
    resources: { ...database, ...proxy('a', 100), ...proxy('b', notKnown('it comes from a variable')) },
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_db_instance.orders', outcome: 'fail', actual: 101 }],
  },
  {
    name: 'unknown where the target of another proxy is not shown',
    resources: {
      ...database,
      ...proxy('a'),
      'aws_db_proxy.b': { kind: 'proxy' },
      'aws_db_proxy_target.b': {
        kind: 'proxy-target',
        links: { proxy: 'aws_db_proxy.b', instance: notKnown('it is known only after apply') },
      },
    },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_instance.orders',
        outcome: 'unknown',
        message: /whether `aws_db_proxy\.b` \(100 %\) targets it too is not known$/,
        settles: 'pass the document that shows the targets of aws_db_proxy.b',
      },
    ],
  },
  {
    name: 'unknown where another proxy shows no target, unless it is for MySQL',
    resources: {
      ...database,
      ...proxy('a'),
      'aws_db_proxy.b': { kind: 'proxy', settings: { engine_family: 'POSTGRESQL' } },
      'aws_db_proxy.c': { kind: 'proxy', settings: { engine_family: 'MYSQL' } },
    },
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_db_instance.orders', outcome: 'unknown', message: /`aws_db_proxy\.b`/ }],
  },
  {
    name: 'a proxy for MySQL without targets is no doubt',
    resources: {
      ...database,
      ...proxy('a'),
      'aws_db_proxy.c': { kind: 'proxy', settings: { engine_family: 'MYSQL' } },
    },
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_db_instance.orders', outcome: 'pass' }],
  },
  {
    name: 'the members of a cluster share one answer',
    resources: {
      'aws_rds_cluster.orders': { kind: 'cluster' },
      'aws_rds_cluster_instance.one': { kind: 'cluster-instance', links: { cluster: 'aws_rds_cluster.orders' } },
      'aws_rds_cluster_instance.two': { kind: 'cluster-instance', links: { cluster: 'aws_rds_cluster.orders' } },
      'aws_db_proxy.a': { kind: 'proxy' },
      'aws_db_proxy.b': { kind: 'proxy' },
      'aws_db_proxy_target.a': {
        kind: 'proxy-target',
        links: { proxy: 'aws_db_proxy.a', cluster: 'aws_rds_cluster.orders' },
      },
      'aws_db_proxy_target.b': {
        kind: 'proxy-target',
        links: { proxy: 'aws_db_proxy.b', cluster: 'aws_rds_cluster.orders' },
      },
    },
    configuration: {
      workloads: [
        {
          ...workload,
          path: [{ client: { name: 'api' } }, { proxy: 'aws_db_proxy.a' }, { database: 'aws_rds_cluster.orders' }],
        },
      ],
    },
    expect: [{ resource: 'aws_rds_cluster.orders', outcome: 'fail', actual: 200 }],
  },
  {
    name: 'a path without a proxy is not judged',
    resources: { ...database, ...proxy('a'), ...proxy('b') },
    configuration: {
      workloads: [{ ...workload, path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.orders' }] }],
    },
    expect: [],
  },
]);
