import { fact, led, notes, readOne, shown, subjects } from './_stacks';

const idles = (lb: object, rest: object = {}): unknown => {
  const reading = readOne({ resource: { aws_lb: { x: lb } }, ...rest });
  return reading.facts.map((one) => [one.subject, shown(one.settings.idle_timeout)]);
};
const unknownKey = (attribute: string, reason: string): object => ({
  unknown: `\`idle_timeout\` of \`aws_lb.x\` comes from \`${attribute}\` of \`aws_lb.x\`, which ${reason}`,
});

describe('the instances of a resource', () => {
  const cases: readonly (readonly [string, object, object, unknown])[] = [
    ['one', { idle_timeout: 5 }, {}, [['aws_lb.x', 5]]],
    [
      'for_each over a map',
      { for_each: { fast: { t: 10 }, slow: { t: 400 } }, idle_timeout: '${each.value.t}' },
      {},
      [
        ['aws_lb.x["fast"]', 10],
        ['aws_lb.x["slow"]', 400],
      ],
    ],
    [
      'for_each over a set',
      { for_each: '${toset(["10", "20"])}', idle_timeout: '${each.key}' },
      {},
      [
        ['aws_lb.x["10"]', 10],
        ['aws_lb.x["20"]', 20],
      ],
    ],
    [
      'for_each over a local',
      { for_each: '${local.all}', idle_timeout: '${each.value}' },
      { locals: { all: { 'a.b': 7 } } },
      [['aws_lb.x["a.b"]', 7]],
    ],
    [
      'for_each over the default of a variable',
      { for_each: '${var.all}', idle_timeout: '${each.value}' },
      { variable: { all: { default: { a: 7 } } } },
      [['aws_lb.x["a"]', 7]],
    ],
    ['for_each over nothing', { for_each: {}, idle_timeout: 1 }, {}, []],
    [
      'count',
      { count: 2, idle_timeout: '${count.index}' },
      {},
      [
        ['aws_lb.x[0]', 0],
        ['aws_lb.x[1]', 1],
      ],
    ],
    ['count as a text', { count: '${local.n}', idle_timeout: 1 }, { locals: { n: '1' } }, [['aws_lb.x[0]', 1]]],
    ['count 0', { count: 0, idle_timeout: 1 }, {}, []],
    [
      'for_each that is not known',
      { for_each: '${var.all}', idle_timeout: '${each.value.t}' },
      { variable: { all: {} } },
      [
        [
          'aws_lb.x',
          unknownKey('for_each', 'is the variable `all`, which has no default: its value is known when a plan is made'),
        ],
      ],
    ],
    [
      'count that is not known, where nothing depends on it',
      { count: '${var.n}', idle_timeout: 9 },
      { variable: { n: {} } },
      [['aws_lb.x', 9]],
    ],
    [
      'a count that no synth makes',
      { count: 1e9, idle_timeout: '${count.index}' },
      {},
      [['aws_lb.x', unknownKey('count', 'is more than 1000')]],
    ],
    ['a count below nothing', { count: -1 }, {}, [['aws_lb.x', undefined]]],
    [
      'for_each over itself',
      { for_each: '${aws_lb.x}', idle_timeout: '${each.value.idle_timeout}' },
      {},
      [['aws_lb.x', unknownKey('for_each', 'leads back to itself')]],
    ],
  ];
  it.each(cases)('%s', (_, lb, rest, expected) => {
    expect(idles(lb, rest)).toEqual(expected);
  });

  it('one that stands for many says so', () => {
    const reading = readOne({ resource: { aws_lb: { x: { count: '${var.n}' } } }, variable: { n: {} } });
    expect(notes(reading)).toEqual([
      [
        'info',
        'aws_lb.x',
        'how many instances it has is not known, since its `count` is the variable `n`, which has no default: ' +
          'its value is known when a plan is made; it is judged as one',
      ],
    ]);
  });

  it('more instances than memory holds stay one each', () => {
    const blocks = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`x${at}`, { count: 1000 }]));
    const { facts } = readOne({ resource: { null_resource: blocks } });
    expect(facts.length).toBe(100 * 1000 + 50);
  });
});

describe('a reference to a resource with instances', () => {
  const balancers = { x: { for_each: { a: { t: 1 }, b: { t: 2 } }, idle_timeout: '${each.value.t}' } };
  const listener = (body: object, lbs: object = balancers): unknown =>
    led(readOne({ resource: { aws_lb: lbs, aws_lb_listener: { l: body } } }), 'aws_lb_listener.l', 'load_balancer');

  const cases: readonly (readonly [string, string, unknown])[] = [
    ['by key', '${aws_lb.x["b"].arn}', ['shop#aws_lb.x["b"]']],
    ['without a key: one of them', '${aws_lb.x.arn}', [['shop#aws_lb.x["a"]', 'shop#aws_lb.x["b"]']]],
    ['by element of a splat', '${element(aws_lb.x[*].arn, 1)}', ['shop#aws_lb.x["b"]']],
    ['through the whole of it', '${values(aws_lb.x)[0].arn}', ['shop#aws_lb.x["a"]']],
    [
      'by a key that is not there',
      '${aws_lb.x["c"].arn}',
      [
        {
          unknown:
            '`load_balancer_arn` of `aws_lb_listener.l` leads to `aws_lb.x["c"].arn`, an instance that is not there',
        },
      ],
    ],
  ];
  it.each(cases)('%s', (_, load_balancer_arn, expected) => {
    expect(listener({ load_balancer_arn })).toEqual(expected);
  });

  it('of one instance, without saying which', () => {
    expect(listener({ load_balancer_arn: '${aws_lb.x.arn}' }, { x: { count: 1 } })).toEqual(['shop#aws_lb.x[0]']);
    expect(listener({ load_balancer_arn: '${aws_lb.x.0.arn}' }, { x: { count: 1 } })).toEqual(['shop#aws_lb.x[0]']);
  });

  it('by index, where how many there are is not known, leads to the one that stands for all', () => {
    const unsure = { x: { count: '${length(data.aws_subnets.all.ids)}' } };
    expect(listener({ load_balancer_arn: '${aws_lb.x[0].arn}' }, unsure)).toEqual(['shop#aws_lb.x']);
  });

  it('of those that repeat alike, means the one with the own key, and what that one writes', () => {
    const reading = readOne({
      resource: {
        aws_lb: balancers,
        aws_lb_listener: {
          chained: {
            for_each: '${aws_lb.x}',
            load_balancer_arn: '${each.value.arn}',
            port: '${each.value.idle_timeout}',
          },
          alike: { for_each: { a: 1, b: 2 }, load_balancer_arn: '${aws_lb.x.arn}', port: '${aws_lb.x.idle_timeout}' },
          computed: { for_each: { a: 1, b: 2 }, load_balancer_arn: '${aws_lb.x[each.key].arn}', port: 3 },
        },
      },
    });
    const all = subjects(reading).filter((one) => one.startsWith('aws_lb_listener'));
    expect(
      all.map((one) => [one, led(reading, one, 'load_balancer'), shown(fact(reading, one).settings.port)]),
    ).toEqual([
      ['aws_lb_listener.chained["a"]', ['shop#aws_lb.x["a"]'], 1],
      ['aws_lb_listener.chained["b"]', ['shop#aws_lb.x["b"]'], 2],
      ['aws_lb_listener.alike["a"]', ['shop#aws_lb.x["a"]'], 1],
      ['aws_lb_listener.alike["b"]', ['shop#aws_lb.x["b"]'], 2],
      ['aws_lb_listener.computed["a"]', ['shop#aws_lb.x["a"]'], 3],
      ['aws_lb_listener.computed["b"]', ['shop#aws_lb.x["b"]'], 3],
    ]);
  });
});
