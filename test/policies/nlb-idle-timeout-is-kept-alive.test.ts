import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/nlb-idle-timeout-is-kept-alive';

const silent = { client: { name: 'etl' } };
const nlb = { nlb: 'aws_lb.db' };
const vanilla = { database: { name: 'warehouse' } };
const rds = { database: 'aws_db_instance.orders' };
const workload = { name: 'nightly', maxQueryDuration: '4h' };
const estate = (settings = {}) => ({
  'aws_lb.db': { kind: 'nlb' },
  'aws_lb_listener.pg': {
    kind: 'listener',
    settings: { port: 5432, protocol: 'TCP', ...settings },
    links: { load_balancer: 'aws_lb.db' },
  },
});
const instance = { 'aws_db_instance.orders': { kind: 'instance', links: { parameter_group: null } } };
const probing = (idle: string, interval: string) => ({
  client: { name: 'etl', keepalive: { idle, interval, count: 3 } },
});

testPolicy(policy, [
  {
    name: 'the defaults of RDS keep 350 s alive untouched',
    resources: { ...estate(), ...instance },
    configuration: { workloads: [{ ...workload, path: [silent, nlb, rds] }] },
    expect: [
      {
        resource: 'aws_lb_listener.pg',
        outcome: 'pass',
        message:
          '`tcp_idle_timeout_seconds` of `aws_lb_listener.pg` is 350 s (default); aws_db_instance.orders sends a keepalive probe every 5 min, so it never fires while a query of `nightly` may take 4 h',
      },
    ],
  },
  {
    name: 'fails where neither end probes in time',
    resources: estate(),
    configuration: { workloads: [{ ...workload, path: [silent, nlb, vanilla] }] },
    expect: [
      {
        resource: 'aws_lb_listener.pg',
        outcome: 'fail',
        message:
          '`tcp_idle_timeout_seconds` of `aws_lb_listener.pg` is 350 s (default), so the flow is forgotten at 350 s while a query of `nightly` may take 4 h; the query runs on, and the client sees nothing: it waits for ever',
        expected: '> 14400',
        actual: 350,
        fix: {
          resource: 'warehouse',
          setting: 'tcp_keepalives_idle',
          value: '60',
          note: 'and tcp_keepalives_interval to 30, tcp_keepalives_count to 3',
        },
      },
    ],
  },
  {
    name: 'the keepalive of the client serves as well',
    resources: estate(),
    configuration: { workloads: [{ ...workload, path: [probing('349s', '10s'), nlb, vanilla] }] },
    expect: [{ resource: 'aws_lb_listener.pg', outcome: 'pass', message: /etl sends a keepalive probe every 349 s/ }],
  },
  {
    name: 'a probe every 350 s is a race against 350 s and loses',
    resources: estate(),
    configuration: { workloads: [{ ...workload, path: [probing('350s', '10s'), nlb, vanilla] }] },
    expect: [
      {
        resource: 'aws_lb_listener.pg',
        outcome: 'fail',
        message: /connection reset \(RST\) at its next keepalive probe$/,
      },
    ],
  },
  {
    name: 'an interval above the timeout loses, however soon the first probe comes',
    resources: estate(),
    configuration: { workloads: [{ ...workload, path: [probing('10s', '400s'), nlb, vanilla] }] },
    expect: [{ resource: 'aws_lb_listener.pg', outcome: 'fail' }],
  },
  {
    name: 'a timeout of 300 s ends before the default probe of RDS, and 301 s does not',
    resources: {
      ...instance,
      ...estate({ tcp_idle_timeout: 300 }),
      'aws_lb_listener.other': {
        kind: 'listener',
        settings: { port: 6432, protocol: 'TCP', tcp_idle_timeout: 301 },
        links: { load_balancer: 'aws_lb.db' },
      },
    },
    configuration: { workloads: [{ ...workload, path: [silent, nlb, rds] }] },
    expect: [
      {
        resource: 'aws_lb_listener.pg',
        outcome: 'fail',
        fix: {
          resource: 'aws_db_instance.orders',
          setting: 'tcp_keepalives_idle',
          value: '60',
          note: 'in the parameter group of aws_db_instance.orders, and tcp_keepalives_interval to 30, tcp_keepalives_count to 3',
        },
      },
      { resource: 'aws_lb_listener.other', outcome: 'pass' },
    ],
  },
  {
    name: 'without keepalive the timeout itself has to outlive the query, and equality fails',
    resources: estate({ tcp_idle_timeout: 600 }),
    configuration: { workloads: [{ ...workload, maxQueryDuration: '10min', path: [silent, nlb, vanilla] }] },
    expect: [
      {
        resource: 'aws_lb_listener.pg',
        outcome: 'fail',
        message: /10 min equals the promise, which is a race: 601 s outlives it$/,
      },
    ],
  },
  {
    name: 'a longer timeout passes without keepalive',
    resources: estate({ tcp_idle_timeout: 601 }),
    configuration: { workloads: [{ ...workload, maxQueryDuration: '10min', path: [silent, nlb, vanilla] }] },
    expect: [{ resource: 'aws_lb_listener.pg', outcome: 'pass', actual: 601 }],
  },
  {
    name: 'a TLS listener has 350 s whatever is written',
    resources: estate({ protocol: 'TLS', tcp_idle_timeout: 6000 }),
    configuration: { workloads: [{ ...workload, maxQueryDuration: '1h', path: [silent, nlb, vanilla] }] },
    expect: [{ resource: 'aws_lb_listener.pg', outcome: 'fail', actual: 350 }],
  },
  {
    name: 'a Gateway Load Balancer drops in silence',
    resources: {
      'aws_lb.gateway': { kind: 'gwlb' },
      'aws_lb_listener.all': { kind: 'listener', links: { load_balancer: 'aws_lb.gateway' } },
    },
    configuration: {
      workloads: [{ ...workload, path: [probing('400s', '10s'), { gwlb: 'aws_lb.gateway' }, vanilla] }],
    },
    expect: [
      {
        resource: 'aws_lb_listener.all',
        outcome: 'fail',
        message: /the client sees connection timed out: its keepalive probes go unanswered$/,
      },
    ],
  },
  {
    name: 'unknown where the client does not show its keepalive',
    resources: { ...estate(), 'aws_ecs_service.etl': { kind: 'service' } },
    configuration: { workloads: [{ ...workload, path: [{ client: 'aws_ecs_service.etl' }, nlb, vanilla] }] },
    expect: [
      {
        resource: 'aws_lb_listener.pg',
        outcome: 'unknown',
        message: /whether aws_ecs_service\.etl sends keepalive probes is not shown$/,
      },
    ],
  },
  {
    name: 'the server keepalive of RDS does not reach past its proxy',
    resources: { ...estate(), ...instance, 'aws_db_proxy.orders': { kind: 'proxy' } },
    configuration: { workloads: [{ ...workload, path: [silent, nlb, { proxy: 'aws_db_proxy.orders' }, rds] }] },
    expect: [
      {
        resource: 'aws_lb_listener.pg',
        outcome: 'unknown',
        message: /AWS does not document whether aws_db_proxy\.orders sends keepalive probes$/,
      },
    ],
  },
  {
    name: 'unknown where the protocol, and so the timeout, is not known',
    resources: estate({ protocol: notKnown('`protocol` is known only after apply') }),
    configuration: { workloads: [{ ...workload, path: [silent, nlb, vanilla] }] },
    expect: [
      { resource: 'aws_lb_listener.pg', outcome: 'unknown', message: /350 s \(default, without a verified source\)/ },
    ],
  },
]);
