import type { Apart } from './taken-apart';

/** The text of a `pgbouncer.ini` taken apart: the settings of its section `[pgbouncer]`, never those of databases and users. */
export function iniApart(text: string): Apart {
  if (!/^[ \t]*\[(?:pgbouncer|databases)\][ \t]*$/m.test(text)) return null;
  const pairs: (readonly [string, string])[] = [];
  let section = '';
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line.startsWith('[')) section = line;
    if (section !== '[pgbouncer]' || /^[[;#%]/.test(line)) continue;
    const sign = line.indexOf('=');
    if (sign !== -1) pairs.push([line.slice(0, sign).trim(), line.slice(sign + 1).trim()]);
  }
  return { scheme: null, pairs };
}
