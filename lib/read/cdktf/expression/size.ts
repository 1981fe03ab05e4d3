import type { Evaluated } from '../../evaluated/value';

type Size = {
  /** About how many characters the value takes when it is written out, shared parts each time. */
  readonly characters: number;
  readonly levels: number;
};

const measured = new WeakMap<Evaluated, Size>();

/** Larger than what Terraform itself would pass on; deeper than what anybody writes. */
const largest = 1_000_000;
const deepest = 200;

const tooDeep: Size = { characters: Infinity, levels: Infinity };

/** About how many characters a value takes; infinite where it is too deep to follow. */
export function sizeOf(value: Evaluated): number {
  return measure(value, 0).characters;
}

/**
 * Whether it is no use to go on with these values together: local values that double each other grow beyond any memory in a
 * few lines.
 */
export function isTooLarge(values: readonly Evaluated[]): boolean {
  let all = 0;
  for (const value of values) {
    const { characters, levels } = measure(value, 0);
    all += characters;
    if (all > largest || levels > deepest) return true;
  }
  return false;
}

function measure(value: Evaluated, depth: number): Size {
  if (value.is === 'value')
    return { characters: typeof value.value === 'string' ? value.value.length + 2 : 4, levels: 1 };
  const known = measured.get(value);
  if (known !== undefined) return known;
  if (depth > deepest) return tooDeep;
  let characters = value.is === 'unknown' ? value.why.length + value.settles.length : 2;
  let levels = 0;
  for (const part of partsOf(value)) {
    const size = measure(part, depth + 1);
    characters += size.characters;
    levels = Math.max(levels, size.levels);
  }
  if (value.is === 'object') for (const key of Object.keys(value.entries)) characters += key.length + 2;
  const size = { characters, levels: levels + 1 };
  measured.set(value, size);
  return size;
}

function partsOf(value: Evaluated): readonly Evaluated[] {
  switch (value.is) {
    case 'value':
    case 'unknown':
      return [];
    case 'list':
      return value.items;
    case 'object':
      return Object.values(value.entries);
    case 'reference':
      return value.value === undefined ? [] : [value.value];
    case 'text':
      return value.parts;
    case 'choice':
      return value.of;
  }
}
