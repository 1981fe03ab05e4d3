import type { EvaluatedTemplate } from '../../../lib/read/cloudformation/evaluate-templates';
import type { Template } from '../../../lib/read/cloudformation/read';
import type { Evaluated } from '../../../lib/read/evaluated/value';
import { choice, evaluated, list, resource, template, unknown, value } from './_templates';

const parent = (properties: string, more = ''): string => `
Parameters: { Idle: { Type: Number, Default: 120 }, Free: { Type: String } }
Resources:
  Group: { Type: 'AWS::RDS::DBParameterGroup', Properties: {} }
  Child: { Type: 'AWS::CloudFormation::Stack', Properties: ${properties}${more} }
  It: { Type: 'Test::Thing', Properties: { Judged: !GetAtt Child.Outputs.Name } }
`;
const child = `
Parameters:
  Idle: { Type: Number, Default: 60 }
  Text: { Type: String, Default: own }
  Names: { Type: CommaDelimitedList, Default: x }
  Pg: { Type: String }
  Secret: { Type: String, NoEcho: true }
Conditions:
  IsLong: !Equals [!Ref Text, long]
Resources:
  Group: { Type: 'AWS::RDS::DBParameterGroup', Properties: {} }
  In:
    Type: Test::Thing
    Properties:
      Idle: !Ref Idle
      Text: !Ref Text
      Names: !Ref Names
      Pg: !Ref Pg
      Secret: !Ref Secret
      If: !If [IsLong, 1, 2]
      Judged: !Ref Idle
Outputs:
  Name: { Value: !Sub '\${Group}' }
`;

function read(properties: string, known: Omit<Template, 'document' | 'body'> = {}): Record<string, EvaluatedTemplate> {
  return evaluated(template('cdk.out/a.json', parent(properties)), template('cdk.out/db.yaml', child, known));
}

function inside(properties: string): Record<string, Evaluated> {
  return resource(read(properties)['cdk.out/db.yaml'], 'In').attributes;
}

const ref = (id: string): Evaluated => ({ is: 'reference', to: id, attribute: null, text: '!Ref Group' });

describe('a nested stack', () => {
  it('has the parameters that the stack around it passes', () => {
    const passed = `{ TemplateURL: db.yaml, Parameters: { Idle: '300', Text: long, Names: 'a,b', Pg: !Ref Group, Secret: pw } }`;
    expect(inside(passed)).toEqual({
      Idle: value(300),
      Text: value('long'),
      Names: list('a', 'b'),
      Pg: ref('cdk.out/a.json#Group'),
      Secret: unknown('is the parameter `Secret` with `NoEcho`, so it is not read'),
      If: value(1),
      Judged: value(300),
    });
  });

  it('has its defaults for the others', () => {
    expect(inside('{ TemplateURL: ./db.yaml }')).toMatchObject({
      Idle: value(60),
      Text: value('own'),
      Pg: { is: 'unknown' },
      If: { is: 'choice' },
    });
  });

  it.each<[string, Partial<Record<string, Evaluated>>]>([
    ['{ Idle: !Ref Idle }', { Idle: value(120) }],
    ['{ Names: [a, !Ref Group] }', { Names: { is: 'list', items: [value('a'), ref('cdk.out/a.json#Group')] } }],
    ['{ Names: [[a]] }', { Names: unknown('is the parameter `Names`, a list of which only a part is known here') }],
    [
      "{ Names: !Join [',', [a, !Ref Group]] }",
      { Names: unknown('is the parameter `Names`, a list of which only a part is known here') },
    ],
    ["{ Names: !Join [',', [a, b]] }", { Names: list('a', 'b') }],
    ['{ Text: [a] }', { Text: unknown('is the parameter `Text`, whose value does not fit its type') }],
    ['{ Pg: !Ref Free }', { Pg: unknown('is the parameter `Free` of `cdk.out/a.json`, which has no default') }],
    [
      '{ Idle: !If [X, 1, 2] }',
      { Idle: choice('depends on the condition `X` of `cdk.out/a.json`', value(1), value(2)) },
    ],
    // The default of the stack around it decides no condition either.
    ['{ Text: !Ref Idle }', { If: { is: 'choice' } as Evaluated }],
  ])('passed %s', (parameters, expected) => {
    expect(inside(`{ TemplateURL: db.yaml, Parameters: ${parameters} }`)).toMatchObject(expected);
  });

  it.each([
    '{ TemplateURL: https://bucket.s3.amazonaws.com/shop/db.yaml?versionId=1 }',
    "{ TemplateURL: !Sub 'https://${Free}.s3.${AWS::URLSuffix}/db.yaml' }",
    "{ TemplateURL: !Join ['', ['https://', !Ref Free, '/x/db.yaml']] }",
    "{ TemplateURL: !Sub ['https://${B}/db.yaml', { B: b }] }",
  ])('is found by %s', (properties) => {
    expect(resource(read(properties)['cdk.out/a.json'], 'It').attributes.Judged).toEqual(ref('cdk.out/db.yaml#Group'));
  });

  it('is found by what CDK notes of its asset', () => {
    const text = parent("{ TemplateURL: !Sub 'https://x/0a1b2c.json' }", ", Metadata: { 'aws:asset:path': db.yaml }");
    const found = evaluated(template('cdk.out/a.json', text), template('cdk.out/db.yaml', child));
    expect(resource(found['cdk.out/a.json'], 'It').attributes.Judged).toEqual(ref('cdk.out/db.yaml#Group'));
  });

  it('is the one that a manifest names, whatever its file', () => {
    const known = { nestedIn: { document: 'cdk.out/a.json', logicalId: 'Child' } };
    const found = read('{ TemplateURL: elsewhere.json, Parameters: { Idle: 30 } }', known);
    expect(resource(found['cdk.out/db.yaml'], 'In').attributes.Idle).toEqual(value(30));
    expect(resource(found['cdk.out/a.json'], 'It').attributes.Judged).toEqual(ref('cdk.out/db.yaml#Group'));
  });

  it.each([
    ['no document has its name', 'other.yaml', ['cdk.out/db.yaml']],
    ['several documents may be it', 'db.yaml', ['x/db.yaml', 'y/db.yaml']],
    ['it would be its own', 'a.json', ['cdk.out/db.yaml']],
  ])('is not in view where %s', (_, url, documents) => {
    const found = evaluated(
      template('cdk.out/a.json', parent(`{ TemplateURL: ${url} }`)),
      ...documents.map((document) => template(document, child)),
    )['cdk.out/a.json'];
    expect(resource(found, 'It').attributes.Judged).toEqual({
      is: 'unknown',
      why: 'is an output of the nested stack `Child`, whose template is not in view',
      settles: 'check the template of the nested stack together with this one',
    });
    expect(found?.notes).toContainEqual({
      what: 'Child',
      why: 'the template of this nested stack is not in view, so what it holds is not judged; check it together with this one',
      level: 'unread',
      location: { document: 'cdk.out/a.json', pointer: '/Resources/Child' },
    });
  });

  it('is the file that agrees most with its path', () => {
    const found = evaluated(
      template('a.yaml', parent('{ TemplateURL: ../nested/db.yaml }')),
      template('other/db.yaml', child),
      template('infra/nested/db.yaml', child),
    );
    expect(resource(found['a.yaml'], 'It').attributes.Judged).toEqual(ref('infra/nested/db.yaml#Group'));
  });

  it('has no output that its template has not', () => {
    const found = evaluated(
      template('a.yaml', parent('{ TemplateURL: db.yaml }').replace('Outputs.Name', 'Outputs.Nothing')),
      template('db.yaml', child),
    );
    expect(resource(found['a.yaml'], 'It').attributes.Judged).toEqual(
      unknown('is the output `Nothing` of the nested stack `Child`, which has no such output'),
    );
  });

  it('that is used twice has one of two values', () => {
    const twice = (second: string): Record<string, Evaluated> => {
      const text = `
Resources:
  One: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: db.yaml, Parameters: { Idle: 30 } } }
  Two: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: db.yaml, Parameters: ${second} } }`;
      return resource(evaluated(template('a.yaml', text), template('db.yaml', child))['db.yaml'], 'In').attributes;
    };
    expect(twice('{ Idle: 90 }').Idle).toEqual(
      choice('is the parameter `Idle` of `db.yaml`, which is nested more than once', value(30), value(90)),
    );
    expect(twice('{ Idle: 30 }').Idle).toEqual(value(30));
    expect(twice('{}').Idle).toEqual(unknown('is the parameter `Idle`, which not every stack around this one passes'));
  });

  it('of a nested stack', () => {
    const middle = `
Parameters: { Idle: { Type: Number } }
Resources: { Inner: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: db.yaml, Parameters: { Idle: !Ref Idle } } } }
Outputs: { Name: { Value: !GetAtt Inner.Outputs.Name } }`;
    const found = evaluated(
      template('a.yaml', parent('{ TemplateURL: middle.yaml, Parameters: { Idle: !Ref Idle } }')),
      template('middle.yaml', middle),
      template('db.yaml', child),
    );
    expect(resource(found['db.yaml'], 'In').attributes.Idle).toEqual(value(120));
    expect(resource(found['a.yaml'], 'It').attributes.Judged).toEqual(ref('db.yaml#Group'));
    // The default that counted is that of the outermost template.
    expect(found['db.yaml']?.notes).toContainEqual({
      what: 'parameter `Idle`',
      why: 'it was judged at its default; what a deployment passes instead is not judged here',
      level: 'info',
      location: { document: 'a.yaml', pointer: '/Parameters/Idle' },
    });
  });

  it('is deployed where the stack around it is', () => {
    const where = { account: '012345678901', region: 'eu-west-1', stackName: 'shop' };
    const inner = `
Resources: { In: { Type: 'Test::Thing', Properties: { Judged: !Ref AWS::Region, Name: !Ref AWS::StackName } } }`;
    const found = evaluated(
      template('a.yaml', parent('{ TemplateURL: middle.yaml }'), where),
      template('middle.yaml', parent('{ TemplateURL: db.yaml }')),
      template('db.yaml', inner),
    );
    const { identity, attributes, names } = resource(found['db.yaml'], 'In');
    expect(identity).toEqual({ account: '012345678901', region: 'eu-west-1' });
    expect(attributes.Judged).toEqual(value('eu-west-1'));
    // Its name is made when it is deployed.
    expect(attributes.Name).toMatchObject({ is: 'unknown' });
    expect(names).toEqual(['In']);
  });

  it('that nests the stack around it comes to an end', () => {
    const round = (url: string): string => `
Parameters: { P: { Type: String } }
Resources:
  Child: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: ${url}, Parameters: { P: !Sub '\${P}\${P}' } } }
  It: { Type: 'Test::Thing', Properties: { Judged: !Ref P, Out: !GetAtt Child.Outputs.O } }
Outputs: { O: { Value: !GetAtt Child.Outputs.O } }`;
    const found = evaluated(template('a.yaml', round('b.yaml')), template('b.yaml', round('a.yaml')));
    expect(resource(found['a.yaml'], 'It').attributes.Out).toMatchObject({ is: 'unknown' });
    expect(resource(found['a.yaml'], 'It').attributes.Judged?.is).toMatch(/unknown|text/);
  });

  it('may be an application of SAM', () => {
    const text = parent('{ Location: ./db.yaml, Parameters: { Idle: 45 } }').replace(
      'AWS::CloudFormation::Stack',
      'AWS::Serverless::Application',
    );
    const found = evaluated(template('a.yaml', text), template('db.yaml', child));
    expect(resource(found['db.yaml'], 'In').attributes.Idle).toEqual(value(45));
    expect(resource(found['a.yaml'], 'It').attributes.Judged).toEqual(ref('db.yaml#Group'));
  });
});
