import type { Default } from '../core/kind';
import type { Setting, Table } from '../core/setting';
import { clientTimers, opensConnections } from './_client';
import { defineKind } from './_kind';
import { ecsApi, provider } from './_sources';

const containers = { terraform: 'container_definitions', cloudformation: 'ContainerDefinitions' };

/** On the network of its host a container has the host's kernel settings, whatever it asks for. */
function onHostNetwork({ network_mode: mode }: Table<Setting>): Default | null {
  return mode?.state === 'known' && mode.value === 'host'
    ? { value: {}, cite: `"Sysctls ... for tasks that use the host network mode ... aren't supported" ${ecsApi}` }
    : null;
}

/** With a network interface of its own a task has one network, and what one container asks for all of them get. */
function onOwnInterface({ network_mode: mode }: Table<Setting>): Default | null {
  return mode?.state === 'known' && mode.value === 'awsvpc'
    ? {
        value: [],
        cite: `SystemControl: in the network mode awsvpc, what is set for any container applies to all, ${ecsApi}`,
      }
    : null;
}

export default defineKind({
  name: 'task-definition',
  title: 'ECS task definition',
  terraform: { types: ['aws_ecs_task_definition'], names: ['family', 'arn', 'arn_without_revision'] },
  cloudformation: { types: ['AWS::ECS::TaskDefinition'], names: ['Family'] },
  settings: {
    connections: { as: 'container-variables', ...containers, cite: provider('ecs_task_definition') },
    secrets: { as: 'container-secrets', ...containers, cite: `Secret, ${ecsApi}` },
    sysctls: { as: 'container-sysctls', ...containers, fixed: onHostNetwork, cite: `SystemControl, ${ecsApi}` },
    sysctls_apart: {
      as: 'container-sysctls-apart',
      ...containers,
      fixed: onOwnInterface,
      cite: `systemControls, ${ecsApi}`,
    },
    network_mode: {
      as: 'text',
      terraform: 'network_mode',
      cloudformation: 'NetworkMode',
      cite: provider('ecs_task_definition'),
    },
    stop_timeout: {
      as: 'container-stop-timeout',
      ...containers,
      called: { terraform: 'stopTimeout', cloudformation: 'StopTimeout' },
      // On EC2 the agent of the instance may say otherwise (ECS_CONTAINER_STOP_TIMEOUT), which no document shows.
      default: { value: 30, cite: `"the default value of 30 seconds is used" ${ecsApi}` },
      cite: `stopTimeout, "Time duration (in seconds) to wait before the container is forcefully killed"; on Fargate "the max stop timeout value is 120 seconds" ${ecsApi}`,
    },
  },
  links: {},
  timers: [...clientTimers],
  // A task that a schedule starts has no service: the definition itself is the client then.
  hop: { key: 'client', side: 'either', does: 'terminates' },
  client: opensConnections(),
});
