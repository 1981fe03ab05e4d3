// Tries what other programs make of this repository: pre-commit installs its hooks from git, the GitHub Action and the
// Dockerfile build the command from a fresh clone.
//   node scripts/wrappers-check.mjs [pre-commit|action|docker]
// Needs git, the npm registry, and for pre-commit Python 3 with venv and, the first time, PyPI. What is not there is said and not
// tried; only a failure exits 1.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { buildByHand } from './_docker.mjs';
import { root } from './_pack.mjs';
import { outputOf, runToEnd } from './_run.mjs';
import { tempFolder } from './_temp.mjs';

const example = path.join(root, 'examples/api-behind-alb');
const say = (text) => console.log(`wrappers-check: ${text}`);
const missing = (what, why) => say(`MISSING: ${what}\n${why.trim()}`);

const all = { 'pre-commit': tryPreCommit, action: tryAction, docker: tryDocker };
const asked = process.argv.slice(2);
const clone = freshClone();
for (const [name, attempt] of Object.entries(all)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  try {
    attempt();
  } catch (error) {
    console.error(`wrappers-check: ${name} FAILED: ${error.message}`);
    process.exitCode = 1;
  }
}

/** What is or may be committed, as a repository of its own. */
function freshClone() {
  const folder = tempFolder('clone');
  const listed = outputOf('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of listed.split('\0').filter((name) => name !== '' && existsSync(path.join(root, name)))) {
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
  }
  commit(folder);
  return folder;
}

/** Everything in a folder as one commit; returns its name. */
function commit(folder) {
  const git = (...args) =>
    outputOf('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: folder });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'x');
  return git('rev-parse', 'HEAD').trim();
}

function tryPreCommit() {
  const preCommit = installedPreCommit();
  if (preCommit === undefined) return;
  const rev = outputOf('git', ['rev-parse', 'HEAD'], { cwd: clone }).trim();
  const project = tempFolder('project');
  cpSync(example, project, { recursive: true });
  const hooks = [{ id: 'holdfast-validate' }, { id: 'holdfast-check' }];
  writeFileSync(
    path.join(project, '.pre-commit-config.yaml'),
    JSON.stringify({ repos: [{ repo: clone, rev, hooks }] }),
  );
  commit(project);
  const env = { ...process.env, PRE_COMMIT_HOME: tempFolder('pre-commit') };
  const run = (...args) =>
    runToEnd(preCommit, ['run', '--all-files', ...args], { cwd: project, env, timeout: 600_000 });
  const expect = (what, { status, stdout, stderr }, code, ...said) => {
    const wrong = status !== code || said.some((one) => !stdout.includes(one));
    if (wrong) throw new Error(`${what}: exit code ${status}\n${stdout}${stderr}`);
    say(`pre-commit: ${what}`);
  };
  expect('a plan that is cut fails, a valid configuration passes', run(), 1, 'Passed', 'Failed', 'cut at 60 s');
  const file = path.join(project, 'holdfast.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('maxDuration: 90s', 'maxDuration: 55s'));
  expect('what holds passes', run(), 0, 'Passed');
  writeFileSync(file, text.replace('maxQueryDuration: 30s', 'maxQueryDuration: 30'));
  expect('a wrong configuration fails', run('holdfast-validate'), 1, 'without a unit');
}

/** The command, in an environment of its own out of sight of git; `undefined` where it cannot be had. */
function installedPreCommit() {
  const environment = path.join(root, '.wrappers');
  const requirements = path.join(root, 'test/wrappers/requirements.txt');
  const bin = path.join(environment, process.platform === 'win32' ? 'Scripts' : 'bin');
  const stamp = path.join(environment, '.installed');
  try {
    const python = process.platform === 'win32' ? 'python' : 'python3';
    const wanted = `${outputOf(python, ['--version'])}${readFileSync(requirements, 'utf8')}`;
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
      rmSync(environment, { recursive: true, force: true });
      outputOf(python, ['-m', 'venv', environment]);
      const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
      outputOf(path.join(bin, 'python'), args, { timeout: 600_000 });
      writeFileSync(stamp, wanted);
    }
    return path.join(bin, 'pre-commit');
  } catch (error) {
    missing('pre-commit', error.message);
    return undefined;
  }
}

/** The first step of the action, in a checkout as `uses:` makes it; the others are tried by `npm test`. */
function tryAction() {
  const checkout = tempFolder('action');
  cpSync(clone, checkout, { recursive: true });
  const [build] = load(readFileSync(path.join(checkout, 'action.yml'), 'utf8')).runs.steps;
  const env = { ...process.env, GITHUB_ACTION_PATH: checkout };
  for (const when of ['builds a fresh checkout', 'leaves a built one alone']) {
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', build.run];
    outputOf('bash', args, { cwd: tempFolder('workspace'), env, timeout: 600_000 });
    say(`action: it ${when}`);
  }
  judgeWith(process.execPath, [path.join(checkout, 'dist/bin/holdfast.js')], 'action');
}

function tryDocker() {
  const { status } = spawnSync('docker', ['info'], { stdio: 'ignore' });
  if (status === 0) {
    outputOf('docker', ['build', '--quiet', '--tag', 'holdfast-check', '.'], { cwd: clone, timeout: 900_000 });
    judgeWith('docker', ['run', '--rm', '--network', 'none', '-v', `${example}:/src:ro`, 'holdfast-check'], 'docker');
    return;
  }
  missing('an engine of Docker', 'the image was not built; what it is made of is tried by hand');
  const made = buildByHand(clone, tempFolder('image'));
  mkdirSync(path.join(made, 'src'), { recursive: true });
  judgeWith(path.join(made, 'usr/local/bin/holdfast'), [], 'docker, by hand');
}

/** Judges the example with a command that was built, which says its version and exits 1. */
function judgeWith(command, args, what) {
  const version = outputOf(command, [...args, '--version'], { cwd: example }).trim();
  const { status, stdout, stderr } = runToEnd(command, [...args, 'check', 'plan.json'], { cwd: example });
  if (status !== 1 || !stdout.includes('cut at 60 s')) throw new Error(`exit code ${status}\n${stdout}${stderr}`);
  say(`${what}: ${version} judges the example`);
}
