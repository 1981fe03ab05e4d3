import type { RunningParameter } from '../../core/parameter';
import { table, type Json, type Table } from '../../core/setting';
import { entries, items, own, pointerTo, textOf } from '../json';
import type { CollectedCatalog } from './collection';

/** One row of `pg_db_role_setting`, with its place within the catalog; `null`: it was made of the list of roles. */
export type RoleRow = {
  readonly role: string | null;
  readonly database: string | null;
  readonly settings: Table<string>;
  readonly pointer: string | null;
};

/** A catalog whose parts are of the types that they claim to be. */
export type CatalogForm = Omit<CollectedCatalog, 'settings' | 'roleSettings'> & {
  readonly settings: readonly RunningParameter[];
  readonly roleSettings: readonly RoleRow[];
};

/**
 * A catalog of a collected document, `null` where it is none: who wrote the document is not known. A part that is broken makes
 * the whole of it nothing, since a role or a setting that is left out would count as unset.
 */
export function formOf(catalog: Json): CatalogForm | null {
  const host = own(catalog, 'host');
  const port = own(catalog, 'port');
  const database = own(catalog, 'database');
  const serverVersion = own(catalog, 'serverVersion');
  const inRecovery = own(catalog, 'inRecovery');
  const settings = each(own(catalog, 'settings'), settingOf);
  const loginRoles = each(own(catalog, 'loginRoles'), nameOf);
  const databases = each(own(catalog, 'databases'), nameOf);
  const roleSettings = each(own(catalog, 'roleSettings'), rowOf);
  if (typeof host !== 'string' || typeof database !== 'string' || typeof inRecovery !== 'boolean') return null;
  if (typeof port !== 'number' || typeof serverVersion !== 'number' || !Number.isInteger(serverVersion)) return null;
  if (settings === null || loginRoles === null || databases === null || roleSettings === null) return null;
  const name = textOf(own(catalog, 'name')) ?? null;
  return { name, host, port, database, serverVersion, inRecovery, settings, loginRoles, databases, roleSettings };
}

/** Every element, or `null` where the list or one of its elements is not what it claims to be. */
function each<T>(list: Json | undefined, read: (item: Json, at: number) => T | null): readonly T[] | null {
  if (!Array.isArray(list)) return null;
  const all = items(list).map(read);
  return all.includes(null) ? null : (all as readonly T[]);
}

function nameOf(item: Json): string | null {
  return typeof item === 'string' ? item : null;
}

function settingOf(item: Json): RunningParameter | null {
  const [name, unit, source] = [own(item, 'name'), own(item, 'unit'), own(item, 'source')];
  const [setting, resetVal, pendingRestart] = [
    own(item, 'setting'),
    own(item, 'resetVal'),
    own(item, 'pendingRestart'),
  ];
  if (typeof name !== 'string' || typeof source !== 'string') return null;
  if (typeof setting !== 'string' || typeof resetVal !== 'string') return null;
  if ((unit !== null && typeof unit !== 'string') || typeof pendingRestart !== 'boolean') return null;
  return { name, unit, setting, resetVal, source, pendingRestart };
}

function rowOf(item: Json, at: number): RoleRow | null {
  const [role, database, settings] = [own(item, 'role'), own(item, 'database'), own(item, 'settings')];
  if ((role !== null && typeof role !== 'string') || (database !== null && typeof database !== 'string')) return null;
  const written = entries(settings);
  if (settings === undefined || written.some(([, value]) => typeof value !== 'string')) return null;
  return {
    role,
    database,
    settings: table(written as readonly (readonly [string, string])[]),
    pointer: pointerTo('', 'roleSettings', at),
  };
}
