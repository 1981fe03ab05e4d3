import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/proxy-client-is-kept-alive';

const silent = { client: { name: 'api' } };
const probing = (idle: string, interval = '10s') => ({
  client: { name: 'api', keepalive: { idle, interval, count: 6 } },
});
const proxy = { proxy: 'aws_db_proxy.orders' };
const rds = { database: 'aws_db_instance.orders' };
const nat = { nat: 'aws_nat_gateway.a' };
const workload = { name: 'checkout', maxQueryDuration: '30min' };
const estate = {
  'aws_nat_gateway.a': { kind: 'nat' },
  'aws_db_proxy.orders': { kind: 'proxy' },
  'aws_db_proxy_target.orders': {
    kind: 'proxy-target',
    links: { proxy: 'aws_db_proxy.orders', instance: 'aws_db_instance.orders' },
  },
  'aws_db_instance.orders': { kind: 'instance', links: { parameter_group: null } },
  'aws_ecs_service.api': { kind: 'service' },
};

testPolicy(policy, [
  {
    name: 'unknown although the server probes every 300 s, since it probes another connection, and AWS does not say whether the proxy does',
    resources: estate,
    configuration: { workloads: [{ ...workload, path: [silent, nat, proxy, rds] }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'unknown',
        workload: 'checkout',
        role: null,
        message:
          "`idle_timeout` of `aws_nat_gateway.a` is 350 s (default) and `api` sends no keepalive probes, so nothing that is documented keeps the flow alive while a query of `checkout` may take 30 min; the database's tcp_keepalives_* do not reach past `aws_db_proxy.orders`, and whether it probes its clients itself is not documented",
        settles: 'let `api` send a keepalive probe at least every 349 s',
      },
    ],
  },
  {
    name: 'a probe every 350 s is a race and does not pass',
    resources: estate,
    configuration: { workloads: [{ ...workload, path: [probing('350s'), nat, proxy, rds] }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'unknown',
        message: /`api` sends keepalive probes only every 350 s/,
      },
    ],
  },
  {
    name: 'the longer of idle and interval counts',
    resources: estate,
    configuration: { workloads: [{ ...workload, path: [probing('60s', '400s'), nat, proxy, rds] }] },
    expect: [{ resource: 'aws_db_proxy.orders', outcome: 'unknown', message: /only every 400 s/ }],
  },
  {
    name: 'passes where the client probes in time',
    resources: estate,
    configuration: { workloads: [{ ...workload, path: [probing('349s'), nat, proxy, rds] }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'pass',
        message:
          'the leg from `api` to `aws_db_proxy.orders` survives silence: `idle_timeout` of `aws_nat_gateway.a` holds: api sends a keepalive probe every 349 s',
      },
    ],
  },
  {
    name: 'does not apply where no path says what lies between client and proxy',
    resources: estate,
    configuration: { workloads: [{ name: 'etl', maxQueryDuration: '30m', database: 'aws_db_instance.orders' }] },
    expect: [],
  },
  {
    name: 'passes where nothing on the leg forgets a flow, whatever lies below the proxy',
    resources: estate,
    configuration: { workloads: [{ ...workload, path: [silent, proxy, nat, rds] }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'pass',
        message: 'nothing between `api` and `aws_db_proxy.orders` forgets a silent flow, so it needs no keepalive',
      },
    ],
  },
  {
    name: 'a short query survives, a long pause on the same leg does not',
    resources: estate,
    configuration: {
      workloads: [{ name: 'checkout', maxQueryDuration: '10s', maxIdle: '1h', path: [silent, nat, proxy, rds] }],
    },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'unknown',
        message: /while a pooled connection of `checkout` may pause for 1 h/,
      },
    ],
  },
  {
    name: 'a short query alone passes',
    resources: estate,
    configuration: { workloads: [{ name: 'checkout', maxQueryDuration: '349s', path: [silent, nat, proxy, rds] }] },
    expect: [
      { resource: 'aws_db_proxy.orders', outcome: 'pass', message: /`aws_nat_gateway\.a` holds: it is longer$/ },
    ],
  },
  {
    name: 'the timer that fires first is the one that is named',
    resources: estate,
    configuration: {
      workloads: [{ ...workload, path: [silent, nat, { firewall: { name: 'edge', idleTimeout: '2m' } }, proxy, rds] }],
    },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'unknown',
        message: /^`idleTimeout` of `edge` is 2 min \(declared\)/,
        settles: /every 119 s$/,
      },
    ],
  },
  {
    name: 'a pooler probes its clients with the values of its system: every 2 h by default, which is too late',
    resources: estate,
    configuration: { workloads: [{ ...workload, path: [silent, nat, { pooler: { name: 'bouncer' } }, rds] }] },
    expect: [
      {
        resource: 'bouncer',
        outcome: 'fail',
        message: /so nothing keeps the flow alive while .* do not reach past `bouncer`$/,
        expected: 'a keepalive period < 350',
        actual: null,
        fix: {
          resource: 'api',
          setting: 'keepalive',
          value: { idle: 60, interval: 30, count: 3 },
          note: "the server's tcp_keepalives_* do not reach past bouncer",
        },
      },
    ],
  },
  {
    name: 'a pooler that probes in time keeps its clients alive',
    resources: estate,
    configuration: {
      workloads: [
        {
          ...workload,
          path: [silent, nat, { pooler: { name: 'bouncer', keepalive: { idle: '60s', interval: '10s' } } }, rds],
        },
      ],
    },
    expect: [{ resource: 'bouncer', outcome: 'pass', message: /bouncer sends a keepalive probe every 60 s$/ }],
  },
  {
    name: 'unknown where the keepalive of the client is not shown',
    resources: estate,
    configuration: { workloads: [{ ...workload, path: [{ client: 'aws_ecs_service.api' }, nat, proxy, rds] }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'unknown',
        message:
          "`idle_timeout` of `aws_nat_gateway.a` is 350 s (default); a query of `checkout` may take 30 min, and it may cut that: whether aws_ecs_service.api sends keepalive probes is not shown; the database's tcp_keepalives_* do not reach past `aws_db_proxy.orders`",
        settles: 'declare it: `client: { name, keepalive: { idle, interval, count } }`',
      },
    ],
  },
  {
    name: 'unknown where a timer on the leg is not shown',
    resources: {
      ...estate,
      'aws_networkfirewall_firewall_policy.strict': {
        kind: 'firewall',
        settings: { tcp_idle_timeout: notKnown('it is known only after apply') },
      },
    },
    configuration: {
      workloads: [
        { ...workload, path: [silent, { firewall: 'aws_networkfirewall_firewall_policy.strict' }, proxy, rds] },
      ],
    },
    expect: [{ resource: 'aws_db_proxy.orders', outcome: 'unknown', message: /it is known only after apply/ }],
  },
  {
    name: 'a proxy endpoint stands for its proxy',
    resources: {
      ...estate,
      'aws_db_proxy_endpoint.ro': { kind: 'proxy-endpoint', links: { proxy: 'aws_db_proxy.orders' } },
    },
    configuration: { workloads: [{ ...workload, path: [silent, nat, { proxy: 'aws_db_proxy_endpoint.ro' }, rds] }] },
    expect: [
      {
        resource: 'aws_db_proxy_endpoint.ro',
        outcome: 'unknown',
        message: /do not reach past `aws_db_proxy_endpoint\.ro`, and whether/,
      },
    ],
  },
]);
