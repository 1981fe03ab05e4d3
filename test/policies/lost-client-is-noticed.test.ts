import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/lost-client-is-noticed';
import { group, instance } from './_database';

const database = 'aws_db_instance.orders';
const path = [{ client: { name: 'airflow' } }, { database }];
const workload = { name: 'nightly-etl', roles: ['etl'], maxQueryDuration: '4h', detectDeadPeerWithin: '10m', path };
const declared = { roles: { etl: {} } };
const configuration = { declared, workloads: [workload] };
const checked = (
  milliseconds: string | null,
  version = '16.4',
): Parameters<typeof testPolicy>[1][number]['resources'] => ({
  [database]: instance('g', version),
  g: group({ client_connection_check_interval: milliseconds }),
});

testPolicy(policy, [
  {
    name: 'fails where it is off',
    resources: { [database]: instance(null) },
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'fail',
        workload: 'nightly-etl',
        role: 'etl',
        message:
          '`client_connection_check_interval` of `aws_db_instance.orders` for role `etl` is off (default), so a query of `nightly-etl` whose client is gone runs on for up to 4 h (`maxQueryDuration`); `detectDeadPeerWithin` of `nightly-etl` is 10 min',
        // The keepalive of RDS takes 300 + 30 x 2 = 360 s of it.
        expected: '<= 240',
        actual: null,
        fix: { resource: 'etl', setting: 'client_connection_check_interval', value: '240000' },
      },
    ],
  },
  {
    name: 'is mended in the group that is attached, where the default applies to everybody',
    resources: { [database]: instance('g'), g: group({}) },
    configuration: { workloads: [{ name: 'etl', maxQueryDuration: '4h', detectDeadPeerWithin: '10m', path }] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        fix: { resource: 'g', setting: 'client_connection_check_interval', value: '240000' },
      },
    ],
  },
  {
    name: 'passes where the server looks often enough: 360 s until the keepalive knows, then 240 s',
    resources: checked('240000'),
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'pass',
        message:
          '`client_connection_check_interval` of `aws_db_instance.orders` for role `etl` is 4 min (set by parameter group `g`), and its keepalive notices a dead peer after 6 min; `detectDeadPeerWithin` of `nightly-etl` is 10 min',
        expected: '<= 240',
        actual: 240,
      },
    ],
  },
  {
    name: 'fails where it looks too seldom',
    resources: checked('240001'),
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'fail',
        actual: 240.001,
        message: /and its keepalive notices a dead peer after 6 min, so a lost client is noticed too late;/,
        fix: { resource: 'etl', setting: 'client_connection_check_interval', value: '240000' },
      },
    ],
  },
  {
    name: 'looking often is of no use while the keepalive is slow',
    resources: checked('1000'),
    configuration: { declared, workloads: [{ ...workload, detectDeadPeerWithin: '5m' }] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message:
          /and its keepalive notices a dead peer after 6 min, so a lost client is noticed too late, however often it looks: shorten the keepalive;/,
        expected: '<= 0',
        actual: 1,
        fix: null,
      },
    ],
  },
  {
    name: 'where it does not look at all, half of the time is for that',
    resources: { [database]: instance(null) },
    configuration: { declared, workloads: [{ ...workload, detectDeadPeerWithin: '5m' }] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        fix: {
          resource: 'etl',
          setting: 'client_connection_check_interval',
          value: '150000',
          note: 'and shorten the keepalive, which notices a dead peer after 6 min',
        },
      },
    ],
  },
  {
    name: 'unknown where the keepalive is that of the operating system',
    resources: {
      [database]: instance('g'),
      g: group({ client_connection_check_interval: '1000', tcp_keepalives_idle: '0' }),
    },
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'unknown',
        message: /whether a lost client is noticed by then cannot be told: tcp_keepalives_idle of .* is 0/,
        settles: 'set tcp_keepalives_idle to a positive number',
      },
    ],
  },
  {
    name: 'passes where a query ends sooner than that anyway',
    resources: { [database]: instance(null) },
    configuration: { declared, workloads: [{ ...workload, maxQueryDuration: '30s' }] },
    expect: [
      {
        resource: database,
        outcome: 'pass',
        message:
          'a query of `nightly-etl` whose client is gone ends after 30 s at the latest (`maxQueryDuration`); `detectDeadPeerWithin` of `nightly-etl` is 10 min',
      },
    ],
  },
  {
    name: 'passes where the statement timeout ends it',
    resources: { [database]: instance('g'), g: group({ statement_timeout: '600000' }) },
    configuration,
    expect: [
      { resource: database, outcome: 'pass', message: /ends after 10 min at the latest \(`statement_timeout`\)/ },
    ],
  },
  {
    name: 'before PostgreSQL 14 only the statement timeout bounds it',
    resources: checked('1000', '13.12'),
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message:
          'PostgreSQL 13 of `aws_db_instance.orders` does not have `client_connection_check_interval` (14 does), so a query of `nightly-etl` whose client is gone runs on for up to 4 h (`maxQueryDuration`); only `statement_timeout` bounds it; `detectDeadPeerWithin` of `nightly-etl` is 10 min',
        fix: null,
      },
    ],
  },
  {
    name: 'behind a proxy the proxy is the peer',
    resources: checked('1000'),
    configuration: {
      declared,
      workloads: [
        { ...workload, path: [{ client: { name: 'airflow' } }, { proxy: { name: 'orders-proxy' } }, { database }] },
      ],
    },
    expect: [
      {
        resource: database,
        outcome: 'unknown',
        message: /^the peer of `aws_db_instance\.orders` is `orders-proxy`, so/,
        settles: /statement_timeout/,
      },
    ],
  },
  {
    name: 'unknown where the value is known only after apply',
    resources: checked(null),
    configuration,
    expect: [{ resource: database, outcome: 'unknown', message: /known only after apply/ }],
  },
  {
    name: 'not judged unless declared',
    resources: { [database]: instance(null) },
    configuration: { declared, workloads: [{ name: 'nightly-etl', roles: ['etl'], maxQueryDuration: '4h', path }] },
    expect: [],
  },
]);
