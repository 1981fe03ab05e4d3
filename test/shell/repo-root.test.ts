import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../lib/core/report';
import { plan, world } from './world';

const root = path.join(__dirname, '..', '..');

/** The line of a text in a file of the examples, as `grep -n` numbers it. */
function lineOf(file: string, text: string): number {
  return (
    readFileSync(path.join(root, 'examples', file), 'utf8')
      .split('\n')
      .indexOf(text) + 1
  );
}

describe('--repo-root', () => {
  const checked = '-c examples/api-behind-alb/holdfast.yaml examples/api-behind-alb/plan.json';
  const line = lineOf('api-behind-alb/main.tf', 'resource "aws_lb" "public" {');

  it.each([
    ['the folder of the root module', 'examples/api-behind-alb', 'main.tf'],
    ['a folder above it', 'examples', 'api-behind-alb/main.tf'],
  ])('makes findings name files, from %s', async (_, folder, file) => {
    const { code, out, err } = await world().run(`check ${checked} --repo-root ${folder}`, { cwd: root });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain(`\n  at ${file}:${line}:1\n`);
    expect(out).not.toContain('/resource_changes/');
  });

  it('changes places and nothing else', async () => {
    const plain = await world().run(`check ${checked} -o json`, { cwd: root });
    const located = await world().run(`check ${checked} -o json`, {
      cwd: root,
      env: { HOLDFAST_REPO_ROOT: 'examples/api-behind-alb' },
    });
    const without = (text: string): unknown =>
      JSON.parse(text, (key, value: unknown) => (key === 'locations' || key === 'location' ? undefined : value));
    expect(without(located.out)).toEqual(without(plain.out));
    const finding = (JSON.parse(located.out) as Report).findings.find(({ outcome }) => outcome === 'fail');
    expect(finding?.locations[0]).toEqual({
      document: 'examples/api-behind-alb/plan.json',
      pointer: '/resource_changes/6/change/after/idle_timeout',
      file: 'main.tf',
      line,
      column: 1,
    });
  });

  it.each([
    [
      'an attribute in nested blocks',
      'etl-through-nlb',
      'network-idle-timeout-is-kept-alive',
      lineOf('etl-through-nlb/main.tf', '        tcp_idle_timeout_seconds = 120'),
    ],
    [
      'a row of a parameter group',
      'aurora-readers',
      'statement-timeout-allows-query',
      lineOf('aurora-readers/main.tf', '    name  = "statement_timeout"') - 1,
    ],
  ])('points at %s', async (_, name, policy, expected) => {
    const args = `check -c examples/${name}/holdfast.yaml examples/${name}/plan.json --repo-root examples -o json`;
    const report = JSON.parse((await world().run(args, { cwd: root })).out) as Report;
    const found = report.findings.find((finding) => finding.policy === policy && finding.outcome === 'fail');
    expect(found?.locations[0]).toMatchObject({ file: `${name}/main.tf`, line: expected });
  });

  it('makes a timeline say where the cut is written', async () => {
    const args = `timeline checkout-api ${checked}`;
    expect((await world().run(args, { cwd: root })).out).not.toContain('  at ');
    const { out, err } = await world().run(`${args} --repo-root examples/api-behind-alb`, { cwd: root });
    expect(err).toBe('');
    expect(out).toContain(`\n  at main.tf:${line}:1\n  path: `);
  });

  it('says where no file is found, and judges as before', async () => {
    const here = world();
    here.write('empty/README.md', '');
    const plain = await here.run('check short.json --policies own --policy own-alb-limit');
    const outcome = await here.run('check short.json --policies own --policy own-alb-limit --repo-root empty');
    expect(outcome).toEqual({
      ...plain,
      err: 'holdfast: no folder in empty declares what the root module of the document holds, so findings point into short.json; name the folder of its root module with --repo-root\n',
    });
  });

  it('is a folder that is there', async () => {
    expect(await world().run('check ok.json --repo-root nowhere')).toEqual({
      code: 2,
      out: '',
      err: 'holdfast: --repo-root nowhere is no folder that can be read, so no file in it can be named; name the folder of your Terraform files\n',
    });
  });

  it('reads nothing where it is not asked for', async () => {
    const here = world();
    here.write('main.tf', 'resource "aws_lb" "public" {\n}\n');
    here.write('piped.json', plan(60));
    const args = 'check piped.json --policies own --policy own-alb-limit';
    expect((await here.run(args)).out).toContain('  at piped.json /resource_changes/0');
    expect((await here.run(`${args} --repo-root .`)).out).toContain('  at main.tf:1:1');
  });
});
