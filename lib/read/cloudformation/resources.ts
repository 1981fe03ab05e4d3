import type { Note } from '../../core/fact';
import { table, type Location } from '../../core/setting';
import type { EvaluatedResource } from '../evaluated/resource';
import type { Evaluated } from '../evaluated/value';
import { entries, own, pointerTo } from '../json';
import { environmentOf } from './environment';
import { isExpanded } from './expansion';
import { presenceOf } from './presence';
import { makesApi } from './serverless';
import { inside, type Scope } from './scope';
import { idOf, resourceAt, type Resource, type Stack } from './stack';
import { named, unknownValue } from './unknowns';

/** A stack's resources with their properties evaluated, and notes about what could not be taken in. */
export function resourcesOf(
  stack: Stack,
  judged: ReadonlyMap<string, ReadonlySet<string>>,
  scope: Scope,
): { readonly resources: readonly EvaluatedResource[]; readonly notes: readonly Note[] } {
  const resources: EvaluatedResource[] = [];
  const notes: Note[] = [];
  for (const logicalId of Object.keys(stack.resources)) {
    const location = { document: stack.document, pointer: pointerTo('', 'Resources', logicalId) };
    const note = (why: string, level: Note['level']): void =>
      void notes.push({ what: logicalId, why, level, location });
    const resource = resourceAt(stack, logicalId);
    if (isExpanded(logicalId)) {
      note('it is expanded by CloudFormation, so the resources that it makes are not judged here', 'unread');
    } else if (resource === undefined) {
      note('it has no `Type`, so nothing says what it is', 'unread');
    } else {
      if (resource.type.endsWith('::MODULE')) {
        note('it is a module, which CloudFormation expands, so the resources in it are not judged here', 'unread');
      }
      const presence = presenceOf(resource, scope);
      if (presence === 'absent') continue;
      if (makesApi(resource)) {
        note(
          'SAM makes an API for its events when it is deployed, whose limit on a request is not judged here: describe it in the path, `api: { name, timeout }`',
          'unread',
        );
      }
      const wanted = judged.get(resource.type);
      if (presence === 'perhaps' && wanted !== undefined) {
        note('it is made only where its `Condition` holds, and was judged as if it is there', 'info');
      }
      if (wanted !== undefined && expandedIn(resource) !== undefined) {
        note('some of its properties are expanded by CloudFormation, so they are not judged here', 'unread');
      }
      resources.push(resourceFrom(stack, logicalId, resource, wanted, scope));
    }
  }
  return { resources, notes };
}

function resourceFrom(
  stack: Stack,
  logicalId: string,
  resource: Resource,
  wanted: ReadonlySet<string> | undefined,
  scope: Scope,
): EvaluatedResource {
  const path = own(own(resource.body, 'Metadata'), 'aws:cdk:path');
  const construct = typeof path === 'string' ? path.replace(/\/Resource$/, '') : undefined;
  const { document, stackName } = stack;
  const location: Location & { readonly pointer: string } = {
    document,
    pointer: pointerTo('', 'Resources', logicalId, 'Properties'),
    ...(construct !== undefined && { construct }),
  };
  const names = [
    logicalId,
    ...(construct === undefined ? [] : [construct]),
    ...(typeof path === 'string' && path !== construct ? [path] : []),
    ...(stackName === undefined ? [] : [`${stackName}/${logicalId}`]),
  ];
  return {
    id: idOf(stack, logicalId),
    source: 'template',
    type: resource.type,
    subject: logicalId,
    names: [...new Set(names)],
    attributes: table(attributesOf(resource, wanted, scope)),
    provider: table(),
    identity: environmentOf(stack, scope.estate),
    location,
  };
}

/**
 * Properties that are not written are left out, except where a macro may write them. Of a type that no kind describes only
 * the tags are read: most of a template is nobody's timer, and following its functions would cost a synth dearly.
 */
function attributesOf(
  resource: Resource,
  wanted: ReadonlySet<string> | undefined,
  scope: Scope,
): readonly (readonly [string, Evaluated])[] {
  const expanded = expandedIn(resource);
  const written = entries(own(resource.body, 'Properties')).filter(
    ([name]) => !isExpanded(name) && (wanted !== undefined || name === 'Tags'),
  );
  const unwritten =
    expanded === undefined ? [] : [...(wanted ?? [])].filter((name) => !written.some(([one]) => one === name));
  return [
    ...written.flatMap(([name, value]) => {
      const isJudged = wanted?.has(name) === true;
      const evaluated = inside(value, isJudged ? scope : { ...scope, onDefault: ignore, onGuess: ignore });
      return evaluated.is === 'value' && evaluated.value === null ? [] : [[name, evaluated] as const];
    }),
    ...unwritten.map(
      (name) => [name, unknownValue(`may be written by ${named(expanded ?? '')} when the stack is deployed`)] as const,
    ),
  ];
}

/** What CloudFormation expands in a resource, or in its properties. */
function expandedIn({ body }: Resource): string | undefined {
  return [...Object.keys(body), ...entries(own(body, 'Properties')).map(([name]) => name)].find(isExpanded);
}

function ignore(): void {
  // What is not judged is not worth a note.
}
