import type { Note } from '../../core/fact';
import { items, own, textOf, type JsonObject } from '../json';
import { actionsOf } from './plan-rows';

/** How much of what exists a plan speaks of. */
export type Extent = 'whole' | 'partial' | 'refresh-only' | 'destroy' | 'empty';

/**
 * `complete` (Terraform 1.8) says it outright. Before, and in OpenTofu, a managed object of the prior state that no row
 * mentions gives a `-target` plan away. `outside` is the number of such objects.
 */
export function extentOf(plan: JsonObject, outside: number): Extent {
  const rows = items(own(plan, 'resource_changes')).filter((row) => own(row, 'mode') !== 'data');
  if (rows.length === 0) return outside > 0 || items(own(plan, 'resource_drift')).length > 0 ? 'refresh-only' : 'empty';
  const left = rows.some((row) => actionsOf(row).some((action) => action !== 'delete' && action !== 'forget'));
  if (!left && outside === 0) return 'destroy';
  const complete = own(plan, 'complete');
  return complete === false || (complete === undefined && outside > 0) ? 'partial' : 'whole';
}

/** What keeps a plan from being judged as a whole. */
export function planNotes(document: string, plan: JsonObject, extent: Extent, outside: number): readonly Note[] {
  const incomplete = (why: string): Note => ({ what: document, why, level: 'incomplete', location: { document } });
  const notes: Note[] = [];
  const errored = own(plan, 'errored') === true;
  if (errored) {
    notes.push(
      incomplete(
        'the plan ended with an error, so resources are missing from it. Mend the error that `terraform plan` reports and plan again',
      ),
    );
  }
  if (extent === 'empty' && !errored) {
    notes.push(
      incomplete(
        'the plan holds no managed resource, so there is nothing to judge. Check the plan of the configuration that makes the databases and load balancers',
      ),
    );
  }
  if (extent === 'refresh-only') {
    notes.push(
      incomplete(
        'a refresh-only plan lists no resources; what the state holds was read instead. Plan without `-refresh-only` to judge what will be',
      ),
    );
  }
  if (extent === 'destroy') {
    notes.push(
      incomplete(
        'the plan only deletes, so nothing is left to judge. Check the plan that creates or changes the resources',
      ),
    );
  }
  if (extent === 'partial' && !errored) {
    const rest = outside > 0 ? `; ${outside} outside it were read from the prior state` : '';
    notes.push(
      incomplete(
        `the plan covers part of the configuration (\`-target\`, or deferred changes)${rest}. Plan without \`-target\` to judge all of it`,
      ),
    );
  }
  for (const one of items(own(plan, 'deferred_changes'))) {
    const address = textOf(own(own(one, 'resource_change'), 'address')) ?? 'a resource';
    notes.push({
      what: address,
      why: 'Terraform deferred its change, so the plan does not show it. Apply this plan, then plan again',
      level: 'incomplete',
      location: { document },
    });
  }
  return notes;
}
