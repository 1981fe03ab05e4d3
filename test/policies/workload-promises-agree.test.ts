import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/workload-promises-agree';
import { instance } from './_database';

const database = 'aws_db_instance.orders';
const resources = { [database]: instance(null), 'aws_db_instance.other': instance(null) };
const path = [{ client: { name: 'api' } }, { database }];
const bounded = { name: 'checkout-api', roles: ['app'], maxQueryDuration: '30s', maxStatementTimeout: '2m', path };
const long = { name: 'reports', roles: ['app'], maxQueryDuration: '4h', path };

testPolicy(policy, [
  {
    name: 'fails where one role is to be bounded at 2 min and to run 4 h',
    resources,
    configuration: { workloads: [bounded, long] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        workload: 'checkout-api',
        role: 'app',
        message:
          'on role `app` of `aws_db_instance.orders` `checkout-api` wants queries ended at 2 min (`maxStatementTimeout`) and `reports` promises queries of 4 h (`maxQueryDuration`), so no `statement_timeout` serves both: give `reports` a role of its own',
        expected: '> 14400 and <= 120',
        fix: { resource: 'reports', setting: 'roles', value: ['app_reports'] },
      },
    ],
  },
  {
    name: 'equality leaves no value between them',
    resources,
    configuration: { workloads: [bounded, { ...long, maxQueryDuration: '2m' }] },
    expect: [{ resource: database, outcome: 'fail', expected: '> 120 and <= 120' }],
  },
  {
    name: 'one second less passes',
    resources,
    configuration: { workloads: [bounded, { ...long, maxQueryDuration: '119s' }] },
    expect: [
      {
        resource: database,
        outcome: 'pass',
        workload: 'checkout-api',
        role: 'app',
        message:
          'on role `app` of `aws_db_instance.orders` `checkout-api` wants queries ended at 2 min (`maxStatementTimeout`), which leaves room for the queries of `reports`',
      },
    ],
  },
  {
    name: 'headroom counts',
    resources,
    configuration: { workloads: [bounded, { ...long, maxQueryDuration: '119s', headroom: '1s' }] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message: /promises queries of 119 s \(`maxQueryDuration`, 2 min with headroom\)/,
      },
    ],
  },
  {
    name: 'other roles and other databases do not meet',
    resources,
    configuration: {
      workloads: [
        bounded,
        { ...long, roles: ['etl'] },
        { ...long, name: 'elsewhere', path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.other' }] },
      ],
    },
    expect: [],
  },
  {
    name: 'a pattern that means the named role meets it',
    resources,
    configuration: {
      workloads: [
        { ...bounded, roles: ['etl_*'] },
        { ...long, roles: ['etl_nightly'] },
      ],
    },
    expect: [{ resource: database, outcome: 'fail', role: 'etl_*' }],
  },
  {
    name: 'two patterns may have a role in common',
    resources,
    configuration: {
      workloads: [
        { ...bounded, roles: ['etl_*'] },
        { ...long, roles: ['*_nightly'] },
      ],
    },
    expect: [
      {
        resource: database,
        outcome: 'unknown',
        message: /^on role `etl_\*` of .*; whether they share a role cannot be told$/,
        settles: 'name the `roles` of `checkout-api` and `reports` without wildcards',
      },
    ],
  },
  {
    name: 'the same pattern means the same roles, two that begin differently none',
    resources,
    configuration: {
      workloads: [
        { ...bounded, roles: ['etl_*'] },
        { ...long, roles: ['etl_*'] },
        { ...long, name: 'app', roles: ['app_*'] },
      ],
    },
    expect: [{ resource: database, outcome: 'fail', message: /`reports` promises/ }],
  },
  {
    name: 'unknown where roles are not declared',
    resources,
    configuration: {
      workloads: [{ name: 'checkout-api', maxQueryDuration: '30s', maxStatementTimeout: '2m', path }, long],
    },
    expect: [{ resource: database, outcome: 'unknown', role: null }],
  },
  {
    name: "a workload that sets its own limit does not meet the role's",
    resources,
    configuration: {
      workloads: [
        bounded,
        { ...long, path: [{ client: { name: 'pg_dump', settings: { statement_timeout: 0 } } }, { database }] },
      ],
    },
    expect: [],
  },
]);
