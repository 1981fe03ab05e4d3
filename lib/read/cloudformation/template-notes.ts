import type { Fact, Note } from '../../core/fact';
import type { Kind } from '../../core/kind';
import { items, own, pointerTo } from '../json';
import { nestingsOf, type Estate } from './estate';
import type { Stack } from './stack';
import { named } from './unknowns';

/** Macros of AWS itself that change nothing that is judged: what they add is beside what is written. */
const harmless = /^AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen|ServiceCatalog)(-|$)/;

/** What a template as a whole leaves unsaid. */
export function templateNotes(stack: Stack, estate: Estate): readonly Note[] {
  const { document } = stack;
  const transform = own(stack.body, 'Transform');
  const macros = [transform, ...items(transform)].flatMap((one) => {
    const name = typeof one === 'string' ? one : own(one, 'Name');
    return typeof name === 'string' && !harmless.test(name) ? [name] : [];
  });
  return [
    ...macros.map((name): Note => ({
      what: document,
      why: `the macro ${named(name)} changes it when it is deployed, so what is judged is what is written`,
      level: 'unread',
      location: { document, pointer: '/Transform' },
    })),
    ...nestingsOf(stack).flatMap(({ logicalId }): readonly Note[] =>
      estate.child(stack, logicalId) !== undefined
        ? []
        : [
            {
              what: logicalId,
              why: 'the template of this nested stack is not in view, so what it holds is not judged; check it together with this one',
              level: 'unread',
              location: { document, pointer: pointerTo('', 'Resources', logicalId) },
            },
          ],
    ),
  ];
}

/** What no template can say of the databases in it. */
export function roleNotes(document: string, facts: readonly Fact[], kinds: readonly Kind[]): readonly Note[] {
  const databases = new Set(kinds.filter(({ session }) => session !== undefined).map(({ name }) => name));
  if (!facts.some(({ kind }) => databases.has(kind))) return [];
  return [
    {
      what: document,
      why: 'CloudFormation makes no database roles, so what they set is not in the template; declare it under `declared.roles`, or check it with holdfast audit',
      level: 'info',
      location: { document },
    },
  ];
}

/** Said of templates without resources: of a single empty one among others it is only worth knowing. */
export function emptyNote(stack: Stack, isAlone: boolean): Note {
  return {
    what: stack.document,
    why: 'the template has no resources, so there is nothing to judge in it',
    level: isAlone ? 'incomplete' : 'info',
    location: { document: stack.document },
  };
}
