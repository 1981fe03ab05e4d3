import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Report } from '../lib/core/report';
import { world } from './shell/world';

const root = path.join(__dirname, '..');
const folder = path.join(root, 'examples');
const examples = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'main.ts')));
const { run } = world();

let out: string;
beforeAll(() => {
  out = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'holdfast-programs-'));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const expected = (name: string): string => readFileSync(path.join(folder, name, 'expected.txt'), 'utf8');

/** Runs a program of an example as the CLIs do, without them: what its synth complains of, and where it wrote. */
function synth(
  name: string,
  file: string,
  env: NodeJS.ProcessEnv = {},
): { readonly said: string; readonly to: string } {
  const to = path.join(out, `${name}-${file}`);
  const before = process.env;
  process.env = {
    ...before,
    CDKTF_OUTDIR: to,
    CDK_OUTDIR: to,
    CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:enable-path-metadata': true }),
    // The built-in validation of the AWS CDK takes seconds, and is not what is tried here.
    CDK_VALIDATION: 'false',
    ...env,
  };
  const silent = [jest.spyOn(process.stderr, 'write'), jest.spyOn(process.stdout, 'write')];
  silent.forEach((spy) => spy.mockReturnValue(true));
  const silence = jest.spyOn(console, 'error').mockReturnValue();
  try {
    jest.isolateModules(() => void jest.requireActual(path.join(folder, name, file)));
    return { said: '', to };
  } catch (error) {
    return { said: String(error), to };
  } finally {
    [...silent, silence].forEach((spy) => spy.mockRestore());
    process.env = before;
  }
}

/** What `holdfast check` says of a document, with the configuration of an example. */
async function judged(name: string, document: string): Promise<Report> {
  const { out: text, err } = await run(`check -c examples/${name}/holdfast.yaml -o json ${document}`, { cwd: root });
  expect(err).toBe('');
  return JSON.parse(text) as Report;
}

/** Only a plan tells what changes, and so which parameters wait for a reboot. */
const onlyPlans = 'parameter-is-applied';

/** Everything that two reports of one stack have in common: each finding without its words and its place. */
const verdicts = ({ findings }: Report): readonly string[] =>
  findings
    .filter(({ policy }) => policy !== onlyPlans)
    .map((one) =>
      JSON.stringify([one.policy, one.resource, one.workload, one.role, one.outcome, one.expected, one.actual]),
    )
    .sort();

const failures = ({ findings }: Report): readonly (readonly [string, string])[] =>
  findings.filter(({ outcome }) => outcome === 'fail').map((one) => [one.policy, one.resource]);

const summary = ({ workloads }: Report): readonly (readonly [string, string, number | null, string | null])[] =>
  workloads.map((one) => [one.name, one.verdict, one.cutAt, one.cutBy]);

it('has programs of every host', () => {
  expect(examples).toEqual(['aws-cdk-app', 'cdktf-stack', 'cdktn-stack']);
});

describe.each([
  // The default of an ALB is 60 s, and three queries of 30 s make a request of 90 s.
  ['cdktf-stack', ['checkout-api', 'cut', 60, 'aws_lb.public'], ['checkout-api', 'holds', null, null]],
  // The listener forgets after 120 s; the server's first probe comes after the 300 s that are RDS's default, in the fixed
  // program after 60 s. A query of a minute has ended by then.
  ['cdktn-stack', ['nightly-etl', 'cut', 120, 'aws_lb_listener.postgres'], ['nightly-etl', 'holds', null, null]],
] as const)('%s', (name, cut, holds) => {
  it('fails at the construct, in the words of expected.txt', () => {
    expect(synth(name, 'main.ts').said).toContain(expected(name).trim());
  });

  it('is judged the same from what it synthesised and from its plan', async () => {
    const { said, to } = synth(name, 'main.ts', { CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: '1' });
    expect(said).toBe('');
    const [report, plan] = [await judged(name, to), await judged(name, `examples/${name}/plan.json`)];
    expect(summary(report)).toContainEqual(cut);
    expect(failures(report)).toHaveLength(1);
    expect(verdicts(report)).toEqual(verdicts(plan));
    expect(summary(report)).toEqual(summary(plan));
  });

  it('holds where it is fixed', async () => {
    const { said, to } = synth(name, 'fixed.ts');
    expect(said).toBe('');
    const report = await judged(name, to);
    expect(summary(report)).toContainEqual(holds);
    expect(failures(report)).toEqual([]);
  });
});

describe('aws-cdk-app', () => {
  it('fails at the construct, in the words of expected.txt, and is judged the same from what it synthesised', async () => {
    const { said, to } = synth('aws-cdk-app', 'main.ts');
    // The first line is the place in the program, which the test's own compiler moves.
    const [place, ...lines] = expected('aws-cdk-app').trim().split('\n');
    expect(place).toMatch(/^examples\/aws-cdk-app\/shop\.ts:\d+:\d+$/);
    expect(said).toContain(lines.join('\n'));
    const report = await judged('aws-cdk-app', to);
    const resource = report.workloads[0]?.cutBy;
    expect(summary(report)).toEqual([['checkout-api', 'cut', 60, resource]]);
    expect(failures(report)).toEqual([['alb-idle-timeout-outlasts-query', resource]]);
  });

  it('holds where it is fixed', async () => {
    const { said, to } = synth('aws-cdk-app', 'fixed.ts');
    expect(said).toBe('');
    const report = await judged('aws-cdk-app', to);
    expect(summary(report)).toEqual([['checkout-api', 'holds', null, null]]);
    expect(failures(report)).toEqual([]);
  });
});
