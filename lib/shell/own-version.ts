import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of this package, from the nearest `package.json` of that name above this file, bundled or not. */
export function ownVersion(): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json');
    if (existsSync(file)) {
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
      if (manifest.name === 'holdfast' && manifest.version !== undefined) return manifest.version;
    }
    if (path.dirname(folder) === folder) return '0.0.0';
  }
}
