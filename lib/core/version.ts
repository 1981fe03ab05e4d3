import { majorVersion } from './engine-version';
import type { Node } from './node';
import { valueOf } from './setting';

/** The settings that name the version of a database's engine: what runs before what was asked for. */
export const versionSettings: readonly string[] = ['engine_version_actual', 'engine_version'];

/** The PostgreSQL major version of a database resource, or `null` where no source says. */
export function versionOf(database: Node): number | null {
  for (const name of versionSettings) {
    const text = valueOf(database.settings[name]);
    const major = typeof text === 'string' ? majorVersion(text) : null;
    if (major !== null) return major;
  }
  return null;
}
