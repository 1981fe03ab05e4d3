import taskDefinition from '../../lib/kinds/task-definition';
import { kinds } from '../../lib/kinds';
import { fact, plan, read, row } from '../read/small-plan';
import { effective, fires, follows, shown, timer } from './resource';
import { factsIn, settingsOf } from './template';

const password = 'hunter2hunter2';
const url = `postgresql://app:${password}@db:5432/shop?keepalives_idle=60`;
/** What readers keep of that string. */
const kept = { name: 'DATABASE_URL', form: 'url', scheme: 'postgresql' };

describe('task-definition', () => {
  it('waits 30 s between SIGTERM and SIGKILL unless a container says otherwise', () => {
    expect(fires(taskDefinition, 'client.stop_timeout')).toBe(30);
    expect(fires(taskDefinition, 'client.stop_timeout', { stop_timeout: 120 })).toBe(120);
    expect(follows(taskDefinition, 'client.stop_timeout')).toBe('client-ended');
    expect(timer(taskDefinition, 'client.stop_timeout')).toMatchObject({ class: 'drain', phases: ['rollout'] });
  });

  it.each([
    ['awsvpc', { 'net.ipv4.tcp_keepalive_time': '60' }],
    ['bridge', { 'net.ipv4.tcp_keepalive_time': '60' }],
    ['host', {}],
  ])('on network mode %s has the kernel settings %j', (mode, sysctls) => {
    const written = { network_mode: mode, sysctls: { 'net.ipv4.tcp_keepalive_time': '60' } };
    expect(shown(effective(taskDefinition, written).sysctls)).toEqual(sysctls);
  });

  const container = {
    name: 'api',
    essential: true,
    stopTimeout: 90,
    environment: [
      { name: 'DATABASE_URL', value: url },
      { name: 'LOG_LEVEL', value: 'info' },
    ],
    secrets: [{ name: 'PGPASSWORD', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/password' }],
    systemControls: [{ namespace: 'net.ipv4.tcp_keepalive_time', value: '120' }],
  };

  it('is read from the JSON text that a plan has, without the secrets in it', () => {
    const after = { family: 'api', network_mode: 'awsvpc', container_definitions: JSON.stringify([container]) };
    const found = fact(
      read(plan([row('aws_ecs_task_definition.api', { after })]), kinds),
      'aws_ecs_task_definition.api',
    );
    expect(found).toMatchObject({ kind: 'task-definition', identity: { identifier: 'api' } });
    const { connections, ...others } = settingsOf(found);
    expect(connections).toMatchObject([{ ...kept, container: 'api' }]);
    expect(others).toEqual({
      network_mode: 'awsvpc',
      stop_timeout: 90,
      sysctls: { 'net.ipv4.tcp_keepalive_time': '120' },
      sysctls_apart: [],
      secrets: { PGPASSWORD: 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/password' },
    });
    expect(JSON.stringify(found)).not.toContain(password);
  });

  it('keeps nothing of what its containers were before', () => {
    const text = (idle: number): string => JSON.stringify([{ ...container, stopTimeout: idle }]);
    const [before, after] = [30, 60].map((idle) => ({ family: 'api', container_definitions: text(idle) }));
    const rows = [row('aws_ecs_task_definition.api', { actions: ['update'], before, after })];
    const drifted = row('aws_ecs_task_definition.api', { actions: ['update'], before: after, after: before });
    const reading = read(plan(rows, {}, { resource_drift: [drifted] }), kinds);
    expect(fact(reading, 'aws_ecs_task_definition.api').change).toEqual({ action: 'update', before: {} });
    expect(reading.notes.map(({ why }) => why)).toEqual([
      '`container_definitions` was changed outside Terraform; the plan changes it again',
    ]);
    expect(JSON.stringify(reading)).not.toContain(password);
  });

  it('is read from the containers of a template', () => {
    const properties = {
      Family: 'api',
      NetworkMode: 'awsvpc',
      ContainerDefinitions: [
        {
          Name: 'api',
          StopTimeout: 90,
          Environment: [{ Name: 'DATABASE_URL', Value: url }],
          SystemControls: [{ Namespace: 'net.ipv4.tcp_keepalive_time', Value: '120' }],
        },
      ],
    };
    const found = factsIn({ Task: ['AWS::ECS::TaskDefinition', properties] }).get('task-definition Task');
    expect(found?.names).toContain('api');
    expect(settingsOf(found)).toMatchObject({
      connections: [{ ...kept, container: 'api' }],
      network_mode: 'awsvpc',
      stop_timeout: 90,
      sysctls: { 'net.ipv4.tcp_keepalive_time': '120' },
    });
    expect(JSON.stringify(found)).not.toContain(password);
  });

  it('is not known where its containers are known only after apply', () => {
    const after = { family: 'api' };
    const change = { after, unknown: { container_definitions: true } };
    const found = fact(read(plan([row('aws_ecs_task_definition.api', change)]), kinds), 'aws_ecs_task_definition.api');
    const { connections, stop_timeout: stop } = settingsOf(found);
    expect([connections, stop]).toEqual(['unknown', 'unknown']);
  });
});
