import type { Fact } from '../../lib/core/fact';
import type { CatalogSetting, CollectedCatalog } from '../../lib/read/collection/collection';
import { readCatalogs } from '../../lib/read/collection/catalogs';

/** What a test says of a server; it is PostgreSQL 16.4 with one database, `shop`, and the login role `app`, which sets nothing. */
export type CatalogText = Partial<Omit<CollectedCatalog, 'settings' | 'roleSettings'>> & {
  readonly settings?: readonly CatalogSetting[];
  readonly roleSettings?: readonly {
    readonly role?: string | null;
    readonly database?: string | null;
    readonly settings: { readonly [name: string]: string };
  }[];
};

/** A catalog as a collected document has it. */
export function collected(own: CatalogText = {}): CollectedCatalog {
  return {
    name: 'db',
    host: 'db.example.com',
    port: 5432,
    database: 'shop',
    serverVersion: 160004,
    inRecovery: false,
    settings: [],
    loginRoles: ['app'],
    databases: ['postgres', 'shop'],
    ...own,
    roleSettings: (own.roleSettings ?? []).map(({ role = null, database = null, settings }) => ({
      role,
      database,
      settings,
    })),
  };
}

/** The facts of a catalog that was read into `catalogs.json`. */
export function catalog(own: CatalogText = {}, document = 'catalogs.json'): readonly Fact[] {
  return readCatalogs(document, [collected(own)], []).facts;
}

/** A row of `pg_settings`: of a limit in milliseconds that the configuration file sets, unless said otherwise. */
export function running(name: string, value: string, own: Partial<CatalogSetting> = {}): CatalogSetting {
  return {
    name,
    unit: 'ms',
    setting: value,
    resetVal: value,
    bootVal: '0',
    source: 'configuration file',
    pendingRestart: false,
    ...own,
  };
}
