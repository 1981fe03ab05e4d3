import type { View } from '../../core/fact';
import { isDocumented } from './failed-calls';
import type { Form } from './form';

/**
 * Where a collected document looked, and the services of which not everything there is known: a call of theirs gave no answer,
 * or their client was not installed. A document that was interrupted, or broken in parts, vouches for nothing.
 */
export function viewsOf({ complete, regions, notes }: Pick<Form, 'complete' | 'regions' | 'notes'>): readonly View[] {
  // What was left out, or was never asked for, may be anything.
  if (!complete || notes.length > 0) return [];
  return regions.map(({ account, region, failed, absent }) => {
    const lacking = [...failed.filter((call) => !isDocumented(call)), ...absent];
    return { account, region, unread: [...new Set(lacking.map(({ service }) => service))] };
  });
}
