import type { Seconds } from '../../core/setting';
import { withSession, type Session } from '../postgres/session';
import type { CatalogSource } from '../postgres/source';
import { whyFailed } from '../postgres/why';
import { backendIdentity, serverIdentity } from './session-facts';
import { pass } from './waiting';

/** A statement of ours that a second connection recognises by its first words, whoever runs it. */
export type Marked = { readonly source: CatalogSource; readonly mark: string; readonly server: string };

/** What a second connection sees of a statement. */
export type Look = { readonly is: 'active' | 'idle' | 'absent' } | { readonly is: 'unseen'; readonly why: string };

/** Seconds for each of these errands, after connecting. */
const within = 20;
/** How long a statement that was told to end is given, and how often is looked, in seconds. */
const patience = 5;
/** Seconds that a session is given to end by itself, once its connection is closed. */
const leave = 1;
const between = 0.1;

/** The text that marks a statement: the first of it that `pg_stat_activity` shows. */
export function marked(mark: string, statement: string): string {
  return `/* ${mark} */ ${statement}`;
}

/** Looks for a statement on a connection of its own. Never rejects for what server or network do. */
export async function look(statement: Marked): Promise<Look> {
  return errand(statement, 'what it did with the query is not known', (session) => seen(session, statement));
}

/** What became of an order to end a statement. */
export type Stopped =
  { readonly is: 'ended' } | { readonly is: 'still-running' } | { readonly is: 'unseen'; readonly why: string };

/**
 * Ends a statement: cancels it, waits until it is gone, and ends its session only where that did not help. A role may do both
 * to its own. Never rejects for what server or network do.
 */
export async function stop(statement: Marked): Promise<Stopped> {
  return errand(statement, 'whether the query ended is not known', async (session) => {
    for (const order of ['pg_cancel_backend', 'pg_terminate_backend']) {
      const now = await seen(session, statement);
      if (now.is === 'unseen') return now;
      if (now.is !== 'active') return { is: 'ended' };
      await session.rows(
        `select pg_catalog.${order}(pid) from pg_catalog.pg_stat_activity where ${isOurs(statement)} and state = 'active'`,
      );
      const isActive = async (): Promise<boolean> => (await seen(session, statement)).is === 'active';
      if (await isFalse(isActive, patience)) return { is: 'ended' };
    }
    return { is: 'still-running' };
  });
}

/** The backend of a connection of ours, which serves nobody else. `begun`: when it began, since pids come again. */
export type OwnBackend = {
  readonly source: CatalogSource;
  readonly server: string;
  readonly pid: number;
  readonly begun: string;
};

/**
 * Ends a session that its own connection does not reach any more: the server would keep it until keepalive of its own finds
 * it dead, 2 h later by default. `null`: it had ended already. Never rejects for what server or network do.
 */
export async function endSession({ source, server, pid, begun }: OwnBackend): Promise<Stopped | null> {
  return errand({ source }, 'whether the session ended is not known', async ({ rows }): Promise<Stopped | null> => {
    const own = `from pg_catalog.pg_stat_activity where pid = $1::int and ${backendIdentity} = $2 and ${serverIdentity} = $3`;
    const isThere = async (): Promise<boolean> => (await rows(`select 1 ${own}`, [pid, begun, server])).length > 0;
    if (await isFalse(isThere, leave)) return null;
    await rows(`select pg_catalog.pg_terminate_backend(pid) ${own}`, [pid, begun, server]);
    return { is: (await isFalse(isThere, patience)) ? 'ended' : 'still-running' };
  });
}

/** Whether something ceases to hold within so many seconds. */
async function isFalse(holds: () => Promise<boolean>, seconds: Seconds): Promise<boolean> {
  for (let waited = 0; waited < seconds; waited += between) {
    if (!(await holds())) return true;
    await pass(between);
  }
  return false;
}

async function seen({ rows }: Session, statement: Marked): Promise<Look> {
  const [row = []] = await rows(
    `select state, ${serverIdentity}, pg_catalog.current_setting('track_activities') from (select) as one
       left join pg_catalog.pg_stat_activity on ${isOurs(statement)} order by state = 'active' desc nulls last limit 1`,
  );
  const [state = null, server, shown] = row;
  if (server !== statement.server) return { is: 'unseen', why: 'a second connection leads to another server' };
  if (state === null && shown === 'off')
    return { is: 'unseen', why: 'track_activities is off for this role, so no session shows what it runs' };
  if (state === null) return { is: 'absent' };
  return { is: state === 'active' ? 'active' : 'idle' };
}

/** The mark is of our own making: hexadecimal digits. */
function isOurs({ mark }: Marked): string {
  return `query like '/* ${mark} */%'`;
}

async function errand<T>(
  { source }: Pick<Marked, 'source'>,
  consequence: string,
  run: (session: Session) => Promise<T>,
): Promise<T | { readonly is: 'unseen'; readonly why: string }> {
  const outcome = await withSession(source, { within, signal: new AbortController().signal }, run);
  if (outcome.is === 'done') return outcome.value;
  return { is: 'unseen', why: whyFailed(outcome, source, consequence) };
}
