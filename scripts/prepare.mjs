// Builds the clone: after `npm ci`, and before npm packs what it installs from git.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

// `npm install --global git+https://...` (pre-commit does so) hands its --global on to the preparation of the clone, which is
// then without the packages that the build takes (https://github.com/npm/cli/issues/8440).
if (process.env.npm_config_global === 'true') {
  const isGlobal = (name) => /^npm_config_(global|local_prefix|prefix)/i.test(name);
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isGlobal(name)));
  run('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], env);
}
run(process.execPath, ['scripts/build.mjs'], process.env);

function run(command, args, env) {
  // npm is a script of the shell on Windows.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
