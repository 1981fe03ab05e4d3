// Proves the model against real sockets: builds test/lab and runs it as root in namespaces of its own.
//   node scripts/lab.mjs [ARGUMENTS OF THE LAB]
// Network, mounts and processes are private to it: with its first process the kernel ends everything that it started and
// removes every interface, address, rule, file and namespace that it made, also after a crash or `kill -9`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './_pack.mjs';

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

const missing = whatIsMissing();
if (missing.length > 0) {
  console.log(`lab: MISSING, SO NOTHING WAS TRIED: ${missing.join('; ')}`);
} else {
  process.exitCode = await run(await built());
}

function whatIsMissing() {
  if (process.platform !== 'linux') return [`Linux, whose network namespaces it needs (this is ${process.platform})`];
  if (process.getuid() !== 0) return ['root, which alone may make network namespaces: run it with sudo'];
  const lacking = commands.filter(([name]) => !folders().some((folder) => existsSync(path.join(folder, name))));
  return lacking.map(([name, pack]) => `${name} (Debian: apt-get install ${pack})`);
}

/** Where Debian puts programs of root, which PATH may leave out. */
function folders() {
  return [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
}

/** Two bundles: what runs the scenarios, and the program that stands in for the user's client. */
async function built() {
  const out = path.join(root, '.lab');
  mkdirSync(out, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { main: 'test/lab/main.ts', client: 'test/lab/client/main.ts' },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { 'holdfast/policy': './lib/policy.ts' },
    external: ['@aws-sdk/*', 'pg', 'postgres', 'cdktf', 'cdktn', 'aws-cdk-lib', 'constructs'],
    logLevel: 'warning',
  });
  return path.join(out, 'main.cjs');
}

/** The lab is the first process of its own namespaces and dies with whoever waits for it. */
async function run(main) {
  const inside = [
    'mount -t tmpfs tmpfs /run/netns 2>/dev/null || { mkdir -p /run/netns && mount -t tmpfs tmpfs /run/netns; }',
    'mount -t tmpfs tmpfs "$HOLDFAST_LAB_SCRATCH"',
    'chmod 755 "$HOLDFAST_LAB_SCRATCH"',
    'ip link set lo up',
    'exec "$@"',
  ].join('\n');
  const scratch = path.join(root, '.lab', 'scratch');
  mkdirSync(scratch, { recursive: true });
  const child = spawn(
    'setpriv',
    [
      ...['--pdeathsig', 'KILL', 'unshare', '--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'],
      ...['/bin/sh', '-euc', inside, 'lab', process.execPath, main, ...process.argv.slice(2)],
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: folders().join(path.delimiter), HOLDFAST_LAB_SCRATCH: scratch },
    },
  );
  // The lab hears Ctrl-C itself, cleans up and ends; this process only waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
