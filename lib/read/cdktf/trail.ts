import type { Evaluated } from '../evaluated/value';
import { unknown } from './expression/outcome';
import { isTooLarge } from './expression/size';
import type { Labelled } from './stack';

/** References that lead to references: real stacks need a handful. */
const deepest = 100;

/** What was evaluated already, and what is being evaluated right now: each thing is followed once, and no circle forever. */
export type Trail = {
  /**
   * What `make` gives, made once for each `key` of an `owner`. A value that leads back to itself, that leads too far or that
   * is too large is unknown.
   */
  readonly once: (owner: object, key: string, make: () => Evaluated) => Evaluated;
  /** Tells that the default of a variable was used. */
  readonly uses: (variable: Labelled) => void;
  /** What `make` gives, and the variables whose defaults were used on the way. */
  readonly watched: <T>(make: () => T) => Watched<T>;
};

type Watched<T> = { readonly value: T; readonly variables: ReadonlySet<Labelled> };

/** A trail on which nothing was evaluated yet. */
export function newTrail(): Trail {
  const done = new Map<object, Map<string, Watched<Evaluated> | 'open'>>();
  const frames: Set<Labelled>[] = [];
  let depth = 0;

  const uses = (variable: Labelled): void => void frames.at(-1)?.add(variable);

  const watched = <T>(make: () => T): Watched<T> => {
    const variables = new Set<Labelled>();
    frames.push(variables);
    try {
      return { value: make(), variables };
    } finally {
      frames.pop();
    }
  };

  const followed = (make: () => Evaluated): Evaluated => {
    depth += 1;
    try {
      const value = make();
      return isTooLarge([value]) ? unknown('is too large to be followed') : value;
    } catch (error) {
      // Each limit on nesting holds by itself; all of them together may still be more than the engine's call stack.
      if (depth > 1 || !(error instanceof RangeError)) throw error;
      return unknown('is nested too deeply to be followed');
    } finally {
      depth -= 1;
    }
  };

  const once = (owner: object, key: string, make: () => Evaluated): Evaluated => {
    const mine = done.get(owner) ?? new Map<string, Watched<Evaluated> | 'open'>();
    done.set(owner, mine);
    const had = mine.get(key);
    if (had === 'open') return unknown('leads back to itself', 'break the circle of references');
    if (had !== undefined) {
      had.variables.forEach(uses);
      return had.value;
    }
    if (depth >= deepest) return unknown(`leads through more than ${deepest} references`);
    mine.set(key, 'open');
    try {
      const entry = watched(() => followed(make));
      mine.set(key, entry);
      entry.variables.forEach(uses);
      return entry.value;
    } catch (error) {
      mine.delete(key);
      throw error;
    }
  };

  return { once, uses, watched };
}
