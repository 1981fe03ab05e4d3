import type { Json, Table } from '../core/setting';

/** Whether an attribute is written, be its value known or not. An empty list says nothing. */
export function isWritten(attributes: Table<Json | undefined>, attribute: string): boolean {
  if (!(attribute in attributes)) return false;
  const value = attributes[attribute];
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}
