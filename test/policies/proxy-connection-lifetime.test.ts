import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/proxy-connection-lifetime';

const path = [{ client: { name: 'etl' } }, { proxy: 'aws_db_proxy.orders' }, { database: { name: 'orders' } }];
const workload = { name: 'nightly', maxQueryDuration: '3h', path };
const resources = { 'aws_db_proxy.orders': { kind: 'proxy' } };

testPolicy(policy, [
  {
    name: 'passes where age and query together stay below 24 h',
    resources,
    configuration: { workloads: [{ ...workload, maxConnectionAge: '20h59m' }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'pass',
        message:
          '`connection_lifetime` of `aws_db_proxy.orders` is 24 h (default); it outlives the promise: a connection of `nightly` may be 23 h 59 min old when its last query ends',
      },
    ],
  },
  {
    name: 'at 24 h it is unknown, and never fails',
    resources,
    configuration: { workloads: [{ ...workload, maxConnectionAge: '21h' }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'unknown',
        message:
          '`connection_lifetime` of `aws_db_proxy.orders` is 24 h (default); a connection of `nightly` may be 24 h old when its last query ends, and it may cut that: whether RDS Proxy cuts a query that runs when its connection is 24 h old is not documented',
        settles: 'let the pool retire connections before they are 21 h old, and declare that as maxConnectionAge',
      },
    ],
  },
  {
    name: 'headroom makes the connection younger still',
    resources,
    configuration: { defaults: { headroom: '1h' }, workloads: [{ ...workload, maxConnectionAge: '20h' }] },
    expect: [{ resource: 'aws_db_proxy.orders', outcome: 'unknown', settles: /before they are 20 h old/ }],
  },
  {
    name: 'a query of a day has no age that is young enough',
    resources,
    configuration: { workloads: [{ ...workload, maxQueryDuration: '24h', maxConnectionAge: '1h' }] },
    expect: [
      { resource: 'aws_db_proxy.orders', outcome: 'unknown', settles: 'run a query of that length without RDS Proxy' },
    ],
  },
  {
    name: 'an age that is not declared is not judged',
    resources,
    configuration: { workloads: [workload] },
    expect: [],
  },
]);
