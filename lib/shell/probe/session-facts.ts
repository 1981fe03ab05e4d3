import { parsePostgresValue } from '../../core/postgres-value';
import type { SessionFacts, SessionParameter } from '../../core/probe-report';
import { parameters } from '../../kinds/_parameters';
import type { Row } from '../postgres/session';
import { socketKeepalive } from './socket-keepalive';
import type { Line } from './line';

/**
 * What a session is, with what tells its server from another one, and when the backend began that serves this connection and no
 * other; `null` where a pooler stands before it: then it is the pooler's.
 */
export type ReadFacts = { readonly facts: SessionFacts; readonly server: string; readonly begun: string | null };

/** Microseconds at which a server began, which no other one shares. */
export const serverIdentity = 'extract(epoch from pg_catalog.pg_postmaster_start_time())::text';

/** Microseconds at which a backend began: its pid may be another one's later. */
export const backendIdentity = 'extract(epoch from backend_start)::text';

/** Characters of any answer that are kept: a name of PostgreSQL has 63. */
const longest = 200;

const session = `
  select session_user, current_database(), current_setting('server_version'), pg_catalog.pg_is_in_recovery()::text,
         pg_catalog.host(pg_catalog.inet_client_addr()), pg_catalog.host(pg_catalog.inet_server_addr()),
         pg_catalog.pg_backend_pid()::text, ${serverIdentity},
         (select ${backendIdentity} from pg_catalog.pg_stat_activity where pid = pg_catalog.pg_backend_pid())`;

const settings = `
  select name, setting, source from pg_catalog.pg_settings
   where name in (${Object.keys(parameters)
     .map((name) => `'${name}'`)
     .join(', ')})
   order by name`;

/** Reads what a connection got: who it is, where, and every parameter that is judged. Rejects with what the driver says. */
export async function readFacts(line: Line): Promise<ReadFacts> {
  const [row = []] = await line.rows(session);
  const shown = await line.rows(settings);
  return {
    server: text(row, 7),
    // A pooler hands out a pid of its own.
    begun: row[8] != null && line.backend === Number(text(row, 6)) ? text(row, 8) : null,
    facts: {
      role: text(row, 0),
      database: text(row, 1),
      serverVersion: text(row, 2),
      inRecovery: text(row, 3) === 'true',
      clientAddress: row[4] == null ? null : text(row, 4),
      serverAddress: row[5] == null ? null : text(row, 5),
      backend: Number(text(row, 6)),
      tls: line.tls,
      keepalive: await socketKeepalive(line),
      parameters: shown.flatMap(parameterOf),
    },
  };
}

/** `setting` is a whole number of the parameter's own unit, or a switch. */
function parameterOf(row: Row): readonly SessionParameter[] {
  const [name, setting, source] = [text(row, 0), text(row, 1), text(row, 2)];
  const spec = parameters[name];
  if (spec === undefined) return [];
  const parsed = parsePostgresValue(setting, spec, null);
  if (!parsed.ok) return [];
  return [{ name, value: parsed.value, unit: spec.as === 'duration' ? 's' : null, source }];
}

/** A server that is none may say anything, at any length. */
function text(row: Row, at: number): string {
  return (row[at] ?? '').slice(0, longest);
}
