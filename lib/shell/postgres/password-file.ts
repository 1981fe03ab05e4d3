import { readFileSync, statSync } from 'node:fs';
import { socketFolders, type CatalogSource } from './source';

/** The password of a connection; `ignored` says why its password file was not used, where that may surprise. */
export type FoundPassword = { readonly password: string | null; readonly ignored: string | null };

/** The password that was given with the source, else that of the password file. */
export function passwordOf(source: CatalogSource): FoundPassword {
  const { password } = source.secrets();
  return password === null ? filedPassword(source) : { password, ignored: null };
}

/**
 * Looks a connection up in its password file by the rules of libpq
 * (https://www.postgresql.org/docs/current/libpq-pgpass.html): the first line that fits, `*` fits all, and a file that others
 * may read is ignored. Not with `pgpass`, which asks the process for its environment and writes to its standard error.
 */
function filedPassword(source: CatalogSource): FoundPassword {
  const { passwordFile: file } = source;
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return { password: null, ignored: `${file} is no plain file` };
    if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) {
      return { password: null, ignored: `others may read ${file}; chmod 600 it` };
    }
    return { password: find(readFileSync(file, 'utf8'), wanted(source)), ignored: null };
  } catch {
    return { password: null, ignored: null };
  }
}

function wanted({ host, port, database, user }: CatalogSource): readonly string[] {
  return [socketFolders.includes(host) ? 'localhost' : host, String(port), database, user];
}

function find(text: string, connection: readonly string[]): string | null {
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    // A backslash takes the next character as it is: `\:` and `\\`.
    const fields = [...line.matchAll(/((?:[^:\\]|\\.)*\\?)(?::|$)/gsu)].map(([, field = '']) => field);
    const password = unescaped(fields[connection.length] ?? '');
    if (
      password !== '' &&
      connection.every((value, at) => fields[at] === '*' || unescaped(fields[at] ?? '') === value)
    ) {
      return password;
    }
  }
  return null;
}

function unescaped(field: string): string {
  return field.replace(/\\(.)/gsu, '$1');
}
