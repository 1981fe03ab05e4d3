import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { failures, inWorkspace, type Outcome, type Program } from './_workspace';

const policy = 'alb-idle-timeout-outlasts-query';
const construct = 'Shop/Public/Resource';
const says = ['60 s (default)', '90 s', '91'];

/** What the plugin reported, as the AWS CDK keeps it. */
function violations(program: Program): readonly { readonly rule: string; readonly at: readonly string[] }[] {
  type Violation = { ruleName: string; violatingConstructs: { constructPath: string }[] };
  type File = { pluginReports: { pluginName: string; violations: Violation[] }[] };
  const text = readFileSync(path.join(program.folder, 'cdk.out', 'validation-report.json'), 'utf8');
  return (JSON.parse(text) as File).pluginReports
    .flatMap((report) => report.violations)
    .map(({ ruleName, violatingConstructs }) => ({
      rule: ruleName,
      at: violatingConstructs.map(({ constructPath }) => constructPath),
    }));
}

function clean(program: Program): void {
  rmSync(path.join(program.folder, 'cdk.out'), { recursive: true, force: true });
}

function expectFinding({ code, text }: Outcome): void {
  expect([code, text]).toEqual([1, expect.stringContaining(policy)]);
  for (const part of [construct, ...says]) expect(text).toContain(part);
}

function expectSilence({ code, text }: Outcome): void {
  expect([code, text]).toEqual([0, expect.not.stringContaining(policy)]);
}

inWorkspace('aws-cdk', ({ version, command, program }) => {
  const example = program('aws-cdk-app', ['aspect.ts', 'aspect-fixed.ts']);
  const synth = (file: string): Outcome => {
    clean(example);
    return command(example.folder, 'cdk', ['synth', '--quiet', '--app', example.app(file)]);
  };

  it('has the versions that it is for', () => {
    expect(['aws-cdk', 'aws-cdk-lib'].map(version)).toEqual(['2.1148.1', '2.276.0']);
  });

  it('compiles', () => {
    expect(example.compile()).toBe('');
  });

  it('cdk synth fails at the construct, and holdfast check finds the same in cdk.out', () => {
    const outcome = synth('main.ts');
    expectFinding(outcome);
    // The first line is the place in the program, as seen from where the command runs.
    const [, ...lines] = readFileSync(path.join(example.folder, 'expected.txt'), 'utf8').trim().split('\n');
    expect(outcome.text).toContain(lines.join('\n'));
    expect(outcome.text).toMatch(/shop\.ts:26:16/);
    const found = failures(example.check('cdk.out')).map((one) => one.policy);
    expect(found).toEqual([policy]);
    expect(violations(example).filter(({ rule }) => found.includes(rule))).toEqual([{ rule: policy, at: [construct] }]);
  });

  it('cdk synth passes where it is fixed', () => {
    expectSilence(synth('fixed.ts'));
  });

  it('cdk synth fails at the annotation of the aspect, and passes where it is fixed', () => {
    expectFinding(synth('aspect.ts'));
    expectSilence(synth('aspect-fixed.ts'));
  });

  it('fails and passes without the command line tool too', () => {
    clean(example);
    expectFinding(example.run('main.ts'));
    expectSilence(example.run('fixed.ts'));
  });
});

inWorkspace('aws-cdk-2.200', ({ version, program }) => {
  const example = program('aws-cdk-app', ['main.ts', 'fixed.ts']);

  it('has the version that it is for', () => {
    expect(version('aws-cdk-lib')).toBe('2.200.0');
  });

  it('compiles', () => {
    expect(example.compile()).toBe('');
  });

  it('fails at the construct as a plugin of policyValidationBeta1, and passes where it is fixed', () => {
    clean(example);
    expectFinding(example.run('main.ts'));
    expectSilence(example.run('fixed.ts'));
  });
});
