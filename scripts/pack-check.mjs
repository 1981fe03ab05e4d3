// Packs the package as it would be published, and uses it from projects of every kind.
//   node scripts/pack-check.mjs [--out DIR]     DIR receives the checked tarball
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tryConsumers } from './_consumers.mjs';
import { manifest, pack } from './_pack.mjs';
import { outputOf } from './_run.mjs';
import { tempFolder } from './_temp.mjs';

const out = process.argv[2] === '--out' ? process.argv[3] : undefined;
const say = (text) => console.log(`pack-check: ${text}`);

try {
  const { tarball, files, kilobytes } = pack(out ? path.resolve(out) : tempFolder('tarball'));
  say(`packed ${path.basename(tarball)}: ${files.length} files, ${kilobytes} kB`);
  for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md', manifest.bin.holdfast]) {
    if (!files.includes(name)) throw new Error(`${name} is not in the tarball.`);
  }
  tryCommand(tarball, files);
  await tryConsumers(tarball, say);
  say(out ? `ok: ${path.relative(process.cwd(), tarball)}` : 'ok');
} catch (error) {
  console.error(`pack-check: FAILED: ${error.message}`);
  process.exitCode = 1;
}

/** Installs into an empty project as npm does by default, and runs the command and the built policies there. */
function tryCommand(tarball, files) {
  const cwd = tempFolder('project');
  writeFileSync(path.join(cwd, 'package.json'), '{ "name": "project", "version": "1.0.0", "private": true }\n');
  outputOf('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], { cwd });
  const installed = JSON.parse(readFileSync(path.join(cwd, 'node_modules/holdfast/package.json'), 'utf8'));
  if (installed.scripts?.prepare) throw new Error('the packed package.json still has scripts.prepare.');

  const bin = path.join(cwd, 'node_modules/.bin/holdfast');
  const version = outputOf(bin, ['--version'], { cwd }).trim();
  if (!version.includes(manifest.version)) throw new Error(`holdfast --version says "${version}".`);
  const listed = outputOf(bin, ['list'], { cwd }).trim();
  if (listed === '') throw new Error('holdfast list printed nothing.');
  say(`installed into an empty project; --version: ${version}; list: ${listed.split('\n').length} lines`);

  // Built policies reach their types and functions through the package's own name.
  const policies = files.filter((file) => /^dist\/policies\/[^/]+\.js$/.test(file));
  const loads = policies.map((file) => `require('./node_modules/holdfast/${file}');`).join('\n');
  writeFileSync(path.join(cwd, 'policies.cjs'), loads);
  outputOf(process.execPath, ['policies.cjs'], { cwd });
  say(`${policies.length} built policies load`);
}
