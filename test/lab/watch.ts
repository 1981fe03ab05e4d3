import type { Client } from 'pg';
import type { Host } from './network/chain';
import { command } from './network/command';

/** How often something is looked at, in milliseconds. */
const every = 100;

/** Calls `look` again and again until told to stop. */
function repeat(look: () => Promise<void>): () => Promise<void> {
  let going = true;
  const done = (async (): Promise<void> => {
    while (going) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  })();
  // What goes wrong is told to whoever stops it; until then nobody listens.
  done.catch(() => undefined);
  return async () => {
    going = false;
    await done;
  };
}

/** When a router was last seen to remember the established flow, and first seen not to; `null`: it remembered it to the end. */
export type Flow = { readonly last: number; readonly gone: number | null };

/** Watches whether a router remembers an established flow. */
export function watchFlow(host: Host): {
  readonly stop: () => Promise<void>;
  readonly seen: () => Flow;
} {
  let last = 0;
  let gone: number | null = null;
  const stop = repeat(async () => {
    const table = await command('ip', ['netns', 'exec', host.namespace, 'cat', '/proc/net/nf_conntrack']);
    const remembers = /ESTABLISHED/.test(table);
    const now = Date.now();
    if (remembers) [last, gone] = [now, null];
    else if (last > 0) gone ??= now;
  });
  return { stop, seen: () => ({ last, gone }) };
}

/** Watches the backends of the server that are not the observer's own, through its Unix socket. */
export function watchBackend(observer: Client): {
  readonly stop: () => Promise<void>;
  readonly seen: () => { readonly active: number; readonly present: number };
} {
  let active = 0;
  let present = 0;
  const stop = repeat(async () => {
    const { rows } = await observer.query<{ state: string }>(
      `select state from pg_stat_activity where backend_type = 'client backend' and client_addr is not null`,
    );
    if (rows.length > 0) present = Date.now();
    if (rows.some(({ state }) => state === 'active')) active = Date.now();
  });
  return { stop, seen: () => ({ active, present }) };
}

/** Lines of a server's log with their times (`log_line_prefix = '%n '`). */
export function linesOf(said: string): readonly { readonly at: number; readonly text: string }[] {
  return said.split('\n').flatMap((line) => {
    const match = /^(\d+\.\d+) (.*)$/.exec(line);
    return match === null ? [] : [{ at: Number(match[1]) * 1000, text: match[2] ?? '' }];
  });
}

/** The sockets of a host: for the table, and for what keepalive really is. */
export async function socketsOf(host: Host): Promise<string> {
  return command('ip', ['netns', 'exec', host.namespace, 'ss', '-Htnoe']);
}

