// The package as it is published.
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputOf } from './_run.mjs';
import { tempFolder } from './_temp.mjs';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/**
 * Packs what `npm run build` made, into that folder: the tarball and the paths of its files. `prepare` builds the clone; in
 * the published package it would promise a build that is not there, so it goes. This happens in a copy: the work tree is
 * never touched.
 */
export function pack(folder) {
  if (!existsSync(path.join(root, manifest.bin.holdfast)))
    throw new Error('dist/ is missing: run `npm run build` first.');
  const stage = tempFolder('stage');
  for (const name of ['package.json', ...manifest.files]) {
    const from = path.join(root, name);
    const part = (file) => !/[\\/](node_modules|cdktf\.out|cdk\.out|\.gen)$/.test(path.relative(root, file));
    if (existsSync(from)) cpSync(from, path.join(stage, name), { recursive: true, filter: part });
  }
  outputOf('npm', ['pkg', 'delete', 'scripts.prepare'], { cwd: stage });
  mkdirSync(folder, { recursive: true });
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename, files, size }] = JSON.parse(outputOf('npm', args, { cwd: stage }));
  return {
    tarball: path.join(folder, filename),
    files: files.map((file) => file.path),
    kilobytes: Math.round(size / 1024),
  };
}
