import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { load } from 'js-yaml';
import { blocksOf } from '../docs/_pages';
import { builtCheckout, root } from './_checkout';

type Repos = {
  readonly repos: readonly {
    readonly custom_policy_check: boolean;
    readonly policy_check: boolean;
    readonly workflow: string;
  }[];
  readonly workflows: Record<
    string,
    { readonly policy_check: { readonly steps: readonly (string | { readonly run: string })[] } }
  >;
};
const page = { file: 'docs/ci/atlantis.md', text: readFileSync(path.join(root, 'docs/ci/atlantis.md'), 'utf8') };
const [block = ''] = blocksOf(page, 'yaml');
const { repos, workflows } = load(block) as Repos;

let checkout: ReturnType<typeof builtCheckout>;
beforeAll(() => (checkout = builtCheckout('docs/ci')), 60_000);
afterAll(() => checkout.remove());

let project: string;
beforeEach(() => {
  project = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'holdfast-atlantis-'));
  cpSync(path.join(root, 'examples/api-behind-alb'), project, { recursive: true });
  mkdirSync(path.join(project, 'bin'));
  symlinkSync(path.join(checkout.folder, 'dist/bin/holdfast.js'), path.join(project, 'bin/holdfast'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

/** Runs a step as Atlantis does: one shell, both streams as one output. */
function step(script: string, showFile = 'plan.json') {
  const { status, stdout } = spawnSync('sh', ['-c', `{ ${script}\n} 2>&1`], {
    cwd: project,
    encoding: 'utf8',
    env: {
      PATH: `${path.join(project, 'bin')}${path.delimiter}${process.env.PATH}`,
      SHOWFILE: path.join(project, showFile),
    },
  });
  return { status, output: stdout };
}

/** A configuration in which everything holds, or another one. */
function promise(change: (text: string) => string): void {
  const file = path.join(project, 'holdfast.yaml');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
const held = (text: string): string => text.replace('maxDuration: 90s', 'maxDuration: 55s');

describe('the recipe for Atlantis', () => {
  const [repo] = repos;
  const steps = workflows[repo?.workflow ?? '']?.policy_check.steps ?? [];
  const run = steps.flatMap((one) => (typeof one === 'string' ? [] : one.run)).join('\n');

  it('is a custom policy check that shows the plan first', () => {
    expect(repo).toMatchObject({ policy_check: true, custom_policy_check: true });
    expect(steps[0]).toBe('show');
    expect(steps).toHaveLength(2);
  });

  it('says nothing that Atlantis takes for a failure where everything holds', () => {
    promise(held);
    const { status, output } = step(run);
    expect({ status, output }).toEqual({ status: 0, output: '2 workloads: 2 hold; findings: 20 passed\n' });
    expect(output).not.toMatch(/fail/i);
  });

  it('nor without --quiet, as long as no name does', () => {
    promise(held);
    const { status, output } = step('holdfast check "$SHOWFILE"');
    expect(status).toBe(0);
    expect(output).toContain('checkout-api holds');
    expect(output).not.toMatch(/fail/i);
  });

  it('nor for a waiver, or what is unknown', () => {
    promise(() => 'version: 1\nworkloads: [{ name: batch, maxQueryDuration: 2m }]\n');
    const { status, output } = step(run);
    expect(status).toBe(0);
    expect(output).toMatch(/unknown/);
    expect(output).not.toMatch(/fail/i);
  });

  it.each([
    ['where something is cut', 'plan.json', (text: string) => text, 1, /cut at 60 s/],
    ['where there is no plan', 'nope.json', held, 2, /does not exist/],
    ['where the configuration is wrong', 'plan.json', () => 'version: 2\n', 2, /holdfast\.yaml/],
  ])('says it %s, and ends as holdfast does', (_, file, change, code, said) => {
    promise(change);
    const { status, output } = step(run, file);
    expect(status).toBe(code);
    expect(output).toMatch(said);
    expect(output).toContain(`policy check failed, exit code ${code}`);
  });
});
