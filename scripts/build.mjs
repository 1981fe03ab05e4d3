// The library: tsc, file by file. The command: the same code in one small CommonJS bundle, because it starts faster.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const next = path.join(root, '.dist-next');
const dist = path.join(root, 'dist');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

run('scripts/collect.mjs');
// Built beside the old one and swapped at the end: a build that fails leaves the last good one in place.
rmSync(next, { recursive: true, force: true });
run(tsc, '-p', 'tsconfig.build.json', '--outDir', next);

const command = path.join(next, 'bin/holdfast.js');
await build({
  absWorkingDir: root,
  entryPoints: ['lib/shell/main.ts'],
  outfile: command,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  banner: { js: '#!/usr/bin/env node' },
  // Loaded only by the commands that need them, from where they are installed.
  external: ['@aws-sdk/*', 'pg', 'cdktf', 'cdktn', 'aws-cdk-lib', 'constructs'],
  logLevel: 'warning',
});
chmodSync(command, 0o755);

if (existsSync(dist)) rmSync(dist, { recursive: true, force: true });
renameSync(next, dist);

function run(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
