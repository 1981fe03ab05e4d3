import { table, type Table } from '../../core/setting';
import type { EvaluatedResource } from './resource';
import { plain, type Evaluated } from './value';

/**
 * The tags whose name and value are known: a map (Terraform `tags`), or a list of `Key` and `Value` (CloudFormation `Tags`, and
 * `TagList` in answers of RDS; ECS writes both in lower case).
 */
export function tagsOf({ attributes }: EvaluatedResource): Table<string> {
  const tags = table<string>();
  for (const written of [attributes.tags_all, attributes.tags, attributes.Tags, attributes.TagList]) {
    for (const [key, value] of written === undefined ? [] : pairsIn(written)) {
      const text = plain(value);
      if (typeof text === 'string') tags[key] = text;
    }
  }
  return tags;
}

function pairsIn(written: Evaluated): readonly (readonly [string, Evaluated])[] {
  if (written.is === 'object') return Object.entries(written.entries);
  if (written.is !== 'list') return [];
  return written.items.flatMap((item) => {
    if (item.is !== 'object') return [];
    const { Key, Value, key = Key, value = Value } = item.entries;
    const name = key === undefined ? undefined : plain(key);
    return typeof name === 'string' && value !== undefined ? [[name, value] as const] : [];
  });
}
