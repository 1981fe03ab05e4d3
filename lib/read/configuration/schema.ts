import type { Kind } from '../../core/kind';
import { table } from '../../core/setting';
import { definition } from './definition';
import type { JsonSchema } from './shape';

/**
 * The JSON Schema of `holdfast.yaml`, made of the definition that validates it. Draft 7, which editors support best. It names
 * the policies, so that editors complete them; those of a user's own are legal all the same.
 */
export function configurationSchema(
  kinds: readonly Kind[],
  policies: readonly { readonly id: string; readonly title: string }[],
): JsonSchema {
  const titles = table(policies.map(({ id, title }) => [id, title]));
  const { schema } = definition({ kinds, policies: Object.keys(titles), titles, defaults: null });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Holdfast configuration',
    description: 'Who queries PostgreSQL, what was promised, and over which path.',
    ...schema,
  };
}
