import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { outdir } from './_programs';

const root = path.resolve(__dirname, '../../..');
const packages = path.join(root, 'node_modules');

/** What a program does, in a process of its own, since it is the end of the process that is tested. */
function run(fork: string, program: string, env: Readonly<Record<string, string>> = {}) {
  const folder = outdir();
  const other = path.join(folder, 'other', 'node_modules');
  if (program.includes('other.')) copyPackage(fork, other);
  writeFileSync(path.join(folder, 'main.js'), `${preamble(fork, other)}${program}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['main.js'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { PATH: process.env.PATH ?? '', NODE_PATH: packages, HOLDFAST: library(), ...env },
  });
  return { status, stdout, stderr };
}

/** The entry as one file, built once. */
let built: string | undefined;
function library(): string {
  if (built !== undefined) return built;
  built = path.join(outdir(), 'cdktf.js');
  buildSync({
    entryPoints: [path.join(root, 'lib/cdktf.ts')],
    outfile: built,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  return built;
}

/** A second copy of the package, as a program has it whose dependencies were not deduplicated. */
function copyPackage(fork: string, to: string): void {
  const from = path.join(packages, fork);
  mkdirSync(path.join(to, fork), { recursive: true });
  cpSync(path.join(from, 'lib'), path.join(to, fork, 'lib'), { recursive: true });
  cpSync(path.join(from, 'package.json'), path.join(to, fork, 'package.json'));
  symlinkSync(path.join(from, 'node_modules'), path.join(to, fork, 'node_modules'));
}

const preamble = (fork: string, other: string): string => `
  const { QuerySlaAspect, applyTo } = require(process.env.HOLDFAST);
  const { App, Aspects, TerraformResource, TerraformStack } = require('${fork}');
  const other = { get Aspects() { return this.all.Aspects; }, get all() { return require(${JSON.stringify(path.join(other, fork))}); } };
  const config = { version: 1, workloads: [{ name: 'api', maxQueryDuration: '90s', path: [{ alb: 'aws_lb.public' }] }] };
  class Balancer extends TerraformResource {
    constructor(scope) { super(scope, 'public', { terraformResourceType: 'aws_lb' }); }
    synthesizeAttributes() { return { idle_timeout: 120 }; }
  }
  const app = new App({ outdir: 'out' });
  const stack = new TerraformStack(app, 'shop');
  new Balancer(stack);
`;

const complaint = 'QuerySlaAspect was never visited, so nothing was judged';

describe.each(['cdktf', 'cdktn'])('the end of a program of %s', (fork) => {
  it.each([
    ['an aspect on the app', `Aspects.of(app).add(new QuerySlaAspect({ config })); app.synth();`, 1],
    [
      'the same, and an orderly exit',
      `Aspects.of(app).add(new QuerySlaAspect({ config })); app.synth(); process.exit(0);`,
      1,
    ],
    [
      'an aspect that another copy of the package holds',
      `other.Aspects.of(stack).add(new QuerySlaAspect({ config })); app.synth();`,
      1,
    ],
    ['an aspect on the stack', `Aspects.of(stack).add(new QuerySlaAspect({ config })); app.synth();`, 0],
    ['applyTo', `applyTo(app, Aspects, { config }); app.synth();`, 0],
    ['applyTo with the Aspects of another copy', `applyTo(app, other.Aspects, { config }); app.synth();`, 0],
    [
      'a stack and Aspects of another copy',
      `const app2 = new other.all.App({ outdir: 'out2' }); const stack2 = new other.all.TerraformStack(app2, 'shop2');
      applyTo(app, Aspects, { config }); other.Aspects.of(stack2).add(new QuerySlaAspect({ config, partial: true })); app.synth();
      try { app2.synth(); } catch (error) { console.log(error.message); }`,
      0,
    ],
  ])('with %s', (_name, program, status) => {
    const done = run(fork, program);
    expect([done.status, done.stderr.includes(complaint)]).toEqual([status, status === 1]);
    if (program.includes('stack2')) expect(done.stdout).toContain('[shop2] holdfast could not judge everything');
  });

  it('that failed by itself is left as it is', () => {
    const done = run(fork, `new QuerySlaAspect({ config }); process.exitCode = 3;`);
    expect([done.status, done.stderr]).toEqual([3, '']);
  });

  it('that only makes an aspect in a test is left as it is', () => {
    const done = run(fork, `new QuerySlaAspect({ config });`, { NODE_TEST_CONTEXT: 'child-v8' });
    expect([done.status, done.stderr]).toEqual([0, '']);
  });
});
