import type { ConnectionForm } from '../../core/connection';
import type { Evaluated } from '../evaluated/value';

/** One variable of a process. */
export type Variable = { readonly name: string; readonly value: Evaluated };

/** What processes take for a name, and no connection string: that has a `:` or a `=`. .NET reads `ConnectionStrings:Orders`. */
const name = /^(?:ConnectionStrings:)?[A-Za-z_][A-Za-z0-9_.-]{0,127}$/;

/** The name of a variable as it may be shown: a text with a connection string in the place of the name is none. */
export function shownName(text: string): string {
  return name.test(text) ? text : '(a name that no process takes)';
}

const owners = 'database|db|postgres|postgresql|pg|jdbc|datasource|sql_?alchemy';
const nouns = 'url|uri|dsn|conn|conn_?str|conn_?string|connection|connection_?string';
const called = new RegExp(`(?:^|_)(?:${owners})(?:_[a-z0-9_]*)?_?(?:${nouns})$`, 'i');
const others =
  /mongo|redis|mysql|maria|mssql|sqlserver|oracle|cosmos|dynamo|elastic|snowflake|clickhouse|influx|neo4j|cassandra|amqp|rabbit/i;

/**
 * Whether a variable is called like one that holds a connection string of PostgreSQL (`DATABASE_URL`, `ORDERS_DATABASE_URL`,
 * `SPRING_DATASOURCE_URL`, `ConnectionStrings__Orders`), and the form that it then has; `null` for every other name.
 */
export function calledLikeConnection(text: string): ConnectionForm | null {
  if (!name.test(text) || others.test(text)) return null;
  if (/^ConnectionStrings(?:__|:)/i.test(text)) return 'ado';
  if (!called.test(text)) return null;
  return /jdbc|spring_datasource/i.test(text) ? 'jdbc' : 'url';
}
