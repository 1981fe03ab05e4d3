// Audits an account of moto, an emulator of AWS that others wrote, with the built command.
//   node scripts/moto-check.mjs [ARGUMENTS OF JEST]
// Needs a build, Python 3 with venv and, the first time, PyPI. Where moto cannot be installed, that is said and nothing is
// tried; only a failure exits 1.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { manifest, root } from './_pack.mjs';
import { outputOf } from './_run.mjs';

const windows = process.platform === 'win32';
const requirements = path.join(root, 'test/moto/requirements.txt');
// Out of sight of git: some 300 MB.
const environment = path.join(root, '.moto');
const python = path.join(environment, windows ? 'Scripts/python.exe' : 'bin/python');

if (!existsSync(path.join(root, manifest.bin.holdfast)))
  throw new Error('dist/ is missing: run `npm run build` first.');
if (isInstalled()) process.exitCode = runTests();

/** Installs moto, unless that was done. What is installed is remembered only once pip has succeeded. */
function isInstalled() {
  const stamp = path.join(environment, '.installed');
  try {
    const system = windows ? 'python' : 'python3';
    const wanted = `${outputOf(system, ['--version'])}${readFileSync(requirements, 'utf8')}`;
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
      rmSync(environment, { recursive: true, force: true });
      outputOf(system, ['-m', 'venv', environment]);
      const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
      outputOf(python, args, { timeout: 600_000 });
      writeFileSync(stamp, wanted);
    }
    console.log('moto-check: moto: ready');
    return true;
  } catch (error) {
    console.log(`moto-check: MISSING, SO NOTHING WAS TRIED: moto\n${error.message.trim()}`);
    return false;
  }
}

function runTests() {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  const args = [jest, '--config', 'jest.moto.config.cjs', ...process.argv.slice(2)];
  const env = {
    ...process.env,
    HOLDFAST_MOTO_PYTHON: python,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  if (error) throw error;
  return status === 0 ? 0 : 1;
}
