// Packs the package as it would be published, installs it into an empty project and uses it from there.
//   node scripts/pack-check.mjs [--out DIR]     DIR receives the checked tarball
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tempFolder } from './_temp.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const out = process.argv[2] === '--out' ? process.argv[3] : undefined;
const entries = ['holdfast', 'holdfast/policy', 'holdfast/testing'];

if (!existsSync(path.join(root, 'dist/bin/holdfast.js'))) fail('dist/ is missing: run `npm run build` first.');

// `prepare` builds the clone. In the published package it would promise a build that is not there, so it goes.
// This happens in a copy: the work tree is never touched.
const stage = tempFolder('stage');
for (const name of ['package.json', ...manifest.files]) {
  const from = path.join(root, name);
  const part = (file) => !/[\\/](node_modules|cdktf\.out|cdk\.out|\.gen)$/.test(path.relative(root, file));
  if (existsSync(from)) cpSync(from, path.join(stage, name), { recursive: true, filter: part });
}
run('npm', ['pkg', 'delete', 'scripts.prepare'], stage);
const tarballs = out ? path.resolve(out) : tempFolder('tarball');
mkdirSync(tarballs, { recursive: true });
const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', tarballs], stage));
const tarball = path.join(tarballs, packed.filename);
say(`packed ${packed.filename}: ${packed.files.length} files, ${Math.round(packed.size / 1024)} kB`);
for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md', manifest.bin.holdfast]) {
  if (!packed.files.some((file) => file.path === name)) fail(`${name} is not in the tarball.`);
}

const consumer = tempFolder('consumer');
writeJson('package.json', { name: 'consumer', version: '1.0.0', private: true });
run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], consumer);
const installed = JSON.parse(readFileSync(path.join(consumer, 'node_modules/holdfast/package.json'), 'utf8'));
if (installed.scripts?.prepare) fail('the packed package.json still has scripts.prepare.');
say('installed into an empty project');

const bin = path.join(consumer, 'node_modules/.bin/holdfast');
const version = run(bin, ['--version'], consumer).trim();
if (!version.includes(manifest.version)) fail(`holdfast --version says "${version}", not ${manifest.version}.`);
say(`holdfast --version: ${version}`);
const listed = run(bin, ['list'], consumer).trim();
if (listed === '') fail('holdfast list printed nothing.');
say(`holdfast list: ${listed.split('\n').length} lines`);

write('load.cjs', entries.map((name) => `console.log('${name}', Object.keys(require('${name}')).length);`).join('\n'));
run(process.execPath, ['load.cjs'], consumer);
say(`required from CommonJS: ${entries.join(', ')}`);
write('load.mjs', entries.map((name) => `console.log((await import('${name}')) && '${name}');`).join('\n'));
run(process.execPath, ['load.mjs'], consumer);
// Built policies reach their types and helpers through the package's own name.
const policies = packed.files.filter((file) => /^dist\/policies\/[^/]+\.js$/.test(file.path));
const loads = policies.map((file) => `require('./node_modules/holdfast/${file.path}');`);
write('policies.cjs', loads.join('\n'));
run(process.execPath, ['policies.cjs'], consumer);
say(`imported from ESM: ${entries.join(', ')}; ${policies.length} built policies load`);

write(
  'consumer.ts',
  [
    `import * as holdfast from 'holdfast';`,
    `import type { Policy } from 'holdfast/policy';`,
    `import { testPolicy } from 'holdfast/testing';`,
    `export const id = (policy: Policy): string => policy.id;`,
    `export const all: [object, (...args: never[]) => unknown] = [holdfast, testPolicy];`,
    '',
  ].join('\n'),
);
for (const [moduleResolution, module] of [
  ['node16', 'node16'],
  ['bundler', 'esnext'],
]) {
  const compilerOptions = { strict: true, noEmit: true, target: 'es2022', types: [], module, moduleResolution };
  writeJson('tsconfig.json', { compilerOptions, files: ['consumer.ts'] });
  run(process.execPath, [tsc, '-p', '.'], consumer);
  say(`type-checked a consumer under moduleResolution ${moduleResolution}`);
}
say(out ? `ok: ${path.relative(process.cwd(), tarball)}` : 'ok');

function write(name, text) {
  writeFileSync(path.join(consumer, name), text);
}

function writeJson(name, value) {
  write(name, `${JSON.stringify(value, null, 2)}\n`);
}

function run(command, args, cwd) {
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 180_000,
  });
  if (result.error || result.status !== 0) {
    const shown = [path.basename(command), ...args.map((arg) => path.basename(arg))].join(' ');
    const why = result.error?.message ?? `exit code ${result.status}`;
    fail(`${shown}: ${why}\n${result.stdout ?? ''}${result.stderr ?? ''}`);
  }
  return result.stdout;
}

function say(text) {
  console.log(`pack-check: ${text}`);
}

function fail(text) {
  console.error(`pack-check: FAILED: ${text}`);
  process.exit(1);
}
