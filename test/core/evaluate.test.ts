import type { Configuration, PolicyLevel, Waiver } from '../../lib/core/configuration';
import { evaluate, summarise, type Evaluation } from '../../lib/core/evaluate';
import { everyTimer } from '../../lib/core/every-timer';
import type { Policy } from '../../lib/core/policy';
import type { Phase } from '../../lib/core/timer';
import { timerVerdict } from '../../lib/core/verdicts';
import { kinds } from '../../lib/kinds';
import { fact, hop, inline, judged, readingsOf, rows, workload } from './estate';

const owns = (id: string, timers: readonly (readonly [string, Phase])[], own: Partial<Policy> = {}): Policy =>
  ({
    title: 't',
    severity: 'error',
    why: 'w',
    fix: 'f',
    refs: [],
    id,
    per: 'timer',
    judges: timers.map(([timer, phase]) => ({ timer, phase })),
    check: timerVerdict,
    ...own,
  }) as Policy;
const policies = [
  owns('alb-idle', [['alb.idle_timeout', 'query']]),
  owns('nlb-idle', [
    ['listener.tcp_idle_timeout', 'query'],
    ['listener.tcp_idle_timeout', 'pause'],
  ]),
  owns('statement', [['database.statement_timeout', 'query']], { severity: 'warning' }),
  owns('proxy-idle', [['proxy.idle_client_timeout', 'pause']]),
  owns('drain', [['target-group.deregistration_delay', 'rollout']], { severity: 'info' }),
];
const facts = [
  fact('alb', 'lb', { tags: { app: 'x' } }),
  fact('nlb', 'nlb'),
  fact('listener', 'tcp', { links: { load_balancer: 'nlb' }, settings: { protocol: 'TCP' } }),
  fact('proxy', 'proxy'),
  fact('instance', 'db', { links: { parameter_group: 'g' } }),
  fact('parameter-group', 'g', { settings: { parameters: rows({ statement_timeout: '30000' }) } }),
  fact('service', 'api'),
];
const path = [hop('alb', 'lb'), inline('client', 'client', 'app'), hop('database', 'db')];

function outcomes(
  own: Parameters<typeof workload>[0] = {},
  more: Partial<Evaluation> = {},
  config: Partial<Configuration> = {},
): readonly string[] {
  const report = judged(facts, [workload({ path, ...own })], { policies, ...more }, config);
  return report.findings.map((one) => `${one.severity} ${one.outcome} ${one.policy} ${one.resource}`);
}

describe('levels, selections and waivers', () => {
  const level = (policy: string, to: PolicyLevel['level']): PolicyLevel => ({ policy, level: to });
  it.each<[string, readonly PolicyLevel[], readonly string[]]>([
    ['as the policies say', [], ['error fail alb-idle lb', 'warning fail statement db']],
    ['by name', [level('statement', 'error')], ['error fail alb-idle lb', 'error fail statement db']],
    ['by glob', [level('*', 'info')], ['info fail alb-idle lb', 'info fail statement db']],
    [
      'the last one wins',
      [level('statement', 'error'), level('*', 'info')],
      ['info fail alb-idle lb', 'info fail statement db'],
    ],
    ['off', [level('*', 'off'), level('statement', 'info')], ['info fail statement db']],
  ])('the level of a policy: %s', (_, levels, expected) => {
    expect(outcomes({}, {}, { policies: levels })).toEqual(expected);
  });

  it.each<[string, Evaluation['select'], readonly string[]]>([
    ['policies', { policies: ['alb-*'] }, ['error fail alb-idle lb']],
    ['no policies named', { policies: [], workloads: [] }, ['error fail alb-idle lb', 'warning fail statement db']],
    ['all but some', { skipPolicies: ['alb-*', 'x'] }, ['warning fail statement db']],
    ['both', { policies: ['alb-idle', 'statement'], skipPolicies: ['statement'] }, ['error fail alb-idle lb']],
    ['workloads', { workloads: ['check*'] }, ['error fail alb-idle lb', 'warning fail statement db']],
    ['other workloads', { workloads: ['etl'] }, []],
  ])('selects %s', (_, select, expected) => {
    expect(outcomes({}, { select: select! })).toEqual(expected);
  });

  const waiver = (own: Partial<Waiver> = {}): Waiver => ({
    policy: 'alb-idle',
    resource: 'lb',
    workload: null,
    role: null,
    reason: 'r',
    owner: 'o',
    until: '2027-12-31',
    ...own,
  });
  it('excuses findings, counts them apart, and sorts them behind what is open', () => {
    const report = judged(facts, [workload({ path })], { policies }, { waivers: [waiver()] });
    expect(report.summary).toEqual({ passed: 0, failed: 1, unknown: 0, waived: 1 });
    expect(report.findings.map((one) => one.outcome)).toEqual(['fail', 'waived']);
    // A waiver excuses a finding, not the query: the verdict stays.
    expect(report.workloads[0]?.verdict).toBe('cut');
  });

  it.each<[string, Waiver, Evaluation['select'], readonly string[]]>([
    ['over', waiver({ until: '2027-01-14' }), undefined, ['the waiver ended on 2027-01-14']],
    ['unused', waiver({ policy: 'gone' }), undefined, ['the waiver excuses nothing: remove it']],
    ['unused in a run of some policies', waiver({ policy: 'statement' }), { policies: ['alb-idle'] }, []],
    ['about to end', waiver({ until: '2027-01-20' }), { policies: ['alb-idle'] }, ['the waiver ends on 2027-01-20']],
  ])('remarks on a waiver that is %s', (_, one, select, notes) => {
    const report = judged(
      facts,
      [workload({ path })],
      { policies, ...(select === undefined ? {} : { select }) },
      { waivers: [one] },
    );
    const remarks = report.coverage.notes.filter((note) => note.what.startsWith('waiver of'));
    expect(remarks.map((note) => note.why)).toEqual(notes);
  });
});

describe('the report', () => {
  it('sorts by outcome, severity, policy, resource, workload and role', () => {
    const workloads = [
      workload({ name: 'b', path, roles: ['y', 'x'] }),
      workload({ name: 'a', path, maxQueryDuration: 10 }),
    ];
    const report = judged(facts, workloads, { policies });
    expect(
      report.findings.map((one) => `${one.outcome} ${one.policy} ${one.workload ?? ''} ${one.role ?? ''}`),
    ).toEqual([
      'fail alb-idle b ',
      'fail statement b x',
      'fail statement b y',
      'pass alb-idle a ',
      'pass statement a ',
    ]);
  });

  it('does not depend on the order of the documents or facts', () => {
    const one = judged(facts, [workload({ path, roles: ['a', 'b'] }), workload({ name: 'free' })], { policies });
    const other = judged([...facts].reverse(), [workload({ path, roles: ['a', 'b'] }), workload({ name: 'free' })], {
      policies,
    });
    expect(other.findings).toEqual(one.findings);
    expect(other.workloads.map((each) => each.timeline)).toEqual(one.workloads.map((each) => each.timeline));
  });

  it('changes nothing of what it is given', () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
        Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    const input = freeze({
      readings: readingsOf(facts),
      configuration: {
        workloads: [workload({ path })],
        policies: [],
        declared: { roles: {}, parameterGroups: {} },
        waivers: [],
        scope: null,
      },
      kinds,
      policies,
      today: '2027-01-01',
      version: '1.2.3',
      partial: false,
    });
    expect(evaluate(input)).toMatchObject({ version: 1, tool: { name: 'holdfast', version: '1.2.3' } });
  });

  it('counts outcomes', () => {
    const [finding] = judged(facts, [workload({ path })], { policies }).findings;
    const of = (outcome: 'pass' | 'fail' | 'unknown' | 'waived') => ({ ...finding!, outcome });
    expect(summarise([of('pass'), of('fail'), of('fail'), of('unknown'), of('waived')])).toEqual({
      passed: 1,
      failed: 2,
      unknown: 1,
      waived: 1,
    });
  });
});

describe('without a path', () => {
  it('judges databases, and gives unknown for load balancers that may be on the path', () => {
    const report = judged(facts, [workload()], { policies });
    expect(report.findings.map((one) => [one.outcome, one.resource])).toEqual([
      ['fail', 'db'],
      ['unknown', 'lb'],
      ['pass', 'tcp'],
    ]);
    expect(report.findings[1]).toMatchObject({
      message: expect.stringContaining('if lb is on the path, it cuts at 60 s') as string,
      fix: null,
    });
    expect(report.workloads[0]).toMatchObject({ verdict: 'cut', cutBy: 'db', cutAt: 30 });
  });

  it('never fails for a load balancer alone', () => {
    const safe = facts
      .filter((one) => one.subject !== 'g')
      .map((one) => (one.subject === 'db' ? fact('instance', 'db') : one));
    const report = judged(safe, [workload({ maxQueryDuration: 86_400 })], { policies });
    expect(report.summary.failed).toBe(0);
    expect(report.workloads[0]?.verdict).toBe('unknown');
  });
});

describe('every timer in view', () => {
  const report = (seconds: number): ReturnType<typeof evaluate> =>
    evaluate({
      readings: readingsOf(facts),
      configuration: everyTimer(seconds),
      kinds,
      policies,
      today: '2027-01-01',
      version: '0',
      partial: false,
    });

  it('judges each timer once, with the policies that cut queries', () => {
    expect(report(300).findings.map((one) => [one.outcome, one.policy, one.resource])).toEqual([
      ['fail', 'alb-idle', 'lb'],
      ['fail', 'statement', 'db'],
      ['pass', 'nlb-idle', 'tcp'],
    ]);
  });

  it('does not know who keeps a flow alive', () => {
    expect(report(600).findings.find((one) => one.resource === 'tcp')?.outcome).toBe('unknown');
  });
});

it('judges nothing out of nothing', () => {
  const empty = judged([], [], { policies });
  expect(empty).toMatchObject({ findings: [], workloads: [], coverage: { documents: [], judged: [], onNoPath: [] } });
  const pathless = judged([], [workload()], { policies });
  expect(pathless.workloads[0]?.verdict).toBe('unknown');
  expect(pathless.coverage.notes).toMatchObject([
    { level: 'incomplete', why: 'workload checkout has no path and no PostgreSQL database is in view' },
  ]);
});
