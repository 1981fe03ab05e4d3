import type { HopSpec, SessionSpec } from '../core/kind';
import type { Json, Setting, Table } from '../core/setting';

/** How a database stands on a path: it ends the connection, and its session sends the keepalive probes. */
export const databaseHop: HopSpec = { key: 'database', side: 'connection', does: 'terminates', keepalive: 'session' };

/** Whether the resource runs one of these engines; `null` where the engine is not known, or left to AWS. */
export function runsEngine(...engines: readonly string[]): (attributes: Table<Json | undefined>) => boolean | null {
  return ({ engine }) => (typeof engine !== 'string' || engine === '' ? null : engines.includes(engine));
}

/** The flavour of a cluster or its member: Aurora, or a Multi-AZ DB cluster of RDS for PostgreSQL. */
export function flavourOfEngine(settings: Table<Setting>): Extract<SessionSpec['flavour'], string> {
  return settings.engine?.state === 'known' && settings.engine.value === 'postgres' ? 'rds' : 'aurora';
}
