import type { Kind } from '../../core/kind';
import { definition } from './definition';
import type { JsonSchema } from './shape';

/** The JSON Schema of `holdfast.yaml`, made of the definition that validates it. Draft 7, which editors support best. */
export function configurationSchema(kinds: readonly Kind[]): JsonSchema {
  const { schema } = definition({ kinds, policies: [], defaults: null });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Holdfast configuration',
    description: 'Who queries PostgreSQL, what was promised, and over which path.',
    ...schema,
  };
}
