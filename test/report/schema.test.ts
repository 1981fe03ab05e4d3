import json from '../../lib/report/formats/json';
import { publishedSchema, schemaOfType } from '../type-schema';
import { failure, finding, mixed, plain, report } from './sample';
import { schemaErrors, schemaFile } from './report-schema';

describe('the published schema', () => {
  it('says of each property what the type says', () => {
    const expected = schemaOfType('lib/core/report.ts', 'Report');
    expect(Object.keys(expected.properties as object)).toContain('coverage');
    expect(publishedSchema(schemaFile)).toEqual(expected);
  });

  it.each([
    ['every kind of outcome', mixed()],
    ['nothing found', report({ findings: [], workloads: [] })],
    [
      'values of every JSON type',
      report({ findings: [failure({ actual: { a: [1, 'b', null, true] } }), finding({ actual: [] })] }),
    ],
  ])('holds a report with %s', (_, made) => {
    expect(schemaErrors(json.render(made, plain))).toEqual([]);
  });

  it.each([
    ['a property nobody knows', { ...report(), extra: 1 }, ' must NOT have additional properties'],
    ['another version', { ...report(), version: 2 }, '/version must be equal to constant'],
    [
      'a duration as text',
      { ...report(), workloads: [{ ...mixed().workloads[0]!, cutAt: '60 s' }] },
      '/workloads/0/cutAt must be number',
    ],
    [
      'a finding without its fix',
      { ...report(), findings: [{ ...finding(), fix: undefined }] },
      "/findings/0 must have required property 'fix'",
    ],
  ])('refuses %s', (_, made, error) => {
    expect(schemaErrors(JSON.stringify(made))).toContain(error);
  });
});

describe('the JSON report', () => {
  it('is the report, for programs', () => {
    expect(JSON.parse(json.render(mixed(), plain))).toEqual(mixed());
  });

  it('holds no character that a terminal acts upon, and still the same text', () => {
    const name = 'a\u001b[31m\u009b1m\u202eb\u2028c\u0000';
    const rendered = json.render(report({ findings: [finding({ resource: name })] }), plain);

    expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
    expect(JSON.parse(rendered).findings[0].resource).toBe(name);
  });
});
