import { readFileSync } from 'node:fs';
import path from 'node:path';
import { publishedSchema, schemaOfType } from '../../type-schema';
import { schemaErrors, schemaFile } from './collection-schema';

const example = readFileSync(path.resolve(__dirname, '../../../examples/live-audit/collected.json'), 'utf8');

type Collected = { regions: { resources: object[] }[] };

describe('the published schema of collected documents', () => {
  it('says of each property what the type says', () => {
    const expected = schemaOfType('lib/read/collection/collection.ts', 'Collection');
    expect(Object.keys(expected.properties as object)).toContain('failedCatalogs');
    expect(publishedSchema(schemaFile)).toEqual(expected);
  });

  it('holds the document of the example', () => {
    expect(schemaErrors(example)).toEqual([]);
  });

  it.each([
    ['another version', { version: 2 }, '/version must be equal to constant'],
    ['a property nobody knows', { extra: 1 }, ' must NOT have additional properties'],
    ['a time as a number', { collectedAt: 0 }, '/collectedAt must be string'],
  ])('refuses %s', (_, change, error) => {
    expect(schemaErrors(JSON.stringify({ ...(JSON.parse(example) as object), ...change }))).toContain(error);
  });

  it('takes whatever AWS answers, and only a number as the call that left a field open', () => {
    const made = JSON.parse(example) as Collected;
    const resources = (resource: object): string =>
      JSON.stringify({ ...made, regions: [{ ...made.regions[0], resources: [resource] }] });
    const resource = { type: 'rds:db', arn: null, answer: { Any: [1, { deep: null }] }, unread: { TagList: 0 } };
    expect(schemaErrors(resources(resource))).toEqual([]);
    expect(schemaErrors(resources({ ...resource, unread: { TagList: 'denied' } }))).toEqual([
      '/regions/0/resources/0/unread/TagList must be number',
    ]);
  });
});
