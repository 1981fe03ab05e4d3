import { InputError } from '../../../lib/core/input-error';
import type { Problem } from '../../../lib/core/configuration';
import type { Json } from '../../../lib/core/setting';
import { parseTemplate } from '../../../lib/read/cloudformation/parse';

function problemOf(text: string): Problem | undefined {
  try {
    parseTemplate('t.yaml', text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.problems).toHaveLength(1);
    return error.problems[0];
  }
  throw new Error('it was read');
}

/** The same without null prototypes, which `toEqual` tells from other objects only where keys are odd. */
function parsed(text: string): Json {
  return JSON.parse(JSON.stringify(parseTemplate('t.yaml', text))) as Json;
}

describe('short forms', () => {
  it.each<[string, Json]>([
    ['!Ref Db', { Ref: 'Db' }],
    ['!Ref 12', { Ref: '12' }],
    ['!Condition IsProd', { Condition: 'IsProd' }],
    ['!GetAtt Db.Endpoint.Address', { 'Fn::GetAtt': 'Db.Endpoint.Address' }],
    ['!GetAtt [Db, Endpoint.Address]', { 'Fn::GetAtt': ['Db', 'Endpoint.Address'] }],
    ["!Sub '${Db}-x'", { 'Fn::Sub': '${Db}-x' }],
    ["!Sub ['${A}', { A: !Ref Db }]", { 'Fn::Sub': ['${A}', { A: { Ref: 'Db' } }] }],
    ['!If [IsProd, 300, !Ref Idle]', { 'Fn::If': ['IsProd', 300, { Ref: 'Idle' }] }],
    ['!FindInMap [A, B, C]', { 'Fn::FindInMap': ['A', 'B', 'C'] }],
    ['!ImportValue shop-pg', { 'Fn::ImportValue': 'shop-pg' }],
    ["!Join ['-', [a, b]]", { 'Fn::Join': ['-', ['a', 'b']] }],
    ['!Select [0, [a]]', { 'Fn::Select': [0, ['a']] }],
    ["!Split [',', 'a,b']", { 'Fn::Split': [',', 'a,b'] }],
    ['!Equals [a, b]', { 'Fn::Equals': ['a', 'b'] }],
    [
      '!And [!Condition A, !Not [!Condition B]]',
      { 'Fn::And': [{ Condition: 'A' }, { 'Fn::Not': [{ Condition: 'B' }] }] },
    ],
    ['!Or [a]', { 'Fn::Or': ['a'] }],
    ['!Base64 text', { 'Fn::Base64': 'text' }],
    ["!Cidr ['10.0.0.0/16', 2, 8]", { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }],
    ["!GetAZs ''", { 'Fn::GetAZs': '' }],
    ['!GetAZs', { 'Fn::GetAZs': '' }],
    ['!Transform { Name: AWS::Include }', { 'Fn::Transform': { Name: 'AWS::Include' } }],
    ['!Length [a]', { 'Fn::Length': ['a'] }],
    ['!ToJsonString { a: 1 }', { 'Fn::ToJsonString': { a: 1 } }],
    [
      '\n  Fn::Select:\n    - 0\n    - !GetAZs {Ref: Region}',
      { 'Fn::Select': [0, { 'Fn::GetAZs': { Ref: 'Region' } }] },
    ],
  ])('%s', (text, expected) => {
    expect(parsed(`It: ${text}`)).toEqual({ It: expected });
  });
});

describe('scalars', () => {
  it.each<[string, Json]>([
    ['2010-09-09', '2010-09-09'],
    ['2027-01-31T10:00:00Z', '2027-01-31T10:00:00Z'],
    ['300', 300],
    ["'300'", '300'],
    ['1.5', 1.5],
    ['on', true],
    ['No', false],
    ['y', 'y'],
    ['n', 'n'],
    ['~', null],
    ['', null],
    ['! 12', '12'],
    ['!!str 12', '12'],
    ['arn:aws:rds:eu-west-1', 'arn:aws:rds:eu-west-1'],
  ])('%j', (text, expected) => {
    expect(parsed(`It: ${text}`)).toEqual({ It: expected });
  });
});

it('reads JSON', () => {
  expect(parsed('\n {"Resources": {"Db": {"Type": "AWS::RDS::DBInstance", "N": [1, null, true]}}}')).toEqual({
    Resources: { Db: { Type: 'AWS::RDS::DBInstance', N: [1, null, true] } },
  });
});

it('makes __proto__ a key like any other', () => {
  for (const text of [
    '{"__proto__": {"polluted": 1}}',
    '__proto__: { polluted: 1 }',
    '!Sub { __proto__: { polluted: 1 } }',
  ]) {
    expect(JSON.stringify(parseTemplate('t', text))).toContain('{"__proto__":{"polluted":1}}');
  }
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

it('writes out aliases and merges, as `aws cloudformation package` does', () => {
  expect(parsed('A: &a { x: 1, y: 2 }\nB: *a\nC: { <<: *a, y: 3 }')).toEqual({
    A: { x: 1, y: 2 },
    B: { x: 1, y: 2 },
    C: { x: 1, y: 3 },
  });
});

describe('what is refused', () => {
  it.each<[string, string, RegExp, { line: number; column: number }]>([
    ['broken YAML', 'A: 1\nB: [1, 2\n', /neither JSON nor YAML/, { line: 3, column: 1 }],
    ['broken JSON', '{\n  "A": 1\n  "B": 2\n}', /neither JSON nor YAML/, { line: 3, column: 6 }],
    ['a key written twice', 'A: 1\nB: 2\nA: 3\n', /duplicated mapping key/, { line: 3, column: 1 }],
    ['an unknown tag', 'A: 1\nB: !Reff Db\n', /unknown scalar tag/, { line: 2, column: 4 }],
    ['a tag of YAML that templates have not', 'A: !!binary aGk=\n', /unknown scalar tag/, { line: 1, column: 4 }],
    ['a list with the tag of something else', 'A: !!set [a]\n', /unknown sequence tag/, { line: 1, column: 4 }],
    ['a list as a key', '? [a]\n: 1\n', /complex keys/, { line: 1, column: 1 }],
    ['an alias of nothing', 'A: *b\n', /unidentified alias/, { line: 1, column: 5 }],
    ['an alias of a short form in itself', 'A: &a !Sub [*a]\n', /recursive alias/, { line: 1, column: 14 }],
  ])('%s', (_, text, message, place) => {
    const problem = problemOf(text);
    expect(problem?.message).toMatch(message);
    expect(problem?.location).toEqual({ document: 't.yaml', ...place });
  });

  it('several documents', () => {
    expect(problemOf('A: 1\n---\nB: 2\n')?.message).toMatch(/several YAML documents/);
  });

  it('an alias of what it is in', () => {
    expect(problemOf('A: &a\n  b: *a\n')?.message).toMatch(/recursive alias/);
    expect(problemOf('A: &a\n  - *a\n')?.message).toMatch(/aliases repeat/);
  });

  it('aliases of aliases of aliases', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(10)}]`);
    expect(problemOf(['a0: &a0 x', ...levels].join('\n'))?.message).toMatch(/aliases repeat/);
  });

  it('a hundred thousand levels', () => {
    expect(problemOf(`A: ${'['.repeat(100_000)}`)?.message).toMatch(/neither JSON nor YAML/);
  });

  it('says nothing of what is written there', () => {
    expect(problemOf('Password: hunter2\nB: "hunter2\n')?.message).not.toMatch(/hunter2/);
  });
});
