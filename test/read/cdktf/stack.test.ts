import { fact, notes, readAll, readOne, shown, stackOf, subjects } from './_stacks';

const lb = { idle_timeout: 30 };

describe('the forms that Terraform takes for blocks', () => {
  const cases: readonly (readonly [string, object, string])[] = [
    ['objects', { resource: { aws_lb: { a: lb } } }, '/resource/aws_lb/a'],
    ['a list of types', { resource: [{ null_resource: { x: {} } }, { aws_lb: { a: lb } }] }, '/resource/1/aws_lb/a'],
    ['a list of names', { resource: { aws_lb: [{ a: lb }] } }, '/resource/aws_lb/0/a'],
    ['a list of bodies', { resource: { aws_lb: { a: [lb] } } }, '/resource/aws_lb/a/0'],
    ['beside comments', { '//': 'x', resource: { '//': 'x', aws_lb: { '//': 'x', a: lb } } }, '/resource/aws_lb/a'],
  ];
  it.each(cases)('%s', (_, body, pointer) => {
    const { settings, location } = fact(readOne(body), 'aws_lb.a');
    expect([shown(settings.idle_timeout), location?.pointer]).toEqual([30, pointer]);
  });
});

describe('what is not taken in is said', () => {
  const cases: readonly (readonly [string, object, readonly string[], unknown])[] = [
    [
      'a body that is no object',
      { resource: { aws_lb: { a: 'x', b: lb } } },
      ['aws_lb.b'],
      [['unread', 'aws_lb.a', 'its body is not an object, so it was not read']],
    ],
    [
      'two of a name',
      { resource: [{ aws_lb: { a: lb } }, { aws_lb: { a: { idle_timeout: 31 } } }] },
      ['aws_lb.a'],
      [['unread', 'aws_lb.a', 'the document declares it twice; the first was read']],
    ],
    [
      'a module',
      {
        resource: { aws_lb: { a: lb } },
        module: { rds: { source: 'x/y/z', '//': { metadata: { path: 'shop/rds' } } } },
      },
      ['aws_lb.a'],
      [
        [
          'unread',
          'module.rds',
          'synth does not show what is inside a module, so it is not judged here. Check the plan: terraform show -json PLAN | holdfast check',
        ],
      ],
    ],
    [
      'no resources at all',
      { output: { x: { value: 1 } } },
      [],
      [
        [
          'incomplete',
          'shop',
          'declares no resources, so nothing was judged. Check the stack that makes the databases and load balancers',
        ],
      ],
    ],
  ];
  it.each(cases)('%s', (_, body, addresses, expected) => {
    const reading = readOne(body);
    expect(subjects(reading)).toEqual(addresses);
    expect(notes(reading)).toEqual(expected);
  });

  it('but not an empty stack beside one that has resources', () => {
    const readings = readAll(stackOf('empty', {}), stackOf('full', { resource: { aws_lb: { a: lb } } }));
    expect(readings.map(notes)).toEqual([[], []]);
  });

  it('no stack at all is no reading', () => {
    expect(readAll()).toEqual([]);
  });
});

it('each stack has its own facts, and resources that no kind describes are among them', () => {
  const readings = readAll(
    stackOf('one', {
      resource: { aws_lb: { a: lb }, aws_instance: { app: { ami: 'x', '//': { metadata: { path: 'one/app' } } } } },
    }),
    stackOf('two', { resource: { aws_lb: { a: { idle_timeout: 31 } } }, data: { aws_lb: { old: { name: 'x' } } } }),
  );
  expect(readings.map((one) => [one.document, one.source])).toEqual([
    ['one', 'cdktf'],
    ['two', 'cdktf'],
  ]);
  expect(readings.map(({ facts }) => facts.map(({ id, kind }) => [id, kind]))).toEqual([
    [
      ['one#aws_lb.a', 'alb'],
      ['one#aws_instance.app', 'other'],
    ],
    [['two#aws_lb.a', 'alb']],
  ]);
  const app = fact(readings[0]!, 'aws_instance.app');
  expect([app.type, app.names, app.settings]).toEqual(['aws_instance', ['aws_instance.app', 'one/app'], {}]);
});

it('what Terraform reads itself is no attribute', () => {
  const reading = readOne({
    resource: { aws_lb: { a: { idle_timeout: '${aws_lb.b.count}' }, b: { count: 1, lifecycle: { x: '${' } } } },
  });
  expect(shown(fact(reading, 'aws_lb.a').settings.idle_timeout)).toEqual({
    unknown: '`idle_timeout` of `aws_lb.a` comes from `aws_lb.b.count`, which is known only after deploy',
  });
});
