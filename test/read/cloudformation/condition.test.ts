import { choice, value, valueOf } from './_templates';

const sections = (condition: string): string => `
Parameters:
  Default: { Type: String, Default: prod }
  Free: { Type: String }
  Stage: { Type: String, AllowedValues: [dev, test] }
Mappings:
  M: { a: { b: prod } }
Conditions:
  Is: !Equals [1, '1']
  IsNot: !Equals [a, b]
  Maybe: !Equals [!Ref Free, prod]
  Round: !Condition About
  About: !Condition Round
  It: ${condition}
`;

describe('a condition', () => {
  it.each<[string, boolean | undefined]>([
    ['!Condition Is', true],
    ['!Condition IsNot', false],
    ['!Condition Maybe', undefined],
    ['!Condition Nowhere', undefined],
    ['!Condition Round', undefined],
    ['!Condition It', undefined],
    ['!Not [!Condition Is]', false],
    ['!Not [!Condition Maybe]', undefined],
    ['!Not []', undefined],
    ['!And [!Condition Is, !Condition Is]', true],
    ['!And [!Condition Maybe, !Condition IsNot]', false],
    ['!And [!Condition Maybe, !Condition Is]', undefined],
    ['!And []', undefined],
    ['!Or [!Condition IsNot, !Condition IsNot]', false],
    ['!Or [!Condition Maybe, !Condition Is]', true],
    ['!Or [!Condition Maybe, !Condition IsNot]', undefined],
    ['!Equals [true, "true"]', true],
    ['!Equals ["", !Ref AWS::NoValue]', true],
    ['!Equals [!Ref Default, prod]', undefined],
    ['!Equals [!Ref Default, !Ref Default]', undefined],
    ['!Equals [!Ref Stage, prod]', false],
    ['!Equals [!Ref Stage, dev]', undefined],
    ['!Equals [!FindInMap [M, a, b], prod]', true],
    ['!Equals [!Ref AWS::Region, eu-west-1]', true],
    ['!Equals [!Ref AWS::AccountId, "1"]', undefined],
    ['!Equals [!Ref Named, orders-pg]', true],
    ['!Equals [!Ref Group, orders-pg]', undefined],
    ['!Equals [!If [Maybe, a, b], a]', undefined],
    ['!Equals [!If [Maybe, a, b], c]', false],
    ['!Equals [a]', undefined],
    ['yes', undefined],
    ['{}', undefined],
    ['{ "Fn::Equals": [a, a], "Fn::Not": [] }', undefined],
    ['!Sub a', undefined],
  ])('%s', (condition, holds) => {
    const expected =
      holds === undefined
        ? choice('depends on the condition `It` of `t.yaml`', value(1), value(2))
        : value(holds ? 1 : 2);
    expect(valueOf('!If [It, 1, 2]', sections(condition), { region: 'eu-west-1' })).toEqual(expected);
  });

  it('may stand in `Fn::If` itself', () => {
    expect(valueOf('!If [!Equals [a, a], 1, 2]')).toEqual(value(1));
    expect(valueOf('!If [!Equals [a, !Ref AWS::Region], 1, 2]')).toEqual(
      choice('depends on a condition', value(1), value(2)),
    );
  });
});
