import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { synthesisedIn } from '../../../lib/shell/synthesised/read';
import { world, type World } from '../world';
import { cdkManifest, cdktfManifest, fill, stack, template } from './_folders';

/** Name and what a manifest says of each document that is found in `app`. */
function found(here: World, name = 'app'): readonly (readonly [string, unknown])[] {
  return synthesisedIn(name, path.join(here.folder, 'app')).documents.map((one) => [
    one.name,
    one.stack ?? one.template ?? null,
  ]);
}
const problems = (here: World): readonly string[] =>
  synthesisedIn('app', path.join(here.folder, 'app')).problems.map(({ message }) => message);

function app(files: { readonly [name: string]: string }): World {
  const here = world();
  fill(here, 'app', files);
  return here;
}

const environment = { account: '123456789012', region: 'eu-west-1' };
const nesting = (asset: string): object => ({
  Db: { Type: 'AWS::CloudFormation::Stack', Properties: {}, Metadata: { 'aws:asset:path': asset } },
});
const uploadedAs = (key: string): object => ({
  Db: {
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::URLSuffix' }, `/assets/${key}`]] } },
  },
});

describe('what is found in a folder', () => {
  it.each<readonly [string, { readonly [name: string]: string }, readonly (readonly [string, unknown])[]]>([
    [
      'the stacks that a manifest of CDKTF lists, and not those that are left from before',
      {
        'manifest.json': cdktfManifest({ net: 'stacks/net/cdk.tf.json', shop: 'stacks\\shop\\cdk.tf.json' }),
        'stacks/net/cdk.tf.json': stack(60),
        'stacks/shop/cdk.tf.json': stack(60),
        'stacks/gone/cdk.tf.json': stack(60),
      },
      [
        ['app/stacks/net/cdk.tf.json', 'net'],
        ['app/stacks/shop/cdk.tf.json', 'shop'],
      ],
    ],
    [
      'every stack where there is no manifest',
      { 'stacks/a/cdk.tf.json': stack(60), 'stacks/b/cdk.tf.json': stack(60), 'stacks/b/metadata.json': '{}' },
      [
        ['app/stacks/a/cdk.tf.json', 'a'],
        ['app/stacks/b/cdk.tf.json', 'b'],
      ],
    ],
    ['the stack whose own folder it is', { 'cdk.tf.json': stack(60) }, [['app/cdk.tf.json', null]]],
    [
      'the templates that a manifest of the AWS CDK lists, and not those that are left from before',
      {
        'manifest.json': cdkManifest({ Shop: 'Shop.template.json' }),
        'Shop.template.json': template(60),
        'Gone.template.json': template(60),
        'GoneDb.nested.template.json': template(60),
      },
      [['app/Shop.template.json', { stackName: 'Shop', ...environment }]],
    ],
    [
      'nested templates, by the asset that is noted',
      {
        'manifest.json': cdkManifest({ Shop: 'Shop.template.json' }),
        'Shop.template.json': template(60, 'Public', nesting('ShopDb.nested.template.json')),
        'ShopDb.nested.template.json': template(60, 'Inner', nesting('ShopDbDeep.nested.template.json')),
        'ShopDbDeep.nested.template.json': template(60),
      },
      [
        ['app/Shop.template.json', { stackName: 'Shop', ...environment }],
        [
          'app/ShopDb.nested.template.json',
          { ...environment, nestedIn: { document: 'app/Shop.template.json', logicalId: 'Db' } },
        ],
        [
          'app/ShopDbDeep.nested.template.json',
          { ...environment, nestedIn: { document: 'app/ShopDb.nested.template.json', logicalId: 'Db' } },
        ],
      ],
    ],
    [
      'nested templates, by the name under which they are uploaded',
      {
        'manifest.json': cdkManifest({ Shop: 'Shop.template.json' }),
        'Shop.assets.json': JSON.stringify({
          version: '55.0.0',
          files: {
            aa: { source: { path: 'ShopDb.nested.template.json' }, destinations: { x: { objectKey: 'aa.json' } } },
          },
        }),
        'Shop.template.json': template(60, 'Public', uploadedAs('aa.json')),
        'ShopDb.nested.template.json': template(60),
      },
      [
        ['app/Shop.template.json', { stackName: 'Shop', ...environment }],
        [
          'app/ShopDb.nested.template.json',
          { ...environment, nestedIn: { document: 'app/Shop.template.json', logicalId: 'Db' } },
        ],
      ],
    ],
    [
      'the templates of stages, and of stages in them',
      {
        'manifest.json': cdkManifest({}, ['assembly-Prod']),
        'assembly-Prod/manifest.json': cdkManifest({ P: 'P.template.json' }, ['assembly-Prod-Eu']),
        'assembly-Prod/P.template.json': template(60, 'Public', nesting('PDb.nested.template.json')),
        'assembly-Prod/PDb.nested.template.json': template(60),
        'assembly-Prod/assembly-Prod-Eu/manifest.json': cdkManifest({ E: 'E.template.json' }),
        'assembly-Prod/assembly-Prod-Eu/E.template.json': template(60),
      },
      [
        ['app/assembly-Prod/P.template.json', { stackName: 'P', ...environment }],
        [
          'app/assembly-Prod/PDb.nested.template.json',
          { ...environment, nestedIn: { document: 'app/assembly-Prod/P.template.json', logicalId: 'Db' } },
        ],
        ['app/assembly-Prod/assembly-Prod-Eu/E.template.json', { stackName: 'E', ...environment }],
      ],
    ],
    [
      'every template where there is no manifest',
      {
        'A.template.json': template(60, 'Public', nesting('Z.nested.template.json')),
        'Z.nested.template.json': template(60),
        'B.nested.template.json': template(60),
        'assembly-Prod/P.template.json': template(60),
        'other.json': '{}',
      },
      [
        ['app/A.template.json', {}],
        ['app/Z.nested.template.json', { nestedIn: { document: 'app/A.template.json', logicalId: 'Db' } }],
        ['app/B.nested.template.json', {}],
        ['app/assembly-Prod/P.template.json', {}],
      ],
    ],
  ])('is %s', (_, files, documents) => {
    const here = app(files);
    expect(found(here)).toEqual(documents);
    expect(problems(here)).toEqual([]);
  });

  it.each([
    ['app/', 'app/Shop.template.json'],
    ['./app', './app/Shop.template.json'],
    ['prod', 'prod/Shop.template.json'],
    ['.', 'Shop.template.json'],
    ['/', '/Shop.template.json'],
  ])('is named after %s', (name, document) => {
    const here = app({
      'manifest.json': cdkManifest({ Shop: 'Shop.template.json' }),
      'Shop.template.json': template(60),
    });
    expect(found(here, name).map(([one]) => one)).toEqual([document]);
  });
});

describe('what is wrong with a folder', () => {
  const none = 'app holds no synthesised app: neither manifest.json, stacks/*/cdk.tf.json nor *.template.json is in it';
  it.each<readonly [string, { readonly [name: string]: string }, readonly (string | RegExp)[]]>([
    [
      'nothing of an app, but documents',
      { 'template.yaml': '', 'plan.json': '', 'package.json': '', '.x.json': '' },
      [`${none}, so nothing in it was read; name what is meant: app/plan.json, app/template.yaml`],
    ],
    [
      'an app one folder below',
      { 'cdk.json': '{}', 'cdk.out/manifest.json': '{}' },
      [`${none}, so nothing in it was read; name what is meant: app/cdk.out`],
    ],
    ['configuration of Terraform', { 'main.tf': '' }, [/make a plan of it/]],
    ['nothing that could be meant', { 'readme.md': '' }, [/name a plan, a stack or a template, or the folder of/]],
    [
      'a manifest of something else',
      { 'manifest.json': '{"name":"web"}' },
      [/^app\/manifest\.json is neither a manifest of CDKTF .* nor of the AWS CDK .*; name a plan/],
    ],
    ['a manifest without version', { 'manifest.json': '{"stacks":{}}' }, [/is a manifest without a version/]],
    [
      'a manifest that is no JSON',
      { 'manifest.json': '{' },
      ['app/manifest.json is not JSON, so nothing says what was synthesised; synthesise the app again'],
    ],
    ['an empty manifest', { 'manifest.json': '' }, [/^app\/manifest\.json: empty\./]],
    [
      'no stack',
      { 'manifest.json': cdktfManifest({}) },
      ['app/manifest.json lists no stack, so there is nothing to judge; synthesise the app again'],
    ],
    ['no template', { 'manifest.json': cdkManifest({}), 'Old.template.json': template(60) }, [/lists no stack/]],
    [
      'a stack that is not there',
      { 'manifest.json': cdktfManifest({ a: 'stacks/a/cdk.tf.json' }) },
      ['app/stacks/a/cdk.tf.json does not exist, though the app lists it; synthesise the app again'],
    ],
    ['a template that is a folder', { 'manifest.json': cdkManifest({ A: 'A' }), 'A/x': '' }, [/^app\/A is no file/]],
    [
      'a nested template that is not there',
      { 'manifest.json': cdkManifest({ A: 'A.json' }), 'A.json': template(60, 'A', nesting('B.json')) },
      [/^app\/B\.json does not exist/],
    ],
    [
      'a stage that is not there',
      { 'manifest.json': cdkManifest({}, ['assembly-X']) },
      [/^app\/assembly-X\/manifest\.json does not exist/],
    ],
    [
      'a stage of CDKTF',
      { 'manifest.json': cdkManifest({}, ['s']), 's/manifest.json': cdktfManifest({ a: 'a' }) },
      [/^app\/s\/manifest\.json is not the manifest of a stage/],
    ],
    [
      'questions without an answer',
      { 'manifest.json': cdkManifest({}, [], { missing: [{ provider: 'vpc-provider' }] }) },
      [/^app\/manifest\.json lists questions to the account that have no answer \(vpc-provider\)/],
    ],
  ])('%s', (_, files, messages) => {
    const here = app(files);
    const said = problems(here);
    expect(said).toHaveLength(messages.length);
    messages.forEach((message, at) =>
      typeof message === 'string' ? expect(said[at]).toBe(message) : expect(said[at]).toMatch(message),
    );
  });
});

describe('a hostile folder', () => {
  const outside = 'leads out of the folder, so it was not read; synthesise the app again, or name that file itself';

  it.each([
    ['above', '../secret.json', 'app/../secret.json'],
    ['above, the long way', 'stacks/../../secret.json', 'app/stacks/../../secret.json'],
    ['above, as Windows writes it', '..\\secret.json', 'app/../secret.json'],
    ['the root', '/etc/passwd', 'app//etc/passwd'],
    ['a drive', 'C:\\secret.json', 'app/C:/secret.json'],
    ['a share', '\\\\host\\secret.json', 'app///host/secret.json'],
  ])('whose manifest leads to %s is not followed', (_, file, name) => {
    const here = app({ 'manifest.json': cdktfManifest({ a: file, b: 'b.json' }), 'b.json': stack(60) });
    here.write('secret.json', stack(60));
    expect(found(here)).toEqual([['app/b.json', 'b']]);
    expect(problems(here)).toEqual([`${name} ${outside}`]);
  });

  it.each<readonly [string, { readonly [name: string]: string }]>([
    ['template', { 'manifest.json': cdkManifest({ A: '../secret.json' }) }],
    [
      'nested template',
      { 'manifest.json': cdkManifest({ A: 'A.json' }), 'A.json': template(60, 'A', nesting('../secret.json')) },
    ],
    ['stage', { 'manifest.json': cdkManifest({}, ['..']), '../manifest.json': cdkManifest({ A: 'secret.json' }) }],
  ])('whose %s is outside is not followed', (_, files) => {
    const here = app(files);
    here.write('secret.json', template(60));
    expect(found(here).map(([name]) => name)).not.toContain('app/../secret.json');
    expect(problems(here)).toEqual([expect.stringContaining(outside)]);
  });

  it('whose links lead out is not followed', () => {
    const here = app({ 'manifest.json': cdktfManifest({ a: 'a.json', b: 'far/b.json' }) });
    here.write('secret.json', stack(60));
    here.write('far/b.json', stack(60));
    symlinkSync('../secret.json', path.join(here.folder, 'app/a.json'));
    symlinkSync('../far', path.join(here.folder, 'app/far'));
    expect(found(here)).toEqual([]);
    expect(problems(here)).toEqual([`app/a.json ${outside}`, `app/far/b.json ${outside}`]);
  });

  it('is itself a link, and that is fine', () => {
    const here = world();
    fill(here, 'real', { 'manifest.json': cdktfManifest({ a: 'a.json' }), 'a.json': stack(60) });
    symlinkSync('real', path.join(here.folder, 'app'));
    expect(found(here)).toEqual([['app/a.json', 'a']]);
  });

  it('that is its own stage comes to an end', () => {
    const here = app({ 'manifest.json': cdkManifest({ A: 'A.json' }, ['.', 'loop']), 'A.json': template(60) });
    symlinkSync('.', path.join(here.folder, 'app/loop'));
    expect(found(here).map(([name]) => name)).toEqual(['app/A.json']);
    expect(problems(here)).toEqual([]);
  });

  it('whose template nests itself comes to an end', () => {
    const here = app({ 'manifest.json': cdkManifest({ A: 'A.json' }), 'A.json': template(60, 'A', nesting('A.json')) });
    expect(found(here).map(([name]) => name)).toEqual(['app/A.json']);
  });

  it('with a key and a path of any kind breaks nothing', () => {
    const manifest = JSON.parse(cdktfManifest({ a: 'a\u0000b' })) as { stacks: object };
    const text = JSON.stringify(manifest).replace('"a":', '"__proto__":');
    const here = app({ 'manifest.json': text });
    expect(problems(here)).toEqual([expect.stringContaining('cannot be read (ERR_INVALID_ARG_VALUE)')]);
    expect(problems(app({ 'manifest.json': cdktfManifest({ a: 'x'.repeat(70_000) }) }))).toEqual([
      expect.stringContaining('cannot be read (ENAMETOOLONG)'),
    ]);
  });

  it('with a folder where a manifest belongs breaks nothing', () => {
    const here = app({});
    mkdirSync(path.join(here.folder, 'app/manifest.json'), { recursive: true });
    expect(problems(here)).toEqual([expect.stringContaining('app/manifest.json is no file')]);
  });
});
