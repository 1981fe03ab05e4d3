import * as fc from 'fast-check';
import { InputError } from '../../../lib/core/input-error';
import type { Json } from '../../../lib/core/setting';
import { kinds } from '../../../lib/kinds';
import { parseTemplate } from '../../../lib/read/cloudformation/parse';
import { readTemplates, type Template } from '../../../lib/read/cloudformation/read';
import type { JsonObject } from '../../../lib/read/json';
import { evaluated, resource, template } from './_templates';

const functions = [
  'Ref',
  'Condition',
  ...['And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'ForEach::X', 'GetAtt', 'GetAZs', 'GetStackOutput', 'If'],
  ...['ImportValue', 'Join', 'Length', 'Not', 'Or', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform'],
];
const name = fc.constantFrom(
  'A',
  'B',
  'C',
  'AWS::Region',
  'AWS::NoValue',
  '__proto__',
  'constructor',
  'A.Arn',
  'B.Outputs.A',
  '',
);
const text = fc.oneof(name, fc.constantFrom('${A}-${B.Arn}', '${', '${!A}', '{{resolve:ssm:/x}}', ','), fc.string());

/** Values of templates, sensible and not. */
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
    fc
      .tuple(fc.constantFrom(...functions), tie('value'))
      .map(([of, argument]) => ({ [of === 'Ref' || of === 'Condition' ? of : `Fn::${of}`]: argument })),
    fc.tuple(name, tie('value'), tie('value')).map((branches) => ({ 'Fn::If': branches })),
    fc.tuple(name, name, name).map((keys) => ({ 'Fn::FindInMap': keys })),
    name.map((to) => ({ Ref: to })),
  ),
}));
const section = (member: fc.Arbitrary<Json>): fc.Arbitrary<Json> => fc.dictionary(name, member, { maxKeys: 4 });
const types = fc.constantFrom(
  ...kinds.flatMap(({ cloudformation }) => cloudformation?.types ?? []),
  'AWS::CloudFormation::Stack',
  'Custom::X',
);
const properties = fc.dictionary(
  fc.constantFrom(
    'Engine',
    'Type',
    'Name',
    'DBParameterGroupName',
    'Parameters',
    'TemplateURL',
    'LoadBalancerAttributes',
    'Tags',
  ),
  value,
  { maxKeys: 4 },
);
const record = (shape: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<Json> =>
  fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Json>;
const body = record({
  Transform: value,
  Parameters: section(
    record({
      Type: fc.constantFrom('String', 'Number', 'CommaDelimitedList'),
      Default: value,
      AllowedValues: value,
      NoEcho: value,
    }),
  ),
  Mappings: section(value),
  Conditions: section(value),
  Resources: section(
    fc.oneof(record({ Type: types, Properties: properties, Condition: name, Metadata: value }), value),
  ),
  Outputs: section(record({ Value: value, Export: record({ Name: value }) })),
}) as fc.Arbitrary<JsonObject>;

describe('a hostile template', () => {
  it('may hold anything anywhere', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 3 }), (bodies) => {
        const templates = bodies.map((one, at): Template => ({ document: `${at}.json`, body: one }));
        const readings = readTemplates(templates, kinds);
        expect(readings.map(({ document }) => document)).toEqual(templates.map(({ document }) => document));
        // Each resource becomes a fact of its own or a note; references lead to resources that are there.
        const ids = new Set(readings.flatMap(({ facts }) => facts.map(({ id }) => id)));
        for (const link of readings.flatMap(({ facts }) => facts.flatMap(({ links }) => Object.values(links).flat()))) {
          const ends = link.state === 'linked' ? [link.to] : link.state === 'one-of' ? link.to : [];
          for (const end of ends) if ('id' in end) expect(ids).toContain(end.id);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'{}[]:,!&*-"\' \n#|>?ab1') })), (any) => {
        try {
          JSON.stringify(parseTemplate('x.yaml', any));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('says the same as JSON and as YAML', () => {
    fc.assert(
      fc.property(body, (one) => {
        const text = JSON.stringify(one, null, 1);
        expect(JSON.stringify(parseTemplate('x', `# a comment\n${text}`))).toBe(
          JSON.stringify(parseTemplate('x', text)),
        );
      }),
      { numRuns: 200 },
    );
  });

  const many = (count: number, of: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => of(at)).join('\n');

  it('may be nested a hundred thousand deep', () => {
    const deep = `{"Resources":{"It":{"Type":"Test::Thing","Properties":{"Judged":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}}`;
    const found = evaluated(template('t.json', deep))['t.json'];
    expect(JSON.stringify(resource(found, 'It').attributes)).toContain('nested too deeply');
  });

  it('may nest functions deeply', () => {
    const deep = `${'{"Fn::Not":['.repeat(5000)}true${']}'.repeat(5000)}`;
    const text = `{"Conditions":{"C":${deep}},"Resources":{"It":{"Type":"Test::Thing","Properties":{"Judged":{"Fn::If":["C",1,2]}}}}}`;
    expect(resource(evaluated(template('t.json', text))['t.json'], 'It').attributes.Judged).toMatchObject({
      is: 'choice',
    });
  });

  it.each([
    [
      'conditions that multiply',
      `Conditions:\n  C0: !Equals [!Ref AWS::Region, x]\n${many(60, (at) => `  C${at + 1}: !And [${`!Condition C${at},`.repeat(10)}]`)}
Resources: { It: { Type: 'Test::Thing', Properties: { Judged: !If [C60, 1, 2] } } }`,
    ],
    [
      'conditions that go round',
      `Conditions:\n${many(30, (at) => `  C${at}: !Or [${Array.from({ length: 30 }, (_, to) => `!Condition C${to}`).join(',')}]`)}
Resources: { It: { Type: 'Test::Thing', Properties: { Judged: !If [C0, 1, 2] } } }`,
    ],
    [
      'names that multiply',
      `Resources:\n${many(60, (at) => `  N${at}: { Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceIdentifier: !Sub '${`\${N${at + 1}}`.repeat(10)}' } }`)}
  It: { Type: 'Test::Thing', Properties: { Judged: !Ref N0 } }`,
    ],
    [
      'texts that multiply',
      `Parameters: { P: { Type: String, Default: ${'x'.repeat(100_000)} } }
Resources: { It: { Type: 'Test::Thing', Properties: { Judged: !Sub '${'${P}'.repeat(100_000)}' } } }`,
    ],
    [
      'exports that all may be meant',
      `Parameters: { P: { Type: String } }
Outputs:\n${many(2000, (at) => `  O${at}: { Value: ${at}, Export: { Name: !Sub '\${P}-x' } }`)}
Resources: { It: { Type: 'Test::Thing', Properties: { Judged: [${'!ImportValue a-x,'.repeat(2000)}] } } }`,
    ],
  ])(
    'ends with %s',
    (_, hostile) => {
      const before = Date.now();
      evaluated(template('t.yaml', hostile));
      // A second or so where nothing else runs; without an end it would be days.
      expect(Date.now() - before).toBeLessThan(20_000);
    },
    30_000,
  );

  it('says that it was not read to its end', () => {
    const text = `Parameters: { P: { Type: String, Default: ${'x'.repeat(100_000)} } }
Resources: { It: { Type: 'Test::Thing', Properties: { Judged: !Sub '${'${P}'.repeat(1000)}' } } }`;
    const found = evaluated(template('t.yaml', text))['t.yaml'];
    expect(resource(found, 'It').attributes.Judged).toMatchObject({ is: 'unknown' });
    expect(found?.notes).toContainEqual({
      what: 't.yaml',
      why: 'the template takes too long to evaluate, so part of it was not read',
      level: 'incomplete',
      location: { document: 't.yaml' },
    });
  });

  it('does not fill messages', () => {
    const text = JSON.stringify({
      Resources: { It: { Type: 'Test::Thing', Properties: { Judged: { Ref: `a\n${'b'.repeat(100_000)}` } } } },
    });
    const found = resource(evaluated(template('t.json', text))['t.json'], 'It').attributes.Judged;
    expect(JSON.stringify(found).length).toBeLessThan(400);
    expect(JSON.stringify(found)).not.toContain('\\n');
  });

  it('of two thousand resources is read at once', () => {
    const text = JSON.stringify({
      Resources: Object.fromEntries(
        Array.from({ length: 2000 }, (_, at) => [
          `G${at}`,
          {
            Type: at % 2 === 0 ? 'AWS::RDS::DBParameterGroup' : 'AWS::RDS::DBInstance',
            Properties: {
              Engine: 'postgres',
              DBParameterGroupName: { 'Fn::Sub': at % 2 === 0 ? `g${at}` : `\${G${at - 1}}` },
            },
          },
        ]),
      ),
    });
    const readings = readTemplates([template('t.json', text)], kinds);
    expect(readings[0]?.facts.find(({ subject }) => subject === 'G1999')?.links.parameter_group).toMatchObject([
      { state: 'linked', to: { id: 't.json#G1998' } },
    ]);
  });
});
