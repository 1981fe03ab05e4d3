import { table, type Json, type Table } from '../../core/setting';
import { entries, items, own } from '../json';

/** The constructs that make resources, as the metadata of a stack in the cloud assembly lists them, nested stacks' too. */
export type ListedConstructs = readonly { readonly path: string; readonly logicalId: string }[];

/** Reads the metadata of a stack: `{ "/Shop/Db": [{ "type": "aws:cdk:logicalId", "data": "Db" }] }`. */
export function listedConstructs(metadata: Json | undefined): ListedConstructs {
  return entries(metadata).flatMap(([path, list]) =>
    items(list).flatMap((one) => {
      const data = own(one, 'data');
      return own(one, 'type') === 'aws:cdk:logicalId' && typeof data === 'string'
        ? [{ path: path.replace(/^\//, ''), logicalId: data }]
        : [];
    }),
  );
}

/** The construct path of each resource of one template; `nested` is the path of the nested stack that it is of, if of one. */
export function pathsIn(listed: ListedConstructs, nested: string | null): Table<string> {
  const deeper = listed.flatMap(({ path }) => nestedStackPath(path) ?? []).filter((path) => isWithin(path, nested));
  const mine = listed.filter(({ path }) => isWithin(path, nested) && !deeper.some((other) => isWithin(path, other)));
  return table(mine.map(({ path, logicalId }) => [logicalId, path]));
}

/**
 * The path of the nested stack that a resource stands for: `Shop/Data` of
 * `Shop/Data.NestedStack/Data.NestedStackResource` (aws-cdk-lib, core/lib/nested-stack.js); `null` for any other resource.
 */
export function nestedStackPath(resource: string): string | null {
  const [, scope, id] = /^(.*\/)([^/]+)\.NestedStack\/\2\.NestedStackResource$/.exec(resource) ?? [];
  return scope === undefined || id === undefined ? null : scope + id;
}

function isWithin(path: string, stack: string | null): boolean {
  return stack === null || path.startsWith(`${stack}/`);
}
