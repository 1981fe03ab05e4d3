import type { Json, Table } from '../core/setting';

/** EC2 goes on listing what was deleted for a while (about an hour for a NAT gateway), and what never came to be. */
const gone: readonly string[] = ['deleted', 'deleting', 'failed', 'rejected', 'expired'];

/** Whether a resource of EC2 is there, by the `State` of the answer. */
export function isThere({ State }: Table<Json | undefined>): boolean {
  return typeof State !== 'string' || !gone.includes(State.toLowerCase());
}
