import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/kernel-keepalive-beats-idle-timers';
import { service } from './_client';

const task = 'aws_ecs_task_definition.api';
const nat = { 'aws_nat_gateway.a': { kind: 'nat' } };
const silent = { database: { name: 'orders' } };
const through = (
  own: { readonly [key: string]: string } = {},
  database: { readonly database: string | { readonly name: string } } = silent,
  beside: { readonly [key: string]: string } = {},
) => ({
  workloads: [
    {
      name: 'report',
      maxQueryDuration: '10m',
      ...own,
      path: [{ client: 'aws_ecs_service.api', ...beside }, { nat: 'aws_nat_gateway.a' }, database],
    },
  ],
});
const psycopg = 'postgresql+psycopg2://db/app';
const jdbc = 'jdbc:postgresql://db/app?tcpKeepAlive=true';
const leaves = '`aws_ecs_service.api` leaves the times of its keepalive to the kernel, which probes every';
const timer = '`idle_timeout` of `aws_nat_gateway.a` is 350 s (default)';

testPolicy(policy, [
  {
    name: 'the 2 h of Linux come after a NAT gateway forgot the flow',
    resources: { ...nat, ...service({ variables: { DATABASE_URL: psycopg }, sysctls: {} }) },
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        workload: 'report',
        message: `${leaves} 2 h (default), and ${timer}: the flow is forgotten before the first probe`,
        expected: '< 350',
        actual: 7200,
        fix: {
          resource: task,
          setting: 'keepalives_idle',
          value: '60',
          note: 'in the connection string of `DATABASE_URL`, and `keepalives_interval` to 30',
        },
      },
    ],
  },
  {
    name: 'what forgets for sure is named, and what only may is not known',
    resources: {
      ...nat,
      'aws_instance.batch': {
        kind: 'ec2-instance',
        settings: { launch_template: 'lt' },
        links: { launch_template: 'lt' },
      },
      lt: { kind: 'launch-template' },
    },
    configuration: {
      workloads: [
        {
          name: 'through-nat',
          maxQueryDuration: '1h',
          path: [
            { client: 'aws_instance.batch', driver: 'libpq', connection: 'postgresql:///app' },
            { nat: 'aws_nat_gateway.a' },
            silent,
          ],
        },
        {
          name: 'straight',
          maxQueryDuration: '1h',
          path: [{ client: 'aws_instance.batch', driver: 'libpq', connection: 'postgresql:///app' }, silent],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_instance.batch',
        workload: 'through-nat',
        outcome: 'fail',
        message:
          /and `idle_timeout` of `aws_nat_gateway\.a` is 350 s \(default\): the flow is forgotten before the first probe$/,
        expected: '< 350',
        actual: 7200,
      },
      {
        resource: 'aws_instance.batch',
        workload: 'straight',
        outcome: 'unknown',
        message:
          /of `lt` is 350 s \(default\) or 120 h \(default\), and whether a probe comes in time is not known: it is not set/,
        settles: /tcp_established_timeout/,
      },
    ],
  },
  {
    name: 'a driver without times of its own is mended in the kernel',
    resources: { ...nat, ...service({ variables: { DATABASE_URL: jdbc }, sysctls: {} }) },
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        fix: {
          resource: task,
          setting: 'net.ipv4.tcp_keepalive_time',
          value: '60',
          note: 'in `systemControls` of a container, and net.ipv4.tcp_keepalive_intvl to 30',
        },
      },
    ],
  },
  {
    name: 'it only warns of what the database keeps alive, and says who does',
    resources: {
      ...nat,
      ...service({ variables: { DATABASE_URL: psycopg }, sysctls: {} }),
      'aws_db_instance.orders': { kind: 'instance' },
    },
    configuration: through({}, { database: 'aws_db_instance.orders' }),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message: `${leaves} 2 h (default), and ${timer}: only \`aws_db_instance.orders\` keeps the flow alive`,
      },
    ],
  },
  {
    name: 'systemControls below the timer hold',
    resources: {
      ...nat,
      ...service({ variables: { DATABASE_URL: jdbc }, sysctls: { 'net.ipv4.tcp_keepalive_time': '60' } }),
    },
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'pass',
        // max(60, 75): the interval stays at 75 s.
        actual: 75,
        message: /which probes every 75 s.*, so a probe comes in time$/,
      },
    ],
  },
  {
    name: 'the interval counts where it is longer: 349 holds against 350, 350 is a race',
    resources: {
      ...nat,
      ...service({
        variables: { DATABASE_URL: jdbc },
        sysctls: { 'net.ipv4.tcp_keepalive_time': '60', 'net.ipv4.tcp_keepalive_intvl': '350' },
      }),
    },
    configuration: through(),
    expect: [{ resource: 'aws_ecs_service.api', outcome: 'fail', expected: '< 350', actual: 350 }],
  },
  {
    name: 'just below the timer',
    resources: {
      ...nat,
      ...service({
        variables: { DATABASE_URL: jdbc },
        sysctls: { 'net.ipv4.tcp_keepalive_time': '349', 'net.ipv4.tcp_keepalive_intvl': '10' },
      }),
    },
    configuration: through(),
    expect: [{ resource: 'aws_ecs_service.api', outcome: 'pass', actual: 349 }],
  },
  {
    name: 'without SO_KEEPALIVE the times of the kernel do nothing',
    resources: {
      ...nat,
      ...service({
        variables: { DATABASE_URL: 'jdbc:postgresql://db/app' },
        sysctls: { 'net.ipv4.tcp_keepalive_time': '60', 'net.core.somaxconn': '1024' },
      }),
    },
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message:
          '`aws_ecs_task_definition.api` sets `net.ipv4.tcp_keepalive_time` to 60, and connections of `aws_ecs_service.api` are opened without keepalive, so this does nothing: the kernel probes only where a program asks for it (SO_KEEPALIVE)',
        fix: { resource: task, setting: 'tcpKeepAlive', value: 'true' },
      },
    ],
  },
  {
    name: 'unknown where the container definitions are known only after apply',
    resources: {
      ...nat,
      ...service({ variables: { DATABASE_URL: psycopg } }),
      [task]: {
        kind: 'task-definition',
        settings: {
          ...service({ variables: { DATABASE_URL: psycopg } })[task]?.settings,
          sysctls: notKnown('it is known only after apply'),
        },
      },
    },
    configuration: through(),
    expect: [{ resource: 'aws_ecs_service.api', outcome: 'unknown', message: /it is known only after apply/ }],
  },
  {
    name: 'says nothing where the driver sets the time, where nothing forgets, and where the query is short',
    resources: {
      ...nat,
      ...service({ variables: { OWN: `${psycopg}?keepalives_idle=60`, LEFT: psycopg } }),
    },
    configuration: {
      workloads: [
        { ...through({}, silent, { connection: 'OWN' }).workloads[0], name: 'own' },
        { ...through({ maxQueryDuration: '30s' }, silent, { connection: 'LEFT' }).workloads[0], name: 'short' },
        {
          name: 'direct',
          maxQueryDuration: '10m',
          path: [{ client: 'aws_ecs_service.api', connection: 'LEFT' }, silent],
        },
      ],
    },
    expect: [],
  },
]);
