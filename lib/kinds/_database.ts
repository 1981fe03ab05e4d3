import type { HopSpec, SessionSpec, SettingSpec } from '../core/kind';
import type { Json, Setting, Table } from '../core/setting';
import { rdsApi } from './_sources';

/** How a database stands on a path: it ends the connection, and its session sends the keepalive probes. */
export const databaseHop: HopSpec = { key: 'database', side: 'connection', does: 'terminates', keepalive: 'session' };

/** Whether the values of its parameter group run: `in-sync`, or what they wait for. Only the API says it. */
export const parameterApplyStatus: SettingSpec = {
  as: 'text',
  account: 'DBParameterGroups.ParameterApplyStatus',
  cite: `DBParameterGroupStatus.ParameterApplyStatus, ${rdsApi}`,
};

/** Whether an engine is one of these, in any case, as RDS takes it; `null` where it is not known, or left to AWS. */
export function isEngine(engine: Json | undefined, ...engines: readonly string[]): boolean | null {
  return typeof engine !== 'string' || engine === '' ? null : engines.includes(engine.toLowerCase());
}

/** What a cluster and its members run, for it to be PostgreSQL. */
export const clusterEngines = ['aurora-postgresql', 'postgres'] as const;

/** The flavour of a cluster or its member: Aurora, or a Multi-AZ DB cluster of RDS for PostgreSQL. */
export function flavourOfEngine(settings: Table<Setting>): Extract<SessionSpec['flavour'], string> {
  const { engine } = settings;
  return engine?.state === 'known' && String(engine.value).toLowerCase() === 'postgres' ? 'rds' : 'aurora';
}
