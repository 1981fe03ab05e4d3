import fc from 'fast-check';
import type { Verdict } from '../../lib/core/report';
import { known, unknown, type Setting } from '../../lib/core/setting';
import { fact, hop, inline, judged, rows, workload } from './estate';

const runs = { numRuns: 150, seed: 20270115 } as const;

/** A path with one timer of each kind that decides, each limit a parameter of the property. */
type Limits = {
  readonly balancer: Setting;
  readonly edge: Setting;
  readonly statement: string | null;
  readonly idle: string;
};
function verdictOf({ balancer, edge, statement, idle }: Limits, maxQueryDuration: number): Verdict {
  const facts = [
    fact('alb', 'lb', { settings: { idle_timeout: balancer } }),
    fact('instance', 'db', { links: { parameter_group: 'g' } }),
    fact('parameter-group', 'g', {
      settings: {
        parameters: rows({
          tcp_keepalives_idle: idle,
          ...(statement === null ? {} : { statement_timeout: statement }),
        }),
      },
    }),
  ];
  const firewall = inline('firewall', 'declared-firewall', 'edge', { tcp_idle_timeout: edge });
  const path = [hop('alb', 'lb'), inline('client', 'client', 'app'), firewall, hop('database', 'db')];
  return judged(facts, [workload({ maxQueryDuration, path })]).workloads[0]!.verdict;
}
const rank = { cut: 0, unknown: 1, holds: 2 } as const;
const seconds = fc.integer({ min: 1, max: 4000 });
const limits = fc.record({ balancer: seconds, edge: seconds, statement: seconds, idle: seconds, promise: seconds });

describe('verdicts', () => {
  const of = (one: { balancer: number; edge: number; statement: number; idle: number }): Limits => ({
    balancer: known(one.balancer),
    edge: known(one.edge),
    statement: String(one.statement * 1000),
    idle: String(one.idle),
  });

  it('raising a limit, and lowering the promise, never makes them worse', () => {
    fc.assert(
      fc.property(
        limits,
        fc.constantFrom('balancer', 'edge', 'statement'),
        fc.integer({ min: 0, max: 4000 }),
        (one, which, more) => {
          const before = rank[verdictOf(of(one), one.promise)];
          expect(
            rank[verdictOf(of({ ...one, [which]: one[which as 'edge'] + more }), one.promise)],
          ).toBeGreaterThanOrEqual(before);
          expect(rank[verdictOf(of(one), Math.max(1, one.promise - more))]).toBeGreaterThanOrEqual(before);
        },
      ),
      runs,
    );
  });

  it('agree with the rule, worked out here', () => {
    fc.assert(
      fc.property(limits, (one) => {
        const isKept = Math.max(one.idle, 30) < one.edge;
        const holds = one.balancer > one.promise && one.statement > one.promise && (one.edge > one.promise || isKept);
        expect(verdictOf(of(one), one.promise)).toBe(holds ? 'holds' : 'cut');
      }),
      runs,
    );
  });

  it('an unknown whose value decides is never a pass, and never a cut', () => {
    fc.assert(
      fc.property(fc.constantFrom('balancer', 'edge'), seconds, (which, promise) => {
        const all = {
          ...of({ balancer: 4000, edge: 6000, statement: 90_000, idle: 7200 }),
          [which]: unknown('not known', 'look'),
        };
        expect(verdictOf(all, Math.min(promise, 3999))).toBe('unknown');
      }),
      runs,
    );
  });

  it('one of two is what both are, and else unknown', () => {
    fc.assert(
      fc.property(limits, seconds, (one, other) => {
        const first = verdictOf(of(one), one.promise);
        const second = verdictOf(of({ ...one, balancer: other }), one.promise);
        const either: Setting = {
          state: 'one-of',
          candidates: [known(one.balancer), known(other)],
          why: 'w',
          settles: 's',
        };
        expect(verdictOf({ ...of(one), balancer: either }, one.promise)).toBe(first === second ? first : 'unknown');
      }),
      runs,
    );
  });
});
