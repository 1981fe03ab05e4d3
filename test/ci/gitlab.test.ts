import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import { builtCheckout, root } from './_checkout';

type Input = {
  readonly description?: string;
  readonly default?: string | boolean;
  readonly type?: string;
  readonly options?: readonly string[];
};
type Job = {
  readonly variables: Record<string, string>;
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly artifacts: {
    readonly when: string;
    readonly paths: readonly string[];
    readonly reports: Record<string, string>;
  };
};

const template = readFileSync(path.join(root, 'templates/holdfast/template.yml'), 'utf8');
const [header, content] = loadAll(template) as [{ spec: { inputs: Record<string, Input> } }, Record<string, Job>];
const { inputs } = header.spec;

/** The job as GitLab makes it: inputs are filled into values, after the YAML was read. */
function jobWith(given: Record<string, string>): Job {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replace(
        /\$\[\[\s*inputs\.([\w-]+)\s*\]\]/g,
        (_, name: string) => given[name] ?? String(inputs[name]?.default),
      );
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [fill(key), fill(inner)]));
  };
  const jobs = fill(content) as Record<string, Job>;
  const job = jobs[given.job ?? 'holdfast'];
  if (job === undefined) throw new Error(`no job among ${Object.keys(jobs).join(', ')}`);
  return job;
}

let checkout: ReturnType<typeof builtCheckout>;
beforeAll(() => (checkout = builtCheckout('templates')), 60_000);
afterAll(() => checkout.remove());

let project: string;
beforeEach(() => {
  project = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'holdfast-gitlab-'));
  cpSync(path.join(root, 'examples/api-behind-alb'), project, { recursive: true });
  // What npm does with a package, and what it was asked for.
  mkdirSync(path.join(project, 'bin'));
  const npm = [
    '#!/bin/sh',
    `printf '%s\\n' "$@" >'${project}/npm-args'`,
    'mkdir -p "$3/node_modules/.bin"',
    `ln -s '${checkout.folder}/dist/bin/holdfast.js' "$3/node_modules/.bin/holdfast"`,
  ];
  writeFileSync(path.join(project, 'bin/npm'), `${npm.join('\n')}\n`);
  chmodSync(path.join(project, 'bin/npm'), 0o755);
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

/** Runs a job as the runner does: both scripts in one shell, which ends at the first line that fails. */
function run(shell: string, given: Record<string, string>) {
  const job = jobWith({ package: 'git+https://git.example.com/tools/holdfast.git#v1', ...given });
  const script = ['set -e', ...job.before_script, ...job.script].join('\n');
  return spawnSync(shell, [...(shell === 'bash' ? ['--noprofile', '--norc'] : []), '-c', script], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: `${path.join(project, 'bin')}${path.delimiter}${process.env.PATH}`, ...job.variables },
  });
}

const written = (name: string): string => readFileSync(path.join(project, name), 'utf8');

describe('the GitLab component', () => {
  it('has a header, and uses the inputs that it declares', () => {
    const used = [...template.matchAll(/\$\[\[\s*inputs\.([\w-]+)\s*\]\]/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(inputs).sort());
    for (const { description } of Object.values(inputs)) expect(description).toBeTruthy();
  });

  it('hands inputs to the shell as variables alone', () => {
    const { before_script: before, script } = content[Object.keys(content)[0] ?? ''] ?? jobWith({});
    expect([...before, ...script].join('\n')).not.toContain('$[[');
  });

  it('keeps its reports whatever the verdict, and those are what it writes', () => {
    const { artifacts, script } = jobWith({});
    expect(artifacts.when).toBe('always');
    for (const file of [...artifacts.paths, ...Object.values(artifacts.reports)])
      expect(script.join('\n')).toContain(`=${file}`);
    expect(Object.keys(artifacts.reports).sort()).toEqual(['codequality', 'junit']);
  });

  it('may be called otherwise, so that a pipeline has several', () => {
    expect(jobWith({ job: 'holdfast-network' }).script).toHaveLength(1);
  });
});

describe.each(['bash', 'sh'])('the job of the GitLab component in %s', (shell) => {
  it('fails where something is cut, and leaves its reports', () => {
    const { status, stdout, stderr } = run(shell, {});
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('checkout-api is cut at 60 s');
    expect(JSON.parse(written('gl-code-quality-report.json'))).toMatchObject([
      { check_name: 'alb-idle-timeout-outlasts-query', severity: 'critical' },
    ]);
    expect(written('holdfast.xml')).toContain('<testsuites ');
    expect(written('holdfast.html')).toContain('</html>');
    expect(written('npm-args').split('\n').slice(-3, -1)).toEqual([
      '--',
      'git+https://git.example.com/tools/holdfast.git#v1',
    ]);
  });

  it.each([
    ['softly', { 'soft-fail': 'true' }, 0],
    ['for another configuration', { config: 'other.yaml' }, 0],
    ['for what is unknown where that is asked for', { config: 'other.yaml', 'on-unknown': 'fail' }, 1],
    ['with 2 where there is no plan', { plan: 'nope.json' }, 2],
  ] as const)('ends %s', (_, given, status) => {
    writeFileSync(path.join(project, 'other.yaml'), 'version: 1\nworkloads: [{ name: batch, maxQueryDuration: 2m }]\n');
    expect(run(shell, given).status).toBe(status);
  });

  it('takes several documents, one per line', () => {
    cpSync(path.join(project, 'plan.json'), path.join(project, 'a plan $(touch pwned) *.json'));
    const { stdout } = run(shell, { plan: 'edge=plan.json\na plan $(touch pwned) *.json\n' });
    expect(stdout).toContain('edge (plan, 11 resources)\n    a plan $(touch pwned) *.json (plan, 11 resources)');
    expect(spawnSync('ls', [project], { encoding: 'utf8' }).stdout).not.toContain('pwned\n');
  });
});
