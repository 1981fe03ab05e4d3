import { majorVersion } from './engine-version';
import type { Node } from './node';
import { valueOf } from './setting';

/** The PostgreSQL major version of a database resource, or `null` where no source says. */
export function versionOf(database: Node): number | null {
  for (const name of ['engine_version_actual', 'engine_version']) {
    const text = valueOf(database.settings[name]);
    const major = typeof text === 'string' ? majorVersion(text) : null;
    if (major !== null) return major;
  }
  return null;
}
