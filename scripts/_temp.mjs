// Temporary folders that are gone when the script ends, however it ends.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const made = [];
process.on('exit', () => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

export function tempFolder(purpose) {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), `holdfast-${purpose}-`));
  made.push(folder);
  return folder;
}
