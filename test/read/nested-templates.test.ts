import { table, type Json } from '../../lib/core/setting';
import { nestedTemplates } from '../../lib/read/nested-templates';

const uploaded = table([['aa.json', 'ShopDb.nested.template.json']]);
const nesting = (url: Json, more: { readonly [key: string]: Json } = {}): { readonly [key: string]: Json } => ({
  Resources: { Db: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url }, ...more } },
});
const metadata = { Metadata: { 'aws:asset:path': 'Other.nested.template.json', 'aws:asset:property': 'TemplateURL' } };

it.each<readonly [string, { readonly [key: string]: Json }, string | null]>([
  [
    'the address that an app writes by itself',
    nesting({ 'Fn::Join': ['', ['https://s3.eu-west-1.', { Ref: 'AWS::URLSuffix' }, '/cdk-assets/aa.json']] }),
    'ShopDb.nested.template.json',
  ],
  ['an address in one piece', nesting('https://s3.amazonaws.com/cdk-assets/aa.json'), 'ShopDb.nested.template.json'],
  [
    'an address with parts',
    nesting({ 'Fn::Sub': 'https://s3.${AWS::URLSuffix}/b/aa.json' }),
    'ShopDb.nested.template.json',
  ],
  [
    'the asset that is noted, before the address',
    nesting('https://s3/b/aa.json', metadata),
    'Other.nested.template.json',
  ],
  ['an object that no manifest knows', nesting('https://s3/b/zz.json'), null],
  ['an object with the name of a method', nesting('https://s3/b/constructor'), null],
  ['an address that is a parameter', nesting({ Ref: 'Url' }), null],
  ['another kind of resource', { Resources: { Fn: { Type: 'AWS::Lambda::Function', ...metadata } } }, null],
  ['a resource that is none', { Resources: { Db: 'x' } }, null],
  ['no resources', {}, null],
])('%s', (_, body, file) => {
  expect(nestedTemplates(body, uploaded)).toEqual(file === null ? [] : [{ logicalId: 'Db', file }]);
});
