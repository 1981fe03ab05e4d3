import { idle, notes, readAll, readOne, stackOf, why } from './_stacks';

const variables = (v: object): object => ({ variable: { v } });

describe('what a variable is worth', () => {
  const cases: readonly (readonly [string, unknown, object, unknown])[] = [
    ['its default', '${var.v}', { default: 300, type: 'number' }, 300],
    ['inside its default', '${var.v.lb[0]}', { default: { lb: [301] } }, 301],
    [
      'a default is no template',
      '${var.v}',
      { default: '${var.v}' },
      why('is `${var.v}`, which is not a number of seconds'),
    ],
    ['a default that is null', '${var.v}', { default: null }, undefined],
    [
      'no default',
      '${var.v}',
      { type: 'number' },
      why('is the variable `v`, which has no default: its value is known when a plan is made'),
    ],
    [
      'sensitive, whatever its default is',
      '${var.v}',
      { default: 302, sensitive: true },
      why('is the variable `v`, which is marked sensitive, so it is not read'),
    ],
    [
      'a token that is left over',
      '${var.v}',
      { default: -8.109562212591379e298 },
      why('is the variable `v`, whose default is an unresolved token'),
    ],
    ['not declared', '${var.w}', {}, why('is the variable `w`, which the stack does not declare')],
  ];
  it.each(cases)('%s', (_, written, variable, expected) => {
    expect(idle(written, variables(variable))).toEqual(expected);
  });
});

describe('a default that something judged rests on is said once', () => {
  const note = (name: string, value = ''): unknown => [
    'info',
    `var.${name}`,
    `taken at its default${value}; the plan check judges the value that is really passed`,
  ];
  const body = (lbs: object, more: object = {}): object => ({
    resource: { aws_lb: lbs },
    variable: {
      t: { default: 300 },
      on: { default: true },
      secretive: { default: 'who-knows' },
      all: { default: { a: 1 } },
    },
    ...more,
  });
  const cases: readonly (readonly [string, object, readonly unknown[]])[] = [
    ['an attribute', body({ a: { idle_timeout: '${var.t}' }, b: { idle_timeout: '${var.t}' } }), [note('t', ' (300)')]],
    [
      'through a local that another attribute used before',
      body({ a: { name: '${local.t}', idle_timeout: '${local.t}' } }, { locals: { t: '${var.t}' } }),
      [note('t', ' (300)')],
    ],
    ['a condition', body({ a: { idle_timeout: '${var.on ? 1 : 2}' } }), [note('on', ' (true)')]],
    ['how many there are', body({ a: { for_each: '${var.all}', idle_timeout: 1 } }), [note('all')]],
    ['a text may be a secret', body({ a: { idle_timeout: '${var.secretive}' } }), [note('secretive')]],
    ['what is not judged says nothing', body({ a: { name: 'lb-${var.t}', tags: { on: '${var.on}' } } }), []],
    ['nor what no kind describes', { ...body({}), resource: { null_resource: { a: { triggers: '${var.t}' } } } }, []],
  ];
  it.each(cases)('%s', (_, document, expected) => {
    expect(notes(readOne(document))).toEqual(expected);
  });

  it('in the stack that declares it, where another one uses it', () => {
    const readings = readAll(
      stackOf('net', { ...body({ x: { idle_timeout: '${var.t}' } }) }),
      stackOf('app', {
        resource: { aws_lb: { a: { idle_timeout: '${aws_lb.x.idle_timeout}' } } },
        variable: { t: {} },
      }),
    );
    expect(readings.map(notes)).toEqual([[note('t', ' (300)')], []]);
  });

  it('with the place of the variable', () => {
    expect(readOne(body({ a: { idle_timeout: '${var.t}' } })).notes[0]?.location).toEqual({
      document: 'shop',
      pointer: '/variable/t',
    });
  });
});
