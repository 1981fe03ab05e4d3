import type { NotKnown, TestResource } from 'holdfast/testing';
import { connectionOfText } from '../../lib/read/connection/read-connection';
import type { Json } from '../../lib/core/setting';

/** What an environment variable holds: the text of a connection string, or something that is not in view. */
type Variable = string | { readonly hidden: string };

/** The connections of a container, as a reader leaves them: read by the real reader. */
export function connections(variables: { readonly [name: string]: Variable }): Json {
  return Object.entries(variables).map(([name, value]) => {
    const text = typeof value === 'string' ? value : 'postgres://db/app';
    const read = connectionOfText(name, text);
    if (read === null) throw new Error(`${name} is no connection string`);
    const hidden = typeof value === 'string' ? read.hidden : { why: value.hidden, settles: 'declare it' };
    return { ...read, container: 'api', hidden } as unknown as Json;
  });
}

type Containers = {
  readonly variables?: { readonly [name: string]: Variable } | NotKnown;
  readonly sysctls?: { readonly [name: string]: string };
  readonly stopTimeout?: number | NotKnown;
};

function isNotKnown(value: object): value is NotKnown {
  return 'notKnown' in value && typeof value.notKnown === 'string';
}

/** `aws_ecs_service.api` and its task definition with these containers. */
export function service(
  { variables, sysctls, stopTimeout }: Containers,
  links: TestResource['links'] = {},
): { readonly [subject: string]: TestResource } {
  return {
    'aws_ecs_service.api': { kind: 'service', links: { task_definition: 'aws_ecs_task_definition.api', ...links } },
    'aws_ecs_task_definition.api': {
      kind: 'task-definition',
      settings: {
        ...(variables === undefined ? {} : { connections: isNotKnown(variables) ? variables : connections(variables) }),
        ...(sysctls === undefined ? {} : { sysctls }),
        ...(stopTimeout === undefined ? {} : { stop_timeout: stopTimeout }),
      },
    },
  };
}
