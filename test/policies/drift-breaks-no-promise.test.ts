import { notKnown, testPolicy, type TestResource } from 'holdfast/testing';
import policy from '../../policies/drift-breaks-no-promise';
import { group, instance, role } from './_database';

const identity = (identifier: string): Pick<TestResource, 'identity'> => ({ identity: { identifier } });
const alb = (idle_timeout: number): TestResource => ({
  kind: 'alb',
  settings: { idle_timeout },
  ...identity('public'),
});
const configuration = {
  workloads: [
    {
      name: 'checkout-api',
      maxQueryDuration: '30s',
      request: { maxDuration: '90s' },
      path: [{ alb: 'aws_lb.public' }, { client: { name: 'api' } }],
    },
  ],
};
const listener = (seconds: number): { [subject: string]: TestResource } => ({
  'aws_lb.pg': { kind: 'nlb', ...identity('pg') },
  'aws_lb_listener.pg': {
    kind: 'listener',
    settings: { protocol: 'TCP', port: 5432, tcp_idle_timeout: seconds },
    links: { load_balancer: 'aws_lb.pg' },
  },
});
const database = (
  parameters: { [name: string]: string },
  statementTimeout: string | null,
): { [subject: string]: TestResource } => ({
  'aws_db_instance.orders': { ...instance('aws_db_parameter_group.pg', '17.2'), ...identity('orders') },
  'aws_db_parameter_group.pg': { ...group(parameters, 'postgres17'), ...identity('pg') },
  'postgresql_role.app': role('app', statementTimeout),
});
const queries = {
  workloads: [
    {
      name: 'reports',
      roles: ['app'],
      maxQueryDuration: '30s',
      maxTransactionDuration: '60s',
      path: [{ client: { name: 'bi' } }, { database: 'aws_db_instance.orders' }],
    },
  ],
};

testPolicy(policy, [
  {
    name: 'fails where the live value cuts what the declared one lets through',
    declared: { 'aws_lb.public': alb(120) },
    resources: { 'aws_lb.public': alb(60) },
    configuration,
    expect: [
      {
        resource: 'aws_lb.public',
        outcome: 'fail',
        workload: 'checkout-api',
        role: null,
        message:
          '`idle_timeout` of `aws_lb.public` is 60 s live and 2 min in state.json: callers get HTTP 504 at 60 s and the query runs on while a request of `checkout-api` may take 90 s',
        expected: '120',
        actual: 60,
        fix: {
          resource: 'aws_lb.public',
          setting: 'idle_timeout',
          value: 120,
          note: '`terraform apply` does it as well; to keep 60 s, write it where `aws_lb.public` is declared, and change the promise',
        },
      },
    ],
  },
  {
    name: 'passes where every promise still holds',
    declared: { 'aws_lb.public': alb(120) },
    resources: { 'aws_lb.public': alb(91) },
    configuration,
    expect: [
      {
        resource: 'aws_lb.public',
        outcome: 'pass',
        workload: null,
        message: '`idle_timeout` of `aws_lb.public` is 91 s live and 2 min in state.json; every promise still holds',
      },
    ],
  },
  {
    name: 'passes where the declared value breaks the promise as well',
    declared: { 'aws_lb.public': alb(90) },
    resources: { 'aws_lb.public': alb(60) },
    configuration,
    expect: [
      {
        resource: 'aws_lb.public',
        outcome: 'pass',
        message: /the promises that depend on it are broken with either value$/,
      },
    ],
  },
  {
    name: 'is unknown where the live value may cut, since nothing shows whether the client sends probes',
    declared: { ...listener(1200), 'aws_ecs_service.etl': { kind: 'service' } },
    resources: { ...listener(350), 'aws_ecs_service.etl': { kind: 'service' } },
    configuration: {
      workloads: [
        {
          name: 'etl',
          maxQueryDuration: '10m',
          path: [{ client: 'aws_ecs_service.etl' }, { nlb: 'aws_lb.pg' }],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_lb_listener.pg',
        outcome: 'unknown',
        workload: 'etl',
        message:
          /^`tcp_idle_timeout_seconds` of `aws_lb_listener.pg` is 350 s live and 20 min in state.json: a query of `etl` may take 10 min, and it may cut that: /,
        settles: /keepalive/,
      },
    ],
  },
  {
    name: 'tells two values of one resource that break the same promises together',
    declared: database({ statement_timeout: '120000', transaction_timeout: '180000' }, null),
    resources: database({ statement_timeout: '20000', transaction_timeout: '25000' }, null),
    configuration: queries,
    expect: [
      {
        resource: 'aws_db_parameter_group.pg',
        outcome: 'fail',
        workload: 'reports',
        role: 'app',
        message:
          '`statement_timeout` of `aws_db_parameter_group.pg` is 20 s live and 2 min in state.json: the server cancels the query at 20 s (ERROR 57014) while a query of `reports` may take 30 s; `transaction_timeout` of `aws_db_parameter_group.pg` is 25 s live and 3 min in state.json: the server ends the session at 25 s (FATAL 25P04) while a transaction of `reports` may take 60 s',
        expected: '120',
        actual: 20,
        fix: {
          resource: 'aws_db_parameter_group.pg',
          setting: 'statement_timeout',
          value: '120000',
          note: 'and `transaction_timeout` to 3 min; `terraform apply` does it as well; to keep 20 s, write it where `aws_db_parameter_group.pg` is declared, and change the promise',
        },
      },
    ],
  },
  {
    name: 'follows the value of the role',
    declared: database({}, '60000'),
    resources: database({}, '20000'),
    configuration: queries,
    expect: [{ resource: 'postgresql_role.app', outcome: 'fail', role: 'app', expected: '60', actual: 20 }],
  },
  {
    name: 'says nothing of what is not known on either side',
    declared: {
      'aws_lb.public': {
        kind: 'alb',
        settings: { idle_timeout: notKnown('known after apply') },
        ...identity('public'),
      },
    },
    resources: { 'aws_lb.public': alb(120) },
    configuration,
    expect: [],
  },
  {
    name: 'says nothing where nothing was compared',
    resources: { 'aws_lb.public': alb(60) },
    configuration,
    expect: [],
  },
]);
