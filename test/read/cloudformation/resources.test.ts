import { evaluated, list, resource, template, unknown, value } from './_templates';

const text = `
AWSTemplateFormatVersion: 2010-09-09
Transform: [AWS::Serverless-2016-10-31, { Name: AWS::LanguageExtensions }, ShopMacro]
Parameters:
  Idle: { Type: Number, Default: 60 }
  Used: { Type: String, Default: x }
  Beside: { Type: String, Default: x }
Conditions:
  IsThere: !Equals [a, a]
  IsNot: !Equals [a, b]
  IsFree: !Equals [!Ref Used, x]
Resources:
  Plain:
    Type: Test::Thing
    Metadata: { 'aws:cdk:path': Shop/Api/Thing/Resource }
    Properties: { Judged: !Ref Idle, Other: !Ref Beside, Gone: !Ref AWS::NoValue }
  Direct: { Type: 'Test::Thing', Metadata: { 'aws:cdk:path': Shop/Direct } }
  Slash/Tilde~: { Type: 'Test::Thing' }
  There: { Type: 'Test::Thing', Condition: IsThere }
  Not: { Type: 'Test::Thing', Condition: IsNot, Properties: { Judged: 1 } }
  Perhaps: { Type: 'Test::Thing', Condition: IsFree, Properties: { Judged: !Ref Not } }
  Elsewhere: { Type: 'Other::Thing', Condition: IsFree }
  Nothing: { Properties: {} }
  Fn::ForEach::Many: [Name, [a, b], { 'Thing\${Name}': { Type: 'Test::Thing' } }]
  Included:
    Type: Test::Thing
    Properties: { Name: included, Fn::Transform: { Name: AWS::Include } }
  IncludedElsewhere: { Type: 'Other::Thing', Properties: { Fn::Transform: { Name: AWS::Include } } }
  Odd: { Type: 'Test::Thing', Properties: [Judged], Metadata: x, Condition: [a] }
  Bought: { Type: 'Shop::Net::Edge::MODULE' }
`;
const known = { stackName: 'shop', account: '012345678901', region: 'eu-west-1' };

describe('the resources of a template', () => {
  const found = evaluated(template('shop.yaml', text, known))['shop.yaml'];

  it('are those that it makes', () => {
    expect(found?.resources.map(({ subject }) => subject)).toEqual([
      'Plain',
      'Direct',
      'Slash/Tilde~',
      'There',
      'Perhaps',
      'Elsewhere',
      'Included',
      'IncludedElsewhere',
      'Odd',
      'Bought',
    ]);
  });

  it('say what they are, where they are and by which names they go', () => {
    const { attributes, provider, ...rest } = resource(found, 'Plain');
    expect(rest).toEqual({
      id: 'shop.yaml#Plain',
      source: 'template',
      type: 'Test::Thing',
      subject: 'Plain',
      names: ['Plain', 'Shop/Api/Thing', 'Shop/Api/Thing/Resource', 'shop/Plain'],
      identity: { account: '012345678901', region: 'eu-west-1' },
      location: { document: 'shop.yaml', pointer: '/Resources/Plain/Properties', construct: 'Shop/Api/Thing' },
    });
    expect(attributes).toEqual({ Judged: value(60), Other: value('x') });
    expect(Object.keys(provider)).toEqual([]);
    expect(resource(found, 'Direct')).toMatchObject({
      names: ['Direct', 'Shop/Direct', 'shop/Direct'],
      location: { construct: 'Shop/Direct' },
    });
    expect(resource(found, 'Slash/Tilde~').location).toEqual({
      document: 'shop.yaml',
      pointer: '/Resources/Slash~1Tilde~0/Properties',
    });
  });

  it('have no identity where nothing is known of the deployment', () => {
    const bare = evaluated(template('shop.yaml', text, { account: 'unknown-account', region: 'unknown-region' }));
    expect(resource(bare['shop.yaml'], 'Plain')).toMatchObject({
      identity: {},
      names: ['Plain', 'Shop/Api/Thing', 'Shop/Api/Thing/Resource'],
    });
  });

  it('are not referred to where a condition leaves them out', () => {
    expect(resource(found, 'Perhaps').attributes.Judged).toEqual(
      unknown('refers to `Not`, which the template does not have here'),
    );
  });

  it('have properties that a macro may write', () => {
    expect(resource(found, 'Included').attributes).toEqual({
      Name: value('included'),
      Judged: unknown('may be written by `Fn::Transform` when the stack is deployed'),
    });
    expect(resource(found, 'IncludedElsewhere').attributes).toEqual({});
    expect(resource(found, 'Odd').attributes).toEqual({});
  });

  it('are noted where they were not taken in as they are', () => {
    const at = (pointer: string): object => ({ document: 'shop.yaml', pointer });
    expect(found?.notes).toEqual([
      {
        what: 'Perhaps',
        why: 'it is made only where its `Condition` holds, and was judged as if it is there',
        level: 'info',
        location: at('/Resources/Perhaps'),
      },
      {
        what: 'Nothing',
        why: 'it has no `Type`, so nothing says what it is',
        level: 'unread',
        location: at('/Resources/Nothing'),
      },
      {
        what: 'Fn::ForEach::Many',
        why: 'it is expanded by CloudFormation, so the resources that it makes are not judged here',
        level: 'unread',
        location: at('/Resources/Fn::ForEach::Many'),
      },
      {
        what: 'Included',
        why: 'some of its properties are expanded by CloudFormation, so they are not judged here',
        level: 'unread',
        location: at('/Resources/Included'),
      },
      {
        what: 'Bought',
        why: 'it is a module, which CloudFormation expands, so the resources in it are not judged here',
        level: 'unread',
        location: at('/Resources/Bought'),
      },
      // Not of `Beside`: nothing that is judged takes it.
      {
        what: 'parameter `Idle`',
        why: 'it was judged at its default; what a deployment passes instead is not judged here',
        level: 'info',
        location: at('/Parameters/Idle'),
      },
      {
        what: 'shop.yaml',
        why: 'the macro `ShopMacro` changes it when it is deployed, so what is judged is what is written',
        level: 'unread',
        location: at('/Transform'),
      },
    ]);
  });
});

describe('a template without resources', () => {
  const why = 'the template has no resources, so there is nothing to judge in it';

  it.each(['{}', 'Resources: {}', 'Resources: []', 'Resources: text', 'Description: only'])(
    '%s is incomplete',
    (empty) => {
      expect(evaluated(template('empty.yaml', empty))['empty.yaml']).toEqual({
        document: 'empty.yaml',
        resources: [],
        notes: [{ what: 'empty.yaml', why, level: 'incomplete', location: { document: 'empty.yaml' } }],
      });
    },
  );

  it('beside others is only worth knowing', () => {
    const found = evaluated(template('empty.yaml', '{}'), template('shop.yaml', text));
    expect(found['empty.yaml']?.notes).toEqual([
      { what: 'empty.yaml', why, level: 'info', location: { document: 'empty.yaml' } },
    ]);
  });
});

it('keeps lists as they are written', () => {
  const written = 'Resources: { It: { Type: "Test::Thing", Properties: { Judged: [a, b] } } }';
  expect(resource(evaluated(template('t.yaml', written))['t.yaml'], 'It').attributes.Judged).toEqual(list('a', 'b'));
});
