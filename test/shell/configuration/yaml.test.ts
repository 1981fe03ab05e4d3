import type { Trail } from '../../../lib/read/configuration/place';
import { parseYaml } from '../../../lib/shell/configuration/yaml';
import { problemsOf } from '../../read/configuration/_reading';

const text = `# a comment
version: 1
"quoted key": 'text'
list:
  - one
  - two: 2
    three: [4, "five", { six: 7 }]
  - "é": 8
    "é2": |
      block
    after: 9
empty:
flow: {a: 1,
  b: 2}
`;

describe('positions', () => {
  const { where } = parseYaml(text, 'x.yaml');
  it.each<[Trail, number, number]>([
    [[], 2, 1],
    [['version'], 2, 1],
    [['quoted key'], 3, 1],
    [['list'], 4, 1],
    [['list', 0], 5, 5],
    [['list', 1], 6, 5],
    [['list', 1, 'two'], 6, 5],
    [['list', 1, 'three'], 7, 5],
    [['list', 1, 'three', 1], 7, 16],
    [['list', 1, 'three', 2], 7, 24],
    [['list', 1, 'three', 2, 'six'], 7, 26],
    [['list', 2, 'é'], 8, 5],
    [['list', 2, 'é2'], 9, 5],
    [['list', 2, 'after'], 11, 5],
    [['empty'], 12, 1],
    [['flow', 'a'], 13, 8],
    [['flow', 'b'], 14, 3],
    // What is not written: the nearest place around it.
    [['list', 9, 'x'], 4, 1],
    [['flow', 'c', 'd'], 13, 1],
    [['nothing'], 2, 1],
  ])('%j', (trail, line, column) => {
    expect(where(trail)).toEqual({ document: 'x.yaml', file: 'x.yaml', line, column });
  });

  it.each([
    ['\n', 2],
    ['\r\n', 2],
    ['\r', 2],
  ])('counts lines that end in %j', (end, line) => {
    expect(parseYaml(`a: 1${end}b: 2${end}`, 'x').where(['b'])).toMatchObject({ line, column: 1 });
  });

  it('knows JSON as well', () => {
    const { raw, where: find } = parseYaml('{\n\t"a": [1, {"b": null}],\n\t"c": "\\u00e9"\n}', 'x.json');
    expect(raw).toEqual({ a: [1, { b: null }], c: 'é' });
    expect(find(['a', 1, 'b'])).toMatchObject({ line: 2, column: 12 });
    expect(find(['c'])).toMatchObject({ line: 3, column: 2 });
  });
});

describe('parseYaml', () => {
  it.each<[string, unknown]>([
    ['', null],
    ['# nothing', null],
    ['---\n', null],
    ['\ufeffa: 1', { a: 1 }],
    ['a: yes\nb: off\nc: 2027-01-31\nd: 1_000\ne: 0x10', { a: 'yes', b: 'off', c: '2027-01-31', d: '1_000', e: 16 }],
    ['<<: { a: 1 }', { '<<': { a: 1 } }],
  ])('%j', (source, raw) => {
    expect(parseYaml(source, 'x').raw).toEqual(raw);
  });

  it('makes __proto__ a key like any other', () => {
    const { raw } = parseYaml('__proto__: { polluted: 1 }', 'x');
    expect(Object.keys(raw as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  const aliases = 'YAML anchors and aliases are not read; write the value out, or put it below `defaults`';
  const twice = (key: string, line: number): string =>
    `the key "${key}" is written twice, first on line ${String(line)}, so one of them would be lost; remove one`;
  it.each([
    ['an anchor and an alias', 'a: &x [1]\nb: *x', `1:4 ${aliases}`, `2:4 ${aliases}`],
    ['an anchor of a table', 'a: &x\n  b: 1', `1:4 ${aliases}`],
    ['a bomb', `a: &a [x]\nb: &b [*a, *a]`, `1:4 ${aliases}`, `2:4 ${aliases}`, `2:8 ${aliases}`, `2:12 ${aliases}`],
    ['keys written twice', 'a: 1\nb: { c: 1, c: 2 }\na: 2\n', `2:12 ${twice('c', 2)}`, `3:1 ${twice('a', 1)}`],
    ['a key written twice in JSON', '{"a": 1,\n "a": 2}', `2:2 ${twice('a', 1)}`],
    [
      'keys that become one',
      '1: a\n0x1: b',
      '2:1 this is not YAML: duplicated mapping key; mend it here or just above',
    ],
    [
      'two documents',
      'a: 1\n---\nb: 2',
      '3:1 x.yaml holds several YAML documents, and only one is read; keep what stands above the second `---`',
    ],
    [
      'an indentation',
      'a:\n  b: 1\n c: 2',
      '3:2 this is not YAML: bad indentation of a mapping entry; mend it here or just above',
    ],
    [
      'an open bracket',
      'a: [1',
      '1:6 this is not YAML: unexpected end of the stream within a flow collection; mend it here or just above',
    ],
    [
      'a tag',
      'a: !!binary aGk=',
      '1:4 this is not YAML: unknown scalar tag !<tag:yaml.org,2002:binary>; mend it here or just above',
    ],
    [
      'a table as a key',
      '? [a]\n: 1',
      '1:1 this is not YAML: object-based map does not support complex keys; mend it here or just above',
    ],
    [
      'too deep',
      '['.repeat(51) + ']'.repeat(51),
      '1:50 this is not YAML: nesting exceeded maxDepth (50); mend it here or just above',
    ],
    [
      'a null byte',
      'a: "\u0000"',
      '1:5 this is not YAML: null byte is not allowed in input; mend it here or just above',
    ],
  ])('refuses %s', (_title, source, ...problems) => {
    expect(problemsOf(() => parseYaml(source, 'x.yaml'))).toEqual(problems);
  });
});
