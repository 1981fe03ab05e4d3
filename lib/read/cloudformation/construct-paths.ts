import { table, type Json, type Table } from '../../core/setting';
import { isObject, own, type JsonObject } from '../json';

/** Where a template names the construct that made a resource (cx-api `PATH_METADATA_KEY`). */
const pathKey = 'aws:cdk:path';

/**
 * The template with the construct path of each resource in its metadata, as AWS CDK itself writes it when it is run by its
 * command line. Under `node` alone, and in tests, it does not, and users name resources by their paths all the same.
 */
export function withConstructPaths(body: JsonObject, paths: Table<string>): JsonObject {
  const resources = own(body, 'Resources');
  if (!isObject(resources)) return body;
  const named = Object.entries(resources).map(([id, resource]): readonly [string, Json] => {
    const path = paths[id];
    const metadata = own(resource, 'Metadata');
    if (path === undefined || !isObject(resource) || own(metadata, pathKey) !== undefined) return [id, resource];
    return [id, { ...resource, Metadata: { ...(isObject(metadata) ? metadata : {}), [pathKey]: path } }];
  });
  return { ...body, Resources: table(named) };
}
