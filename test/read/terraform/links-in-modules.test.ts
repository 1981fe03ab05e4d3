import type { Link } from '../../../lib/core/fact';
import { block, constant, fact, idOf, plan, read, refers, row } from '../small-plan';

const attribute = 'parameter_group_name';
const exact = (address: string, name: string): object => ({
  state: 'linked',
  to: { id: idOf(address) },
  sure: 'exact',
  attribute: name,
});
const probable = (address: string, name: string): object => ({ ...exact(address, name), sure: 'probable' });

function links(name: string, address: string, rows: readonly object[], root: object): readonly Link[] | undefined {
  return fact(read(plan(rows, root)), address).links[name];
}

const group = (address: string, more: object = {}): object =>
  row(address, { after: { family: 'postgres16' }, unknown: { id: true, name: true }, ...more });
const instance = (address: string, more: object = {}): object =>
  row(address, {
    after: { engine: 'postgres', engine_version: '16' },
    unknown: { parameter_group_name: true },
    ...more,
  });
const reader = (...references: readonly string[]): object =>
  block('aws_db_instance.this', { parameter_group_name: refers(...references) });

describe('the layout of terraform-aws-modules/rds', () => {
  const inside = (name: string): string => `module.${name}.module.db_instance.aws_db_instance.this[0]`;
  const groupOf = (name: string): string => `module.${name}.module.db_parameter_group.aws_db_parameter_group.this[0]`;
  const rows = ['orders', 'users'].flatMap((name) => [
    instance(inside(name), { module: `module.${name}.module.db_instance`, index: 0 }),
    group(groupOf(name), { module: `module.${name}.module.db_parameter_group`, index: 0 }),
  ]);
  const rds = {
    module_calls: {
      db_instance: {
        source: './i',
        expressions: { parameter_group_name: refers('local.parameter_group_name_id') },
        module: {
          resources: [reader('var.parameter_group_name')],
          variables: { parameter_group_name: { default: null } },
        },
      },
      db_parameter_group: {
        source: './g',
        expressions: {},
        module: { resources: [block('aws_db_parameter_group.this', {})] },
      },
    },
  };
  const root = {
    module_calls: {
      orders: { source: './rds', expressions: {}, module: rds },
      users: { source: './rds', expressions: {}, module: rds },
    },
  };

  it.each(['orders', 'users'])('links the instance of %s to the group inside its own module', (name) => {
    expect(links('group', inside(name), rows, root)).toEqual([probable(groupOf(name), attribute)]);
  });
});

describe('outputs', () => {
  const pool = {
    resources: [block('aws_db_parameter_group.this', {})],
    outputs: {
      id: { expression: refers('aws_db_parameter_group.this.id', 'aws_db_parameter_group.this') },
      other: { expression: refers('aws_db_parameter_group.that.id', 'aws_db_parameter_group.that') },
    },
  };
  const root = (...references: readonly string[]): object => ({
    resources: [reader(...references)],
    module_calls: {
      pool: { source: './pool', expressions: {}, for_each_expression: constant({ a: 1, b: 2 }), module: pool },
    },
  });
  const rows = [
    instance('aws_db_instance.this'),
    ...['a', 'b'].map((key) =>
      group(`module.pool["${key}"].aws_db_parameter_group.this`, { module: `module.pool["${key}"]` }),
    ),
  ];

  it('of the instance that the reference names', () => {
    expect(links('group', 'aws_db_instance.this', rows, root('module.pool["b"].id', 'module.pool["b"]'))).toEqual([
      exact('module.pool["b"].aws_db_parameter_group.this', attribute),
    ]);
  });

  it('of all instances where the reference names none', () => {
    expect(links('group', 'aws_db_instance.this', rows, root('module.pool'))).toEqual([
      expect.objectContaining({
        state: 'unknown',
        why: expect.stringMatching(/aws_db_parameter_group\.that/) as string,
      }),
    ]);
  });

  it("of the instance with the reader's own key", () => {
    const own = [instance('aws_db_instance.this["a"]', { index: 'a' }), ...rows.slice(1)];
    const sole = { ...pool, outputs: { id: pool.outputs.id } };
    const keyed = {
      ...root('module.pool', 'each.key'),
      module_calls: { pool: { source: './pool', expressions: {}, module: sole } },
    };
    expect(links('group', 'aws_db_instance.this["a"]', own, keyed)).toEqual([
      probable('module.pool["a"].aws_db_parameter_group.this', attribute),
    ]);
  });

  it('that are maps of resources, of which the caller picks one', () => {
    const groups = {
      resources: [block('aws_db_parameter_group.each', {})],
      outputs: { groups: { expression: refers('aws_db_parameter_group.each') } },
    };
    const picking = {
      resources: [reader('module.pool.groups["b"].id', 'module.pool.groups["b"]', 'module.pool.groups', 'module.pool')],
      module_calls: { pool: { source: './p', expressions: {}, module: groups } },
    };
    const keyed = ['a', 'b'].map((key) =>
      group(`module.pool.aws_db_parameter_group.each["${key}"]`, { module: 'module.pool', index: key }),
    );
    expect(links('group', 'aws_db_instance.this', [instance('aws_db_instance.this'), ...keyed], picking)).toEqual([
      exact('module.pool.aws_db_parameter_group.each["b"]', attribute),
    ]);
  });
});

describe('the values of a for_each map', () => {
  const [dup, one] = ['aws_db_parameter_group.dup', 'aws_db_parameter_group.one'];
  const address = (key: string): string => `module.m["${key}"].aws_db_instance.this`;
  const rows = [
    ...['a', 'b'].map((key) => instance(address(key), { module: `module.m["${key}"]` })),
    group(dup),
    group(one),
  ];
  const root = (...references: readonly string[]): object => ({
    resources: [block(dup, {}), block(one, {})],
    module_calls: {
      m: {
        source: './m',
        expressions: { pg: refers('each.value') },
        for_each_expression: refers(...references),
        module: { resources: [reader('var.pg')], variables: { pg: {} } },
      },
    },
  });

  it('are listed together: one resource is probable', () => {
    expect(links('group', address('b'), rows, root(`${dup}.id`, dup))).toEqual([probable(dup, attribute)]);
  });

  it('of several resources any may be meant', () => {
    expect(links('group', address('b'), rows, root(`${dup}.id`, dup, `${one}.id`, one))).toEqual([
      expect.objectContaining({
        state: 'one-of',
        to: expect.arrayContaining([{ id: idOf(dup) }, { id: idOf(one) }]) as object[],
      }),
    ]);
  });

  it('beside another unknown value are not known: it may be the value of this very key', () => {
    const other = 'aws_ssm_parameter.p';
    const { resources, ...calls } = root(`${dup}.id`, dup, `${other}.value`, other) as { resources: readonly object[] };
    const document = { ...calls, resources: [...resources, block(other, {})] };
    expect(links('group', address('b'), [...rows, row(other, { unknown: { value: true } })], document)).toEqual([
      expect.objectContaining({
        state: 'unknown',
        why: expect.stringMatching(/aws_ssm_parameter\.p\.value/) as string,
      }),
    ]);
  });

  it('beside a local are not known: the local may be the value of this very key', () => {
    expect(links('group', address('b'), rows, root(`${dup}.id`, dup, 'local.via'))).toEqual([
      expect.objectContaining({ state: 'unknown' }),
    ]);
  });
});
