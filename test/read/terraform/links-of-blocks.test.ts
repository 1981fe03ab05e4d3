import type { Link } from '../../../lib/core/fact';
import { block, constant, fact, idOf, plan, read, refers, row } from '../small-plan';

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

describe('a list of references', () => {
  const target = 'default_action.target_group_arn';
  const [x, y] = ['aws_lb_target_group.x', 'aws_lb_target_group.y'];
  const listener = (values: readonly unknown[], masks: unknown): object =>
    row('aws_lb_listener.l', { after: { default_action: values }, unknown: { default_action: masks } });
  const groups = [x, y].map((one) => row(one, { unknown: { arn: true, id: true } }));
  const root = (...references: readonly (readonly string[])[]): object => ({
    resources: [
      block('aws_lb_listener.l', { default_action: references.map((some) => ({ target_group_arn: refers(...some) })) }),
      block(x, {}),
      block(y, {}),
    ],
  });

  it('links every block', () => {
    const rows = [listener([{}, {}], [{ target_group_arn: true }, { target_group_arn: true }]), ...groups];
    expect(links('target_groups', 'aws_lb_listener.l', rows, root([`${x}.arn`, x], [`${y}.arn`, y]))).toEqual([
      exact(x, target),
      exact(y, target),
    ]);
  });

  it('links known blocks, leaves out empty ones and is absent where all are', () => {
    const known = [row(x, { after: { arn: 'arn:x' } })];
    expect(
      links(
        'target_groups',
        'aws_lb_listener.l',
        [listener([{ target_group_arn: 'arn:x' }, { target_group_arn: null }], [{}, {}]), ...known],
        root(),
      ),
    ).toEqual([exact(x, target)]);
    expect(
      links(
        'target_groups',
        'aws_lb_listener.l',
        [listener([{ type: 'redirect', target_group_arn: '' }], [{}]), ...known],
        root(),
      ),
    ).toEqual([{ state: 'absent', attribute: target }]);
    expect(links('target_groups', 'aws_lb_listener.l', [listener([], []), ...known], root())).toEqual([
      { state: 'absent', attribute: target },
    ]);
  });

  it('is one of two where one block chooses between them', () => {
    const rows = [listener([{}], [{ target_group_arn: true }]), ...groups];
    expect(links('target_groups', 'aws_lb_listener.l', rows, root([`${x}.arn`, x, `${y}.arn`, y]))).toEqual([
      expect.objectContaining({ state: 'one-of', to: [{ id: idOf(x) }, { id: idOf(y) }] }),
    ]);
  });
});

describe('a dynamic block', () => {
  const target = 'default_action.target_group_arn';
  const group = (key: string): string => `module.nlb.aws_lb_target_group.this["${key}"]`;
  const address = 'module.nlb.aws_lb_listener.this["pg"]';
  const listener = row(address, {
    module: 'module.nlb',
    index: 'pg',
    after: { default_action: [{ type: 'forward' }] },
    unknown: { default_action: [{ order: true, target_group_arn: true }] },
  });
  const targetGroup = (key: string): object =>
    row(group(key), { module: 'module.nlb', index: key, unknown: { arn: true, id: true } });
  const root = {
    module_calls: {
      nlb: {
        source: './alb',
        expressions: { listeners: constant({ pg: { forward: { target_group_key: 'orders' } } }) },
        module: {
          resources: [
            block('aws_lb_listener.this', {}, { for_each_expression: refers('var.listeners', 'local.create') }),
            block('aws_lb_target_group.this', {}),
          ],
          variables: { listeners: { default: {} } },
        },
      },
    },
  };

  it('probably refers to the only resource in its module', () => {
    expect(links('target_groups', address, [listener, targetGroup('users')], root)).toEqual([
      probable(group('users'), target),
    ]);
  });

  it('refers to the one whose key its own element names', () => {
    expect(links('target_groups', address, [listener, targetGroup('users'), targetGroup('orders')], root)).toEqual([
      probable(group('orders'), target),
    ]);
  });

  it('is not known where its element names none of several', () => {
    const [one] = links('target_groups', address, [listener, targetGroup('users'), targetGroup('stock')], root) ?? [];
    expect(one).toMatchObject({ state: 'unknown', why: expect.stringMatching(/`dynamic` block/) as string });
  });
});
