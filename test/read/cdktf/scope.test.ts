import { fact, idle, led, readOne, shown, why } from './_stacks';

describe('what a reference in a stack is worth', () => {
  const locals = { locals: { t: 45, deep: { t: [1, 46] }, via: '${local.t}', a: '${local.b}', b: '${local.a}' } };
  const other = {
    resource: { aws_lb: { b: { idle_timeout: 47, access_logs: { bucket: 48 }, logs: [{ bucket: 49 }] } } },
  };
  const cases: readonly (readonly [string, unknown, object, unknown])[] = [
    ['a number', 44, {}, 44],
    ['a text that is a number', '44', {}, 44],
    ['unset', null, {}, undefined],
    ['a local', '${local.t}', locals, 45],
    ['inside a local', '${local.deep.t[1]}', locals, 46],
    ['a local of a local', '${local.via}', locals, 45],
    ['locals as a list of blocks', '${local.t}', { locals: [{ x: 1 }, { t: 45 }] }, 45],
    ['a local that is not there', '${local.x}', locals, why('refers to the local `x`, which the stack does not have')],
    ['an attribute that a resource writes', '${aws_lb.b.idle_timeout}', other, 47],
    ['inside a block that is written without its list', '${aws_lb.b.access_logs[0].bucket}', other, 48],
    ['inside a block', '${aws_lb.b.logs.0.bucket}', other, 49],
    ['all of a splat', '${aws_lb.b.logs[*].bucket}', other, why('is a list, which is not a number of seconds')],
    [
      'an attribute that only its provider knows',
      '${aws_lb.b.id}',
      other,
      why('comes from `aws_lb.b.id`, which is known only after deploy'),
    ],
    ['a module', '${module.m.idle}', {}, why('comes from module `m`, whose contents synth does not show')],
    [
      'a data source',
      '${data.aws_lb.old.idle_timeout}',
      { data: { aws_lb: { old: { name: 'old' } } } },
      why('comes from the data source `data.aws_lb.old`, which Terraform reads when it plans'),
    ],
    [
      'the workspace',
      '${terraform.workspace}',
      {},
      why('depends on `terraform.workspace`, which is known when Terraform runs'),
    ],
    ['a folder', '${path.module}', {}, why('depends on `path.module`, a folder of the machine that Terraform runs on')],
    ['itself', '${self.other}', { resource: {} }, why('comes from `self.other`, which is known only after deploy')],
    ['each without for_each', '${each.value}', {}, why('refers to `each.value`, which means nothing here')],
    ['count without count', '${count.index}', {}, why('refers to `count.index`, which means nothing here')],
    [
      'a resource that nobody has',
      '${aws_lb.gone.idle_timeout}',
      {},
      why('leads to `aws_lb.gone`, a resource that is in none of the stacks'),
    ],
  ];
  it.each(cases)('%s', (_, written, rest, expected) => {
    expect(idle(written, rest)).toEqual(expected);
  });

  it('locals and attributes that lead in circles end', () => {
    expect(idle('${local.a}', locals)).toEqual(why('leads back to itself'));
    expect(idle('${aws_lb.a.idle_timeout}')).toEqual(why('leads back to itself'));
  });
});

describe('where a reference leads', () => {
  const group = { aws_db_parameter_group: { pg: { name: 'orders', family: 'postgres16' } } };
  const database = (parameter_group_name: string): unknown =>
    led(
      readOne({ resource: { ...group, aws_db_instance: { db: { parameter_group_name } } } }),
      'aws_db_instance.db',
      'group',
    );

  it.each([
    ['name', '${aws_db_parameter_group.pg.name}'],
    ['id', '${aws_db_parameter_group.pg.id}'],
    ['a splat', '${element(aws_db_parameter_group.pg.*.name, 0)}'],
    ['index 0 of a single one', '${aws_db_parameter_group.pg[0].name}'],
  ])('by its %s', (_, written) => {
    expect(database(written)).toEqual(['shop#aws_db_parameter_group.pg']);
  });

  it('by a literal name', () => {
    expect(database('orders')).toEqual([{ name: 'orders' }]);
  });

  it('through a local, whose fact the link names all the same', () => {
    const reading = readOne({
      locals: { group: '${aws_db_parameter_group.pg.name}' },
      resource: { ...group, aws_db_instance: { db: { parameter_group_name: '${local.group}' } } },
    });
    expect(led(reading, 'aws_db_instance.db', 'group')).toEqual(['shop#aws_db_parameter_group.pg']);
  });
});

it('settings keep where they are written, down to the construct', () => {
  const reading = readOne({
    resource: { aws_lb: { a: { idle_timeout: 30, '//': { metadata: { path: 'shop/api/lb', uniqueId: 'a' } } } } },
  });
  const { settings, location, names } = fact(reading, 'aws_lb.a');
  expect(shown(settings.idle_timeout)).toBe(30);
  expect(location).toEqual({ document: 'shop', pointer: '/resource/aws_lb/a', construct: 'shop/api/lb' });
  expect(names).toEqual(['aws_lb.a', 'shop/api/lb']);
});
