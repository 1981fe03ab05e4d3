import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { startAws } from './aws/server/start';
import { ownPolicy, plan, world } from './world';

const root = path.resolve(__dirname, '../..');
// Inside the package, so that the command finds its own version as it does when it is installed.
const folder = path.join(root, 'node_modules/.cache', `holdfast-bundle-${process.pid}`);
const command = path.join(folder, 'holdfast.js');
const env = { PATH: process.env.PATH };

beforeAll(() => {
  const options = {
    entryPoints: ['lib/shell/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    outfile: command,
    external: ['@aws-sdk/*', 'pg'],
    logLevel: 'warning',
  };
  // A process of its own: esbuild refuses jest's globals, and its bin is a script or a binary as npm's install went.
  execFileSync(process.execPath, ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`], { cwd: root });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const holdfast = (args: string, cwd: string, input?: string) =>
  spawnSync(process.execPath, [command, ...args.split(' ')], { cwd, env, input, encoding: 'utf8', maxBuffer: 1 << 28 });

/** A plan whose report is much longer than a pipe holds. */
const large = (): string => {
  const made = JSON.parse(plan(60)) as { resource_changes: { address: string; name: string; change: object }[] };
  const [alb] = made.resource_changes;
  const many = Array.from({ length: 800 }, (_, at) => ({ ...alb, address: `aws_lb.x${at}`, name: `x${at}` }));
  return JSON.stringify({ ...made, resource_changes: [...made.resource_changes, ...many] });
};

describe('the command as it is shipped', () => {
  it('has a version and a list', () => {
    const here = world();
    expect(holdfast('--version', here.folder).stdout).toMatch(/^holdfast \d+\.\d+\.\d+\n$/);
    expect(holdfast('list', here.folder).stdout).toContain('alb-idle-timeout-outlasts-query');
  });

  it.each([
    ['ok.json', 0],
    ['short.json', 1],
    ['nope.json', 2],
  ])('checks %s and exits %i', (file, code) => {
    const { status, stdout } = holdfast(`check ${file} --policies own --policy own-alb-limit`, world().folder);
    expect(status).toBe(code);
    expect(stdout === '').toBe(code === 2);
  });

  it('reads a pipe, and takes no pipe for none', () => {
    const here = world();
    const args = 'check --policies own --policy own-alb-limit';
    expect(holdfast(args, here.folder, plan(60))).toMatchObject({ status: 1, stderr: '' });
    const nothing = spawnSync(process.execPath, [command, 'check'], {
      cwd: here.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(nothing.status).toBe(2);
    expect(nothing.stderr.toString()).toContain('nothing is piped in');
  });

  it('waits for a slow pipe', async () => {
    // Whoever opens a pipe without blocking does so for all that share it: reads of the command then fail with EAGAIN.
    const opener = `"$0" -e 'process.stdin; setTimeout(() => {}, 1500)' <&3 &`;
    const script = `exec 3<&0; ${opener} sleep 0.3; exec "$0" "$@" <&3`;
    const args = [command, ...'check - --policies own --policy own-alb-limit'.split(' ')];
    const child = spawn('sh', ['-c', script, process.execPath, ...args], { cwd: world().folder, env });
    const text = plan(60);
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    child.stdin.write(text.slice(0, 100));
    await new Promise((resolve) => setTimeout(resolve, 900));
    child.stdin.end(text.slice(100));
    expect(await ended).toBe(1);
  });

  it('writes a report to its end that is longer than a pipe', () => {
    const here = world();
    here.write('large.json', large());
    const { stdout, status } = holdfast('check large.json --max-query-duration 2m -o json', here.folder);
    expect(status).toBe(1);
    expect(stdout.length).toBeGreaterThan(1 << 20);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1 });
  });

  it('does not mind a reader that goes away', async () => {
    const here = world();
    here.write('large.json', large());
    const args = [command, ...'check large.json --max-query-duration 2m -o json'.split(' ')];
    const child = spawn(process.execPath, args, { cwd: here.folder, env });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  it('loads policies that are ES modules', () => {
    const here = world();
    here.write('mine/own-alb-limit.mjs', ownPolicy.replace('module.exports =', 'export default'));
    expect(holdfast('list --policies mine', here.folder)).toMatchObject({ status: 0, stderr: '' });
    here.write('mine/own-alb-limit.mjs', `${ownPolicy.replace('module.exports =', 'export default')}\nawait 1;`);
    expect(holdfast('list --policies mine', here.folder).stderr).toContain('awaits at its top level');
  });

  it('loads TypeScript where Node does, and says so where it does not', () => {
    const here = world();
    here.write('mine/own-alb-limit.ts', `const limit: number = 100;\n${ownPolicy.replace('> 100', '> limit')}`);
    const { status, stdout, stderr } = holdfast('list --policies mine', here.folder);
    if (Reflect.get(process.features, 'typescript') === 'strip') {
      expect(stdout).toContain('own-alb-limit');
    } else {
      expect(status).toBe(2);
      expect(stderr).toContain('mine/own-alb-limit.ts is TypeScript, which Node');
    }
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('keeps at %s what it has read', async (signal) => {
    let stop = (): void => undefined;
    const aws = await startAws({
      estate: { 'eu-west-1': { natGateways: [{ NatGatewayId: 'nat-1', State: 'available' }] } },
      faults: [{ action: 'DescribeDBInstances', does: 'hangs' }],
      onCall: ({ action }) => {
        if (action === 'DescribeDBInstances') stop();
      },
    });
    try {
      const args = [command, 'collect', '--regions', 'eu-west-1'];
      const child = spawn(process.execPath, args, { cwd: world().folder, env: { ...env, ...aws.env } });
      stop = () => void child.kill(signal);
      let [out, err] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
      expect({ code, complete: (JSON.parse(out) as { complete: boolean }).complete }).toEqual({
        code: 2,
        complete: false,
      });
      expect(err).toContain('holdfast: interrupted; ');
      expect(err).toContain('exit 2: ');
    } finally {
      await aws.close();
    }
  });

  describe('loads the clients of AWS and PostgreSQL', () => {
    // Refuses them by throwing, so that a command that needs one cannot end well.
    const guard = `const Module = require('node:module');
const load = Module._load;
Module._load = function (request, ...rest) {
  if (/^(@aws-sdk|@smithy|pg(-|$))/.test(request)) throw new Error('loaded ' + request);
  return load.call(this, request, ...rest);
};`;
    const guarded = (args: string) => {
      const here = world();
      here.write('guard.js', guard);
      const all = ['-r', path.join(here.folder, 'guard.js'), command, ...args.split(' ')];
      const { status, stderr } = spawnSync(process.execPath, all, { cwd: here.folder, env, encoding: 'utf8' });
      return { status, stderr };
    };

    it.each([
      ['check ok.json --policies own --policy own-alb-limit'],
      ['list'],
      ['audit --print-iam-policy'],
      ['collect --help'],
    ])('never for %s', (args) => {
      expect(guarded(args)).toEqual({ status: 0, stderr: '' });
    });

    it.each([
      ['collect --regions eu-west-1', 'loaded @aws-sdk/client-rds'],
      ['collect --no-aws --postgres postgres://u@127.0.0.1:1/d', 'loaded pg'],
    ])('only now for %s', (args, loaded) => {
      const { status, stderr } = guarded(args);
      expect(status).toBe(2);
      expect(stderr).toContain(loaded);
    });
  });
});
