import { table, type Json } from '../../core/setting';
import { entries, isObject, items, own } from '../json';
import type { Resource } from './stack';

const prefix = 'AWS::Serverless::';

/**
 * A resource of SAM with what `Globals` says of its type, as SAM merges them: the resource wins, tables are merged, lists are
 * joined. Any other resource as it is.
 */
export function withGlobals(resource: Resource, globals: Json | undefined): Resource {
  const shared = resource.type.startsWith(prefix) ? own(globals, resource.type.slice(prefix.length)) : undefined;
  if (!isObject(shared)) return resource;
  const properties = merged(shared, own(resource.body, 'Properties') ?? {}, 0);
  return { ...resource, body: { ...resource.body, Properties: properties } };
}

/** Deep enough for all that SAM shares; below that the resource's own value wins. */
const deepest = 20;

function merged(shared: Json, written: Json, depth: number): Json {
  if (Array.isArray(shared) && Array.isArray(written)) return [...items(shared), ...items(written)];
  if (!isObject(shared) || !isObject(written) || depth > deepest) return written;
  if (isFunction(shared) || isFunction(written)) return written;
  const both = new Map<string, Json>(entries(shared));
  for (const [key, value] of entries(written)) {
    const other = both.get(key);
    both.set(key, other === undefined ? value : merged(other, value, depth + 1));
  }
  return table([...both]);
}

/** `{ Ref: … }` and `{ Fn::Sub: … }` stand for one value. */
function isFunction(value: Json): boolean {
  return entries(value).some(([key]) => key === 'Ref' || key.startsWith('Fn::'));
}

/** Whether SAM makes an API for a function, with a limit of its own, which no resource of the template shows. */
export function makesApi({ type, body }: Resource): boolean {
  if (type !== `${prefix}Function`) return false;
  const events = entries(own(own(body, 'Properties'), 'Events'));
  return events.some(([, event]) => own(event, 'Type') === 'Api' || own(event, 'Type') === 'HttpApi');
}
