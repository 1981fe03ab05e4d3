import type { Note } from '../../core/fact';
import type { Kind } from '../../core/kind';
import type { EvaluatedResource } from '../evaluated/resource';
import { pointerTo } from '../json';
import { estateOf } from './estate';
import { evaluate } from './evaluate';
import { exportsOf } from './exports';
import { judgedProperties } from './judged-properties';
import type { Template } from './read';
import { resourcesOf } from './resources';
import type { Scope } from './scope';
import type { Stack } from './stack';
import { emptyNote, templateNotes } from './template-notes';
import { named } from './unknowns';

/** A template's resources with their functions followed, and what is to be said of it. */
export type EvaluatedTemplate = {
  readonly document: string;
  readonly resources: readonly EvaluatedResource[];
  readonly notes: readonly Note[];
};

/** The resources of templates that are deployed together, in their order. Only what kinds read is worth a note. */
export function evaluateTemplates(
  templates: readonly Template[],
  kinds: readonly Kind[],
): readonly EvaluatedTemplate[] {
  const estate = estateOf(templates);
  const judged = judgedProperties(kinds);
  const ground = { estate, takesDefaults: true, onDefault: ignore, onGuess: ignore, depth: 0, way: [], evaluate };
  const exports = exportsOf({ ...ground, work: { left: workPerTemplate } });
  const isEmpty = estate.stacks.every(hasNothing);
  return estate.stacks.map((stack) => {
    const { scope, remarks } = scopeOf(stack, { ...ground, exports });
    const { resources, notes } = resourcesOf(stack, judged, scope);
    const all = [...notes, ...remarks(), ...templateNotes(stack, estate)];
    return {
      document: stack.document,
      resources,
      notes: hasNothing(stack) ? [...all, emptyNote(stack, isEmpty)] : all,
    };
  });
}

/** Far more than a template of the size that CloudFormation takes causes. */
const workPerTemplate = 200_000;

/** The scope of a stack's properties, and what is to be said of them once they are evaluated. */
function scopeOf(
  stack: Stack,
  ground: Omit<Scope, 'stack' | 'work' | 'onDefault' | 'onGuess'>,
): { readonly scope: Scope; readonly remarks: () => readonly Note[] } {
  const notes = new Map<string, Note>();
  const work = { left: workPerTemplate };
  const scope: Scope = {
    ...ground,
    stack,
    work,
    onDefault: ({ document }, parameter) => {
      notes.set(JSON.stringify([document, parameter]), {
        what: `parameter ${named(parameter)}`,
        why: 'it was judged at its default; what a deployment passes instead is not judged here',
        level: 'info',
        location: { document, pointer: pointerTo('', 'Parameters', parameter) },
      });
    },
    onGuess: (exported, from) => {
      notes.set(exported, {
        what: `import ${exported}`,
        why: `it was taken for an export of ${named(from.document)}, the only template in view that may export it`,
        level: 'info',
        location: { document: stack.document },
      });
    },
  };
  return { scope, remarks: () => [...notes.values(), ...(work.left < 0 ? [tooMuch(stack)] : [])] };
}

function tooMuch({ document }: Stack): Note {
  const why = 'the template takes too long to evaluate, so part of it was not read';
  return { what: document, why, level: 'incomplete', location: { document } };
}

function hasNothing({ resources }: Stack): boolean {
  return Object.keys(resources).length === 0;
}

function ignore(): void {
  // Names of exports are not judged.
}
