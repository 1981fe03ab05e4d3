import type { Json } from '../../../lib/core/setting';
import { fact, idle, led, readOne, shown, why } from './_stacks';

const token = 'is an unresolved token, so synth does not tell it';

describe('a token that synth left over is never a value', () => {
  it.each([
    ['a number', -8.109562212591379e298],
    ['a number of a list', -1.88815458970875e289],
    ['a text', '${TfToken[TOKEN.6]}'],
    ['a number inside a text', 'x--8.109562212591388e+298'],
    ['a number inside an expression', '${max(1, -8.109562212591388e+298)}'],
    ['a lazy value', '<unresolved-lazy>'],
  ])('%s', (_, written) => {
    expect(idle(written)).toEqual(why(token));
  });

  it.each([
    ['a small number', -1],
    ['a number in the billions', 4e9],
  ])('but %s is', (_, written) => {
    expect(idle(written)).toBe(written);
  });

  it.each([
    ['a list', ['#{TfToken[TOKEN.2]}']],
    ['a map', { '&{TfToken[TOKEN.3]}': 'Any Map Token Value' }],
  ])('%s instead of blocks', (_, parameter) => {
    expect(rows({ parameter })).toEqual({ unknown: `\`parameter\` of \`aws_db_parameter_group.pg\` ${token}` });
  });
});

describe('dynamic blocks', () => {
  const dynamic = (...bodies: readonly object[]): object => ({
    dynamic: { parameter: bodies.length > 1 ? bodies : bodies[0] },
  });
  const byName = { for_each: { a: '1', b: '2' }, content: { name: '${parameter.key}', value: '${parameter.value}' } };
  const cases: readonly (readonly [string, object, object, unknown])[] = [
    [
      'over a map',
      dynamic(byName),
      {},
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'as a list of objects',
      { dynamic: [{ parameter: byName }] },
      {},
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'behind blocks that are written',
      { parameter: { name: 'z', value: '0' }, ...dynamic(byName) },
      {},
      [
        ['z', '0'],
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'behind a list of blocks that is an expression',
      { parameter: '${[{ name = "z", value = "0" }]}', ...dynamic(byName) },
      {},
      [
        ['z', '0'],
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'several',
      dynamic(byName, { for_each: ['3'], iterator: 'it', content: { name: 'c${it.key}', value: '${it.value}' } }),
      {},
      [
        ['a', '1'],
        ['b', '2'],
        ['c0', '3'],
      ],
    ],
    [
      'with an iterator of their own, over objects',
      dynamic({
        for_each: [{ n: 'a', v: '1' }],
        iterator: 'each',
        content: { name: '${each.value.n}', value: '${each.value.v}' },
      }),
      {},
      [['a', '1']],
    ],
    [
      'over a set, whose keys are its values',
      dynamic({ for_each: '${toset(["a"])}', content: { name: '${parameter.key}', value: '1' } }),
      {},
      [['a', '1']],
    ],
    [
      'over a local',
      dynamic({ for_each: '${local.all}', content: { name: '${parameter.key}', value: '${parameter.value}' } }),
      { locals: { all: { a: '1' } } },
      [['a', '1']],
    ],
    ['over nothing', dynamic({ for_each: [], content: { name: 'a', value: '1' } }), {}, []],
    [
      'over what is not known',
      dynamic({ for_each: '${var.all}', content: { name: '${parameter.key}' } }),
      { variable: { all: {} } },
      {
        unknown:
          '`parameter` of `aws_db_parameter_group.pg` comes from a `dynamic` block whose `for_each` is the variable `all`, ' +
          'which has no default: its value is known when a plan is made',
      },
    ],
    [
      'more than anybody writes',
      dynamic({ for_each: Array.from({ length: 1001 }, () => 1), content: { name: 'a', value: '1' } }),
      {},
      {
        unknown:
          '`parameter` of `aws_db_parameter_group.pg` comes from a `dynamic` block whose `for_each` has more than 1000 elements',
      },
    ],
    [
      'without content',
      dynamic({ for_each: [1] }),
      {},
      { unknown: '`parameter` of `aws_db_parameter_group.pg` comes from a `dynamic` block without `content`' },
    ],
  ];
  it.each(cases)('%s', (_, group, rest, expected) => {
    expect(rows(group, rest)).toEqual(expected);
  });

  it('inside one another', () => {
    const reading = readOne({
      resource: {
        aws_lb_target_group: { t: { name: 't' }, u: { name: 'u' } },
        aws_lb_listener: {
          l: {
            dynamic: {
              default_action: {
                for_each: [{ groups: ['${aws_lb_target_group.t.arn}', '${aws_lb_target_group.u.arn}'] }],
                iterator: 'outer',
                content: {
                  type: 'forward',
                  dynamic: {
                    forward: {
                      for_each: '${outer.value.groups}',
                      iterator: 'inner',
                      content: { target_group_arn: '${inner.value}' },
                    },
                  },
                },
              },
            },
          },
          // A key that somebody calls so is no block of Terraform's.
          m: { default_action: { target_group_arn: '${aws_lb_target_group.t.arn}', tags: { dynamic: 'yes' } } },
        },
      },
    });
    expect(led(reading, 'aws_lb_listener.l', 'target_groups')).toEqual(['absent']);
    expect(led(reading, 'aws_lb_listener.m', 'target_groups')).toEqual(['shop#aws_lb_target_group.t']);
  });
});

describe('the parameters of a group', () => {
  it('stay in order, twice where an override appends them again', () => {
    const parameter = [
      { name: 'statement_timeout', value: '1' },
      { name: 'statement_timeout', value: '2' },
    ];
    expect(rows({ parameter })).toEqual([
      ['statement_timeout', '1'],
      ['statement_timeout', '2'],
    ]);
  });

  it('are followed one by one', () => {
    const parameter = [
      { name: 'statement_timeout', value: '${local.t}' },
      { name: 'lock_timeout', value: '${module.m.t}' },
    ];
    expect(rows({ parameter }, { locals: { t: 5 } })).toEqual([
      ['statement_timeout', '5'],
      ['lock_timeout', null],
    ]);
  });

  it('may come from a for expression, as an iterator writes them', () => {
    const parameter = '${[ for key, val in {"a" = {"t" = 10}, "b" = {"t" = 400}}: {"name" = key, "value" = val.t}]}';
    expect(rows({ parameter })).toEqual([
      ['a', '10'],
      ['b', '400'],
    ]);
  });
});

/** The rows of `aws_db_parameter_group.pg`, each as name and value. */
function rows(group: object, rest: object = {}): unknown {
  const reading = readOne({ resource: { aws_db_parameter_group: { pg: group } }, ...rest });
  const value = shown(fact(reading, 'aws_db_parameter_group.pg').settings.parameters);
  return Array.isArray(value)
    ? (value as readonly { readonly name: Json; readonly value: Json }[]).map((row) => [row.name, row.value])
    : value;
}
