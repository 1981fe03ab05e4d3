import type { Note } from '../../../lib/core/fact';
import { kinds } from '../../../lib/kinds';
import { fact, plan, read, row } from '../small-plan';

const lb = row('aws_lb.a', { actions: ['no-op'], after: { idle_timeout: 60 } });
const object = (address: string, values: object = {}, more: object = {}): object => {
  const [type, name] = address.split('.').slice(-2);
  return {
    address,
    mode: address.startsWith('data.') ? 'data' : 'managed',
    type,
    name,
    values,
    sensitive_values: {},
    ...more,
  };
};
const prior = (...resources: readonly object[]): { readonly [key: string]: unknown } => ({
  prior_state: { format_version: '1.0', values: { root_module: { resources } } },
});
const incomplete = (reading: { readonly notes: readonly Note[] }): readonly string[] =>
  reading.notes.filter((note) => note.level === 'incomplete').map((note) => note.why);

describe('a plan that cannot be judged as a whole says so', () => {
  const cases: readonly (readonly [string, object, RegExp])[] = [
    ['errored', plan([lb], {}, { errored: true, complete: false }), /^the plan ended with an error/],
    ['empty', plan([]), /^the plan holds no managed resource/],
    ['a plan without the key', { ...plan([]), resource_changes: undefined }, /^the plan holds no managed resource/],
    ['only look-ups', plan([row('data.aws_lb.x', { actions: ['read'] })]), /^the plan holds no managed resource/],
    ['destroy', plan([row('aws_lb.a', { actions: ['delete'], after: null })]), /^the plan only deletes/],
    ['forget', plan([row('aws_lb.a', { actions: ['forget'], after: null })]), /^the plan only deletes/],
    ['-target', plan([lb], {}, { complete: false }), /^the plan covers part of the configuration/],
    [
      '-refresh-only',
      { ...plan([], {}, prior(object('aws_lb.a'))), resource_changes: undefined },
      /^a refresh-only plan/,
    ],
  ];
  it.each(cases)('%s', (_, document, why) => {
    expect(incomplete(read(document))).toEqual([expect.stringMatching(why)]);
  });

  it('but not a plan that keeps something, deletes the rest and is complete', () => {
    expect(read(plan([lb, row('aws_lb.b', { actions: ['delete'], after: null })])).notes).toEqual([]);
  });

  it('deferred', () => {
    const deferred = {
      deferred_changes: [{ reason: 'instance_count_unknown', resource_change: { address: 'aws_lb.b[*]' } }],
    };
    expect(read(plan([lb], {}, deferred)).notes).toEqual([
      expect.objectContaining({ what: 'aws_lb.b[*]', level: 'incomplete' }),
    ]);
  });
});

describe('objects outside a partial plan', () => {
  const state = prior(
    object('aws_lb.a', { idle_timeout: 1 }),
    object('aws_lb.b', { idle_timeout: 4000 }),
    object('aws_lb.b', {}, { deposed_key: 'x' }),
  );

  it('are read from the prior state', () => {
    const reading = read(plan([lb], {}, { ...state, complete: false }));
    expect(reading.facts.map((one) => one.subject)).toEqual(['aws_lb.a', 'aws_lb.b']);
    expect(fact(reading, 'aws_lb.a').settings.idle_timeout).toMatchObject({ value: 60 });
    const outside = fact(reading, 'aws_lb.b');
    expect(outside).toMatchObject({
      source: 'plan',
      location: { pointer: '/prior_state/values/root_module/resources/1' },
    });
    expect(outside.settings.idle_timeout).toMatchObject({
      value: 4000,
      from: [{ location: { pointer: '/prior_state/values/root_module/resources/1/values/idle_timeout' } }],
    });
    expect(outside.change).toBeUndefined();
    expect(incomplete(reading)).toEqual([
      expect.stringMatching(/; 1 outside it were read from the prior state\. Plan without `-target`/),
    ]);
  });

  it('give away a targeted plan of a Terraform that does not say `complete`, and of OpenTofu', () => {
    const { complete: _, ...old } = plan([lb], {}, state);
    expect(incomplete(read(old))).toHaveLength(1);
    expect(read(old).facts).toHaveLength(2);
  });

  it('are not read where the plan is complete, and what moved is not outside', () => {
    expect(read(plan([lb], {}, state)).facts).toHaveLength(1);
    const moved = row('aws_lb.new', { actions: ['no-op'], more: { previous_address: 'aws_lb.b' } });
    const { complete: _, ...old } = plan([lb, moved], {}, state);
    expect(read(old)).toMatchObject({ facts: [{ subject: 'aws_lb.a' }, { subject: 'aws_lb.new' }], notes: [] });
  });

  it('are all that a refresh-only plan shows', () => {
    const { resource_changes: _, ...refresh } = plan([], {}, state);
    expect(read(refresh).facts.map((one) => one.subject)).toEqual(['aws_lb.a', 'aws_lb.b']);
  });
});

describe('data sources that the plan has read', () => {
  const balancer = object('data.aws_lb.shared', { arn: 'arn:shared', idle_timeout: 90 });

  it('are facts where a kind knows the type', () => {
    const reading = read(plan([lb], {}, prior(balancer, object('data.aws_caller_identity.me', { id: 'x' }))));
    expect(reading.facts.map((one) => one.subject)).toEqual(['aws_lb.a', 'data.aws_lb.shared']);
    expect(fact(reading, 'data.aws_lb.shared')).toMatchObject({
      kind: 'alb',
      names: ['data.aws_lb.shared', 'arn:shared'],
    });
    expect(reading.notes).toEqual([]);
  });

  it('are what known references lead to', () => {
    const listener = row('aws_lb_listener.l', { after: { load_balancer_arn: 'arn:shared' } });
    const reading = read(plan([listener], {}, prior(balancer)));
    expect(fact(reading, 'aws_lb_listener.l').links.load_balancer).toMatchObject([
      { to: { id: 'plan.json#data.aws_lb.shared' } },
    ]);
  });

  it('do not speak of the references that they lack', () => {
    const database = object('data.aws_db_instance.d', { db_instance_identifier: 'd' });
    expect(fact(read(plan([lb], {}, prior(database))), 'data.aws_db_instance.d').links).toEqual({});
  });

  it('give way to the resource itself where the same document manages it', () => {
    const own = row('aws_lb.own', { after: { arn: 'arn:shared' } });
    const listener = row('aws_lb_listener.l', { after: { load_balancer_arn: 'arn:shared' } });
    const reading = read(plan([own, listener], {}, prior(balancer)));
    expect(fact(reading, 'aws_lb_listener.l').links.load_balancer).toMatchObject([
      { to: { id: 'plan.json#aws_lb.own' } },
    ]);
  });
});

describe('drift', () => {
  const drift = (before: object, after: object, more: object = {}): readonly Note[] =>
    read(plan([lb], {}, { resource_drift: [row('aws_lb.a', { actions: ['update'], before, after, ...more })] })).notes;

  it('of what is judged is worth saying, and whether the plan takes it back', () => {
    expect(drift({ idle_timeout: 60 }, { idle_timeout: 4000 })).toEqual([
      {
        what: 'aws_lb.a',
        why: '`idle_timeout` was changed outside Terraform from `60` to `4000`; the plan changes it again',
        level: 'info',
        location: { document: 'plan.json', pointer: '/resource_drift/0' },
      },
    ]);
    expect(drift({ idle_timeout: 120 }, { idle_timeout: 60 })[0]?.why).toMatch(/; the plan leaves it so$/);
  });

  it('of anything else, of nothing, and of what was deleted is not', () => {
    expect(drift({ idle_timeout: 60, internal: true }, { idle_timeout: 60, internal: false })).toEqual([]);
    expect(
      read(
        plan(
          [lb],
          {},
          { resource_drift: [row('aws_lb.a', { actions: ['delete'], before: { idle_timeout: 1 }, after: null })] },
        ),
      ).notes,
    ).toEqual([]);
  });

  it('of an attribute that means nothing for its kind is not', () => {
    const said = (type: string): number => {
      const [before, after] = [60, 4000].map((idle_timeout) => ({ load_balancer_type: type, idle_timeout }));
      const drifted = row('aws_lb.a', { actions: ['update'], before, after });
      return read(plan([lb], {}, { resource_drift: [drifted] }), kinds).notes.length;
    };
    expect([said('application'), said('network')]).toEqual([1, 0]);
  });

  it('shows no sensitive value', () => {
    const [note] = drift({ idle_timeout: 45123 }, { idle_timeout: 45124 }, { beforeSensitive: { idle_timeout: true } });
    expect(note?.why).toBe('`idle_timeout` was changed outside Terraform; the plan changes it again');
  });
});
