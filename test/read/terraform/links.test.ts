import type { Link } from '../../../lib/core/fact';
import { block, fact, idOf, plan, read, refers, row } from '../small-plan';

/** The links of one resource of a small plan. */
function links(
  name: string,
  address: string,
  rows: readonly object[],
  root: object = {},
  more: Parameters<typeof plan>[2] = {},
): readonly Link[] | undefined {
  return fact(read(plan(rows, root, more)), address).links[name];
}

const group = (address: string, after: object = {}, more: object = {}): object =>
  row(address, { after: { family: 'postgres16', ...after }, unknown: { id: true, name: true }, ...more });
const instance = (after: object = {}, more: object = {}): object =>
  row('aws_db_instance.d', {
    after: { engine: 'postgres', engine_version: '16.4', ...after },
    unknown: { parameter_group_name: true },
    ...more,
  });
const written = (...references: readonly string[]): object =>
  block('aws_db_instance.d', { parameter_group_name: refers(...references) });
const exact = (address: string, attribute: string): object => ({
  state: 'linked',
  to: { id: idOf(address) },
  sure: 'exact',
  attribute,
});
const probable = (address: string, attribute: string): object => ({ ...exact(address, attribute), sure: 'probable' });
const a = 'aws_db_parameter_group.a';
const b = 'aws_db_parameter_group.b';
const attribute = 'parameter_group_name';

describe('a known reference', () => {
  const known = (value: unknown, ...groups: readonly object[]): readonly Link[] | undefined =>
    links('group', 'aws_db_instance.d', [
      row('aws_db_instance.d', { after: { parameter_group_name: value } }),
      ...groups,
    ]);

  it('leads to the resource that has that name, or that id', () => {
    expect(known('orders', row(a, { after: { name: 'orders' } }), row(b, { after: { name: 'other' } }))).toEqual([
      exact(a, attribute),
    ]);
    expect(known('pg-1', row(a, { after: { name: 'orders', id: 'pg-1' } }))).toEqual([exact(a, attribute)]);
  });

  it('stays a name where no resource of the document has it', () => {
    expect(known('default.postgres16', group(a))).toEqual([
      { state: 'linked', to: { name: 'default.postgres16' }, sure: 'exact', attribute },
    ]);
  });

  it.each([[null], [''], [undefined]])('is absent where it is %p', (value) => {
    expect(known(value, row(a, { after: { name: 'orders' } }))).toEqual([{ state: 'absent', attribute }]);
  });

  it('does not reach a kind that it may not point to', () => {
    expect(known('orders', row('aws_rds_cluster_parameter_group.c', { after: { name: 'orders' } }))).toEqual([
      { state: 'linked', to: { name: 'orders' }, sure: 'exact', attribute },
    ]);
  });

  it('leads to the one in the same region', () => {
    const [here, there] = ['us-east-1', 'us-west-2'];
    const rows = [
      row('aws_db_instance.d', { after: { parameter_group_name: 'orders', region: here } }),
      row(a, { after: { name: 'orders', region: there } }),
      row(b, { after: { name: 'orders', region: here } }),
    ];
    expect(links('group', 'aws_db_instance.d', rows)).toEqual([exact(b, attribute)]);
    expect(links('group', 'aws_db_instance.d', rows.slice(0, 2))).toEqual([
      { state: 'linked', to: { name: 'orders' }, sure: 'exact', attribute },
    ]);
  });

  it('is one of several of that name where no region tells them apart', () => {
    expect(known('orders', row(a, { after: { name: 'orders' } }), row(b, { after: { name: 'orders' } }))).toEqual([
      expect.objectContaining({ state: 'one-of', to: [{ id: idOf(a) }, { id: idOf(b) }] }),
    ]);
  });

  it('is not read where it is sensitive', () => {
    const one = links('group', 'aws_db_instance.d', [
      row('aws_db_instance.d', { after: { parameter_group_name: 'hush' }, sensitive: { parameter_group_name: true } }),
      row(a, { after: { name: 'hush' } }),
    ]);
    expect(one).toEqual([
      expect.objectContaining({ state: 'unknown', why: expect.stringMatching(/marked sensitive/) as string }),
    ]);
    expect(JSON.stringify(one)).not.toContain('hush');
  });
});

describe('a reference that is known only after apply', () => {
  it('follows the expression', () => {
    const root = { resources: [written(`${a}.id`, a), block(a, {}), block(b, {})] };
    expect(links('group', 'aws_db_instance.d', [instance(), group(a), group(b)], root)).toEqual([exact(a, attribute)]);
  });

  it('follows an expression of Terraform before 1.0.1, which names the resource alone', () => {
    expect(
      links('group', 'aws_db_instance.d', [instance(), group(a)], { resources: [written(a), block(a, {})] }),
    ).toEqual([exact(a, attribute)]);
  });

  it('is absent where nobody wrote it, and where null was passed', () => {
    expect(
      links('group', 'aws_db_instance.d', [instance(), group(a)], {
        resources: [block('aws_db_instance.d', {}), block(a, {})],
      }),
    ).toEqual([{ state: 'absent', attribute }]);
    const root = { resources: [written('var.group'), block(a, {})], variables: { group: { default: null } } };
    expect(links('group', 'aws_db_instance.d', [instance(), group(a)], root)).toEqual([{ state: 'absent', attribute }]);
  });

  it('is one of the two that a condition chooses from', () => {
    const root = {
      resources: [written('var.use_a', `${a}.id`, a, `${b}.id`, b), block(a, {}), block(b, {})],
      variables: { use_a: { default: true } },
    };
    expect(links('group', 'aws_db_instance.d', [instance(), group(a), group(b)], root)).toEqual([
      expect.objectContaining({ state: 'one-of', to: [{ id: idOf(a) }, { id: idOf(b) }] }),
    ]);
  });

  it('does not take an attribute that identifies nothing, or one that is known, for the reference', () => {
    const other = 'aws_rds_cluster.c';
    const root = {
      resources: [
        written(`${a}.id`, a, `${b}.family`, b, `${other}.engine`, other),
        block(a, {}),
        block(b, {}),
        block(other, {}),
      ],
    };
    const rows = [
      instance(),
      group(a),
      row(b, { unknown: { family: true, id: true } }),
      row(other, { after: { engine: 'x' }, unknown: { id: true } }),
    ];
    expect(links('group', 'aws_db_instance.d', rows, root)).toEqual([exact(a, attribute)]);
  });

  it('is probable where the condition is a local', () => {
    const root = { resources: [written('local.create', `${a}[0].id`, `${a}[0]`, a), block(a, {}), block(b, {})] };
    const rows = [instance(), group(`${a}[0]`, {}, { index: 0 }), group(b)];
    expect(links('group', 'aws_db_instance.d', rows, root)).toEqual([probable(`${a}[0]`, attribute)]);
  });

  it('is unknown where something else decides, and says what', () => {
    const root = {
      resources: [
        written('aws_ssm_parameter.p.value', 'aws_ssm_parameter.p'),
        block('aws_ssm_parameter.p', {}),
        block(a, {}),
      ],
    };
    const rows = [instance(), group(a), row('aws_ssm_parameter.p', { unknown: { value: true } })];
    expect(links('group', 'aws_db_instance.d', rows, root)).toEqual([
      expect.objectContaining({
        state: 'unknown',
        why: '`parameter_group_name` of `aws_db_instance.d` goes through `aws_ssm_parameter.p.value`, which is known only after apply',
      }),
    ]);
  });

  it('is unknown where the document holds no configuration', () => {
    expect(links('group', 'aws_db_instance.d', [instance(), group(a)])).toEqual([
      expect.objectContaining({
        state: 'unknown',
        why: '`parameter_group_name` of `aws_db_instance.d` is known only after apply, and the document holds no configuration that shows what it refers to',
      }),
    ]);
  });

  it("picks the instance with the literal key, else the one with the reader's own", () => {
    const keyed = (key: string): object => group(`${a}["${key}"]`, {}, { index: key });
    const reader = (key: string): object =>
      row(`aws_db_instance.d["${key}"]`, { index: key, unknown: { parameter_group_name: true } });
    const rows = [reader('x'), reader('__proto__'), keyed('x'), keyed('__proto__')];
    const root = { resources: [written(a, 'each.key'), block(a, {})] };
    expect(links('group', 'aws_db_instance.d["x"]', rows, root)).toEqual([exact(`${a}["x"]`, attribute)]);
    expect(links('group', 'aws_db_instance.d["__proto__"]', rows, root)).toEqual([
      exact(`${a}["__proto__"]`, attribute),
    ]);
    const literal = { resources: [written(`${a}["x"].id`, `${a}["x"]`, a), block(a, {})] };
    expect(links('group', 'aws_db_instance.d["__proto__"]', rows, literal)).toEqual([exact(`${a}["x"]`, attribute)]);
  });

  it('is absent where it refers to an instance that there is not', () => {
    const rows = [instance(), group(`${a}["x"]`, {}, { index: 'x' })];
    const root = { resources: [written(`${a}["gone"].id`, `${a}["gone"]`, a), block(a, {})] };
    expect(links('group', 'aws_db_instance.d', rows, root)).toEqual([{ state: 'absent', attribute }]);
  });

  it('is unknown where it may be any of more instances than anybody would read', () => {
    const many = Array.from({ length: 201 }, (_, at) => group(`${a}[${at}]`, {}, { index: at }));
    expect(
      links('group', 'aws_db_instance.d', [instance(), ...many], { resources: [written(a), block(a, {})] }),
    ).toEqual([
      expect.objectContaining({ state: 'unknown', why: expect.stringMatching(/refers to 201 instances/) as string }),
    ]);
  });

  it('is unknown without a configuration', () => {
    expect(links('group', 'aws_db_instance.d', [instance(), group(a)])).toEqual([
      expect.objectContaining({ state: 'unknown', why: expect.stringMatching(/no configuration/) as string }),
    ]);
  });
});

describe('a reference through a local', () => {
  const root = { resources: [written('local.group'), block(a, {}), block(b, {})] };
  const through = (...groups: readonly object[]): readonly Link[] | undefined =>
    links('group', 'aws_db_instance.d', [instance(), ...groups], root);

  it('is probably the only resource that it can be', () => {
    expect(through(group(a))).toEqual([probable(a, attribute)]);
  });

  it('is not one of another engine, another major version, another region, or whose name is known', () => {
    const elsewhere = [
      group(b, { family: 'mysql8.0' }),
      group(b, { family: 'postgres15' }),
      row(b, { after: { family: 'postgres16', name: 'fixed', id: 'fixed' } }),
    ];
    for (const other of elsewhere) expect(through(group(a), other)).toEqual([probable(a, attribute)]);
    const here = instance({ region: 'eu-west-1' });
    const rows = [here, group(a, { region: 'eu-west-1' }), group(b, { region: 'us-east-1' })];
    expect(links('group', 'aws_db_instance.d', rows, root)).toEqual([probable(a, attribute)]);
  });

  it('is unknown where it can be several, and names them', () => {
    expect(through(group(a), group(b))).toEqual([
      {
        state: 'unknown',
        attribute,
        why: `\`parameter_group_name\` of \`aws_db_instance.d\` goes through \`local.group\`, which plans leave out (it may be \`${a}\`, \`${b}\`)`,
        settles:
          'write the `name` of the resource that it refers to as a fixed text in both places, or check the state after apply',
      },
    ]);
  });

  it('is unknown where it can be none', () => {
    expect(through()).toEqual([expect.objectContaining({ state: 'unknown' })]);
  });
});
