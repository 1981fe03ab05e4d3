import type { Evaluated } from '../../../lib/read/evaluated/value';
import { choice, group, list, unknown, value, valueOf } from './_templates';

/** A reference to a group that writes its own name. */
const namedGroup: Evaluated = {
  is: 'reference',
  to: 't.yaml#Named',
  attribute: null,
  text: '!Ref Named',
  value: value('orders-pg'),
};
const arn: Evaluated = {
  is: 'reference',
  to: 't.yaml#Group',
  attribute: 'DBParameterGroupArn',
  text: '!GetAtt Group.DBParameterGroupArn',
};
const nobody = unknown('refers to `Nobody`, which the template does not have here');

const sections = `
Parameters:
  Idle: { Type: Number, Default: '300' }
  Name: { Type: String, Default: orders }
  Subnets: { Type: CommaDelimitedList, Default: 'a, b,c' }
  Ports: { Type: 'List<Number>', Default: '1,2' }
  NoDefault: { Type: String }
  Stage: { Type: String, AllowedValues: [dev, prod] }
  One: { Type: Number, AllowedValues: [300] }
  Secret: { Type: String, NoEcho: true, Default: hunter2 }
  SecretToo: { Type: String, NoEcho: 'true', Default: hunter2 }
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /shop/idle }
  Odd: { Type: Number, Default: many }
  Resolved: { Type: String, Default: '{{resolve:ssm:/shop/idle}}' }
Mappings:
  Stages:
    dev: { Idle: 60, Name: small }
    prod: { Idle: 600, Name: big }
  Same:
    eu-west-1: { Idle: 300 }
    us-east-1: { Idle: 300 }
Conditions:
  IsProd: !Equals [!Ref NoDefault, prod]
  IsNamed: !Equals [!Ref Name, orders]
  Is: !Equals [a, a]
  IsNot: !Not [!Condition Is]
`;
const isProd = 'depends on the condition `IsProd` of `t.yaml`';

describe('a property', () => {
  it.each<[string, Evaluated | undefined]>([
    // Literals.
    ['300', value(300)],
    ['"300"', value('300')],
    ['true', value(true)],
    ['[1, [a]]', { is: 'list', items: [value(1), list('a')] }],
    ['{ A: { B: c } }', { is: 'object', entries: { A: { is: 'object', entries: { B: value('c') } } } }],
    ['{ Condition: IsProd }', { is: 'object', entries: { Condition: value('IsProd') } }],
    ['~', undefined],
    // Ref.
    ['!Ref Group', group],
    ['!Ref Named', namedGroup],
    ['!Ref Nobody', nobody],
    ['!Ref constructor', unknown('refers to `constructor`, which the template does not have here')],
    ['{ Ref: [a] }', unknown('refers to a name that is not known here')],
    ['{ Ref: !Sub "${Name}" }', unknown('refers to `orders`, which the template does not have here')],
    // Parameters.
    ['!Ref Idle', value(300)],
    ['!Ref Name', value('orders')],
    ['!Ref Subnets', list('a', 'b', 'c')],
    ['!Ref Ports', list(1, 2)],
    ['!Ref NoDefault', unknown('is the parameter `NoDefault` of `t.yaml`, which has no default')],
    [
      '!Ref Stage',
      choice(
        'is the parameter `Stage` of `t.yaml`, of which a deployment passes one of the allowed values',
        value('dev'),
        value('prod'),
      ),
    ],
    ['!Ref One', value(300)],
    ['!Ref Secret', unknown('is the parameter `Secret` with `NoEcho`, so it is not read')],
    ['!Ref SecretToo', unknown('is the parameter `SecretToo` with `NoEcho`, so it is not read')],
    ['!Ref Stored', unknown('is read from Parameter Store when the stack is deployed (parameter `Stored`)')],
    ['!Ref Odd', unknown('is the parameter `Odd`, whose value does not fit its type')],
    ['!Ref Resolved', unknown('is read from Parameter Store when the stack is deployed')],
    // Pseudo parameters.
    ['!Ref AWS::Region', unknown('depends on `AWS::Region`, which is known when the stack is deployed')],
    ['!Ref AWS::Partition', unknown('depends on `AWS::Partition`, which is known when the stack is deployed')],
    ['!Ref AWS::NoValue', undefined],
    ['[a, !Ref AWS::NoValue, b]', list('a', 'b')],
    ['{ A: 1, B: !Ref AWS::NoValue }', { is: 'object', entries: { A: value(1) } }],
    // GetAtt.
    ['!GetAtt Group.DBParameterGroupArn', arn],
    ['!GetAtt [Group, DBParameterGroupArn]', arn],
    ['!GetAtt [Group, !Ref NoDefault]', unknown('is an attribute of a resource that is not known here')],
    ['!GetAtt Group', unknown('is an attribute of `Group` that is not named')],
    ['!GetAtt Nobody.Arn', nobody],
    // Conditions.
    ['!If [Is, 1, 2]', value(1)],
    ['!If [IsNot, 1, 2]', value(2)],
    ['!If [IsProd, 600, 60]', choice(isProd, value(600), value(60))],
    ['!If [IsProd, 60, 60]', value(60)],
    ['!If [IsProd, !Ref Group, !Ref Group]', group],
    ['!If [IsProd, !Ref Group, !Ref Named]', choice(isProd, group, namedGroup)],
    ['!If [IsProd, 60, !Ref AWS::NoValue]', choice(isProd, value(60), { is: 'value', value: null })],
    // A default decides no condition: another deployment may pass another value.
    ['!If [IsNamed, 1, 2]', choice('depends on the condition `IsNamed` of `t.yaml`', value(1), value(2))],
    ['!If [Missing, 1, 2]', choice('depends on the condition `Missing` of `t.yaml`', value(1), value(2))],
    // Texts.
    ["!Sub 'a-${Name}-${Idle}'", value('a-orders-300')],
    ["!Sub 'a${!Name}'", value('a${Name}')],
    ["!Sub 'a${Name'", value('a${Name')],
    ["!Sub '${Group}'", group],
    ["!Sub '${Named}'", namedGroup],
    ["!Sub 'x-${Named}'", value('x-orders-pg')],
    ["!Sub '${Group.DBParameterGroupArn}'", arn],
    ["!Sub 'pg:${Group}'", { is: 'text', parts: [value('pg:'), group] }],
    ["!Sub ['${A}-${Name}', { A: !Ref Idle, Name: own }]", value('300-own')],
    ["!Sub '${Subnets}'", unknown('is a text with a list in it')],
    [
      "!Sub '${Secret}-x'",
      { is: 'text', parts: [unknown('is the parameter `Secret` with `NoEcho`, so it is not read'), value('-x')] },
    ],
    ["!Join ['-', [a, !Ref Name, 1]]", value('a-orders-1')],
    ["!Join ['', []]", value('')],
    ["!Join [',', !Ref Subnets]", value('a,b,c')],
    ["!Join ['/', [a, !Ref Group, b]]", { is: 'text', parts: [value('a/'), group, value('/b')] }],
    [
      "!Join ['-', !Ref Stored]",
      unknown('is read from Parameter Store when the stack is deployed (parameter `Stored`)'),
    ],
    // A condition is the same in each part of a text.
    [
      "!Sub ['${A}-${B}', { A: !If [IsProd, x, y], B: !If [IsProd, 1, 2] }]",
      choice(isProd, value('x-1'), value('y-2')),
    ],
    ["!Join ['', ['s=', !If [IsProd, x, y]]]", choice(isProd, value('s=x'), value('s=y'))],
    // Lists.
    ["!Split [',', 'a,b']", list('a', 'b')],
    ["!Split [',', !Ref Group]", unknown('is cut out of a text that is not known here')],
    ['!Select [1, [a, b]]', value('b')],
    ["!Select ['1', !Split ['-', !Ref Name]]", unknown('is an element that its list does not have')],
    ['!Select [0, !Ref Subnets]', value('a')],
    ['!Select [0, !If [IsProd, [a], [b]]]', choice(isProd, value('a'), value('b'))],
    ["!Select [0, !GetAZs '']", unknown('is a zone of `Fn::GetAZs`, which is known when the stack is deployed')],
    ['!Length [a, b]', value(2)],
    ['!ToJsonString { A: [!Ref Idle] }', value('{"A":[300]}')],
    // Mappings.
    ['!FindInMap [Stages, prod, Idle]', value(600)],
    [
      '!FindInMap [Stages, !Ref NoDefault, Idle]',
      choice('is looked up in the mapping `Stages` of `t.yaml` by a key that is not known here', value(60), value(600)),
    ],
    ['!FindInMap [Same, !Ref AWS::Region, Idle]', value(300)],
    ['!FindInMap [Stages, test, Idle]', unknown('is looked up in the mapping `Stages`, which has no such key')],
    ['!FindInMap [Stages, test, Idle, { DefaultValue: !Ref Idle }]', value(300)],
    ['!FindInMap [Stages, prod, Idle, { DefaultValue: 1 }]', value(600)],
    [
      '!FindInMap [Same, !Ref AWS::Region, Idle, { DefaultValue: 60 }]',
      choice('is looked up in the mapping `Same` of `t.yaml` by a key that is not known here', value(300), value(60)),
    ],
    ['!FindInMap [Stages, __proto__, Idle]', unknown('is looked up in the mapping `Stages`, which has no such key')],
    // What only a deployment knows, and what is not read.
    ["!Cidr ['10.0.0.0/16', 2, 8]", unknown('is a range of `Fn::Cidr`, which is known when the stack is deployed')],
    ['!Base64 x', unknown('is encoded with `Fn::Base64`, and is not read')],
    ['{ Fn::Later: 1 }', unknown('comes from `Fn::Later`, which is not evaluated here')],
    [
      '!Transform { Name: AWS::Include }',
      unknown('is expanded by CloudFormation (`Fn::Transform`), so it is not judged here'),
    ],
    [
      "{ A: 1, 'Fn::ForEach::X': [] }",
      unknown('is expanded by CloudFormation (`Fn::ForEach::X`), so it is not judged here'),
    ],
    ["'{{resolve:ssm:/shop/idle:1}}'", unknown('is read from Parameter Store when the stack is deployed')],
    ["'{{resolve:ssm-secure:/shop/pw}}'", unknown('is read from Parameter Store when the stack is deployed')],
    [
      "'x{{resolve:secretsmanager:prod/pw:SecretString:password}}y'",
      {
        is: 'text',
        parts: [
          { is: 'value', value: 'x' },
          unknown('is read from Secrets Manager when the stack is deployed'),
          { is: 'value', value: 'y' },
        ],
      },
    ],
    ["'{{resolve:vault:x}}'", unknown('is read from another service when the stack is deployed')],
    [
      "!Join ['', ['{{resolve:secretsmanager:', !Ref Group, ':SecretString:password::}}']]",
      {
        is: 'text',
        parts: [
          unknown('is read from Secrets Manager when the stack is deployed'),
          group,
          value(':SecretString:password::}}'),
        ],
      },
    ],
    ["!Sub '{{resolve:secretsmanager:${Name}}}'", unknown('is read from Secrets Manager when the stack is deployed')],
  ])('%s', (expression, expected) => {
    expect(valueOf(expression, sections)).toEqual(expected);
  });

  it.each<[string, Evaluated]>([
    ['!Ref AWS::Region', value('eu-west-1')],
    ['!Ref AWS::AccountId', value('012345678901')],
    ['!Ref AWS::StackName', value('shop')],
    ['!Ref AWS::Partition', value('aws')],
    ['!Ref AWS::URLSuffix', value('amazonaws.com')],
    [
      "!Sub 'arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:pg:${AWS::StackName}-pg'",
      value('arn:aws:rds:eu-west-1:012345678901:pg:shop-pg'),
    ],
    [
      '!FindInMap [Stages, prod, !Ref AWS::Region]',
      unknown('is looked up in the mapping `Stages`, which has no such key'),
    ],
    ['!Ref AWS::StackId', unknown('depends on `AWS::StackId`, which is known when the stack is deployed')],
  ])('%s of a stack whose deployment is known', (expression, expected) => {
    const known = { account: '012345678901', region: 'eu-west-1', stackName: 'shop' };
    expect(valueOf(expression, sections, known)).toEqual(expected);
  });

  it.each<[string, Evaluated]>([
    ['!Ref AWS::Region', unknown('depends on `AWS::Region`, which is known when the stack is deployed')],
    ['!Ref AWS::AccountId', unknown('depends on `AWS::AccountId`, which is known when the stack is deployed')],
  ])('%s of a CDK stack without environment', (expression, expected) => {
    expect(valueOf(expression, '', { account: 'unknown-account', region: 'unknown-region' })).toEqual(expected);
  });

  it.each(['cn-north-1', 'us-gov-west-1', 'us-iso-east-1', 'eusc-de-east-1'])('knows no partition of %s', (region) => {
    expect(valueOf('!Ref AWS::Partition', '', { region })).toMatchObject({ is: 'unknown' });
    expect(valueOf('!Ref AWS::Region', '', { region })).toEqual(value(region));
  });

  it('may be one of sixteen values, and no more', () => {
    const allowed = (count: number): string =>
      `Parameters: { P: { Type: Number, AllowedValues: [${Array.from({ length: count }, (_, at) => at).join(',')}] } }`;
    expect(valueOf('!Ref P', allowed(16))).toMatchObject({ is: 'choice', of: { length: 16 } });
    expect(valueOf('!Ref P', allowed(17))).toMatchObject({ is: 'unknown' });
  });

  it('is no text of more than sixteen combinations', () => {
    const conditions = (count: number): string =>
      ['Conditions:', ...Array.from({ length: count }, (_, at) => `  C${at}: !Equals [!Ref AWS::Region, r${at}]`)].join(
        '\n',
      );
    const text = (count: number): string =>
      `!Join ['', [${Array.from({ length: count }, (_, at) => `!If [C${at}, a, b]`).join(',')}]]`;
    expect(valueOf(text(4), conditions(4))).toMatchObject({ is: 'choice' });
    expect(JSON.stringify(valueOf(text(5), conditions(5)))).toContain('is one of very many values');
  });
});
