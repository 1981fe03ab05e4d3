// Proves `holdfast probe` on real paths: builds the command and test/lab/probe, and runs them in namespaces of their own.
//   node scripts/lab-probe.mjs [PART OF A NAME ...]
// What it makes is private to it, and gone with its first process.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './_pack.mjs';

const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
const programs = ['ip', 'ss', 'nft', 'unshare', 'setpriv', 'pgbouncer', 'haproxy'];
const missing = programs.filter((name) => !folders.some((folder) => existsSync(path.join(folder, name))));

if (process.platform !== 'linux' || process.getuid() !== 0) {
  console.log('lab: NOTHING WAS PROBED: it takes Linux and root, which alone may make network namespaces');
} else if (missing.length > 0) {
  console.log(`lab: NOTHING WAS PROBED, since these are missing: ${missing.join(', ')}`);
} else {
  const out = path.join(root, '.lab');
  const scratch = path.join(out, 'scratch-probe');
  mkdirSync(scratch, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { probe: 'test/lab/probe/main.ts', command: 'lib/shell/main.ts' },
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
  const inside = [
    'mount -t tmpfs tmpfs /run/netns 2>/dev/null || { mkdir -p /run/netns && mount -t tmpfs tmpfs /run/netns; }',
    'mount -t tmpfs tmpfs "$HOLDFAST_LAB_SCRATCH"',
    'chmod 755 "$HOLDFAST_LAB_SCRATCH"',
    'ip link set lo up',
    'exec "$@"',
  ].join('\n');
  const namespaces = ['unshare', '--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const main = [process.execPath, path.join(out, 'probe.cjs'), ...process.argv.slice(2)];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...namespaces, '/bin/sh', '-euc', inside, 'lab', ...main], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: folders.join(path.delimiter), HOLDFAST_LAB_SCRATCH: scratch },
  });
  process.on('SIGTERM', () => child.kill('SIGKILL'));
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
