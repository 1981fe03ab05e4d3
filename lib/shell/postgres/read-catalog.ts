import { table } from '../../core/setting';
import { parameters } from '../../kinds/_parameters';
import type { CatalogRoleSetting, CatalogSetting, CollectedCatalog } from '../../read/collection/collection';
import { withSession, type Limits, type Outcome, type Row, type Session } from './session';
import type { CatalogSource } from './source';

/** What is judged, and so all that is asked for: other settings may hold anything, and never leave the server. */
const judged = Object.keys(parameters);

/**
 * `search_path` keeps objects that others put in the way out of it, and nothing judged depends on it. One snapshot for all;
 * READ ONLY so that nothing can be written, by whatever function or view.
 */
const begin = ['BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY', 'SET LOCAL search_path TO pg_catalog'];

/** What our own reading may take on the server. LOCAL: a pooler hands the connection on to others. */
const limits = [
  "SET LOCAL statement_timeout TO '5s'",
  "SET LOCAL lock_timeout TO '2s'",
  "SET LOCAL idle_in_transaction_session_timeout TO '10s'",
];

const settings = `
  SELECT name, unit, setting, reset_val, boot_val, source, pending_restart
    FROM pg_settings WHERE name = ANY ($1) ORDER BY name`;

const server = `SELECT current_database(), current_setting('server_version_num'), pg_is_in_recovery()`;

/** 0 stands for all of them; a role or database that was just dropped has no name and no say. */
const roleSettings = `
  SELECT r.rolname, d.datname, c.entry
    FROM pg_db_role_setting s
    LEFT JOIN pg_roles r ON r.oid = s.setrole
    LEFT JOIN pg_database d ON d.oid = s.setdatabase
   CROSS JOIN LATERAL unnest(s.setconfig) AS c (entry)
   WHERE split_part(c.entry, '=', 1) = ANY ($1)
     AND (s.setrole = 0 OR r.oid IS NOT NULL)
     AND (s.setdatabase = 0 OR d.oid IS NOT NULL)
   ORDER BY r.rolname NULLS FIRST, d.datname NULLS FIRST`;

const loginRoles = 'SELECT rolname FROM pg_roles WHERE rolcanlogin ORDER BY rolname';
const databases = 'SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate ORDER BY datname';

/** Reads the catalog of one server in one read-only transaction. Any role that may connect can do it. */
export function readCatalog(source: CatalogSource, within: Limits): Promise<Outcome<CollectedCatalog>> {
  return withSession(source, within, async (session) => {
    for (const statement of begin) await session.rows(statement);
    // Before the limits: they would stand in `pg_settings` as the session's where the server's values belong.
    const rows = await session.rows(settings, [judged]);
    for (const statement of limits) await session.rows(statement);
    const catalog = { ...(await serverOf(session)), settings: rows.map(settingOf), ...(await rolesOf(session)) };
    await session.rows('COMMIT');
    return { name: source.name, host: source.host, port: source.port, ...catalog };
  });
}

async function serverOf(
  session: Session,
): Promise<Pick<CollectedCatalog, 'database' | 'serverVersion' | 'inRecovery'>> {
  const [row = []] = await session.rows(server);
  return {
    database: text(row, 0),
    serverVersion: version(text(row, 1)),
    inRecovery: text(row, 2) === 't',
  };
}

async function rolesOf(session: Session): Promise<Pick<CollectedCatalog, 'loginRoles' | 'databases' | 'roleSettings'>> {
  return {
    loginRoles: (await session.rows(loginRoles)).map((row) => text(row, 0)),
    databases: (await session.rows(databases)).map((row) => text(row, 0)),
    roleSettings: grouped(await session.rows(roleSettings, [judged])),
  };
}

function settingOf(row: Row): CatalogSetting {
  return {
    name: text(row, 0),
    unit: row[1] ?? null,
    setting: text(row, 2),
    resetVal: text(row, 3),
    bootVal: text(row, 4),
    source: text(row, 5),
    pendingRestart: text(row, 6) === 't',
  };
}

/** One entry per role and database from one row per setting. */
function grouped(rows: readonly Row[]): readonly CatalogRoleSetting[] {
  const groups = new Map<string, { role: string | null; database: string | null; settings: Record<string, string> }>();
  for (const row of rows) {
    const [role = null, database = null] = row;
    const entry = text(row, 2);
    const at = entry.indexOf('=');
    const key = JSON.stringify([role, database]);
    const group = groups.get(key) ?? { role, database, settings: table<string>() };
    group.settings[entry.slice(0, at)] = entry.slice(at + 1);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function version(text: string): number {
  if (!/^\d{5,6}$/.test(text)) throw new Error(strange);
  return Number(text);
}

/** A column that is never null. */
function text(row: Row, at: number): string {
  const value = row[at];
  if (value == null) throw new Error(strange);
  return value;
}

/** Of a server that speaks the protocol and is none. */
const strange = 'its catalog is not that of PostgreSQL';
