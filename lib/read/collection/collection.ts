import type { Json, Table } from '../../core/setting';

/** Why a call gave no answer. `denied-by-scp`: a service control policy forbids it, whatever the role allows. */
export type Refusal = 'denied' | 'denied-by-scp' | 'throttled' | 'timed-out' | 'unsupported' | 'interrupted' | 'failed';

/** A call that gave no answer, and what is therefore not known. */
export type FailedCall = {
  /** The IAM prefix of the service: `rds`, `elasticloadbalancing`. */
  readonly service: string;
  /** The API action: `DescribeLoadBalancerAttributes`; with `service` it is the IAM action that is needed. */
  readonly action: string;
  /** The resource that was asked for; `null` where the call lists all. */
  readonly subject: string | null;
  readonly why: Refusal;
  /** What the service answered, shortened and without secrets. */
  readonly message: string;
};

/**
 * One resource with the answers about it, in AWS's own words and limited to what is judged: the item of the list, and beside
 * its members those of the further calls (`LoadBalancerAttributes`, `Parameters`, `Tags`).
 */
export type CollectedResource = {
  /** As AWS Resource Explorer names resource types: `rds:db`, `elasticloadbalancing:listener`. */
  readonly type: string;
  readonly arn: string | null;
  readonly answer: { readonly [field: string]: Json };
  /** Fields of `answer` that a failed call has left open, with the index of that call in `failed`. */
  readonly unread: Table<number>;
};

/** What one account and Region answered. */
export type CollectedRegion = {
  /** The account's number; `null` where even that could not be read. */
  readonly account: string | null;
  readonly region: string;
  readonly resources: readonly CollectedResource[];
  readonly failed: readonly FailedCall[];
  /** Services that were not asked, since their client is not installed: the IAM prefix and the npm package. */
  readonly absent: readonly { readonly service: string; readonly package: string }[];
};

/** One row of `pg_settings`, as the server gives it: `setting` and `resetVal` are in `unit`. */
export type CatalogSetting = {
  readonly name: string;
  readonly unit: string | null;
  readonly setting: string;
  readonly resetVal: string;
  readonly bootVal: string;
  /** `default`, `configuration file`, `user`, `database user` ... */
  readonly source: string;
  readonly pendingRestart: boolean;
};

/** One row of `pg_db_role_setting`, limited to what is judged. `null`: all roles, all databases. Values are spelled as typed. */
export type CatalogRoleSetting = {
  readonly role: string | null;
  readonly database: string | null;
  readonly settings: Table<string>;
};

/** What one PostgreSQL server says of itself. */
export type CollectedCatalog = {
  /** The name that the user gave it (`NAME=URL`), which is a name of the database in the configuration; else `null`. */
  readonly name: string | null;
  readonly host: string;
  readonly port: number;
  /** The database that was connected to. */
  readonly database: string;
  /** `server_version_num`: 160004. */
  readonly serverVersion: number;
  /** Whether it is a standby. */
  readonly inRecovery: boolean;
  readonly settings: readonly CatalogSetting[];
  /** Every role that may log in. */
  readonly loginRoles: readonly string[];
  readonly databases: readonly string[];
  readonly roleSettings: readonly CatalogRoleSetting[];
};

/** A server whose catalog could not be read. No secret of its address is in it. */
export type FailedCatalog = { readonly name: string; readonly why: string };

/**
 * Everything that one audit read, and what it could not read: the document that `holdfast collect` writes. Frozen by
 * `schema/collection.schema.json`.
 */
export type Collection = {
  readonly format: 'holdfast-collection';
  readonly version: 1;
  readonly tool: { readonly name: 'holdfast'; readonly version: string };
  /** UTC, ISO 8601. */
  readonly collectedAt: string;
  /** `false`: it was interrupted. */
  readonly complete: boolean;
  readonly regions: readonly CollectedRegion[];
  readonly catalogs: readonly CollectedCatalog[];
  readonly failedCatalogs: readonly FailedCatalog[];
};
