import { table, type Table } from '../../core/setting';
import type { EvaluatedResource } from './resource';
import { plain, type Evaluated } from './value';

/** The tags whose name and value are known: a map (Terraform `tags`), or a list of `Key` and `Value` (CloudFormation `Tags`). */
export function tagsOf({ attributes }: EvaluatedResource): Table<string> {
  const tags = table<string>();
  for (const written of [attributes.tags_all, attributes.tags, attributes.Tags]) {
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
    const { Key, Value } = item.entries;
    const key = Key === undefined ? undefined : plain(Key);
    return typeof key === 'string' && Value !== undefined ? [[key, Value] as const] : [];
  });
}
