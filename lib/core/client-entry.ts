import type { PathEntry } from './configuration';
import type { Node } from './node';

/** What the configuration says beside `client`. */
export type ClientEntry = Pick<PathEntry, 'driver' | 'connection' | 'declaredConnection' | 'keepalive' | 'location'>;

/** What tells what a connection string says that is not in view. */
export const declareConnection =
  'write what it says, without user and password, beside `client`: `connection: "postgresql:///?keepalives_idle=60"`';

/** The driver that the configuration names, beside the client or within an inline one; `null` where it names none. */
export function driverNamed(client: Node, { driver }: ClientEntry): string | null {
  const own = client.settings.driver;
  return driver ?? (own?.state === 'known' && typeof own.value === 'string' ? own.value : null);
}
