// Opens the HTML report in Chromium: axe, what it fetches, keyboard, phone, paper, speed; keeps screenshots in .browser.
//   node scripts/browser-check.mjs [ARGUMENTS OF JEST]
// CHROMIUM names the browser where it is not found by itself. As root on Debian it is installed, elsewhere it is said that
// it is missing and nothing is tried; only a failure exits 1.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './_pack.mjs';
import { outputOf } from './_run.mjs';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const browser = process.env.CHROMIUM ?? found() ?? installed();
if (browser !== undefined) process.exitCode = runTests(browser);

function found() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => commands.map((name) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Only root on Debian and its kin can; `undefined` where it could not be done. */
function installed() {
  try {
    if (process.getuid?.() !== 0) throw new Error('only root installs packages: install chromium, or set CHROMIUM');
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 };
    outputOf('apt-get', ['update'], quiet);
    outputOf('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], quiet);
    return found();
  } catch (error) {
    console.log(`browser-check: MISSING, SO NOTHING WAS TRIED: chromium\n${error.message.trim()}`);
    return undefined;
  }
}

function runTests(executable) {
  console.log(`browser-check: ${executable}`);
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  const args = [jest, '--config', 'jest.browser.config.cjs', ...process.argv.slice(2)];
  const env = { ...process.env, CHROMIUM: executable };
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  if (error) throw error;
  return status === 0 ? 0 : 1;
}
