import { readdirSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../core/input-error';

const names = ['holdfast.yaml', 'holdfast.yml', 'holdfast.json'];

/**
 * The configuration file of a folder or of the nearest folder above it, or `null`. Throws an `InputError` where a folder holds
 * more than one, since it would depend on us which one counts.
 */
export function findConfiguration(folder: string): string | null {
  const found = filesOf(folder).filter((name) => names.includes(name));
  const [only, another] = found;
  if (only !== undefined && another !== undefined)
    throw new InputError([
      {
        message: `${folder} holds ${found.join(' and ')}, so it is not clear which one counts; keep one, or name it with \`--config\``,
      },
    ]);
  if (only !== undefined) return path.join(folder, only);
  const above = path.dirname(folder);
  return above === folder ? null : findConfiguration(above);
}

/** A folder that may not be read holds nothing that we could read either. */
function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}
