import type { Fact, Note, Reading } from '../../core/fact';
import { known, table, unknown, type Json, type Location, type Setting } from '../../core/setting';
import catalogRole from '../../kinds/catalog-role';
import catalogServer from '../../kinds/catalog-server';
import { own, textOf } from '../json';
import { shortened } from '../written';
import { formOf, type CatalogForm, type RoleRow } from './catalog-form';

/**
 * What the catalogs of a collected document say: a fact of each server, and one of each login role and of each row that sets
 * something for all roles or in one database. Takes them as the document has them: one that is not in its form is noted, as is
 * each that could not be read (`failed`: name and why).
 */
export function readCatalogs(document: string, catalogs: readonly Json[], failed: readonly Json[]): Reading {
  const facts: Fact[] = [];
  const notes: Note[] = [];
  catalogs.forEach((catalog, at) => {
    const location = { document, pointer: `/catalogs/${String(at)}` };
    const form = formOf(catalog);
    if (form === null)
      notes.push({
        what: `catalog ${String(at + 1)} of ${document}`,
        why: 'is not in the form of a catalog, so nothing of it was read: collect it again',
        level: 'incomplete',
        location,
      });
    else facts.push(...factsOf(form, location));
  });
  failed.forEach((one, at) => {
    const location = { document, pointer: `/failedCatalogs/${String(at)}` };
    const name = shortened(textOf(own(one, 'name')) ?? String(at + 1), 200);
    const why = shortened(textOf(own(one, 'why')) ?? 'no reason was given', 500);
    notes.push({
      what: `catalog of ${name}`,
      why: `could not be read, so what its roles set and what the server runs is not known: ${why}`,
      level: 'incomplete',
      location,
    });
    facts.push(failedServer(name, why, location));
  });
  return { document, source: 'catalog', facts, notes };
}

function factsOf(form: CatalogForm, location: Location): readonly Fact[] {
  const server = serverFact(form, location);
  return [server, ...rolesOf(form).map((row) => roleFact(row, server))];
}

function serverFact(form: CatalogForm, location: Location): Fact {
  const subject = `catalog of ${form.name ?? `${form.host}:${String(form.port)}`}`;
  const own = ownSettings(subject, location);
  return {
    ...serverOf(subject, location),
    settings: table([
      own('name', form.name),
      own('host', form.host),
      own('port', form.port),
      own('dbname', form.database),
      own('databases', form.databases),
      own('version', versionText(form.serverVersion)),
      own('in_recovery', form.inRecovery),
      own('parameters', form.settings),
    ]),
  };
}

/** A server that was asked for and gave nothing. One that was not given a name is called by its address: `db.example:5432/shop`. */
function failedServer(name: string, why: string, location: Location): Fact {
  const subject = `catalog of ${name}`;
  const own = ownSettings(subject, location);
  const [, host, port] = /^\[?([^\]]+)\]?:(\d{1,5})(?:\/|$)/.exec(name) ?? [];
  return {
    ...serverOf(subject, location),
    settings: table([
      own('name', name),
      ...(host === undefined ? [] : [own('host', host), own('port', Number(port))]),
      ['parameters', unknown(`the catalog of ${name} could not be read: ${why}`, 'mend that, and collect again')],
    ]),
  };
}

function ownSettings(
  subject: string,
  location: Location,
): (attribute: string, value: Json) => readonly [string, Setting] {
  return (attribute, value) => [attribute, known(value, { level: 'own', subject, attribute, text: null, location })];
}

function serverOf(subject: string, location: Location): Omit<Fact, 'settings'> {
  return {
    id: `${location.document}#${location.pointer ?? ''}`,
    kind: catalogServer.name,
    type: 'pg_settings',
    source: 'catalog',
    subject,
    names: [],
    identity: {},
    tags: table(),
    links: table([
      ['database', [{ state: 'absent', attribute: 'host' }]],
      ['answered', [{ state: 'absent', attribute: 'host' }]],
    ]),
    location,
  };
}

/** `160004` is 16.4, and `90624` 9.6.24: two numbers made a major version until 10. */
function versionText(number: number): string {
  const [major, rest] = [Math.floor(number / 10_000), number % 10_000];
  return major >= 10
    ? `${String(major)}.${String(rest)}`
    : `${String(major)}.${String(Math.floor(rest / 100))}.${String(rest % 100)}`;
}

/**
 * Logins of AWS itself, which RDS makes on each server and no workload uses: a glob over roles means none of them.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Roles.html
 */
const ownedByAws = ['rdsadmin', 'rdstopmgr', 'rdsproxyadmin'];

/**
 * Every login role once for all databases, whether it sets anything or not, and each row about one database or about all roles.
 * What is set for a role that cannot log in takes effect nowhere: members do not inherit it (facts: postgres-rds 1.5).
 */
function rolesOf({ loginRoles, roleSettings }: CatalogForm): readonly RoleRow[] {
  const logins = new Set(loginRoles.filter((name) => !ownedByAws.includes(name)));
  const rows = roleSettings.filter(({ role }) => role === null || logins.has(role));
  const withRow = new Set(rows.flatMap(({ role, database }) => (role !== null && database === null ? [role] : [])));
  const silent = [...logins].filter((name) => !withRow.has(name));
  return [...rows, ...silent.map((role): RoleRow => ({ role, database: null, settings: table(), pointer: null }))];
}

function roleFact(row: RoleRow, server: Fact): Fact {
  const { role, database, settings } = row;
  const subject = role ?? database ?? 'all roles';
  const place = server.location?.pointer ?? '';
  const location: Location = {
    document: server.location?.document ?? '',
    pointer: row.pointer === null ? place : `${place}${row.pointer}`,
  };
  const step = (attribute: string, text: string | null): Setting =>
    known<Json>(text, { level: 'own', subject, attribute, text, location });
  const carried = catalogRole.role?.parameters.flatMap((name): readonly (readonly [string, Setting])[] => {
    const value = settings[name];
    if (value === undefined) return [];
    // Nothing that a parameter takes is that long, and a part of it would be another value.
    return [
      [name, value.length > 100 ? unknown('its value is too long to be one', 'collect it again') : step(name, value)],
    ];
  });
  return {
    id: `${server.id}#${JSON.stringify([role, database])}`,
    kind: catalogRole.name,
    type: 'role',
    source: 'catalog',
    subject,
    names: [],
    identity: {},
    tags: table(),
    settings: table([
      ['name', step('name', role)],
      ...(database === null ? [] : [['in_database', step('in_database', database)] as const]),
      ...(carried ?? []),
    ]),
    links: table<Fact['links'][string]>([
      ['server', [{ state: 'linked', to: { id: server.id }, sure: 'exact', attribute: 'host' }]],
      ['database', [{ state: 'absent', attribute: 'host' }]],
    ]),
    location,
  };
}
