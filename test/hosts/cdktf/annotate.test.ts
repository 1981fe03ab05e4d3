import { annotate } from '../../../lib/hosts/cdktf/annotate';
import { annotations, failureOf, forks, outdir } from './_programs';

describe.each(forks)('an annotation in %s', (_, fork) => {
  it.each([
    ['error', 'error'],
    ['warning', 'warn'],
    ['info', 'info'],
  ] as const)('of level %s is %s there, without a trace, and said once', (severity, level) => {
    const stack = new fork.TerraformStack(new fork.App({ outdir: outdir() }), 'shop');
    annotate(stack, severity, 'said');
    annotate(stack, severity, 'said');
    expect(annotations(stack)).toEqual([`shop ${level} said`]);
    expect(stack.node.metadata.map(({ trace }) => trace)).toEqual([undefined]);
  });

  it('fails the synthesis as the own annotations of the program do', () => {
    const failed = (say: (stack: InstanceType<typeof fork.TerraformStack>) => void): string => {
      const app = new fork.App({ outdir: outdir() });
      say(new fork.TerraformStack(app, 'shop'));
      return failureOf(() => app.synth());
    };
    const own = failed((stack) => fork.Annotations.of(stack).addError('said'));
    expect(own).toContain('[shop] said');
    expect(failed((stack) => annotate(stack, 'error', 'said'))).toBe(own);
    expect(failed((stack) => annotate(stack, 'warning', 'said'))).toBe('');
  });
});
