import { known } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';
import service from '../../lib/kinds/service';
import { fact, idOf, plan, read, refers, block, row } from '../read/small-plan';
import { timer } from './resource';
import { factsIn, linksOf, ref, settingsOf } from './template';

describe('service', () => {
  it('names every target group that it registers in', () => {
    expect(service.links.target_groups).toMatchObject({
      terraform: 'load_balancer.target_group_arn',
      to: ['target-group'],
      by: ['arn', 'id'],
      many: true,
    });
    expect(service.terraform?.types).toEqual(['aws_ecs_service']);
  });

  it('shows how it connects through its task definition', () => {
    expect(service.client?.via).toEqual(['task_definition']);
    expect(service.hop?.key).toBe('client');
  });

  const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:7';
  it.each([
    ['its ARN', { arn }, arn],
    ['its ARN without revision', { arn_without_revision: arn.replace(/:7$/, '') }, arn.replace(/:7$/, '')],
    ['its family', { family: 'api' }, 'api'],
  ])('is linked to its task definition by %s', (_, names, task_definition) => {
    const rows = [
      row('aws_ecs_task_definition.api', { after: names }),
      row('aws_ecs_service.api', { after: { name: 'api', task_definition } }),
    ];
    expect(fact(read(plan(rows), kinds), 'aws_ecs_service.api').links.task_definition).toMatchObject([
      { state: 'linked', to: { id: idOf('aws_ecs_task_definition.api') } },
    ]);
  });

  it('is linked to one that is still to be made', () => {
    const rows = [
      row('aws_ecs_task_definition.api', { after: { family: 'api' }, unknown: { arn: true } }),
      row('aws_ecs_service.api', { after: { name: 'api' }, unknown: { task_definition: true } }),
    ];
    const resources = [
      block('aws_ecs_task_definition.api', {}),
      block('aws_ecs_service.api', {
        task_definition: refers('aws_ecs_task_definition.api.arn', 'aws_ecs_task_definition.api'),
      }),
    ];
    expect(fact(read(plan(rows, { resources }), kinds), 'aws_ecs_service.api').links.task_definition).toMatchObject([
      { state: 'linked', to: { id: idOf('aws_ecs_task_definition.api') } },
    ]);
  });

  it('is linked to that of a template', () => {
    const facts = factsIn({
      Task: ['AWS::ECS::TaskDefinition', {}],
      Api: ['AWS::ECS::Service', { TaskDefinition: ref('Task') }],
    });
    expect(linksOf(facts.get('service Api')).task_definition).toEqual(['Task']);
  });
});

describe('Service Connect in front of a service', () => {
  const timeout = { idle_timeout_seconds: 600, per_request_timeout_seconds: 60 };
  const inPlan = (...ports: readonly object[]): ReturnType<typeof settingsOf> => {
    const after = { service_connect_configuration: [{ enabled: true, service: ports }] };
    return settingsOf(fact(read(plan([row('aws_ecs_service.api', { after })]), kinds), 'aws_ecs_service.api'));
  };
  const inTemplate = (...ports: readonly object[]): ReturnType<typeof settingsOf> => {
    const properties = { ServiceConnectConfiguration: { Enabled: true, Services: ports as never } };
    return settingsOf(factsIn({ Api: ['AWS::ECS::Service', properties] }).get('service Api'));
  };

  it('has the timeouts that its port says', () => {
    const said = { service_connect: true, idle_timeout: 600, request_timeout: 60 };
    expect(inPlan({ port_name: 'a', timeout: [timeout] })).toMatchObject(said);
    expect(
      inTemplate({ PortName: 'a', Timeout: { IdleTimeoutSeconds: 600, PerRequestTimeoutSeconds: 60 } }),
    ).toMatchObject(said);
  });

  it('has the default of one protocol or the other where a port says nothing', () => {
    const said = { idle_timeout: { either: [300, 3600] }, request_timeout: { either: [15, null] } };
    expect(inPlan({ port_name: 'a', timeout: [] })).toMatchObject(said);
    expect(inTemplate({ PortName: 'a' })).toMatchObject(said);
  });

  it('forgets no port among several', () => {
    const said = { idle_timeout: { either: [600, 300, 3600] }, request_timeout: { either: [60, 15, null] } };
    expect(inPlan({ port_name: 'a', timeout: [timeout] }, { port_name: 'b', timeout: [] })).toMatchObject(said);
    expect(
      inTemplate(
        { PortName: 'a', Timeout: { IdleTimeoutSeconds: 600, PerRequestTimeoutSeconds: 60 } },
        { PortName: 'b' },
      ),
    ).toMatchObject(said);
  });

  it('has none where no port is connected', () => {
    expect(Object.keys(inPlan())).toEqual(['service_connect']);
    expect(Object.keys(inTemplate())).toEqual(['service_connect']);
  });

  it('stands as a mesh where it is on and a port is connected', () => {
    const [mesh] = service.hop?.also ?? [];
    expect(mesh?.key).toBe('mesh');
    expect(mesh?.may?.({ service_connect: known(true), idle_timeout: known(300) })).toBe(true);
    expect(mesh?.may?.({ idle_timeout: known(300) })).toBe(true);
    expect(mesh?.may?.({ service_connect: known(false), idle_timeout: known(300) })).toBe(false);
    expect(mesh?.may?.({ service_connect: known(true) })).toBe(false);
  });

  it('runs its timers as a mesh alone, and 0 switches them off', () => {
    for (const name of ['idle_timeout', 'request_timeout']) {
      const { as, value } = timer(service, `mesh.${name}`);
      const of = (seconds: number): unknown =>
        'compute' in value ? value.compute({ [name]: known(seconds) }) : 'no computed value';
      expect([as, of(0), of(60)]).toMatchObject(['mesh', { value: null }, { value: 60 }]);
      expect('compute' in value && value.compute({})).toBeNull();
    }
  });
});
