import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Manifest = { readonly name?: string; readonly version?: string };

/** The version of this package, from the nearest `package.json` of that name above this file, bundled or not. */
export function ownVersion(): string {
  return ownPackage()?.version ?? '0.0.0';
}

/** The folder of this package; `null` where there is none, as in a bundle of somebody else. */
export function ownFolder(): string | null {
  return ownPackage()?.folder ?? null;
}

function ownPackage(): { readonly folder: string; readonly version: string } | null {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json');
    if (existsSync(file)) {
      const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
      if (name === 'holdfast' && version !== undefined) return { folder, version };
    }
    if (path.dirname(folder) === folder) return null;
  }
}
