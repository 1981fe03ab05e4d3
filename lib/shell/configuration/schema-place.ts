import { existsSync } from 'node:fs';
import path from 'node:path';
import { isInside } from '../inside';
import { ownFolder } from '../own-version';

const schema = path.join('schema', 'configuration.schema.json');

/**
 * The schema of the configuration as a file in that folder names it for editors: of the package that is installed there or
 * above, or of the clone that the folder is in. `null` where there is neither, since a path to nothing is an error in editors.
 */
export function schemaPlace(folder: string): string | null {
  for (let above = path.resolve(folder); ; above = path.dirname(above)) {
    const installed = path.join(above, 'node_modules', 'holdfast', schema);
    if (existsSync(installed)) return relative(folder, installed);
    if (path.dirname(above) === above) break;
  }
  const own = ownFolder();
  return own !== null && isInside(own, path.resolve(folder)) ? relative(folder, path.join(own, schema)) : null;
}

/** With slashes and a dot in front, as every editor takes it. */
function relative(folder: string, file: string): string {
  const way = path.relative(folder, file).split(path.sep).join('/');
  return way.startsWith('.') ? way : `./${way}`;
}
