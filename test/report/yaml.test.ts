import fc from 'fast-check';
import { load } from 'js-yaml';
import type { Json } from '../../lib/core/setting';
import { yamlLines, yamlScalar } from '../../lib/report/yaml';

describe('YAML', () => {
  it.each([
    ['public', 'public'],
    ['AWS::RDS::DBInstance', 'AWS::RDS::DBInstance'],
    ['tcp.idle_timeout.seconds', 'tcp.idle_timeout.seconds'],
    ['30s', '30s'],
    ['250ms', '250ms'],
    ['30x', "'30x'"],
    ['91', "'91'"],
    ['1e3', "'1e3'"],
    ['true', "'true'"],
    ['Off', "'Off'"],
    ['y', "'y'"],
    ['null', "'null'"],
    ['', "''"],
    ['a: b', "'a: b'"],
    ['a:', "'a:'"],
    ['- a', "'- a'"],
    ['<<', "'<<'"],
    ["it's", "'it''s'"],
    ['a\nb', '"a\\nb"'],
    ['\u001b"\\', '"\\u001b\\"\\\\"'],
    [91, '91'],
    [true, 'true'],
    [null, 'null'],
  ])('%j is %s', (value, text) => {
    expect(yamlScalar(value)).toBe(text);
  });

  it('nests objects and lists as people write them', () => {
    expect(yamlLines({ A: { B: [{ Key: 'k', Value: '1' }, 'x'], C: {}, D: [] } })).toEqual([
      'A:',
      '  B:',
      '    - Key: k',
      "      Value: '1'",
      '    - x',
      '  C: {}',
      '  D: []',
    ]);
  });

  it('means the same to a reader', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('yes', '~', '=', '0x1f', '1_000'),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(text, tie('tree'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(load(yamlLines(value as Json).join('\n'))).toEqual(value);
      }),
    );
  });
});
