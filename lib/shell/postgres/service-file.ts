import { readFileSync } from 'node:fs';
import path from 'node:path';
import { refuse, wordsOf, type Words } from './words';

/**
 * What the connection service file says of a service (https://www.postgresql.org/docs/current/libpq-pgservice.html): the
 * user's file, then the system's where PGSYSCONFDIR tells its folder. Throws an `InputError` where no file knows it.
 */
export function serviceWords(service: string, file: string, env: Readonly<Record<string, string | undefined>>): Words {
  const system = env['PGSYSCONFDIR'];
  const files = [file, ...(system === undefined || system === '' ? [] : [path.join(system, 'pg_service.conf')])];
  for (const one of files) {
    const pairs = section(textOf(one), service);
    if (pairs !== null) return wordsOf(pairs.filter(([name]) => name !== 'service' && name !== 'servicefile'));
  }
  return refuse(`the service that it names is in no service file (${files.join(', ')}); add it there as [NAME]`);
}

function section(text: string, service: string): readonly (readonly [string, string])[] | null {
  const lines = text.split('\n').map((line) => line.trim());
  const start = lines.indexOf(`[${service}]`);
  if (start < 0) return null;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('['));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const at = line.indexOf('=');
      if (at < 0) refuse('the service that it names has a line that is no KEYWORD=VALUE');
      return [line.slice(0, at), line.slice(at + 1)];
    });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
