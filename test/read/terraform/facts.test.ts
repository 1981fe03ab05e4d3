import { constant, block, fact, plan, read, refers, row } from '../small-plan';

describe('which rows become facts', () => {
  const rows = [
    row('aws_lb.created', { actions: ['create'] }),
    row('aws_lb.updated', { actions: ['update'] }),
    row('aws_lb.kept', { actions: ['no-op'] }),
    row('aws_lb.replaced', { actions: ['delete', 'create'] }),
    row('aws_lb.replaced_first', { actions: ['create', 'delete'] }),
    row('aws_lb.forgotten_and_made', { actions: ['create', 'forget'] }),
    row('aws_lb.imported', { actions: ['no-op'], more: { previous_address: 'aws_lb.old' } }),
    row('aws_lb.strange', { actions: ['ponder'] }),
    row('aws_lb.kept', { actions: ['delete'], after: { idle_timeout: 1 }, more: { deposed: 'abcd1234' } }),
    row('aws_lb.deleted', { actions: ['delete'], after: null }),
    row('aws_lb.forgotten', { actions: ['forget'], after: null }),
    row('data.aws_lb.later', { actions: ['read'], unknown: { arn: true } }),
    { nonsense: true },
  ];

  it('are those of managed resources that are there afterwards, with what happens to them', () => {
    const { facts, notes } = read(plan(rows));
    expect(facts.map((one) => [one.subject, one.change?.action])).toEqual([
      ['aws_lb.created', 'create'],
      ['aws_lb.updated', 'update'],
      ['aws_lb.kept', 'keep'],
      ['aws_lb.replaced', 'replace'],
      ['aws_lb.replaced_first', 'replace'],
      ['aws_lb.forgotten_and_made', 'replace'],
      ['aws_lb.imported', 'keep'],
      ['aws_lb.strange', 'keep'],
    ]);
    expect(notes).toEqual([]);
  });

  it('are read once where an address comes twice', () => {
    const { facts, notes } = read(
      plan([row('aws_lb.a', { after: { idle_timeout: 1 } }), row('aws_lb.a', { after: { idle_timeout: 2 } })]),
    );
    expect(facts.map((one) => one.settings.idle_timeout)).toEqual([expect.objectContaining({ value: 1 })]);
    expect(notes).toEqual([expect.objectContaining({ what: 'aws_lb.a', level: 'unread' })]);
  });
});

describe('the kind', () => {
  const kindOf = (change: Parameters<typeof row>[1], root: object = {}): readonly [string, number] => {
    const reading = read(plan([row('aws_lb.a', change)], root));
    return [fact(reading, 'aws_lb.a').kind, reading.notes.length];
  };

  it('depends on attributes where a type is several kinds', () => {
    expect(kindOf({ after: { load_balancer_type: 'network' } })).toEqual(['nlb', 0]);
    expect(kindOf({ after: { load_balancer_type: 'application' } })).toEqual(['alb', 0]);
    expect(kindOf({ after: { load_balancer_type: 'gateway' } })).toEqual(['other', 0]);
  });

  it('takes an attribute that nobody set for unset, although the plan marks it unknown', () => {
    const root = { resources: [block('aws_lb.a', { name: constant('a') })] };
    expect(kindOf({ unknown: { load_balancer_type: true } }, root)).toEqual(['alb', 0]);
  });

  it('is not guessed where the attribute is not known yet', () => {
    const root = {
      resources: [
        block('aws_lb.a', { load_balancer_type: refers('random_id.x.hex', 'random_id.x') }),
        block('random_id.x', {}),
      ],
    };
    const reading = read(
      plan(
        [row('aws_lb.a', { unknown: { load_balancer_type: true } }), row('random_id.x', { unknown: { hex: true } })],
        root,
      ),
    );
    expect(fact(reading, 'aws_lb.a')).toMatchObject({ kind: 'other', settings: {}, links: {} });
    expect(reading.notes).toEqual([
      expect.objectContaining({
        what: 'aws_lb.a',
        level: 'unread',
        why: expect.stringMatching(/which kind of `aws_lb`/) as string,
      }),
    ]);
  });

  it('is `other` where no table knows the type: it may be a client', () => {
    const reading = read(plan([row('aws_ecs_service.api', { after: { id: 'x', tags: { team: 'a' } } })]));
    expect(fact(reading, 'aws_ecs_service.api')).toMatchObject({
      kind: 'other',
      type: 'aws_ecs_service',
      names: ['aws_ecs_service.api', 'x'],
      tags: { team: 'a' },
      settings: {},
      links: {},
    });
  });
});

describe('the values before a change', () => {
  const before = { idle_timeout: 60, name: 'public', internal: true };

  it('are those of judged attributes, without sensitive ones', () => {
    const updated = (beforeSensitive: unknown): object => ({
      ...fact(
        read(plan([row('aws_lb.a', { actions: ['update'], before, after: { idle_timeout: 120 }, beforeSensitive })])),
        'aws_lb.a',
      ).change?.before,
    });
    expect(updated({})).toEqual({ idle_timeout: 60 });
    expect(updated({ idle_timeout: true })).toEqual({});
    expect(updated(true)).toEqual({});
  });

  it('hold what a link was', () => {
    const change = {
      actions: ['update'],
      before: { parameter_group_name: 'old', engine: 'postgres' },
      after: { parameter_group_name: 'new' },
    };
    expect({ ...fact(read(plan([row('aws_db_instance.d', change)])), 'aws_db_instance.d').change?.before }).toEqual({
      parameter_group_name: 'old',
      engine: 'postgres',
    });
  });

  it('are empty where nothing was there, or nothing changes', () => {
    for (const actions of [['create'], ['no-op']]) {
      expect({ ...fact(read(plan([row('aws_lb.a', { actions, before })])), 'aws_lb.a').change?.before }).toEqual({});
    }
  });
});
