import type { Fact, Note } from '../../core/fact';
import type { Kind } from '../../core/kind';
import type { EvaluatedResource } from './resource';

/**
 * One fact per resource, of the kind that describes it (`other` where none does), and notes about those whose kind cannot be
 * told. Resources may be of several documents: references lead from one to the other.
 */
export function factsOf(
  resources: readonly EvaluatedResource[],
  kinds: readonly Kind[],
): { readonly facts: readonly Fact[]; readonly notes: readonly Note[] } {
  void kinds;
  void resources;
  return { facts: [], notes: [] };
}
