import fc from 'fast-check';
import type { Configuration, PathEntry, Workload } from '../../lib/core/configuration';
import { evaluate } from '../../lib/core/evaluate';
import type { Fact, Link } from '../../lib/core/fact';
import type { Policy } from '../../lib/core/policy';
import type { Report } from '../../lib/core/report';
import { known, table, unknown, type Json, type Setting } from '../../lib/core/setting';
import type { Phase } from '../../lib/core/timer';
import { timerVerdict } from '../../lib/core/verdicts';
import { kinds } from '../../lib/kinds';
import { fact, hop, inline, probing, readingsOf, workload } from './estate';

const runs = { numRuns: 150, seed: 20270115 } as const;

/** One policy for every timer that any kind runs. */
const policies: readonly Policy[] = [...new Set(kinds.flatMap((kind) => kind.timers.map((timer) => timer.name)))].map(
  (name) => ({
    id: name,
    title: name,
    severity: 'error',
    why: 'w',
    fix: 'f',
    refs: [],
    per: 'timer',
    judges: (['query', 'pause', 'rollout', 'conflict'] as const).map((phase: Phase) => ({ timer: name, phase })),
    check: timerVerdict,
  }),
);

const subjects = ['a', 'b', 'c', 'd', 'e', '__proto__', 'module.x.f', 'g[0]'];
const anySubject = fc.constantFrom(...subjects);
const anyJson: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    0,
    1,
    60,
    350,
    86_400,
    -1,
    1e300,
    true,
    false,
    '',
    'TCP',
    'TLS',
    'HTTP',
    '30s',
    '0',
    '__proto__',
  ),
  fc.constantFrom<Json>([], {}, [
    { name: 'statement_timeout', value: '1000', state: 'known', applyMethod: 'pending-reboot' },
  ]),
  fc.constantFrom<Json>([{ name: null, value: null, state: 'unknown', applyMethod: null }], [1, null, 'x'], {
    statement_timeout: '5s',
  }),
);
const anySetting: fc.Arbitrary<Setting> = fc.oneof(
  anyJson.map((value) => known(value, { level: 'own' as const, subject: 's', attribute: 'a', text: String(value) })),
  fc.constant(unknown('not known', 'look')),
  fc.tuple(anyJson, anyJson).map(([one, two]) => ({
    state: 'one-of' as const,
    candidates: [known(one), known(two)],
    why: 'a choice',
    settles: 'look',
  })),
);
const anyTarget = fc.oneof(
  anySubject.map((subject) => ({ id: `plan.json#${subject}` })),
  anySubject.map((name) => ({ name })),
  fc.constant({ id: 'dangling' }),
);
const anyLink: fc.Arbitrary<Link> = fc.oneof(
  anyTarget.map((to) => ({ state: 'linked' as const, to, sure: 'exact' as const, attribute: 'l' })),
  fc
    .array(anyTarget, { maxLength: 3 })
    .map((to) => ({ state: 'one-of' as const, to, attribute: 'l', why: 'w', settles: 's' })),
  fc.constant({ state: 'absent' as const, attribute: 'l' }),
  fc.constant({ state: 'unknown' as const, attribute: 'l', why: 'w', settles: 's' }),
);

/** A resource of any kind, with any of its settings and links said, well or badly. */
const anyFact: fc.Arbitrary<Fact> = fc
  .tuple(
    fc.constantFrom(...kinds, null),
    anySubject,
    fc.constantFrom('plan.json', 'state.json'),
    fc.infiniteStream(anySetting),
    fc.infiniteStream(fc.array(anyLink, { maxLength: 2 })),
    fc.infiniteStream(fc.nat(2)),
  )
  .map(([kind, subject, document, settings, links, dice]) => {
    const roll = (): number => Number(dice.next().value);
    const own = fact(kind?.name ?? 'other', subject, {
      document,
      source: document === 'plan.json' ? 'plan' : 'state',
      names: [subject],
      identity: roll() === 0 ? { arn: subject } : { region: 'r', account: '1', identifier: subject },
      tags: { t: subject },
      ...(roll() === 0
        ? {
            change: {
              action: 'update' as const,
              before: table<Json>([
                ['parameter_group_name', 'a'],
                ['parameter', []],
              ]),
            },
          }
        : {}),
    });
    return {
      ...own,
      settings: table(
        Object.keys(kind?.settings ?? {}).flatMap((name): [string, Setting][] =>
          roll() > 0 ? [[name, settings.next().value as Setting]] : [],
        ),
      ),
      links: table(
        Object.keys(kind?.links ?? {}).flatMap((name): [string, Link[]][] =>
          roll() > 0 ? [[name, links.next().value as Link[]]] : [],
        ),
      ),
    };
  });
const anyEstate = fc.uniqueArray(anyFact, { maxLength: 12, selector: (one) => one.id });

const keys = [...new Set(kinds.flatMap((kind) => kind.hop?.key ?? [])), null];
const anyEntry: fc.Arbitrary<PathEntry> = fc.oneof(
  fc
    .record({ key: fc.constantFrom(...keys), name: fc.oneof(anySubject, fc.constantFrom('**', '*', 'module.x', '')) })
    .map(({ key, name }) => hop(key, name)),
  fc
    .record({ key: fc.constantFrom(...keys) })
    .map(({ key }): PathEntry => ({ key, select: { by: 'tag', tags: { t: '*' } }, port: 5432, endpoint: 'reader' })),
  fc.constantFrom(
    inline('client', 'client', 'app'),
    probing(60, 10),
    inline('pooler', 'pooler', 'bouncer'),
    inline('firewall', 'declared-firewall', 'edge'),
    inline('database', 'declared-database', 'pg'),
  ),
);
const anyPromise = fc.option(fc.nat(10_000));
const anyWorkload: fc.Arbitrary<Workload> = fc
  .record({
    roles: fc.array(fc.constantFrom('a', '*', '__proto__'), { maxLength: 2 }),
    maxQueryDuration: fc.nat(10_000),
    maxSilence: anyPromise,
    maxTransactionDuration: anyPromise,
    maxIdle: anyPromise,
    maxIdleInTransaction: anyPromise,
    maxConnectionAge: anyPromise,
    path: fc.oneof(fc.array(anyEntry, { maxLength: 5 }), fc.constantFrom(null, 'every-timer' as const)),
    scope: fc.constantFrom(null, { source: ['plan.json'] }, { region: 'r' }, { account: '2' }),
  })
  .map((own) => workload(own));

function reportOf(facts: readonly Fact[], workloads: readonly Workload[], own: Partial<Configuration> = {}): Report {
  return evaluate({
    readings: readingsOf(facts),
    configuration: {
      workloads,
      policies: [],
      declared: { roles: table(), parameterGroups: table() },
      waivers: [],
      scope: null,
      ...own,
    },
    kinds,
    policies,
    today: '2027-01-15',
    version: '0',
    partial: false,
  });
}

describe('whatever the estate and the configuration', () => {
  it('evaluation never throws, and says the same twice', () => {
    fc.assert(
      fc.property(anyEstate, fc.array(anyWorkload, { maxLength: 3 }), (facts, workloads) => {
        const report = reportOf(facts, workloads);
        expect(report.workloads).toHaveLength(workloads.length);
        expect(reportOf(facts, workloads)).toEqual(report);
      }),
      runs,
    );
  });

  it('what holds was judged: nothing that decides may cut, and nothing was left out', () => {
    fc.assert(
      fc.property(anyEstate, anyWorkload, (facts, one) => {
        const report = reportOf(facts, [one]);
        const [judgedOne] = report.workloads;
        if (judgedOne?.verdict !== 'holds') return;
        const deciding = judgedOne.timeline.filter((row) => row.decides);
        expect(deciding.length).toBeGreaterThan(0);
        expect(deciding.filter((row) => row.effect === 'cuts' || row.effect === 'may-cut')).toEqual([]);
        expect(report.coverage.notes.filter((note) => note.level === 'incomplete')).toEqual([]);
      }),
      runs,
    );
  });

  it('a cut has a finding', () => {
    fc.assert(
      fc.property(anyEstate, anyWorkload, (facts, one) => {
        const report = reportOf(facts, [one]);
        for (const row of report.workloads.flatMap((each) => each.timeline))
          if (row.effect === 'cuts' && (row.phase === 'query' || one.path !== 'every-timer'))
            expect(
              report.findings.some((finding) => finding.resource === row.resource && finding.outcome === 'fail'),
            ).toBe(true);
      }),
      runs,
    );
  });

  it('no prototype is touched', () => {
    fc.assert(
      fc.property(anyEstate, anyWorkload, (facts, one) => {
        reportOf(facts, [one]);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { ...runs, numRuns: 20 },
    );
  });
});
