import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/parameter-is-valid';
import { group, instance, role, row } from './_database';

const database = 'aws_db_instance.orders';
const subject = 'aws_db_parameter_group.orders';
const configuration = { workloads: [{ name: 'api', maxQueryDuration: '30s', path: [{ database }] }] };
const estate = (
  parameters: { [name: string]: string | null },
  family = 'postgres16',
): Parameters<typeof testPolicy>[1][number]['resources'] => ({
  [database]: instance(null),
  [subject]: group(parameters, family),
});

testPolicy(policy, [
  {
    name: 'plain integers within their ranges pass, one finding for the group',
    resources: estate({
      statement_timeout: '1800000',
      tcp_keepalives_idle: '32767',
      max_standby_streaming_delay: '-1',
      shared_buffers: '{DBInstanceClassMemory/32768}',
    }),
    configuration,
    expect: [
      {
        resource: subject,
        outcome: 'pass',
        workload: null,
        role: null,
        message: 'each of the 3 parameters of `aws_db_parameter_group.orders` that bear on time is valid',
      },
    ],
  },
  {
    name: 'a group takes no units; the number that was meant is the fix',
    resources: estate({ statement_timeout: '30min' }),
    configuration,
    expect: [
      {
        resource: subject,
        outcome: 'fail',
        message:
          '`aws_db_parameter_group.orders`: `statement_timeout` is "30min": RDS takes a plain integer here, in ms, without a unit',
        expected: 'an integer from 0 to 2147483647 in ms',
        actual: '30min',
        fix: { resource: subject, setting: 'statement_timeout', value: '1800000' },
      },
    ],
  },
  {
    name: 'seconds stay seconds where the parameter has them',
    resources: estate({ tcp_keepalives_idle: '2min' }),
    configuration,
    expect: [
      { resource: subject, outcome: 'fail', fix: { resource: subject, setting: 'tcp_keepalives_idle', value: '120' } },
    ],
  },
  {
    name: 'out of range, and no number that was clearly meant',
    resources: estate({ authentication_timeout: '601' }),
    configuration,
    expect: [
      {
        resource: subject,
        outcome: 'fail',
        message: /601 s is outside the valid range \(1 \.\. 600\)/,
        expected: 'an integer from 1 to 600 in s',
        actual: '601',
        fix: null,
      },
    ],
  },
  {
    name: 'Linux refuses a keepalive above 32767 s in silence',
    resources: estate({ tcp_keepalives_idle: '32768' }),
    configuration,
    expect: [
      {
        resource: subject,
        outcome: 'fail',
        message:
          /`tcp_keepalives_idle` is 32768, and Linux refuses more than 32767 without an error, so the value before it stays in force$/,
        fix: { resource: subject, setting: 'tcp_keepalives_idle', value: '32767' },
      },
    ],
  },
  ...(
    [
      ['transaction_timeout', 'postgres16', 17],
      ['tcp_user_timeout', 'postgres11', 12],
      ['client_connection_check_interval', 'aurora-postgresql13', 14],
      ['idle_session_timeout', 'postgres13', 14],
    ] as const
  ).map(([parameter, family, since]) => ({
    name: `${parameter} does not exist in ${family}`,
    resources: estate({ [parameter]: '1000' }, family),
    configuration,
    expect: [
      {
        resource: subject,
        outcome: 'fail' as const,
        message: `\`${subject}\`: \`${parameter}\` exists from PostgreSQL ${String(since)} on, so family \`${family}\` refuses it (ERROR 42704): remove it, or use a later family`,
        expected: `PostgreSQL ${String(since)} or later`,
        fix: null,
      },
    ],
  })),
  {
    name: 'the first family that knows it passes',
    resources: estate({ transaction_timeout: '1000', idle_session_timeout: '1000' }, 'postgres17'),
    configuration,
    expect: [{ resource: subject, outcome: 'pass' }],
  },
  {
    name: 'ssl_renegotiation_limit does nothing',
    resources: estate({ ssl_renegotiation_limit: '0' }),
    configuration,
    expect: [
      {
        resource: subject,
        outcome: 'fail',
        message: /`ssl_renegotiation_limit` does nothing since PostgreSQL 9\.5, which accepts only 0: remove it$/,
      },
    ],
  },
  {
    name: 'names that differ in case are one parameter',
    resources: {
      [database]: instance(null),
      [subject]: {
        kind: 'parameter-group',
        settings: {
          family: 'postgres16',
          parameters: [row('statement_timeout', '1000'), row('statement_timeout', '2000')],
        },
      },
    },
    configuration,
    expect: [
      { resource: subject, outcome: 'fail', message: /`statement_timeout` is set 2 times \(case does not count\)/ },
    ],
  },
  {
    name: 'all that is wrong is in one finding, beside what is not known',
    resources: estate({ statement_timeout: '30min', lock_timeout: '-1', tcp_keepalives_idle: null }),
    configuration,
    expect: [
      {
        resource: subject,
        outcome: 'fail',
        message: /`statement_timeout` is "30min".*; `lock_timeout` is "-1": -1 ms is outside the valid range/,
      },
    ],
  },
  {
    name: 'a formula, a value after apply and a sensitive one are unknown, and the value is not shown',
    resources: {
      [database]: instance(null),
      [subject]: {
        kind: 'parameter-group',
        settings: {
          family: 'postgres16',
          parameters: [
            row('statement_timeout', 'GREATEST(30000, 1000)'),
            row('lock_timeout', null),
            { name: 'idle_session_timeout', value: null, state: 'sensitive', applyMethod: null },
          ],
        },
      },
    },
    configuration,
    expect: [
      {
        resource: subject,
        outcome: 'unknown',
        message:
          /`statement_timeout` is a formula.*; `lock_timeout` is known only after apply; `idle_session_timeout` is marked sensitive$/,
        settles: 'write the number',
      },
    ],
  },
  ...(
    [
      ['passes where each of several values is valid', ['30000', '60000'], 'pass', /is valid$/],
      ['and where the row may be left out', [null, '60000'], 'pass', /is valid$/],
      ['fails where none of them is', ['30s', '1min'], 'fail', /is "30s": RDS takes a plain integer here/],
      [
        'unknown where one is and one is not',
        ['30000', '1min'],
        'unknown',
        /is "1min": RDS takes a plain integer here, in ms, without a unit; it depends on the condition `IsProd`$/,
      ],
    ] as const
  ).map(([name, candidates, outcome, message]) => ({
    name,
    resources: {
      [database]: instance(null),
      [subject]: {
        kind: 'parameter-group',
        settings: {
          family: 'postgres16',
          parameters: [
            {
              name: 'statement_timeout',
              value: null,
              state: 'one-of',
              candidates,
              why: 'depends on the condition `IsProd`',
              settles: 'check the plan',
              applyMethod: null,
            },
          ],
        },
      },
    },
    configuration,
    expect: [{ resource: subject, outcome, message }],
  })),
  {
    name: 'unknown where a name or the family is known only after apply',
    resources: {
      [database]: instance(null),
      [subject]: {
        kind: 'parameter-group',
        settings: { family: 'postgres16', parameters: [{ ...row('x', null), name: null }] },
      },
      'aws_db_parameter_group.other': {
        kind: 'parameter-group',
        settings: { family: notKnown('family is a variable'), parameters: [row('statement_timeout', '1000')] },
      },
    },
    configuration,
    expect: [
      { resource: subject, outcome: 'unknown', message: /the name of a parameter is known only after apply/ },
      {
        resource: 'aws_db_parameter_group.other',
        outcome: 'unknown',
        message: /whether its family knows `statement_timeout` cannot be told/,
      },
    ],
  },
  {
    name: 'groups of other engines, and groups that set nothing of ours, are not judged',
    resources: { ...estate({ shared_buffers: '1' }), mysql: group({ statement_timeout: 'x' }, 'mysql8.0') },
    configuration,
    expect: [],
  },
  {
    name: 'a role takes what SQL takes',
    resources: {
      [database]: instance(null),
      'postgresql_role.app': role('app', '45000'),
      'postgresql_role.etl': role('etl', '-1'),
    },
    configuration,
    expect: [
      { resource: 'postgresql_role.app', outcome: 'pass', role: 'app' },
      {
        resource: 'postgresql_role.etl',
        outcome: 'fail',
        role: 'etl',
        message: /`statement_timeout` is "-1": -1 ms is outside the valid range/,
        actual: '-1',
      },
    ],
  },
  {
    name: 'a megabyte of text is cut, and a hostile name is only a name',
    resources: estate({ statement_timeout: 'x'.repeat(1_000_000), __proto__x: '1', constructor: '1' }),
    configuration,
    expect: [{ resource: subject, outcome: 'fail', message: /^.{0,300}$/, actual: `${'x'.repeat(60)}...` }],
  },
]);
