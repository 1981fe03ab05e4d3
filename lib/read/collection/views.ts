import type { View } from '../../core/fact';
import { table, type Table } from '../../core/setting';
import { isDocumented } from './failed-calls';
import type { Form } from './form';

/** A service of which one client reads a part: without it, the rest is known all the same. */
const typesOf: Table<string> = table([
  ['@aws-sdk/client-elastic-load-balancing', 'elasticloadbalancing:loadbalancer-classic'],
]);

/**
 * Where a collected document looked, and the services of which not everything there is known: a call of theirs gave no answer,
 * or their client was not installed. A document that was interrupted, or broken in parts, vouches for nothing.
 */
export function viewsOf({ complete, regions, notes }: Pick<Form, 'complete' | 'regions' | 'notes'>): readonly View[] {
  // What was left out, or was never asked for, may be anything.
  if (!complete || notes.length > 0) return [];
  return regions.map(({ account, region, failed, absent }) => {
    const calls = failed.filter((call) => !isDocumented(call)).map(({ service }) => service);
    const unread = [...calls, ...absent.map((client) => typesOf[client.package] ?? client.service)];
    return { account, region, unread: [...new Set(unread)] };
  });
}
