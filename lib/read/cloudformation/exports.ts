import { entries, own } from '../json';
import { environmentOf, mayBeBeside } from './environment';
import { mayBe, patternOf, type NamePattern } from './name-pattern';
import { inside, type Scope } from './scope';
import type { Stack } from './stack';

/** An output that other stacks may import. */
export type Export = { readonly stack: Stack; readonly name: NamePattern; readonly output: string };

/** What the stacks in view export: under names that are known, and under names of which only a part is. */
export type Exports = { readonly named: ReadonlyMap<string, readonly Export[]>; readonly partly: readonly Export[] };

const noExports: Exports = { named: new Map(), partly: [] };

/** What the stacks of an estate export. */
export function exportsOf(scope: Omit<Scope, 'stack' | 'exports'>): Exports {
  const named = new Map<string, Export[]>();
  const partly: Export[] = [];
  for (const stack of scope.estate.stacks) {
    for (const [output, body] of entries(stack.outputs)) {
      const written = own(own(body, 'Export'), 'Name');
      // No export is named by an import.
      const name =
        written === undefined ? undefined : patternOf(inside(written, { ...scope, stack, exports: noExports }));
      if (name?.isWhole === true) named.set(name.start, [...(named.get(name.start) ?? []), { stack, name, output }]);
      else if (name !== undefined) partly.push({ stack, name, output });
    }
  }
  return { named, partly };
}

/** The exports that an import means: those of its name, and else those whose names may be it. */
export function exportsNamed(
  wanted: NamePattern,
  { exports: { named, partly }, work, stack, estate }: Scope,
): { readonly found: readonly Export[]; readonly isSure: boolean } {
  const here = environmentOf(stack, estate);
  // Names of exports are those of one account in one Region.
  const isInReach = (one: Export): boolean => mayBeBeside(here, environmentOf(one.stack, estate));
  const exact = wanted.isWhole ? (named.get(wanted.start) ?? []).filter(isInReach) : [];
  if (exact.length > 0) return { found: exact, isSure: true };
  const possible = wanted.isWhole ? partly : [...partly, ...[...named.values()].flat()];
  work.left -= possible.length / comparisonsPerStep;
  return { found: possible.filter((one) => mayBe(wanted, one.name) && isInReach(one)), isSure: false };
}

/** So many comparisons are as much work as a value. */
const comparisonsPerStep = 8;
