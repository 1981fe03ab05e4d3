import { beforeWriting, isCheckedBefore } from '../../../lib/hosts/cdktf/before-writing';
import { forks, outdir, resource } from './_programs';

const mark = Symbol.for('cdktf/customSynthesis');

describe.each(forks)('what is done before a stack of %s is written', (_, fork) => {
  function program(appConfig: { skipValidation?: boolean } = {}) {
    const app = new fork.App({ outdir: outdir(), ...appConfig });
    const stack = new fork.TerraformStack(app, 'shop');
    const child = resource(fork, stack, 'public', 'aws_lb', {});
    const seen: string[] = [];
    const check = (): void => void seen.push('checked');
    const begin = (): void => beforeWriting(stack, check);
    fork.Aspects.of(stack).add({ visit: (node) => void (node === stack && begin()) });
    return { app, stack, child, seen, check };
  }

  it.each([
    ['with validations', false],
    ['without', true],
  ])('is done once in each synthesis, %s', (_name, skipValidation) => {
    const { app, stack, check, seen } = program({ skipValidation });
    expect(isCheckedBefore(stack, check)).toBe(false);
    app.synth();
    expect(seen).toEqual(['checked']);
    expect(isCheckedBefore(stack, check)).toBe(true);
    app.synth();
    expect(seen).toEqual(['checked', 'checked']);
  });

  it('is done in unit tests that run validations, and not in those that run none', () => {
    const { stack, seen } = program();
    fork.Testing.synth(stack);
    expect(seen).toEqual([]);
    fork.Testing.synth(stack, true);
    expect(seen).toEqual(['checked']);
    fork.Testing.fullSynth(stack);
    expect(seen).toEqual(['checked', 'checked']);
  });

  it('is done in a synthesis without validations that follows a unit test', () => {
    const { app, stack, seen } = program({ skipValidation: true });
    fork.Testing.synth(stack, true);
    app.synth();
    expect(seen).toEqual(['checked', 'checked']);
  });

  it.each([
    ['before', true],
    ['after', false],
  ])('leaves the stack the custom synthesis that it was given %s', (_name, isFirst) => {
    const { app, stack, seen } = program({ skipValidation: true });
    const define = (): void =>
      void Object.defineProperty(stack, mark, { value: { onSynthesize: () => seen.push('own') }, enumerable: false });
    if (isFirst) define();
    app.synth();
    if (!isFirst) define();
    seen.length = 0;
    app.synth();
    expect(seen.sort()).toEqual(['checked', 'own']);
  });

  it('runs every check of a stack', () => {
    const { app, stack, seen } = program();
    beforeWriting(stack, () => void seen.push('another'));
    app.synth();
    expect(seen.sort()).toEqual(['another', 'checked']);
  });
});
