import { valueOf } from '../core/setting';
import { clientTimers, opensConnections } from './_client';
import { defineKind } from './_kind';
import { idleDefaults, meshTimers, requestDefaults, settlesPort, whyPort } from './_mesh';
import { ecsApi } from './_sources';

export default defineKind({
  name: 'service',
  title: 'ECS service',
  terraform: { types: ['aws_ecs_service'], names: ['name', 'id'] },
  cloudformation: { types: ['AWS::ECS::Service'], names: ['ServiceName'] },
  account: { types: ['ecs:service'], names: ['serviceName'] },
  settings: {
    // What Service Connect does in front of the service, as a `mesh`: one timeout for each of its ports.
    service_connect: {
      as: 'boolean',
      terraform: 'service_connect_configuration.enabled',
      cloudformation: 'ServiceConnectConfiguration.Enabled',
      cite: `ServiceConnectConfiguration.enabled, ${ecsApi}`,
    },
    idle_timeout: {
      as: 'seconds',
      terraform: 'service_connect_configuration.service.timeout.idle_timeout_seconds',
      cloudformation: 'ServiceConnectConfiguration.Services.Timeout.IdleTimeoutSeconds',
      each: { depth: 2, why: whyPort, settles: settlesPort, defaults: idleDefaults },
      cite: `TimeoutConfiguration.idleTimeoutSeconds, ${ecsApi}`,
    },
    request_timeout: {
      as: 'seconds',
      terraform: 'service_connect_configuration.service.timeout.per_request_timeout_seconds',
      cloudformation: 'ServiceConnectConfiguration.Services.Timeout.PerRequestTimeoutSeconds',
      each: { depth: 2, why: whyPort, settles: settlesPort, defaults: requestDefaults },
      cite: `TimeoutConfiguration.perRequestTimeoutSeconds, ${ecsApi}`,
    },
  },
  links: {
    target_groups: {
      terraform: 'load_balancer.target_group_arn',
      cloudformation: 'LoadBalancers.TargetGroupArn',
      account: 'loadBalancers.targetGroupArn',
      to: ['target-group'],
      by: ['arn', 'id'],
      many: true,
    },
    // Not in accounts: what deploys sets a revision of its own, and task definitions, which may hold secrets, are never collected.
    task_definition: {
      terraform: 'task_definition',
      cloudformation: 'TaskDefinition',
      to: ['task-definition'],
      by: ['arn', 'arn_without_revision', 'family', 'id'],
    },
  },
  timers: [...clientTimers, ...meshTimers(() => null)],
  hop: {
    key: 'client',
    side: 'either',
    does: 'terminates',
    also: [
      {
        key: 'mesh',
        side: 'either',
        may: ({ service_connect: on, idle_timeout: ports }) => valueOf(on) !== false && ports !== undefined,
      },
    ],
  },
  client: opensConnections(['task_definition']),
});
