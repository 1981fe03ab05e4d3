import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/pooled-connection-survives-idle';

const silent = { client: { name: 'api' } };
const probing = { client: { name: 'api', keepalive: { idle: '60s', interval: '10s', count: 6 } } };
const vanilla = { database: { name: 'orders' } };
const workload = { name: 'checkout', maxQueryDuration: '1s', maxIdle: '10min' };
const nat = { 'aws_nat_gateway.a': { kind: 'nat' } };
const nlb = {
  'aws_lb.db': { kind: 'nlb' },
  'aws_lb_listener.pg': {
    kind: 'listener',
    settings: { port: 5432, protocol: 'TCP' },
    links: { load_balancer: 'aws_lb.db' },
  },
};

testPolicy(policy, [
  {
    name: 'a NAT gateway forgets a connection that pauses for ten minutes, however short its queries are',
    resources: nat,
    configuration: { workloads: [{ ...workload, path: [silent, { nat: 'aws_nat_gateway.a' }, vanilla] }] },
    expect: [
      {
        resource: 'aws_nat_gateway.a',
        outcome: 'fail',
        message:
          '`idle_timeout` of `aws_nat_gateway.a` is 350 s (default), so a connection is forgotten after 350 s of silence while a pooled connection of `checkout` may pause for 10 min; then the client sees: connection reset (RST) when it sends the next query',
        expected: '> 600',
        actual: 350,
        fix: {
          resource: 'orders',
          setting: 'tcp_keepalives_idle',
          value: '60',
          note: 'and tcp_keepalives_interval to 30, tcp_keepalives_count to 3',
        },
      },
    ],
  },
  {
    name: 'every hop that forgets in silence is found',
    resources: { ...nlb, 'aws_vpc_endpoint.db': { kind: 'endpoint', settings: { vpc_endpoint_type: 'Interface' } } },
    configuration: {
      workloads: [
        {
          ...workload,
          path: [
            silent,
            { firewall: { name: 'edge', idleTimeout: '5m' } },
            { endpoint: 'aws_vpc_endpoint.db' },
            { nlb: 'aws_lb.db' },
            vanilla,
          ],
        },
      ],
    },
    expect: [
      {
        resource: 'edge',
        outcome: 'fail',
        message: /; then the client sees: the next query hangs until TCP gives up$/,
      },
      { resource: 'aws_vpc_endpoint.db', outcome: 'fail' },
      { resource: 'aws_lb_listener.pg', outcome: 'fail' },
    ],
  },
  {
    name: 'equality fails, one second above passes',
    resources: {},
    configuration: {
      workloads: [
        { ...workload, name: 'a', path: [silent, { firewall: { name: 'edge', idleTimeout: '600s' } }, vanilla] },
        { ...workload, name: 'b', path: [silent, { firewall: { name: 'core', idleTimeout: '601s' } }, vanilla] },
      ],
    },
    expect: [
      { resource: 'edge', outcome: 'fail', message: /10 min equals the promise, which is a race: 601 s outlives it$/ },
      { resource: 'core', outcome: 'pass' },
    ],
  },
  {
    name: 'probes of the client keep it alive',
    resources: nat,
    configuration: { workloads: [{ ...workload, path: [probing, { nat: 'aws_nat_gateway.a' }, vanilla] }] },
    expect: [
      {
        resource: 'aws_nat_gateway.a',
        outcome: 'pass',
        message:
          /api sends a keepalive probe every 60 s, so it never fires while a pooled connection of `checkout` may pause for 10 min$/,
      },
    ],
  },
  {
    name: 'a transaction that pauses is forgotten as well, whoever shares connections',
    resources: { ...nat, 'aws_db_proxy.orders': { kind: 'proxy' } },
    configuration: {
      workloads: [
        {
          ...workload,
          maxIdle: '1min',
          maxIdleInTransaction: '6min',
          path: [silent, { nat: 'aws_nat_gateway.a' }, vanilla],
        },
        {
          ...workload,
          name: 'shared',
          maxIdleInTransaction: '6min',
          path: [silent, { pooler: { name: 'bouncer', mode: 'transaction' } }, { nat: 'aws_nat_gateway.a' }, vanilla],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_nat_gateway.a',
        workload: 'checkout',
        outcome: 'fail',
        message:
          /350 s of silence while a transaction of `checkout` may pause for 6 min; then the client sees: connection reset \(RST\) when it sends the next query$/,
        expected: '> 360',
      },
      { resource: 'aws_nat_gateway.a', workload: 'shared', outcome: 'fail', expected: '> 360' },
    ],
  },
  {
    name: 'so do the defaults of RDS where the leg ends at the database',
    resources: { ...nat, 'aws_db_instance.orders': { kind: 'instance', links: { parameter_group: null } } },
    configuration: {
      workloads: [
        { ...workload, path: [silent, { nat: 'aws_nat_gateway.a' }, { database: 'aws_db_instance.orders' }] },
      ],
    },
    expect: [{ resource: 'aws_nat_gateway.a', outcome: 'pass' }],
  },
  {
    name: 'behind a pooler in session mode a server connection pauses with its client',
    resources: nat,
    configuration: {
      workloads: [
        { ...workload, path: [silent, { pooler: { name: 'bouncer' } }, { nat: 'aws_nat_gateway.a' }, vanilla] },
      ],
    },
    expect: [{ resource: 'aws_nat_gateway.a', outcome: 'fail', actual: 350 }],
  },
  {
    name: 'behind one in transaction mode its other clients decide',
    resources: nat,
    configuration: {
      workloads: [
        {
          ...workload,
          path: [silent, { pooler: { name: 'bouncer', mode: 'transaction' } }, { nat: 'aws_nat_gateway.a' }, vanilla],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_nat_gateway.a',
        outcome: 'unknown',
        message:
          /how long a connection waits in the pool of bouncer depends on its other clients, and it hands out one that is dead$/,
        settles: 'let bouncer or the database send keepalive probes more often than that',
      },
    ],
  },
  {
    name: 'which does not matter where the database keeps it alive',
    resources: { ...nat, 'aws_db_instance.orders': { kind: 'instance', links: { parameter_group: null } } },
    configuration: {
      workloads: [
        {
          ...workload,
          path: [
            silent,
            { pooler: { name: 'bouncer', mode: 'transaction' } },
            { nat: 'aws_nat_gateway.a' },
            { database: 'aws_db_instance.orders' },
          ],
        },
      ],
    },
    expect: [{ resource: 'aws_nat_gateway.a', outcome: 'pass' }],
  },
  {
    name: 'unknown in front of RDS Proxy, whose probes are not documented',
    resources: { ...nat, 'aws_db_proxy.orders': { kind: 'proxy' } },
    configuration: {
      workloads: [
        { ...workload, path: [silent, { nat: 'aws_nat_gateway.a' }, { proxy: 'aws_db_proxy.orders' }, vanilla] },
      ],
    },
    expect: [
      {
        resource: 'aws_nat_gateway.a',
        outcome: 'unknown',
        message: /AWS does not document whether aws_db_proxy\.orders sends keepalive probes$/,
      },
    ],
  },
  {
    name: 'a pause that is not declared is not judged',
    resources: nat,
    configuration: {
      workloads: [{ name: 'checkout', maxQueryDuration: '1s', path: [silent, { nat: 'aws_nat_gateway.a' }, vanilla] }],
    },
    expect: [],
  },
  {
    name: 'so does the connection tracking of an EC2 instance, between queries that are short',
    resources: { 'aws_instance.api': { kind: 'ec2-instance', settings: { conntrack_timeout: 350 } } },
    configuration: {
      workloads: [
        {
          ...workload,
          path: [{ client: 'aws_instance.api', driver: 'pgx' }, { pooler: { name: 'bouncer' } }, vanilla],
        },
        {
          ...workload,
          name: 'silent',
          path: [{ client: 'aws_instance.api', keepalive: false }, { pooler: { name: 'bouncer' } }, vanilla],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_instance.api',
        workload: 'checkout',
        outcome: 'pass',
        message: /aws_instance\.api sends a keepalive probe every 15 s/,
      },
      { resource: 'aws_instance.api', workload: 'silent', outcome: 'fail', actual: 350 },
    ],
  },
]);
