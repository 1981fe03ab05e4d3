import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readAssembly } from '../../../lib/hosts/aws-cdk/assembly';
import { inFolder } from './_shop';

/** Writes files of JSON, texts as they are, and reads the assembly from below the working directory. */
function read(files: { [file: string]: unknown }, ...templates: string[]): ReturnType<typeof readAssembly> {
  return inFolder((folder) => {
    for (const [file, content] of Object.entries(files)) {
      const target = path.join(folder, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content));
    }
    return readAssembly(templates, folder, () => true);
  });
}

const manifest = {
  version: '55.0.0',
  artifacts: {
    Shop: {
      type: 'aws:cloudformation:stack',
      environment: 'aws://123456789012/eu-central-1',
      properties: { templateFile: 'Shop.template.json', stackName: 'shop-prod' },
    },
  },
};
const nesting = (...files: string[]) => ({
  Resources: Object.fromEntries(
    files.map((file, at) => [
      `Nested${at}`,
      {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { TemplateURL: 'https://s3.example.org/x.json' },
        Metadata: { 'aws:asset:path': file, 'aws:asset:property': 'TemplateURL' },
      },
    ]),
  ),
});

it('takes name, account and Region from the manifest, for nested stacks too', () => {
  const { templates, unread } = read(
    {
      'cdk.out/manifest.json': manifest,
      'cdk.out/Shop.template.json': nesting('Data.nested.template.json'),
      'cdk.out/Data.nested.template.json': { Resources: {} },
    },
    'cdk.out/Shop.template.json',
  );
  expect(unread).toEqual([]);
  expect(
    templates.map(({ document, stackName, account, region, nestedIn }) => ({
      document,
      stackName,
      account,
      region,
      nestedIn,
    })),
  ).toEqual([
    {
      document: 'cdk.out/Shop.template.json',
      stackName: 'shop-prod',
      account: '123456789012',
      region: 'eu-central-1',
      nestedIn: undefined,
    },
    {
      document: 'cdk.out/Data.nested.template.json',
      stackName: undefined,
      account: '123456789012',
      region: 'eu-central-1',
      nestedIn: { document: 'cdk.out/Shop.template.json', logicalId: 'Nested0' },
    },
  ]);
});

describe('the paths of constructs', () => {
  const resource = { Type: 'AWS::RDS::DBInstance' };
  const logicalId = (data: string) => [{ type: 'aws:cdk:logicalId', data }];
  const metadata = {
    '/Shop': [{ type: 'aws:cdk:warning', data: 'Db' }],
    '/Shop/Db/Resource': logicalId('Db'),
    '/Shop/Data.NestedStack/Data.NestedStackResource': logicalId('Nested0'),
    '/Shop/Data/Db/Resource': logicalId('Db'),
    '/Shop/Data/More.NestedStack/More.NestedStackResource': logicalId('Nested0'),
    '/Shop/Data/More/Db': logicalId('Db'),
  };
  const templates = {
    'cdk.out/Shop.template.json': { Resources: { Db: resource, ...nesting('Data.json').Resources } },
    'cdk.out/Data.json': { Resources: { Db: resource, ...nesting('More.json').Resources } },
    'cdk.out/More.json': { Resources: { Db: { ...resource, Metadata: { 'aws:cdk:path': 'as/written' } } } },
  };
  const pathsOf = (files: { [file: string]: unknown }): readonly unknown[] =>
    read({ ...templates, ...files }, 'cdk.out/Shop.template.json').templates.map(({ body }) => {
      const { Db } = (body as { Resources: { Db: { Metadata?: { 'aws:cdk:path': string } } } }).Resources;
      return Db.Metadata?.['aws:cdk:path'];
    });
  const { Shop } = manifest.artifacts;

  it.each<[string, { [file: string]: unknown }]>([
    ['in the manifest', { 'cdk.out/manifest.json': { ...manifest, artifacts: { Shop: { ...Shop, metadata } } } }],
    [
      'in a file of their own',
      {
        'cdk.out/manifest.json': {
          ...manifest,
          artifacts: { Shop: { ...Shop, additionalMetadataFile: 'Shop.metadata.json' } },
        },
        'cdk.out/Shop.metadata.json': metadata,
      },
    ],
  ])('are found %s, each for the template that it belongs to; what a template says itself stays', (_where, files) => {
    expect(pathsOf(files)).toEqual(['Shop/Db/Resource', 'Shop/Data/Db/Resource', 'as/written']);
  });

  it.each<[string, unknown]>([
    ['no metadata', {}],
    ['metadata that is no object', { metadata: 7 }],
    ['lists that are none', { metadata: { '/Shop/Db': 'Db', __proto__: [null] } }],
    ['a file that is not there', { additionalMetadataFile: '../../secret.json' }],
  ])('are left out where there is %s', (_what, more) => {
    const artifacts = { Shop: { ...Shop, ...(more as object) } };
    expect(pathsOf({ 'cdk.out/manifest.json': { ...manifest, artifacts } })).toEqual([
      undefined,
      undefined,
      'as/written',
    ]);
  });
});

it('reads without a manifest, or with one that is no manifest', () => {
  for (const files of [{}, { 'manifest.json': 'no JSON' }, { 'manifest.json': ['list'] }]) {
    const { templates } = read({ ...files, 'Shop.template.json': { Resources: {} } }, 'Shop.template.json');
    expect(templates.map(({ document, stackName }) => [document, stackName])).toEqual([
      ['Shop.template.json', undefined],
    ]);
  }
});

it.each(['../secret.json', '/etc/hostname', 'folder/x.json', '..', '.', ''])(
  'does not follow a nested template to %p: only files beside the parent are its own',
  (file) => {
    const { templates } = read(
      { 'secret.json': { Resources: {} }, 'cdk.out/folder/x.json': {}, 'cdk.out/Shop.template.json': nesting(file) },
      'cdk.out/Shop.template.json',
    );
    expect(templates.map(({ document }) => document)).toEqual(['cdk.out/Shop.template.json']);
  },
);

it('ends where templates nest each other', () => {
  const { templates } = read({ 'a.json': nesting('b.json'), 'b.json': nesting('a.json', 'b.json') }, 'a.json');
  expect(templates.map(({ document }) => document)).toEqual(['a.json', 'b.json']);
});

it.each([
  ['no JSON', '{'],
  ['no object', '[]'],
])('notes a template that is %s, and reads the others', (_what, content) => {
  const { templates, unread } = read({ 'bad.json': content, 'good.json': { Resources: {} } }, 'bad.json', 'good.json');
  expect(templates.map(({ document }) => document)).toEqual(['good.json']);
  expect(unread.flatMap(({ notes }) => notes)).toEqual([
    { what: 'bad.json', why: 'cannot be read, so nothing in it was judged', level: 'incomplete' },
  ]);
});

it('says what the app asked its account for and has not got', () => {
  const missing = [
    { key: 'a', provider: 'ssm', props: {} },
    { key: 'b', provider: 'vpc-provider', props: {} },
    { key: 'c', provider: 'ssm', props: {} },
  ];
  const { notes } = read(
    { 'manifest.json': { ...manifest, missing }, 'Shop.template.json': { Resources: {} } },
    'Shop.template.json',
  );
  expect(notes).toEqual([
    {
      what: 'lookups in the account',
      why: 'ssm, vpc-provider had no answer yet, so the templates hold placeholders; run `cdk synth`',
      level: 'unread',
    },
  ]);
});
