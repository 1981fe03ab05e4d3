import { plain, type Evaluated } from './value';

/** What a reference to a value that no document writes is worth. */
export function comesFrom(text: string): Evaluated {
  return {
    is: 'unknown',
    why: `comes from \`${text}\`, which is known only after deploy`,
    settles: 'write a fixed value, or check the state after deploy',
  };
}

/** Why a value is not known, as it follows the name of the attribute, and what settles it. */
export function reasonOf(value: Evaluated): { readonly why: string; readonly settles: string } {
  switch (value.is) {
    case 'unknown':
    case 'choice':
      return { why: value.why, settles: value.settles };
    case 'reference':
      return reasonOf(value.value ?? comesFrom(value.text));
    case 'list':
    case 'object':
    case 'text': {
      const parts =
        value.is === 'list' ? value.items : value.is === 'text' ? value.parts : Object.values(value.entries);
      const open = parts.find((part) => plain(part) === undefined);
      return open === undefined ? reasonOf(comesFrom('an expression')) : reasonOf(open);
    }
    case 'value':
      return { why: 'is not of a kind that can be read', settles: 'write a fixed value' };
  }
}
