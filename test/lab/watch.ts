import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import type { Running } from './network/start';

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

/** When something was last seen to be there, and first seen to be gone; `null`: it was there to the end. `last` is 0 for never. */
export type Seen = { readonly last: number; readonly gone: number | null };
export type Watch<T> = { readonly stop: () => Promise<void>; readonly seen: () => T };

/** Watches whether a file of the kernel says something: of the namespace that `inside` runs in. */
function watchFile(inside: Running, file: string, isThere: (text: string) => boolean): Watch<Seen> {
  const where = `/proc/${String(inside.child.pid)}/net/${file}`;
  let seen: Seen = { last: 0, gone: null };
  const stop = repeat(async () => {
    const is = isThere(await readFile(where, 'utf8'));
    const now = Date.now();
    if (is) seen = { last: now, gone: null };
    else if (seen.last > 0 && seen.gone === null) seen = { ...seen, gone: now };
  });
  return { stop, seen: () => seen };
}

/** Watches whether a router remembers an established flow. */
export function watchFlow(inside: Running): Watch<Seen> {
  return watchFile(inside, 'nf_conntrack', (text) => text.includes('ESTABLISHED'));
}

/** Watches whether a server holds an established connection at its port. */
export function watchSocket(inside: Running, port: number): Watch<Seen> {
  const own = port.toString(16).toUpperCase().padStart(4, '0');
  const isEstablished = new RegExp(`^ *\\d+: [0-9A-F]+:${own} [0-9A-F]+:[0-9A-F]{4} 01 `, 'm');
  return watchFile(inside, 'tcp', (text) => isEstablished.test(text));
}

/** When the backend of the client last ran a statement, and when it was last there at all; 0: never seen. */
export type Backend = { readonly active: number; readonly present: number };

/** Watches the backends of the server that are not the observer's own, through its Unix socket. */
export function watchBackend(observer: Client): Watch<Backend> {
  let seen: Backend = { active: 0, present: 0 };
  const stop = repeat(async () => {
    const { rows } = await observer.query<{ state: string }>(
      `select state from pg_stat_activity where backend_type = 'client backend' and client_addr is not null`,
    );
    const now = Date.now();
    if (rows.length > 0) seen = { ...seen, present: now };
    if (rows.some(({ state }) => state === 'active')) seen = { ...seen, active: now };
  });
  return { stop, seen: () => seen };
}

/** A line of a server's log with its time in milliseconds, and the SQLSTATE where it has one (`log_line_prefix = '%n %e '`). */
export type LogLine = { readonly at: number; readonly state: string; readonly text: string };

/** Lines of a server's log. */
export function linesOf(said: string): readonly LogLine[] {
  return said.split('\n').flatMap((line) => {
    const [, at, state = '', text = ''] = /^(\d+\.\d+) ([0-9A-Z]{5}) (.*)$/.exec(line) ?? [];
    return at === undefined ? [] : [{ at: Number(at) * 1000, state, text }];
  });
}
