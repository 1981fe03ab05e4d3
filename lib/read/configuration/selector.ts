import type { Selector } from '../../core/configuration';
import type { Table } from '../../core/setting';
import { isObject, own } from '../json';
import { list, object, tableOf, type Shape } from './shape';
import { text } from './scalars';

export type NameSelector = Extract<Selector, { by: 'name' }>;
export type TagSelector = Extract<Selector, { by: 'tag' }>;

/** One name, as any source knows the resource by it. */
export const oneName = text('a name that a source knows the resource by', 'aws_lb.public');
const names = list(oneName, 'a list of names', '[aws_db_proxy.orders, orders-proxy]', 1);

/** One name, or several names of the same hop in several sources. */
export const byName: Shape<NameSelector> = {
  schema: { anyOf: [oneName.schema, names.schema] },
  read: (value, at) => {
    if (Array.isArray(value)) {
      const several = names.read(value, at);
      return several === undefined ? undefined : { by: 'name', names: several };
    }
    const one = oneName.read(value, at);
    return one === undefined ? undefined : { by: 'name', names: [one] };
  },
};

const tags: Shape<Table<string>> = tableOf(
  text('the value of a tag', 'warehouse'),
  'a table of tags',
  '{ service: warehouse }',
);
const description = 'Tags that must all be equal; values may hold wildcards.';
const tagKeys = {
  tag: { shape: tags, description, example: { service: 'warehouse' } },
  tags_all: {
    shape: tags,
    description: `${description} The same as \`tag\`, as Terraform calls it.`,
    example: { service: 'warehouse' },
  },
} as const;
const tagTable = object('a selector by tag', tagKeys);

/** Whether a table selects by tag, and is not an inline hop. */
export function selectsByTag(value: Parameters<typeof own>[0]): boolean {
  return isObject(value) && (own(value, 'tag') !== undefined || own(value, 'tags_all') !== undefined);
}

/** `{ tag: { service: warehouse } }`: every tag must be equal. */
export const byTag: Shape<TagSelector> = {
  schema: { ...tagTable.schema, minProperties: 1, maxProperties: 1 },
  read: (value, at) => {
    const read = tagTable.read(value, at);
    if (read === undefined) return undefined;
    if (read.tag !== undefined && read.tags_all !== undefined)
      return at.problem('has both `tag` and `tags_all`, which mean the same; write all tags below `tag`');
    const wanted = read.tag ?? read.tags_all;
    if (wanted === undefined || Object.keys(wanted).length === 0)
      return at.problem('names no tag, so it would match everything; write for example `tag: { service: warehouse }`');
    return { by: 'tag', tags: wanted };
  },
};

/** A name, names of one resource, or tags. */
const byNameOrTag: Shape<NameSelector | TagSelector> = {
  schema: { anyOf: [byName.schema, byTag.schema] },
  read: (value, at) => (isObject(value) ? byTag.read(value, at) : byName.read(value, at)),
};

const several = list(byNameOrTag, 'a list of databases', '[aws_db_instance.orders, aws_db_instance.stock]', 1);

/** One database, or a list of them. Names of the same database in several sources are a list within the list. */
export const databases: Shape<readonly (NameSelector | TagSelector)[]> = {
  schema: { anyOf: [byNameOrTag.schema, several.schema] },
  read: (value, at) => {
    if (Array.isArray(value)) return several.read(value, at);
    const one = byNameOrTag.read(value, at);
    return one === undefined ? undefined : [one];
  },
};
