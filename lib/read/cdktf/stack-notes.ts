import type { Note } from '../../core/fact';
import { own, textOf } from '../json';
import type { Stack } from './stack';

/** What a stack holds that cannot be judged: `isEmpty` where none of the stacks that are read together has a resource. */
export function stackNotes({ document, modules, notes }: Stack, isEmpty: boolean): readonly Note[] {
  const empty: Note = {
    what: document,
    why: 'declares no resources, so nothing was judged. Check the stack that makes the databases and load balancers',
    level: 'incomplete',
    location: { document },
  };
  const calls = modules.map(({ name, body, pointer }): Note => {
    const construct = textOf(own(own(own(body, '//'), 'metadata'), 'path'));
    return {
      what: `module.${name}`,
      why: 'synth does not show what is inside a module, so it is not judged here. Check the plan: terraform show -json PLAN | holdfast check',
      level: 'unread',
      location: { document, pointer, ...(construct !== undefined && { construct }) },
    };
  });
  return [...(isEmpty ? [empty] : []), ...notes, ...calls];
}
