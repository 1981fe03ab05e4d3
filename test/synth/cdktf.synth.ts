import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { check, failures, inWorkspace, node24, root, verdicts, type Outcome, type Program } from './_workspace';

/** What the command line tools read. `terraformProviders` is left out, so that nothing is downloaded. */
function configure(program: Program, file: string): void {
  const settings = { language: 'typescript', app: program.app(file), sendCrashReports: 'false' };
  writeFileSync(path.join(program.folder, 'cdktf.json'), JSON.stringify(settings));
  rmSync(path.join(program.folder, 'cdktf.out'), { recursive: true, force: true });
}

/** The error annotations that a synth left for the command line tool. */
function annotations(program: Program): readonly { readonly at: string; readonly text: string }[] {
  type Manifest = {
    stacks: Record<string, { annotations: { constructPath: string; level: string; message: string }[] }>;
  };
  const text = readFileSync(path.join(program.folder, 'cdktf.out', 'manifest.json'), 'utf8');
  return Object.values((JSON.parse(text) as Manifest).stacks)
    .flatMap((stack) => stack.annotations)
    .filter(({ level }) => level === '@cdktf/error')
    .map(({ constructPath, message }) => ({ at: constructPath, text: message }));
}

/** What every form of an example has to do. `finding` is where it is reported and what has to be in it. */
function behaves(
  program: () => Program,
  synth: (program: Program) => Outcome,
  finding: { readonly at: string; readonly policy: string; readonly says: readonly string[] },
): void {
  it('compiles', () => {
    expect(program().compile()).toBe('');
  });

  it('fails at the construct', () => {
    configure(program(), 'main.ts');
    const { code, text } = synth(program());
    expect([code, text]).toEqual([1, expect.stringContaining(finding.at)]);
    expect(annotations(program()).map(({ at }) => at)).toEqual([finding.at]);
    const expected = readFileSync(path.join(program().folder, 'expected.txt'), 'utf8');
    expect(annotations(program()).map(({ at, text: said }) => `[${at}] ${said}\n`)).toEqual([expected]);
    for (const part of [finding.policy, ...finding.says]) expect(text).toContain(part);
  });

  it('is judged the same from what it synthesised and from its plan', () => {
    const report = program().check('cdktf.out');
    expect(failures(report).map(({ policy }) => policy)).toEqual([finding.policy]);
    expect(verdicts(report)).toEqual(verdicts(check(program().folder, 'plan.json')));
  });

  it('passes where it is fixed', () => {
    configure(program(), 'fixed.ts');
    const { code, text } = synth(program());
    expect([code, text]).toEqual([0, expect.not.stringContaining(finding.policy)]);
    expect(annotations(program())).toEqual([]);
  });
}

const alb = {
  at: 'shop/public',
  policy: 'alb-idle-timeout-outlasts-query',
  says: ['aws_lb.public', '60 s (default)', '90 s', '91'],
};
const nlb = {
  at: 'warehouse/postgres',
  policy: 'nlb-idle-timeout-is-kept-alive',
  says: ['aws_lb_listener.postgres', '2 min', '4 h', 'tcp_keepalives_idle'],
};

inWorkspace('cdktf', ({ version, command, program }) => {
  it('has the versions that it is for', () => {
    expect(['cdktf', 'cdktf-cli', '@cdktf/provider-aws', '@cdktf/provider-postgresql'].map(version)).toEqual([
      '0.21.0',
      '0.21.0',
      '21.22.1',
      '12.1.1',
    ]);
  });

  const synth = (one: Program): Outcome => command(one.folder, 'cdktf', ['synth']);
  describe('the example', () => {
    const example = program('cdktf-stack');
    behaves(() => example, synth, alb);

    it('fails and passes without the command line tool too', () => {
      expect(example.run('main.ts')).toEqual({ code: 1, text: expect.stringContaining(alb.policy) as string });
      expect(example.run('fixed.ts')).toEqual({ code: 0, text: expect.not.stringContaining(alb.policy) as string });
    });
  });
  it('runs the example by `cdktf synth` in the root of the clone', () => {
    const example = program('cdktf-stack');
    const { code, text } = command(root, 'cdktf', ['synth', '--output', path.join(example.folder, 'cdktf.out')]);
    expect([code, text]).toEqual([1, expect.stringContaining(alb.policy)]);
    expect(annotations(example).map(({ at }) => at)).toEqual([alb.at]);
  });

  describe('the example with the classes of the prebuilt providers', () => {
    const example = program('cdktf-stack', ['resources.ts']);
    behaves(() => example, synth, alb);
  });
});

inWorkspace('cdktf-0.20', ({ version, program }) => {
  it('has the versions that it is for', () => {
    expect(version('cdktf')).toBe('0.20.12');
  });

  const example = program('cdktf-stack');
  it('compiles', () => {
    expect(example.compile()).toBe('');
  });

  it('fails at the construct and passes where it is fixed', () => {
    const { code, text } = example.run('main.ts');
    expect(code).toBe(1);
    for (const part of [alb.at, alb.policy, ...alb.says]) expect(text).toContain(part);
    expect(example.run('fixed.ts')).toEqual({ code: 0, text: expect.not.stringContaining(alb.policy) as string });
  });

  it('is judged the same from what it synthesised and from its plan', () => {
    // What the command line tools set, so that everything is written before they report.
    expect(example.run('main.ts', { CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: '1' }).code).toBe(0);
    const report = example.check('cdktf.out');
    expect(failures(report).map(({ policy }) => policy)).toEqual([alb.policy]);
    expect(verdicts(report)).toEqual(verdicts(check(example.folder, 'plan.json')));
  });
});

inWorkspace('cdktn', ({ version, command, program }) => {
  it('has the versions that it is for', () => {
    expect(['cdktn', 'cdktn-cli', '@cdktn/provider-aws'].map(version)).toEqual(['0.24.0', '0.24.0', '25.7.0']);
  });

  const withCommand = node24 === null ? describe.skip : describe;
  const synth = (one: Program): Outcome => command(one.folder, 'cdktn', ['synth'], node24 ?? '');
  withCommand('the example (skipped without Node 24)', () => {
    const example = program('cdktn-stack');
    behaves(() => example, synth, nlb);
  });
  withCommand('the example with the classes of the prebuilt provider (skipped without Node 24)', () => {
    const example = program('cdktn-stack', ['resources.ts']);
    behaves(() => example, synth, nlb);
  });

  it('runs on this Node without the command line tool', () => {
    const example = program('cdktn-stack', ['resources.ts']);
    expect(example.run('main.ts')).toEqual({ code: 1, text: expect.stringContaining(nlb.policy) as string });
    expect(example.run('fixed.ts')).toEqual({ code: 0, text: expect.not.stringContaining(nlb.policy) as string });
  });
});
