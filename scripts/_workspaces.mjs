// The workspaces of test/synth, installed: real CLIs and provider packages, hundreds of megabytes, kept out of the root's
// node_modules. They live in .synth, which git ignores, and are installed again only when a lock file changes.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pack, root } from './_pack.mjs';
import { outputOf } from './_run.mjs';

const sources = path.join(root, 'test/synth');
const installed = path.join(root, '.synth');
const quietly = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];

/** The names of the workspaces. */
export const workspaces = readdirSync(sources).filter((name) => existsSync(path.join(sources, name, 'package.json')));

/** Installs a workspace, unless that was done, and links the package into it. Its folder. Throws where npm fails. */
export function installWorkspace(name, library) {
  const folder = path.join(installed, name);
  const lock = readFileSync(path.join(sources, name, 'package-lock.json'));
  installOnce(folder, createHash('sha256').update(lock).digest('hex'), () => {
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
      copyFileSync(path.join(sources, name, file), path.join(folder, file));
    }
    return ['ci', ...quietly];
  });
  const link = path.join(folder, 'node_modules/holdfast');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(library, link, 'junction');
  return folder;
}

/** Packs what was built: the tarball. Throws where there is no build. */
export function packLibrary() {
  const folder = path.join(installed, 'holdfast');
  rmSync(folder, { recursive: true, force: true });
  return pack(folder).tarball;
}

/** Installs the packed package, with its own dependencies beside it: its folder. Throws where npm fails. */
export function installLibrary(tarball) {
  const folder = path.dirname(tarball);
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  outputOf('npm', ['install', ...quietly, '--omit=peer', tarball], { cwd: folder });
  return path.join(folder, 'node_modules/holdfast');
}

/** The program of a Node of that major version: this one, or the one that npm brings. Throws where npm fails. */
export function installNode(major) {
  if (Number(process.versions.node.split('.')[0]) >= major) return process.execPath;
  const windows = process.platform === 'win32';
  // The platform's own package holds the binary, so no install script is needed.
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const folder = path.join(installed, `node-${major}`);
  installOnce(folder, `${name}@${major}`, () => {
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    return ['install', '--no-save', ...quietly, `${name}@${major}`];
  });
  return path.join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
}

/** `prepare` gives the arguments for npm. What is installed is remembered only once npm has succeeded. */
function installOnce(folder, wanted, prepare) {
  const stamp = path.join(folder, '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  outputOf('npm', prepare(), { cwd: folder, timeout: 600_000 });
  writeFileSync(stamp, wanted);
}
