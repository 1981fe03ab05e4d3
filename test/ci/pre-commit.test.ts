import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { world } from '../shell/world';
import { root } from './_checkout';

type Hook = {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
  readonly require_serial?: boolean;
};
const hooks = load(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];
const hook = (id: string): Hook => hooks.find((one) => one.id === id)!;

// That pre-commit installs and runs them from git is tried by `npm run test:wrappers`.
describe('the hooks of pre-commit', () => {
  it('run the command of this package', () => {
    const { bin } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { bin: object };
    for (const { entry, language } of hooks) {
      expect(Object.keys(bin)).toContain(entry.split(' ')[0]);
      expect(language).toBe('node');
    }
  });

  it.each([
    ['holdfast-validate', ['holdfast.yaml', 'infra/holdfast.yml', 'holdfast.json', 'holdfast-base.yaml'], true],
    ['holdfast-validate', ['my-holdfast.yaml', 'holdfast.yaml.bak', 'holdfast/x.yaml'], false],
    ['holdfast-check', ['plan.json', 'prod/plan.json', 'orders.plan.json', 'cdktf.out/stacks/shop/cdk.tf.json'], true],
    ['holdfast-check', ['myplan.json', 'plan.json5', 'package.json'], false],
  ])('%s looks at %j: %s', (id, files, looks) => {
    for (const file of files) expect([file, new RegExp(hook(id).files).test(file)]).toEqual([file, looks]);
  });

  it('validate the nearest configuration, and name it once', async () => {
    const { entry, pass_filenames: pass } = hook('holdfast-validate');
    expect(pass).toBe(false);
    expect((await world().run(entry.replace(/^holdfast /, ''))).code).toBe(0);
  });

  it('check all documents together', async () => {
    const { entry, require_serial: isSerial } = hook('holdfast-check');
    expect(isSerial).toBe(true);
    const { code, out } = await world().run(`${entry.replace(/^holdfast /, '')} ok.json`);
    expect({ code, lines: out.split('\n').length }).toEqual({ code: 0, lines: 2 });
  });
});
