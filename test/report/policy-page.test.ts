import type { Kind } from '../../lib/core/kind';
import type { Policy } from '../../lib/core/policy';
import { table } from '../../lib/core/setting';
import { paint } from '../../lib/shell/colour';
import { policyList, policyPage } from '../../lib/report/policy-page';

const about = {
  title: 'The idle timeout of an ALB outlasts the request',
  severity: 'error',
  why: 'An ALB answers HTTP 504 when the target sends nothing for its idle timeout.\nThe query runs on.',
  fix: 'Raise idle_timeout above the longest request.',
  refs: ['ELB guide, idle timeout'],
} as const;
const timer: Policy = {
  id: 'alb-idle-timeout-outlasts-query',
  ...about,
  per: 'timer',
  judges: [
    { timer: 'alb.idle_timeout', phase: 'query' },
    { timer: 'nobody.knows', phase: 'pause' },
  ],
  check: () => null,
};
const hop: Policy = { ...timer, id: 'hop-policy', refs: [], per: 'hop', kinds: ['alb', 'other'], check: () => null };
const estate: Policy = { ...about, id: 'estate-policy', severity: 'info', per: 'estate', check: () => [] };
const kinds: readonly Kind[] = [
  {
    name: 'alb',
    title: 'Application Load Balancer',
    settings: table(),
    links: table(),
    timers: [
      {
        name: 'alb.idle_timeout',
        class: 'data-idle',
        phases: ['query'],
        value: { setting: 'idle_timeout' },
        expiry: 'http-504',
        cite: 'aws-network 2',
      },
    ],
  },
];
const page = (policy: Policy, width = 80): string => policyPage(policy, { width, paint: paint(false), kinds });

describe("a policy's page", () => {
  it('tells all that the policy says of itself', () => {
    expect(page(timer)).toBe(`alb-idle-timeout-outlasts-query
The idle timeout of an ALB outlasts the request
severity: error; judged once for each timer, workload and role

Why
  An ALB answers HTTP 504 when the target sends nothing for its idle timeout.
  The query runs on.

Judges
  alb.idle_timeout, phase query: data-idle timer of Application Load Balancer
    (aws-network 2)
  nobody.knows, phase pause

Fix
  Raise idle_timeout above the longest request.

References
  ELB guide, idle timeout
`);
  });

  it('names the kinds of hop', () => {
    expect(page(hop)).toContain('\nJudges\n  alb: Application Load Balancer\n  other\n');
    expect(page(hop)).not.toContain('References');
  });

  it('leaves out what there is not', () => {
    expect(page(estate)).toContain('severity: info; judged once for everything in view\n');
    expect(page(estate)).not.toContain('Judges');
  });

  it('lets no control character through', () => {
    expect(page({ ...estate, title: 'a\u001bb', why: 'c\u009bd' })).toContain('a\\u{1b}b');
  });
});

describe('the list of policies', () => {
  it('has id, severity and title in columns', () => {
    expect(policyList([timer, estate], 100)).toBe(
      `alb-idle-timeout-outlasts-query  error    The idle timeout of an ALB outlasts the request
estate-policy                    info     The idle timeout of an ALB outlasts the request
`,
    );
  });

  it('puts titles below where there is no room beside', () => {
    expect(policyList([timer], 60)).toBe(`alb-idle-timeout-outlasts-query  error
    The idle timeout of an ALB outlasts the request
`);
  });
});
