// Tries what the tables of the drivers say (lib/kinds/drivers) on real programs and a real PostgreSQL: psql, PgBouncer, and
// programs in Python, Go and Java.
//   node scripts/drivers-check.mjs [ARGUMENTS OF JEST]
// Needs Debian's postgresql-client and pgbouncer; Python 3 with venv and PyPI, Go, Maven with a JDK. What is missing is named
// and left out; only a failure exits 1.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './_pack.mjs';
import { outputOf } from './_run.mjs';

const programs = path.join(root, 'test/drivers');
// Out of sight of git.
const built = path.join(root, '.drivers');
const pgjdbc = '42.7.11';
const windows = process.platform === 'win32';
const patience = { timeout: 600_000 };

mkdirSync(built, { recursive: true });
const found = {
  psql: attempt('psql', () => {
    outputOf('psql', ['--version']);
    return ['psql', '-XqAt'];
  }),
  pgbouncer: attempt('pgbouncer', () => {
    // Debian keeps it where only root looks.
    const command = ['pgbouncer', '/usr/sbin/pgbouncer'].find((one) => spawnSync(one, ['--version']).status === 0);
    if (command === undefined) throw new Error('there is no pgbouncer');
    return [command];
  }),
  python: attempt('python', installPython),
  go: attempt('go', buildGo),
  jdbc: attempt('jdbc', fetchJdbc),
};
process.exitCode = runTests();

function attempt(what, prepare) {
  try {
    const command = prepare();
    console.log(`drivers-check: ${what}: ready`);
    return { command };
  } catch (error) {
    console.log(`drivers-check: MISSING, SO NOT TRIED: ${what}\n${error.message.trim()}`);
    return { missing: error.message.trim().split('\n')[0] };
  }
}

/** A virtual environment of the libraries. What is installed is remembered only once pip has succeeded. */
function installPython() {
  const environment = path.join(built, 'python');
  const python = path.join(environment, windows ? 'Scripts/python.exe' : 'bin/python');
  const requirements = path.join(programs, 'python/requirements.txt');
  const stamp = path.join(environment, '.installed');
  const system = windows ? 'python' : 'python3';
  const wanted = `${outputOf(system, ['--version'])}${readFileSync(requirements, 'utf8')}`;
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    rmSync(environment, { recursive: true, force: true });
    outputOf(system, ['-m', 'venv', environment]);
    outputOf(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements], patience);
    writeFileSync(stamp, wanted);
  }
  return [python, path.join(programs, 'python/connects.py')];
}

function buildGo() {
  const binary = path.join(built, windows ? 'connects.exe' : 'connects');
  outputOf('go', ['build', '-o', binary, '.'], { cwd: path.join(programs, 'go'), ...patience });
  return [binary];
}

function fetchJdbc() {
  const folder = path.join(built, 'jdbc');
  outputOf('javac', ['-version']);
  const name = `postgresql-${pgjdbc}.jar`;
  if (!existsSync(folder) || !readdirSync(folder).includes(name)) {
    const artifact = `-Dartifact=org.postgresql:postgresql:${pgjdbc}`;
    outputOf('mvn', ['-q', '-B', 'dependency:copy', artifact, `-DoutputDirectory=${folder}`], {
      cwd: built,
      ...patience,
    });
  }
  return ['java', '-cp', path.join(folder, name), path.join(programs, 'jdbc/Connects.java')];
}

function runTests() {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  const args = [jest, '--config', 'jest.drivers.config.cjs', ...process.argv.slice(2)];
  const env = { ...process.env, HOLDFAST_DRIVERS: JSON.stringify(found) };
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  if (error) throw error;
  return status === 0 ? 0 : 1;
}
