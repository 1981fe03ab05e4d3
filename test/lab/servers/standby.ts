import path from 'node:path';
import type { Host } from '../network/chain';
import { runPostgres, startPostgres, type Postgres, type Start } from './postgres';

/** A standby, and the primary that it follows, which nothing but its Unix socket leads to. */
export type Pair = { readonly primary: Postgres; readonly standby: Postgres };

/** Starts a primary and a standby on one host. `setUp` runs on the primary before the standby's copy of it is made. */
export async function startStandby(
  host: Host,
  start: Start,
  setUp: (primary: Postgres) => Promise<void>,
): Promise<Pair> {
  const { version, folder, account } = start;
  const above = path.join(folder, 'primary');
  const first = await startPostgres(host, { ...start, folder: above, settings: { listen_addresses: '' }, tls: false });
  await setUp(first);
  // A copy is whole only of a server that was stopped in order.
  first.running.child.kill('SIGINT');
  await first.running.ended;
  const standby = await startPostgres(host, { ...start, folder: path.join(folder, 'standby'), follows: above });
  return { primary: await runPostgres(host, version, above, account), standby };
}
