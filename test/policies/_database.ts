import type { TestResource } from 'holdfast/testing';

/** A row of a parameter group as a reader stores it; `null` is a value that is known only after apply. */
export function row(name: string, value: string | null, applyMethod = 'immediate'): { [key: string]: string | null } {
  return { name, value, state: value === null ? 'unknown' : 'known', applyMethod };
}

/** A parameter group of PostgreSQL 16 that sets these parameters. */
export function group(parameters: { readonly [name: string]: string | null }, family = 'postgres16'): TestResource {
  return {
    kind: 'parameter-group',
    settings: { family, parameters: Object.entries(parameters).map(([name, value]) => row(name, value)) },
  };
}

/** An RDS instance of this version with its parameter group. */
export function instance(parameterGroup: string | null, version = '16.4'): TestResource {
  return {
    kind: 'instance',
    settings: { identifier: 'orders', engine: 'postgres', engine_version: version },
    links: { parameter_group: parameterGroup },
  };
}

/** A login role of `aws_db_instance.orders`, as Terraform's `postgresql_role` writes it (milliseconds). */
export function role(name: string, statementTimeout: string | null): TestResource {
  return {
    kind: 'role',
    settings: { name, statement_timeout: statementTimeout },
    links: { database: 'aws_db_instance.orders' },
  };
}
