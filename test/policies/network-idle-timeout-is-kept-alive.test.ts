import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/network-idle-timeout-is-kept-alive';

const silent = { client: { name: 'etl' } };
const probing = { client: { name: 'etl', keepalive: { idle: '60s', interval: '10s', count: 6 } } };
const vanilla = { database: { name: 'warehouse' } };
const nat = { 'aws_nat_gateway.a': { kind: 'nat' } };
const workload = { name: 'nightly', maxQueryDuration: '4h' };

testPolicy(policy, [
  {
    name: 'the defaults of RDS keep a NAT gateway alive untouched',
    resources: { ...nat, 'aws_db_instance.orders': { kind: 'instance', links: { parameter_group: null } } },
    configuration: {
      workloads: [
        { ...workload, path: [silent, { nat: 'aws_nat_gateway.a' }, { database: 'aws_db_instance.orders' }] },
      ],
    },
    expect: [
      {
        resource: 'aws_nat_gateway.a',
        outcome: 'pass',
        message: /aws_db_instance\.orders sends a keepalive probe every 5 min/,
      },
    ],
  },
  {
    name: 'a parameter group that raises the keepalive to 6 min lets the flow die',
    resources: {
      ...nat,
      'aws_db_instance.orders': { kind: 'instance', links: { parameter_group: 'aws_db_parameter_group.orders' } },
      'aws_db_parameter_group.orders': {
        kind: 'parameter-group',
        settings: {
          name: 'orders',
          parameters: [{ name: 'tcp_keepalives_idle', value: '360', state: 'known', applyMethod: null }],
        },
      },
    },
    configuration: {
      workloads: [
        { ...workload, path: [silent, { nat: 'aws_nat_gateway.a' }, { database: 'aws_db_instance.orders' }] },
      ],
    },
    expect: [
      {
        resource: 'aws_nat_gateway.a',
        outcome: 'fail',
        message:
          '`idle_timeout` of `aws_nat_gateway.a` is 350 s (default), so the flow is forgotten at 350 s while a query of `nightly` may take 4 h; the query runs on, and the client sees nothing: it waits for ever',
        fix: {
          resource: 'aws_db_parameter_group.orders',
          setting: 'tcp_keepalives_idle',
          value: '60',
          note: 'and tcp_keepalives_interval to 30, tcp_keepalives_count to 3',
        },
      },
    ],
  },
  {
    name: 'an interface endpoint drops packets, which a client that probes every two hours learns too late',
    resources: { 'aws_vpc_endpoint.db': { kind: 'endpoint', settings: { vpc_endpoint_type: 'Interface' } } },
    configuration: {
      workloads: [
        {
          ...workload,
          path: [{ client: { name: 'etl', keepalive: 'system' } }, { endpoint: 'aws_vpc_endpoint.db' }, vanilla],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_vpc_endpoint.db',
        outcome: 'fail',
        message: /the client sees connection timed out: its keepalive probes go unanswered$/,
      },
    ],
  },
  {
    name: 'the smallest timer of the leg decides how often to probe',
    resources: { ...nat },
    configuration: {
      workloads: [
        {
          ...workload,
          path: [silent, { firewall: { name: 'edge', idleTimeout: '50s' } }, { nat: 'aws_nat_gateway.a' }, vanilla],
        },
      ],
    },
    expect: [
      {
        resource: 'edge',
        outcome: 'fail',
        message: /^`idleTimeout` of `edge` is 50 s \(declared\), so the flow is forgotten at 50 s/,
        fix: {
          resource: 'warehouse',
          setting: 'tcp_keepalives_idle',
          value: '25',
          note: 'and tcp_keepalives_interval to 25, tcp_keepalives_count to 3',
        },
      },
      {
        resource: 'aws_nat_gateway.a',
        outcome: 'fail',
        fix: { resource: 'warehouse', setting: 'tcp_keepalives_idle', value: '25' },
      },
    ],
  },
  {
    name: 'a keepalive of 60 s is a race against a firewall of 60 s, and wins against 61 s',
    resources: {},
    configuration: {
      workloads: [
        { ...workload, path: [probing, { firewall: { name: 'edge', idleTimeout: '60s' } }, vanilla] },
        { ...workload, name: 'weekly', path: [probing, { firewall: { name: 'core', idleTimeout: '61s' } }, vanilla] },
      ],
    },
    expect: [
      { resource: 'edge', outcome: 'fail', workload: 'nightly' },
      { resource: 'core', outcome: 'pass', workload: 'weekly', message: /etl sends a keepalive probe every 60 s/ },
    ],
  },
  {
    name: 'headroom lengthens the query, not the keepalive',
    resources: {},
    configuration: {
      defaults: { headroom: '50%' },
      workloads: [
        { ...workload, path: [probing, { firewall: { name: 'edge', idleTimeout: '61s' } }, vanilla] },
        {
          name: 'short',
          maxQueryDuration: '40s',
          path: [silent, { firewall: { name: 'core', idleTimeout: '60s' } }, vanilla],
        },
      ],
    },
    expect: [
      { resource: 'edge', outcome: 'pass' },
      { resource: 'core', outcome: 'fail', message: /may take 40 s \(60 s with headroom\).*61 s outlives it$/ },
    ],
  },
  {
    name: 'a Network Firewall outlives by its own timeout: above passes, equal fails',
    resources: {
      'aws_networkfirewall_firewall_policy.strict': { kind: 'firewall', settings: { tcp_idle_timeout: 600 } },
      'aws_networkfirewall_firewall_policy.wide': { kind: 'firewall', settings: { tcp_idle_timeout: 601 } },
    },
    configuration: {
      workloads: [
        {
          name: 'a',
          maxQueryDuration: '10min',
          path: [silent, { firewall: 'aws_networkfirewall_firewall_policy.strict' }, vanilla],
        },
        {
          name: 'b',
          maxQueryDuration: '10min',
          path: [silent, { firewall: 'aws_networkfirewall_firewall_policy.wide' }, vanilla],
        },
      ],
    },
    expect: [
      { resource: 'aws_networkfirewall_firewall_policy.strict', outcome: 'fail', message: /10 min equals the promise/ },
      { resource: 'aws_networkfirewall_firewall_policy.wide', outcome: 'pass' },
    ],
  },
  {
    name: 'unknown where tcp_keepalives_idle is 0 on RDS, which selects a value that AWS does not document',
    resources: {
      ...nat,
      'aws_db_instance.orders': { kind: 'instance', links: { parameter_group: 'aws_db_parameter_group.orders' } },
      'aws_db_parameter_group.orders': {
        kind: 'parameter-group',
        settings: {
          name: 'orders',
          parameters: [{ name: 'tcp_keepalives_idle', value: '0', state: 'known', applyMethod: null }],
        },
      },
    },
    configuration: {
      workloads: [
        { ...workload, path: [silent, { nat: 'aws_nat_gateway.a' }, { database: 'aws_db_instance.orders' }] },
      ],
    },
    expect: [
      {
        resource: 'aws_nat_gateway.a',
        outcome: 'unknown',
        message: /tcp_keepalives_idle of aws_db_instance\.orders is 0/,
      },
    ],
  },
  {
    name: 'unknown where the timeout of a firewall is not shown',
    resources: {
      'aws_networkfirewall_firewall_policy.strict': {
        kind: 'firewall',
        settings: { tcp_idle_timeout: notKnown('it is known only after apply') },
      },
    },
    configuration: {
      workloads: [
        {
          ...workload,
          maxQueryDuration: '5999s',
          path: [silent, { firewall: 'aws_networkfirewall_firewall_policy.strict' }, vanilla],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_networkfirewall_firewall_policy.strict',
        outcome: 'unknown',
        message: /known only after apply$/,
      },
    ],
  },
  {
    name: 'fails where the query is longer than any timeout of a firewall, 6000 s, whatever it is',
    resources: {
      'aws_networkfirewall_firewall_policy.strict': {
        kind: 'firewall',
        settings: { tcp_idle_timeout: notKnown('it is known only after apply') },
      },
    },
    configuration: {
      workloads: [
        {
          ...workload,
          maxQueryDuration: '6000s',
          path: [silent, { firewall: 'aws_networkfirewall_firewall_policy.strict' }, vanilla],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_networkfirewall_firewall_policy.strict',
        outcome: 'fail',
        message: /is not known \(60 s to 1 h 40 min\), so the flow is forgotten by 1 h 40 min at the latest/,
        actual: null,
      },
    ],
  },
  {
    name: 'what tracks connections on the interface of an EC2 instance forgets a silent flow on the leg that it opens',
    resources: {
      'aws_instance.etl': {
        kind: 'ec2-instance',
        settings: { launch_template: 'lt-1' },
        links: { launch_template: 'aws_launch_template.etl' },
      },
      'aws_launch_template.etl': { kind: 'launch-template', settings: { conntrack_timeout: 600 } },
      'aws_lb.public': { kind: 'alb', settings: { idle_timeout: 4000 } },
    },
    configuration: {
      workloads: [
        { ...workload, path: [{ alb: 'aws_lb.public' }, { client: 'aws_instance.etl' }, vanilla] },
        {
          ...workload,
          name: 'short',
          maxQueryDuration: '599s',
          path: [{ client: 'aws_instance.etl' }, vanilla],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_launch_template.etl',
        workload: 'nightly',
        outcome: 'unknown',
        // Whether the program on the instance probes is not shown.
        message:
          /^`network_interfaces\.connection_tracking_specification\.tcp_established_timeout` of `aws_launch_template\.etl` is 10 min; a query of `nightly` may take 4 h, and it may cut that/,
        settles: /keepalive/,
      },
      { resource: 'aws_launch_template.etl', workload: 'short', outcome: 'pass' },
    ],
  },
  {
    name: 'its default is one of two that the instance type decides, and either is kept alive by what probes often enough',
    resources: {
      'aws_instance.etl': {
        kind: 'ec2-instance',
        settings: { launch_template: 'lt-1' },
        links: { launch_template: 'aws_launch_template.etl' },
      },
      'aws_launch_template.etl': { kind: 'launch-template' },
      'aws_db_instance.orders': { kind: 'instance', links: { parameter_group: null } },
    },
    configuration: {
      workloads: [
        { ...workload, path: [{ client: 'aws_instance.etl' }, { database: 'aws_db_instance.orders' }] },
        { ...workload, name: 'elsewhere', path: [{ client: 'aws_instance.etl' }, vanilla] },
      ],
    },
    expect: [
      {
        resource: 'aws_launch_template.etl',
        workload: 'nightly',
        outcome: 'pass',
        message: /aws_db_instance\.orders sends a keepalive probe every 5 min/,
      },
      { resource: 'aws_launch_template.etl', workload: 'elsewhere', outcome: 'unknown' },
    ],
  },
  {
    name: 'a driver without keepalive lets it forget, and the fix is in the words of the driver',
    resources: { 'aws_instance.etl': { kind: 'ec2-instance', settings: { conntrack_timeout: 600 } } },
    configuration: {
      workloads: [
        {
          ...workload,
          path: [
            {
              client: 'aws_instance.etl',
              driver: 'npgsql',
              connection: 'Host=db;Username=app;Database=etl;Tcp Keepalive=false',
            },
            { pooler: { name: 'bouncer' } },
            vanilla,
          ],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_instance.etl',
        outcome: 'fail',
        message:
          '`conntrack_timeout` of `aws_instance.etl` is 10 min, so the flow is forgotten at 10 min while a query of `nightly` may take 4 h; the query runs on, and the client sees nothing: it waits for ever',
        fix: {
          resource: 'aws_instance.etl',
          setting: 'Tcp Keepalive',
          value: 'true',
          note: "in its connection string, and `Tcp Keepalive Time` to 60 and `Tcp Keepalive Interval` to 30; declare the same in `connection`, since no document shows that string; the server's tcp_keepalives_* do not reach past bouncer",
        },
      },
    ],
  },
]);
