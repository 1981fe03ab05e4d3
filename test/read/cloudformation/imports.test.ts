import type { Evaluated } from '../../../lib/read/evaluated/value';
import type { Template } from '../../../lib/read/cloudformation/read';
import { choice, evaluated, resource, template, unknown, value } from './_templates';

type Known = Omit<Template, 'document' | 'body'>;

function exporter(document: string, name: string, known: Known = {}): Template {
  const text = `
Parameters: { Prefix: { Type: String, Default: shop }, Free: { Type: String } }
Resources: { Group: { Type: 'AWS::RDS::DBParameterGroup', Properties: {} } }
Outputs:
  Unexported: { Value: !Ref Nothing }
  Pg: { Value: !Ref Group, Export: { Name: ${name} } }
`;
  return template(document, text, known);
}

function imported(expression: string, ...from: readonly Template[]): { value: Evaluated | undefined; notes: string[] } {
  const text = `
Parameters: { Net: { Type: String }, Given: { Type: String, Default: shop } }
Resources: { It: { Type: 'Test::Thing', Properties: { Judged: ${expression} } } }
`;
  const found = evaluated(template('app.yaml', text), ...from)['app.yaml'];
  return {
    value: resource(found, 'It').attributes.Judged,
    notes: found?.notes.filter(({ what }) => what.startsWith('import')).map(({ what, why }) => `${what}: ${why}`) ?? [],
  };
}

function groupOf(document: string): Evaluated {
  return { is: 'reference', to: `${document}#Group`, attribute: null, text: '!Ref Group' };
}

const several = (name: string): string => `is imported as \`${name}\`, which several templates in view may export`;

describe('Fn::ImportValue', () => {
  it.each<[string, string, Evaluated, Known?]>([
    ['shop-pg', '!ImportValue shop-pg', groupOf('net.yaml')],
    ["'Main:ExportsOutputRefPg1A2B'", "!ImportValue 'Main:ExportsOutputRefPg1A2B'", groupOf('net.yaml')],
    ["!Sub '${Prefix}-pg'", "!ImportValue { 'Fn::Sub': '${Given}-pg' }", groupOf('net.yaml')],
    ["!Join ['-', [!Ref Prefix, pg]]", '!ImportValue shop-pg', groupOf('net.yaml')],
    ["!Sub '${AWS::StackName}-pg'", '!ImportValue shop-pg', groupOf('net.yaml'), { stackName: 'shop' }],
    [
      "!Sub '${AWS::StackName}-pg'",
      '!ImportValue shop-pg',
      unknown('is imported as `shop-pg`, and no template in view exports that'),
      { stackName: 'bank' },
    ],
    ['shop-pg', '!ImportValue other', unknown('is imported as `other`, and no template in view exports that')],
    ['shop-pg', '!ImportValue { Ref: Net }', unknown('is imported under a name that is not known here')],
    ['!Ref Free', '!ImportValue shop-pg', unknown('is imported as `shop-pg`, and no template in view exports that')],
    [
      '!ImportValue shop-pg',
      '!ImportValue shop-pg',
      unknown('is imported as `shop-pg`, and no template in view exports that'),
    ],
  ])('exported as %s, %s', (name, expression, expected, known = {}) => {
    expect(imported(expression, exporter('net.yaml', name, known))).toEqual({ value: expected, notes: [] });
  });

  it.each<[string, string, string]>([
    ["!Sub '${AWS::StackName}-pg'", '!ImportValue shop-pg', 'shop-pg'],
    ["!Sub '${AWS::StackName}-pg'", "!ImportValue { 'Fn::Sub': '${Net}-pg' }", '…-pg'],
    ['shop-pg', "!ImportValue { 'Fn::Sub': '${Net}-pg' }", '…-pg'],
    ["!Sub 'shop-${Free}'", '!ImportValue shop-pg', 'shop-pg'],
  ])('exported as %s, %s: the one that it may be, with a note', (name, expression, shown) => {
    expect(imported(expression, exporter('net.yaml', name))).toEqual({
      value: groupOf('net.yaml'),
      notes: [
        `import \`${shown}\`: it was taken for an export of \`net.yaml\`, the only template in view that may export it`,
      ],
    });
  });

  it.each<[string, string]>([
    ["!Sub '${AWS::StackName}-pg'", '!ImportValue shop-subnet'],
    ["!Sub 'net-${Free}'", '!ImportValue shop-pg'],
    // Too short to hold both ends.
    ["!Sub 'shop-p${Free}p-pg'", '!ImportValue shop-p-pg'],
  ])('exported as %s, %s cannot be that', (name, expression) => {
    expect(imported(expression, exporter('net.yaml', name)).value).toMatchObject({ is: 'unknown' });
  });

  it('takes the exact name before one that may be it', () => {
    const others = [exporter('a.yaml', "!Sub '${AWS::StackName}-pg'"), exporter('b.yaml', 'shop-pg')];
    expect(imported('!ImportValue shop-pg', ...others)).toEqual({ value: groupOf('b.yaml'), notes: [] });
  });

  it('is one of several where several templates export the name', () => {
    const both = [exporter('prod.yaml', 'shop-pg'), exporter('test.yaml', 'shop-pg')];
    expect(imported('!ImportValue shop-pg', ...both)).toEqual({
      value: choice(several('shop-pg'), groupOf('prod.yaml'), groupOf('test.yaml')),
      notes: [],
    });
  });

  it('follows an import that leads to an import', () => {
    const middle = `
Resources: { X: { Type: 'Test::Thing' } }
Outputs: { Pg: { Value: !ImportValue first, Export: { Name: second } } }`;
    const found = imported('!ImportValue second', template('middle.yaml', middle), exporter('net.yaml', 'first'));
    expect(found.value).toEqual(groupOf('net.yaml'));
  });

  it('ends where imports go round', () => {
    const round = `
Resources: { X: { Type: 'Test::Thing' } }
Outputs:
  A: { Value: !ImportValue b, Export: { Name: a } }
  B: { Value: !ImportValue a, Export: { Name: b } }`;
    expect(imported('!ImportValue a', template('round.yaml', round)).value).toEqual(unknown('refers to itself'));
  });

  it('takes what is exported in its own account and Region', () => {
    const importer = `Resources: { It: { Type: 'Test::Thing', Properties: { Judged: !ImportValue shop-pg } } }`;
    const here = { account: '012345678901', region: 'eu-west-1' };
    const found = evaluated(
      template('app.yaml', importer, here),
      exporter('us.yaml', 'shop-pg', { ...here, region: 'us-east-1' }),
      exporter('other.yaml', 'shop-pg', { ...here, account: '109876543210' }),
      exporter('eu.yaml', 'shop-pg', here),
    );
    expect(resource(found['app.yaml'], 'It').attributes.Judged).toEqual(groupOf('eu.yaml'));
  });

  it('reads the exporter in its own Region', () => {
    const there = template('net.yaml', "Outputs: { R: { Value: !Sub 'in ${AWS::Region}', Export: { Name: r } } }", {
      region: 'eu-west-1',
    });
    expect(imported('!ImportValue r', there).value).toEqual(value('in eu-west-1'));
  });
});

describe('Fn::GetStackOutput', () => {
  const there = (document: string, known: Known): Template => exporter(document, 'unused', known);
  const ask = (region = ''): string => `{ 'Fn::GetStackOutput': { StackName: net, OutputName: Pg${region} } }`;
  const pg = 'is the output `Pg` of the stack `net`';

  it.each<[string, Template[], Evaluated]>([
    [ask(), [there('net.yaml', { stackName: 'net' }), there('b.yaml', { stackName: 'b' })], groupOf('net.yaml')],
    [ask(), [there('b.yaml', { stackName: 'b' })], unknown(`${pg}, whose template is not in view`)],
    [
      ask(', Region: us-east-1'),
      [
        there('a.yaml', { stackName: 'net', region: 'eu-west-1' }),
        there('b.yaml', { stackName: 'net', region: 'us-east-1' }),
      ],
      groupOf('b.yaml'),
    ],
    [
      ask(),
      [there('a.yaml', { stackName: 'net', region: 'eu-west-1' }), there('b.yaml', { stackName: 'net' })],
      choice(`${pg}, which several templates in view may be`, groupOf('a.yaml'), groupOf('b.yaml')),
    ],
    [
      ask().replace('Pg', 'X'),
      [there('a.yaml', { stackName: 'net' })],
      unknown(`${pg.replace('Pg', 'X')}, which has no such output`),
    ],
    [ask().replace('net', '!Ref Net'), [], unknown('is an output of a stack that is not known here')],
  ])('%s', (expression, from, expected) => {
    expect(imported(expression, ...from).value).toEqual(expected);
  });
});
