import type { Json } from '../../lib/core/setting';
import type { JsonObject } from '../../lib/read/json';
import { readManifest, uploads } from '../../lib/read/manifest';

/** As cdktf 0.21.0 and cdktn 0.24.0 write it. */
const cdktf = (stacks: { readonly [name: string]: Json }, version: Json = '0.21.0'): Json => ({ stacks, version });
const stack = (name: string, constructPath = name, file = `stacks/${name}/cdk.tf.json`): Json => ({
  name,
  constructPath,
  synthesizedStackPath: file,
  annotations: [],
});

/** As aws-cdk-lib 2.276.0 writes it. */
const cdk = (artifacts: { readonly [id: string]: Json }, more: { readonly [key: string]: Json } = {}): Json => ({
  version: '55.0.0',
  artifacts,
  ...more,
});
const artifact = (environment: string, properties: JsonObject): JsonObject => ({
  type: 'aws:cloudformation:stack',
  environment,
  properties,
});

describe('readManifest', () => {
  it.each<readonly [string, Json, Json]>([
    [
      'lists the stacks of CDKTF by the id that remote states have',
      cdktf({ net: stack('net'), shop: stack('shop', 'prod.eu env/shop') }),
      {
        of: 'cdktf',
        stacks: [
          { id: 'net', file: 'stacks/net/cdk.tf.json' },
          { id: 'prodeuenv--shop', file: 'stacks/shop/cdk.tf.json' },
        ],
      },
    ],
    [
      'reads paths that were written on Windows',
      cdktf({ net: stack('net', 'net', 'stacks\\net\\cdk.tf.json') }),
      { of: 'cdktf', stacks: [{ id: 'net', file: 'stacks/net/cdk.tf.json' }] },
    ],
    [
      'takes any key for a stack',
      JSON.parse('{"version":"0.21.0","stacks":{"__proto__":{"synthesizedStackPath":"a"}}}') as Json,
      { of: 'cdktf', stacks: [{ id: '__proto__', file: 'a' }] },
    ],
    ['reads a manifest without stacks', cdktf({}), { of: 'cdktf', stacks: [] }],
    [
      'lists templates with the names, accounts and Regions of their stacks',
      cdk({
        'Shop.assets': { type: 'cdk:asset-manifest', properties: { file: 'Shop.assets.json' } },
        Shop: artifact('aws://123456789012/eu-west-1', { templateFile: 'Shop.template.json' }),
        Other: {
          ...artifact('aws://unknown-account/unknown-region', { templateFile: 'O.template.json', stackName: 'mine' }),
          additionalMetadataFile: 'O.metadata.json',
        },
        Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
      }),
      {
        of: 'cdk',
        templates: [
          {
            file: 'Shop.template.json',
            stackName: 'Shop',
            account: '123456789012',
            region: 'eu-west-1',
            metadata: { inline: null },
          },
          { file: 'O.template.json', stackName: 'mine', metadata: { file: 'O.metadata.json' } },
        ],
        stages: [],
        missing: [],
      },
    ],
    [
      'lists stages, and what the account was not asked',
      cdk(
        { 'assembly-Prod': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } } },
        {
          missing: [
            { key: 'a', provider: 'vpc-provider', props: {} },
            { key: 'b', provider: 'vpc-provider', props: {} },
          ],
        },
      ),
      { of: 'cdk', templates: [], stages: ['assembly-Prod'], missing: ['vpc-provider'] },
    ],
    [
      'reads a later schema, which only adds',
      cdk({}, { version: '56.0.0' }),
      { of: 'cdk', templates: [], stages: [], missing: [] },
    ],
  ])('%s', (_, body, manifest) => {
    expect(readManifest(body)).toEqual(manifest);
  });

  it.each<readonly [string, Json, RegExp]>([
    ['a web app', { name: 'shop', icons: [] }, /^neither a manifest of CDKTF/],
    ['an array', [], /^neither/],
    ['null', null, /^neither/],
    ['no version', { stacks: {} }, /^a manifest without a version/],
    ['a version that is none', cdktf({}, 'next'), /^a manifest without a version/],
    ['a version that is a number', cdktf({}, 1), /^a manifest without a version/],
    ['a stack that was not written', cdktf({ a: { name: 'a' } }), /`synthesizedStackPath`/],
    ['a stack that is text', cdktf({ a: 'stacks/a' }), /`synthesizedStackPath`/],
    ['an artifact that was not written', cdk({ A: artifact('aws://1/b', {}) }), /`templateFile`/],
  ])('refuses one of %s', (_, body, why) => {
    const manifest = readManifest(body);
    expect(manifest.of === 'other' && manifest.why).toMatch(why);
  });
});

describe('uploads', () => {
  it('says which file an uploaded object is', () => {
    const file = (path: string, objectKey: string): Json => ({
      source: { path },
      destinations: { here: { objectKey } },
    });
    expect(
      uploads([
        {
          version: '55.0.0',
          files: { aa: file('Db.nested.template.json', 'aa.json'), bb: file('B.json', 'pre/bb.json') },
        },
        { files: { cc: { source: {} }, dd: 'x' } },
        null,
      ]),
    ).toEqual(Object.assign(Object.create(null), { 'aa.json': 'Db.nested.template.json', 'bb.json': 'B.json' }));
  });
});
