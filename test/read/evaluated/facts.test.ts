import { kinds } from '../../../lib/kinds';
import type { Fact } from '../../../lib/core/fact';
import { factsOf } from '../../../lib/read/evaluated/facts';
import type { EvaluatedResource } from '../../../lib/read/evaluated/resource';
import { table } from '../../../lib/core/setting';
import { either, evaluated, open, ref, resource } from './_resources';

const factsIn = (...resources: readonly EvaluatedResource[]): readonly Fact[] => factsOf(resources, kinds).facts;

function only(one: EvaluatedResource, ...others: readonly EvaluatedResource[]): Fact {
  const [fact] = factsIn(one, ...others);
  if (fact === undefined) throw new Error('no fact');
  return fact;
}

describe('the kind of a resource', () => {
  it.each([
    ['aws_lb.x', {}, 'alb'],
    ['aws_lb.x', { load_balancer_type: 'network' }, 'nlb'],
    ['aws_lb.x', { load_balancer_type: null }, 'alb'],
    ['aws_instance.x', {}, 'ec2-instance'],
    ['aws_vpc.x', {}, 'other'],
    ['aws_db_instance.x', { engine: 'mysql' }, 'other'],
    ['aws_db_instance.x', { engine: 'postgres' }, 'instance'],
  ])('%s with %j is %s', (subject, attributes, kind) => {
    expect(only(resource(subject, attributes)).kind).toBe(kind);
  });

  it('is not guessed where it depends on what is not known', () => {
    const { facts, notes } = factsOf([resource('aws_lb.x', { load_balancer_type: open })], kinds);
    expect(facts.map(({ kind }) => kind)).toEqual(['other']);
    expect(notes).toEqual([expect.objectContaining({ what: 'aws_lb.x', level: 'unread' })]);
  });
});

describe('settings', () => {
  const idle = (value: Parameters<typeof evaluated>[0][string]): unknown =>
    only(resource('aws_lb.x', { idle_timeout: value })).settings.idle_timeout;

  it.each([
    ['a number', 60, 60],
    ['a number as text', '60', 60],
    ['the value behind a reference', ref('stack#aws_lb.y', 'idle_timeout', { is: 'value', value: 90 }), 90],
  ])('reads %s', (_, value, expected) => {
    expect(idle(value)).toMatchObject({ state: 'known', value: expected });
  });

  it('names the place in the document and the construct', () => {
    expect(idle(60)).toMatchObject({
      from: [
        {
          level: 'own',
          subject: 'aws_lb.x',
          attribute: 'idle_timeout',
          text: '60',
          location: { document: 'stack', pointer: '/resource/aws_lb/x/idle_timeout', construct: 'shop/x' },
        },
      ],
    });
  });

  it.each([
    ['null', null],
    ['an empty text', ''],
  ])('leaves out %s, so that the default applies', (_, value) => {
    expect(idle(value)).toBeUndefined();
  });

  it.each([
    ['what is unknown', open, '`idle_timeout` of `aws_lb.x` comes from `var.x`'],
    [
      'an attribute that only the provider knows',
      ref('stack#random.y', 'result'),
      '`idle_timeout` of `aws_lb.x` comes from `stack#random.y.result`, which is known only after deploy',
    ],
    [
      'a text of which a part is unknown',
      { is: 'text', parts: [open] } as const,
      '`idle_timeout` of `aws_lb.x` comes from `var.x`',
    ],
    ['one of which one is unknown', either(60, open), '`idle_timeout` of `aws_lb.x` comes from `var.x`'],
  ])('is unknown for %s', (_, value, why) => {
    expect(idle(value)).toMatchObject({ state: 'unknown', why });
  });

  it('keeps both values of a choice', () => {
    expect(idle(either(60, 4000))).toMatchObject({
      state: 'one-of',
      candidates: [{ value: 60 }, { value: 4000 }],
      why: '`idle_timeout` of `aws_lb.x` depends on `var.big`',
    });
  });

  it('takes the documented default where a branch leaves it unset', () => {
    expect(idle(either(300, null))).toMatchObject({
      state: 'one-of',
      candidates: [{ value: 300 }, { value: 60, from: [{ level: 'default' }] }],
    });
  });

  it('is known where both branches agree', () => {
    expect(idle(either(300, '300'))).toMatchObject({ state: 'known', value: 300 });
  });

  it('takes a block as object or as list', () => {
    const group = (config: Parameters<typeof evaluated>[0][string]): unknown =>
      only(resource('aws_db_proxy_default_target_group.x', { connection_pool_config: config })).settings.init_query;
    expect(group({ init_query: 'SET x=1' })).toMatchObject({ state: 'known', value: 'SET x=1' });
    expect(group([{ init_query: 'SET x=1' }])).toMatchObject({ state: 'known', value: 'SET x=1' });
  });

  it('gives a resource of no kind none', () => {
    expect(Object.keys(only(resource('aws_instance.x', { idle_timeout: 5 })).settings)).toEqual([]);
  });
});

describe('the parameters of a group', () => {
  const rows = (parameter: Parameters<typeof evaluated>[0][string]): unknown => {
    const setting = only(resource('aws_db_parameter_group.x', { family: 'postgres16', parameter })).settings.parameters;
    return setting?.state === 'known' ? setting.value : setting;
  };

  it('are rows in the order written, duplicates too', () => {
    expect(
      rows([
        { name: 'Statement_Timeout', value: '1' },
        { name: 'statement_timeout', value: 2, apply_method: 'pending-reboot' },
      ]),
    ).toMatchObject([
      { name: 'statement_timeout', value: '1', state: 'known', applyMethod: null },
      { name: 'statement_timeout', value: '2', state: 'known', applyMethod: 'pending-reboot' },
    ]);
  });

  it('may be one block that is in no list', () => {
    expect(rows({ name: 'statement_timeout', value: '5' })).toMatchObject([{ name: 'statement_timeout', value: '5' }]);
  });

  it('are unknown one by one', () => {
    const parameter = {
      is: 'list',
      items: [
        { is: 'object', entries: evaluated({ name: 'a', value: open }) },
        { is: 'object', entries: evaluated({ name: 'b', value: either('1', '2') }) },
        { is: 'object', entries: evaluated({ name: 'c', value: either('1', null) }) },
        { is: 'object', entries: evaluated({ name: open, value: '1' }) },
      ],
    } as const;
    expect(rows(parameter)).toMatchObject([
      { name: 'a', value: null, state: 'unknown', why: 'comes from `var.x`' },
      { name: 'b', value: null, state: 'one-of', candidates: ['1', '2'], why: 'depends on `var.big`' },
      { name: 'c', value: null, state: 'one-of', candidates: ['1', null] },
      { name: null, value: '1' },
    ]);
  });

  it('are unknown as a whole', () => {
    expect(rows(open)).toMatchObject({
      state: 'unknown',
      why: '`parameter` of `aws_db_parameter_group.x` comes from `var.x`',
    });
  });

  it('name the place of each row', () => {
    expect(rows([{ name: 'a', value: '1' }])).toMatchObject([
      { location: { pointer: '/resource/aws_db_parameter_group/x/parameter/0' } },
    ]);
  });
});

describe('links', () => {
  const group = resource('aws_db_parameter_group.g', { name: 'shop' });
  const linkOf = (value: Parameters<typeof evaluated>[0][string], ...others: EvaluatedResource[]): unknown =>
    only(resource('aws_db_instance.x', { engine: 'postgres', parameter_group_name: value }), group, ...others).links
      .parameter_group;

  it.each([
    ['a reference', ref(group.id, 'name'), [{ state: 'linked', to: { id: group.id }, sure: 'exact' }]],
    ['a name', 'shop', [{ state: 'linked', to: { name: 'shop' }, sure: 'exact' }]],
    ['nothing', null, [{ state: 'absent' }]],
    [
      'what is unknown',
      open,
      [{ state: 'unknown', why: '`parameter_group_name` of `aws_db_instance.x` comes from `var.x`' }],
    ],
    [
      'a choice of two',
      either(ref(group.id, 'name'), 'other'),
      [{ state: 'one-of', to: [{ id: group.id }, { name: 'other' }] }],
    ],
    ['a choice of one or none', either(ref(group.id, 'name'), null), [{ state: 'unknown' }]],
    [
      'a text with one fitting reference',
      { is: 'text', parts: [ref(group.id, 'name'), { is: 'value', value: '-x' }] } as const,
      [{ state: 'linked', to: { id: group.id }, sure: 'probable' }],
    ],
  ])('of %s', (_, value, expected) => {
    expect(linkOf(value)).toMatchObject(expected);
  });

  it('do not lead to a resource of another kind', () => {
    expect(linkOf(ref('stack#aws_lb.lb', 'name'), resource('aws_lb.lb'))).toMatchObject([{ state: 'unknown' }]);
  });

  it('follow what the resource itself writes for the attribute', () => {
    const named = ref('stack#aws_lb.lb', 'name', ref(group.id, 'name'));
    expect(linkOf(named, resource('aws_lb.lb'))).toMatchObject([{ state: 'linked', to: { id: group.id } }]);
  });

  it('of a list are each of them', () => {
    const groups = [ref('stack#aws_lb_target_group.a', 'arn'), ref('stack#aws_lb_target_group.b', 'arn')];
    const service = resource('aws_autoscaling_group.x', { target_group_arns: { is: 'list', items: groups } });
    const links = only(service, resource('aws_lb_target_group.a'), resource('aws_lb_target_group.b')).links
      .target_groups;
    expect(links).toMatchObject([
      { to: { id: 'stack#aws_lb_target_group.a' } },
      { to: { id: 'stack#aws_lb_target_group.b' } },
    ]);
  });
});

describe('the server of a role', () => {
  const server = (name: string): EvaluatedResource => resource(`aws_db_instance.${name}`, { engine: 'postgres' });
  const role = (host?: Parameters<typeof evaluated>[0][string]): EvaluatedResource =>
    resource('postgresql_role.r', { name: 'app' }, { provider: host === undefined ? table() : evaluated({ host }) });

  it.each([
    [
      'a reference',
      ref('stack#aws_db_instance.b', 'address'),
      { state: 'linked', to: { id: 'stack#aws_db_instance.b' }, sure: 'exact' },
    ],
    ['a host name', 'db.example.com:5432', { state: 'linked', to: { name: 'db.example.com' } }],
    ['what is unknown, of two servers', open, { state: 'unknown' }],
    ['nothing, of two servers', undefined, { state: 'unknown' }],
  ])('by %s', (_, host, expected) => {
    expect(only(role(host), server('a'), server('b')).links.database).toMatchObject([expected]);
  });

  it('is probably the only one in view', () => {
    expect(only(role(open), server('a')).links.database).toMatchObject([
      { state: 'linked', to: { id: 'stack#aws_db_instance.a' }, sure: 'probable' },
    ]);
  });

  it('is the cluster where that and its instances are in view', () => {
    const cluster = resource('aws_rds_cluster.c', { engine: 'aurora-postgresql' });
    const member = resource('aws_rds_cluster_instance.i', {
      engine: 'aurora-postgresql',
      cluster_identifier: ref(cluster.id, 'id'),
    });
    expect(only(role(), cluster, member).links.database).toMatchObject([{ to: { id: cluster.id }, sure: 'probable' }]);
  });
});

describe('names, tags and identity', () => {
  it('are those that are known', () => {
    const fact = only(
      resource(
        'aws_lb.x',
        { name: 'public', tags: { team: 'shop' }, tags_all: { team: 'all', cost: '1' } },
        {
          names: ['shop/api/lb'],
          identity: { region: 'eu-west-1' },
        },
      ),
    );
    expect(fact.names).toEqual(['aws_lb.x', 'shop/api/lb', 'public']);
    expect(fact.identity).toEqual({ region: 'eu-west-1', identifier: 'public' });
    expect({ ...fact.tags }).toEqual({ team: 'shop', cost: '1' });
  });

  it('leave out what is not', () => {
    const fact = only(
      resource('aws_lb.x', { name: open, tags: { is: 'object', entries: evaluated({ a: open, b: 'c' }) } }),
    );
    expect(fact.names).toEqual(['aws_lb.x']);
    expect({ ...fact.tags }).toEqual({ b: 'c' });
  });

  it('keep a tag called __proto__', () => {
    const tags = JSON.parse('{"__proto__":"x"}') as { [key: string]: string };
    expect(Object.entries(only(resource('aws_lb.x', { tags })).tags)).toEqual([['__proto__', 'x']]);
  });
});
