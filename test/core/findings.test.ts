import type { Judgement, Policy, PolicyVerdict } from '../../lib/core/policy';
import type { Finding } from '../../lib/core/report';
import { unknown, type Json, type Setting } from '../../lib/core/setting';
import { timerVerdict } from '../../lib/core/verdicts';
import { fact, hop, inline, judged, rows, workload } from './estate';

const metadata = { title: 't', severity: 'error', why: 'w', fix: 'f', refs: [] } as const;
const pass = (message: string): PolicyVerdict => ({ outcome: 'pass', message });
const idle: Policy = {
  ...metadata,
  id: 'alb-idle',
  per: 'timer',
  judges: [{ timer: 'alb.idle_timeout', phase: 'query' }],
  check: timerVerdict,
};
const statement: Policy = {
  ...metadata,
  id: 'statement',
  per: 'timer',
  judges: [{ timer: 'database.statement_timeout', phase: 'query' }],
  check: timerVerdict,
};

const client = inline('client', 'client', 'app');
const facts = [
  fact('alb', 'lb', { settings: { idle_timeout: 400 } }),
  fact('instance', 'db', { links: { parameter_group: 'g' } }),
  fact('parameter-group', 'g', { settings: { parameters: rows({ statement_timeout: '1000' }) } }),
  fact('role', 'r', { settings: { name: 'b', statement_timeout: '900000' }, links: { database: 'db' } }),
];
const path = [hop('alb', 'lb'), client, hop('database', 'db')];

function found(
  policies: readonly Policy[],
  own: Parameters<typeof workload>[0] = {},
  more = facts,
): readonly Finding[] {
  return judged(more, [workload({ path, ...own })], { policies }).findings;
}
const shown = (one: Finding): string =>
  `${one.outcome} ${one.policy} ${one.resource} ${one.workload ?? '-'} ${one.role ?? '-'}`;

describe('findings', () => {
  it('are one per policy, resource, workload and role; only a database has roles', () => {
    expect(found([idle, statement], { roles: ['a', 'b'] }).map(shown)).toEqual([
      'fail statement db checkout a',
      'pass alb-idle lb checkout -',
      'pass statement db checkout b',
    ]);
  });

  it('are the worst of several paths', () => {
    const two = [
      ...facts.slice(1),
      fact('nlb', 'nlb'),
      ...['a', 'b'].map((name) =>
        fact('listener', name, {
          links: { load_balancer: 'nlb', target_groups: ['tg'] },
          settings: { protocol: 'TCP' },
        }),
      ),
      fact('target-group', 'tg'),
    ];
    let calls = 0;
    const outcomes: readonly PolicyVerdict[] = [
      { outcome: 'unknown', message: 'second', settles: 's' },
      pass('first'),
      { outcome: 'fail', message: 'third', expected: 'e', actual: 1, unit: 's', fix: null },
      pass('fourth'),
    ];
    const drain: Policy = {
      ...metadata,
      id: 'drain',
      per: 'timer',
      judges: [{ timer: 'target-group.deregistration_delay', phase: 'rollout' }],
      check: () => outcomes[calls++] ?? null,
    };
    const all = judged(
      two,
      [workload({ path: [client, hop('nlb', 'nlb'), hop('database', 'db')], roles: ['a', 'b'] })],
      { policies: [drain] },
    ).findings;
    expect(all.map((one) => [one.resource, one.outcome, one.message])).toEqual([['tg', 'fail', 'third']]);
    expect(calls).toBe(4);
  });

  it('call a policy of hops with each hop of its kinds, the client that nothing calls included', () => {
    const seen: (readonly [string, number, readonly string[]])[] = [];
    const hops: Policy = {
      ...metadata,
      id: 'hops',
      per: 'hop',
      kinds: ['client', 'instance', 'alb'],
      check: (it) => {
        seen.push([it.hop.node.subject, it.path.legs.length, it.leg.map((one: Judgement) => one.timer.attribute)]);
        return pass('seen');
      },
    };
    const server = ['statement_timeout', 'transaction_timeout'];
    expect(found([hops], { path: [client, hop('database', 'db')] }).map(shown)).toEqual([
      'pass hops app checkout -',
      'pass hops db checkout -',
    ]);
    expect(seen).toEqual([
      ['app', 1, server],
      ['db', 1, server],
    ]);
  });

  it('call a policy of clients with the client of each path and the timers of the leg that it opens', () => {
    const seen: unknown[] = [];
    const clients: Policy = {
      ...metadata,
      id: 'clients',
      per: 'client',
      check: (it) => {
        seen.push(it.leg.map((one: Judgement) => one.timer.attribute));
        return pass('seen');
      },
    };
    const whole = [hop('alb', 'lb'), client, hop('database', 'db')];
    expect(found([clients], { path: whole }).map(shown)).toEqual(['pass clients app checkout -']);
    expect(found([clients], { path: [hop('alb', 'lb'), client] }).map(shown)).toEqual(['pass clients app checkout -']);
    // A client that nobody names shows nothing.
    expect(found([clients], { path: [hop('alb', 'lb'), hop('database', 'db')] })).toEqual([]);
    expect(seen).toEqual([['statement_timeout', 'transaction_timeout'], []]);
  });

  it('call a policy of roles with what each session gets, and leave paths alone that end before a database', () => {
    const role: Policy = {
      ...metadata,
      id: 'role',
      per: 'role',
      check: (it) => {
        const setting = it.session.statement_timeout;
        return pass(`${it.role ?? 'server'}: ${setting?.state === 'known' ? String(setting.value) : 'unknown'}`);
      },
    };
    expect(found([role], { roles: ['a', 'b'] }).map((one) => one.message)).toEqual(['a: 1', 'b: 900']);
    expect(found([role], { path: [hop('alb', 'lb'), client] })).toEqual([]);
  });

  it('call a policy of the estate once, with every path of each workload', () => {
    const estate: Policy = {
      ...metadata,
      id: 'estate',
      per: 'estate',
      check: ({ graph, workloads }) => [
        {
          resource: graph.groups[0]!,
          workload: null,
          role: null,
          verdict: pass(workloads.map((one) => `${one.workload.name} ${String(one.paths.length)}`).join()),
        },
      ],
    };
    const report = judged(facts, [workload({ path, roles: ['a', 'b'] }), workload({ name: 'other', path })], {
      policies: [estate],
    });
    expect(report.findings.map((one) => [one.resource, one.workload, one.message])).toEqual([
      ['g', null, 'checkout 1,other 1'],
    ]);
  });

  it('leave out what a policy does not apply to', () => {
    expect(found([{ ...idle, check: () => null }])).toEqual([]);
  });

  it('carry what mends a failure and what settles an unknown, and nothing else', () => {
    const open = [
      fact('alb', 'lb', { settings: { idle_timeout: unknown('later', 'apply first') } }),
      ...facts.slice(1),
    ];
    expect(found([idle], {}, open)[0]).toMatchObject({
      outcome: 'unknown',
      settles: 'apply first',
      fix: null,
      expected: null,
      actual: null,
    });
    expect(found([idle], { maxQueryDuration: 400 })[0]).toMatchObject({
      outcome: 'fail',
      settles: null,
      fix: { resource: 'lb', setting: 'idle_timeout', value: 401 },
      expected: '> 400',
      actual: 400,
      unit: 's',
    });
  });

  it('name the place of the value that decided, then the resource', () => {
    const location = { document: 'plan.json', pointer: '/value' };
    const placed = fact('alb', 'lb', {
      settings: {
        idle_timeout: {
          state: 'known',
          value: 60,
          from: [{ level: 'own', subject: 'lb', attribute: 'idle_timeout', text: '60', location }],
        },
      },
    });
    expect(found([idle], {}, [placed, ...facts.slice(1)])[0]?.locations).toEqual([location, { document: 'plan.json' }]);
  });

  describe('of a value that a hop sets in the session', () => {
    const known = (value: Json, pointer?: string): Setting => ({
      state: 'known',
      value,
      from: [
        {
          level: 'own',
          subject: 's',
          attribute: 'a',
          text: 'x',
          ...(pointer === undefined ? {} : { location: { document: 'plan.json', pointer } }),
        },
      ],
    });
    const database = [
      fact('instance', 'db', { links: { parameter_group: 'g' } }),
      fact('parameter-group', 'g', {
        settings: { parameters: known([{ name: 'statement_timeout', value: '1000', applyMethod: null }], '/group') },
      }),
    ];
    const placesOf = (settings: Parameters<typeof inline>[3], init: Setting): readonly unknown[] =>
      found(
        [statement],
        { path: [inline('client', 'client', 'app', settings), hop('proxy', 'p'), hop('database', 'db')] },
        [
          ...database,
          fact('proxy', 'p'),
          fact('proxy-target-group', 'pool', { links: { proxy: 'p' }, settings: { init_query: init } }),
        ],
      )[0]?.locations ?? [];

    it.each([
      ['the init query', {}, known('SET statement_timeout = 5', '/init'), '/init'],
      [
        'SET of the client',
        { session_parameters: known({ statement_timeout: '6' }, '/set') },
        known('SET statement_timeout = 5', '/init'),
        '/set',
      ],
    ] as const)('name %s', (_, settings, init, pointer) => {
      expect(placesOf(settings, init)[0]).toEqual({ document: 'plan.json', pointer });
    });

    it('name the resource before a value that was overruled, where the value itself has no place', () => {
      expect(placesOf({}, known('SET statement_timeout = 5'))).toEqual([
        { document: 'plan.json' },
        { document: 'plan.json', pointer: '/group' },
      ]);
    });
  });
});
