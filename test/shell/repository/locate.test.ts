import { symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Fact, Reading } from '../../../lib/core/fact';
import { InputError } from '../../../lib/core/input-error';
import { table } from '../../../lib/core/setting';
import { locate } from '../../../lib/shell/repository/locate';
import { world, type World } from '../world';

const lb = (name: string): string => `resource "aws_lb" "${name}" {}\n`;

function reading(subjects: readonly string[], modules: Readonly<Record<string, string>> = {}): Reading {
  const facts = subjects.map((subject): Fact => ({
    id: `plan.json#${subject}`,
    kind: 'alb',
    type: 'aws_lb',
    source: 'plan',
    subject,
    names: [subject],
    identity: {},
    tags: table(),
    settings: table(),
    links: table(),
    location: { document: 'plan.json' },
  }));
  return { document: 'plan.json', source: 'plan', facts, notes: [], modules: table(Object.entries(modules)) };
}

function folder(files: Readonly<Record<string, string>>): World {
  const here = world();
  for (const [name, text] of Object.entries(files)) here.write(`repo/${name}`, text);
  return here;
}

/** The files of the facts, and what was said. */
function located(
  here: World,
  given: Reading,
): { readonly files: readonly unknown[]; readonly said: readonly string[] } {
  const { readings, problems } = locate([given], 'repo', here.folder);
  return {
    files: (readings[0]?.facts ?? []).map(({ location }) => location?.file ?? null),
    said: problems.map(({ message }) => message),
  };
}

describe('the root module', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly (string | null)[]]>([
    ['is the folder itself', { 'main.tf': lb('a') + lb('b') }, ['main.tf', 'main.tf']],
    ['has several files', { 'a.tf': lb('a'), 'b.tofu': lb('b') }, ['a.tf', 'b.tofu']],
    [
      'is a folder below',
      { 'README.md': 'x', 'stacks/shop/main.tf': lb('a') + lb('b') },
      ['stacks/shop/main.tf', 'stacks/shop/main.tf'],
    ],
    [
      'is the folder that declares most',
      { 'x/main.tf': lb('a'), 'y/main.tf': lb('a') + lb('b') },
      ['y/main.tf', 'y/main.tf'],
    ],
    [
      'is the folder itself where others declare as much',
      { 'main.tf': lb('a'), 'x/main.tf': lb('b') },
      ['main.tf', null],
    ],
    [
      'is one below where the folder itself declares less',
      { 'main.tf': lb('a'), 'x/main.tf': lb('a') + lb('b') },
      ['x/main.tf', 'x/main.tf'],
    ],
  ])('%s', (_, files, expected) => {
    expect(located(folder(files), reading(['aws_lb.a', 'aws_lb.b[0]']))).toEqual({ files: expected, said: [] });
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'two folders that declare as much',
      { 'stacks/dev/main.tf': lb('a'), 'stacks/prod/main.tf': lb('a') },
      'stacks/dev and stacks/prod in repo each declare 1 of what the root module of the document holds, so findings point into plan.json; name the right one with --repo-root',
    ],
    [
      'three folders that declare as much',
      { 'a/main.tf': lb('a'), 'b/main.tf': lb('a'), 'c/main.tf': lb('a') },
      'a, b and 1 more folders in repo each declare 1 of what the root module of the document holds, so findings point into plan.json; name the right one with --repo-root',
    ],
    ...[
      ['no folder', { 'x/main.tf': lb('z') }],
      ['a file in JSON', { 'main.tf.json': '{"resource":{"aws_lb":{"a":{}}}}' }],
      ['a hidden folder', { '.terraform/modules/a/main.tf': lb('a') }],
      ['a folder of packages', { 'node_modules/a/main.tf': lb('a') }],
      ['a hidden file', { '.main.tf': lb('a') }],
      ['a file that is not HCL', { 'main.tf': `${lb('a')}}` }],
      ['a file above 1 MiB', { 'main.tf': lb('a') + '#'.repeat(1024 * 1024) }],
      ['a folder far below', { 'a/b/c/d/e/f/g/h/i/main.tf': lb('a') }],
    ].map(([what, files]): [string, Readonly<Record<string, string>>, string] => [
      what as string,
      files as Readonly<Record<string, string>>,
      'no folder in repo declares what the root module of the document holds, so findings point into plan.json; name the folder of its root module with --repo-root',
    ]),
  ])('is not told by %s', (_, files, message) => {
    expect(located(folder({ 'README.md': 'x', ...files }), reading(['aws_lb.a']))).toEqual({
      files: [null],
      said: [message],
    });
  });

  it('is told by its module calls too', () => {
    const here = folder({ 'x/main.tf': 'module "shop" {}\n', 'x/shop/main.tf': lb('a'), 'y/main.tf': lb('a') });
    expect(located(here, reading(['module.shop.aws_lb.a'], { shop: './shop' })).files).toEqual(['x/shop/main.tf']);
  });

  it('is looked for document by document', () => {
    const here = folder({ 'x/main.tf': lb('a'), 'y/main.tf': lb('b') });
    const { readings } = locate([reading(['aws_lb.a']), reading(['aws_lb.b'])], 'repo', here.folder);
    expect(readings.map(({ facts }) => facts[0]?.location?.file)).toEqual(['x/main.tf', 'y/main.tf']);
  });

  it.each([
    ['nothing', reading([])],
    ['what was read elsewhere', { ...reading(['aws_lb.a']), source: 'account' as const }],
  ])('is not looked for where a document holds %s', (_, given) => {
    expect(located(folder({ 'main.tf': lb('a') }), given)).toEqual({ files: given.facts.map(() => null), said: [] });
  });

  it('is looked for in a folder', () => {
    const here = folder({ 'main.tf': lb('a') });
    expect(() => locate([], 'nowhere', here.folder)).toThrow(InputError);
    expect(() => locate([], 'repo/main.tf', here.folder)).toThrow(InputError);
  });
});

describe('modules', () => {
  const root = `${lb('a')}module "shop" {}\n`;

  it.each<[string, Readonly<Record<string, string>>, string, Readonly<Record<string, string>>, string | null]>([
    [
      'beside the root module',
      { 'main.tf': root, 'modules/shop/lb.tf': lb('b') },
      'shop',
      { shop: './modules/shop' },
      'modules/shop/lb.tf',
    ],
    [
      'above the root module',
      { 'app/main.tf': root, 'modules/shop/lb.tf': lb('b') },
      'shop',
      { shop: '../modules/shop/' },
      'modules/shop/lb.tf',
    ],
    [
      'of a module',
      { 'app/main.tf': root, 'modules/shop/main.tf': '', 'modules/db/lb.tf': lb('b') },
      'shop.db',
      { shop: '../modules/shop', 'shop.db': '../db' },
      'modules/db/lb.tf',
    ],
    ['that are their caller', { 'main.tf': root + lb('b') }, 'shop', { shop: './' }, 'main.tf'],
    ['out of the repository', { 'main.tf': root }, 'shop', { shop: '../elsewhere' }, null],
    ['that are not there', { 'main.tf': root }, 'shop', { shop: './shop' }, null],
    ['from a registry', { 'main.tf': root, 'shop/main.tf': lb('b') }, 'shop', { shop: 'shop/aws' }, null],
    ['whose source is no path', { 'main.tf': root }, 'shop', { shop: './\0' }, null],
    [
      'below a module that is not at hand',
      { 'main.tf': root, 'db/main.tf': lb('b') },
      'shop.db',
      { shop: 'x/y/z', 'shop.db': './db' },
      null,
    ],
  ])('%s', (_, files, module, sources, expected) => {
    const subject = `module.${module.split('.').join('["k"].module.')}[0].aws_lb.b`;
    const outside = folder(files);
    outside.write('elsewhere/main.tf', lb('b'));
    expect(located(outside, reading(['aws_lb.a', subject], sources)).files[1]).toBe(expected);
  });

  const manifest = (dir: string): string =>
    JSON.stringify({
      Modules: [{ Key: '', Dir: '.' }, { Key: 'shop', Source: 'x/y/z', Dir: dir }, { Key: 'odd' }, null],
    });

  it.each([
    ['named there', manifest('.terraform/modules/shop'), 'app/.terraform/modules/shop/main.tf'],
    ['out of the repository', manifest('../../elsewhere'), null],
    ['at an absolute path', manifest('/elsewhere'), null],
    ['in a list that is not JSON', '{', null],
    ['in a list of another shape', '[]', null],
  ])('that Terraform fetched, %s', (_, text, expected) => {
    const here = folder({
      'app/main.tf': root,
      'app/.terraform/modules/modules.json': text,
      'app/.terraform/modules/shop/main.tf': lb('b'),
      'app/.terraform/modules/shop/db/main.tf': lb('c'),
    });
    here.write('elsewhere/main.tf', lb('b'));
    const given = reading(['aws_lb.a', 'module.shop.aws_lb.b', 'module.shop.module.db.aws_lb.c'], {
      shop: 'x/y/z',
      'shop.db': './db',
    });
    const inner = expected === null ? null : 'app/.terraform/modules/shop/db/main.tf';
    expect(located(here, given).files).toEqual(['app/main.tf', expected, inner]);
  });
});

describe('links', () => {
  const linked = (from: string, to: string): World => {
    const here = folder({ 'main.tf': 'module "shop" {}\n', 'shared/main.tf': lb('b') });
    here.write('outside/main.tf', lb('b'));
    here.write('repo/shop/other.tf', '');
    symlinkSync(path.join(here.folder, to), path.join(here.folder, from));
    return here;
  };

  it.each([
    ['a file in the repository', 'repo/shop/main.tf', 'repo/shared/main.tf', './shop', 'shop/main.tf'],
    ['a file out of it', 'repo/shop/main.tf', 'outside/main.tf', './shop', null],
    ['a folder in the repository', 'repo/linked', 'repo/shared', './linked', 'linked/main.tf'],
    ['a folder out of it', 'repo/linked', 'outside', './linked', null],
  ])('to %s', (_, from, to, source, expected) => {
    expect(located(linked(from, to), reading(['module.shop.aws_lb.b'], { shop: source })).files).toEqual([expected]);
  });

  it('to folders are not walked', () => {
    const here = folder({ 'a/README.md': 'x' });
    here.write('outside/main.tf', lb('a'));
    symlinkSync('..', path.join(here.folder, 'repo/a/around'));
    symlinkSync(path.join(here.folder, 'outside'), path.join(here.folder, 'repo/a/outside'));
    expect(located(here, reading(['aws_lb.a'])).files).toEqual([null]);
  });
});
