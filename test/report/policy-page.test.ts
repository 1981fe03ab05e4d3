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
const shown = { kinds, policies: [timer, hop, estate], says: null };
const page = (policy: Policy, width = 80): string => policyPage(policy, { width, paint: paint(false), ...shown });

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

What is seen
  HTTP 504, or another error in place of the response

Fix
  Raise idle_timeout above the longest request.

Options
  Measured above the client against \`request.maxSilence\`, else
    \`request.maxDuration\`, else \`maxQueryDuration\`, with \`headroom\` added.
  Measured below the client against \`maxSilence\`, else \`maxQueryDuration\`, with
    \`headroom\` added.
  Level: error, unless \`policies\` says off, warning or info.
  A waiver excuses a finding up to a day:

    policies:
      alb-idle-timeout-outlasts-query: info
    waivers:
      - policy: alb-idle-timeout-outlasts-query
        resource: '**'
        reason: 'why it may stay'
        owner: 'who answers for it'
        until: '2027-01-31'

References
  ELB guide, idle timeout

Related
  hop-policy: The idle timeout of an ALB outlasts the request
`);
  });

  it('shows the example, what is said of it, and what is different in the mended one', () => {
    const configuration = { workloads: [{ name: 'api', maxQueryDuration: '90s' }] };
    const bad = { resources: { 'aws_lb.a': { idle_timeout: 60 }, 'aws_lb.b': { internal: true } }, configuration };
    const good = { ...bad, resources: { ...bad.resources, 'aws_lb.a': { idle_timeout: 91 } } };
    const says = { resource: 'aws_lb.a', message: '60 s is too short' };
    const text = policyPage({ ...timer, example: { bad, good } }, { width: 80, paint: paint(false), ...shown, says });
    expect(text).toContain(`
An example that fails
    resource "aws_lb" "a" {
      idle_timeout = 60
    }

    resource "aws_lb" "b" {
      internal = true
    }

    # holdfast.yaml
    version: 1
    workloads:
      - name: api
        maxQueryDuration: 90s

  Holdfast says: 60 s is too short.

The same, mended
    resource "aws_lb" "a" {
      idle_timeout = 91
    }

Fix
`);
    expect(text).toContain('        resource: aws_lb.a\n');
  });

  it('names the kinds of hop', () => {
    expect(page(hop)).toContain('\nJudges\n  alb: Application Load Balancer\n  other\n');
    expect(page(hop)).not.toContain('References');
  });

  it('leaves out what there is not', () => {
    expect(page(estate)).toContain('severity: info; judged once for everything in view\n');
    expect(page(estate)).not.toMatch(/Judges|What is seen|An example|Related|Measured/);
  });

  it('says of a policy that never fails what its findings are', () => {
    expect(page({ ...estate, never: 'fail' })).toContain('It never fails: what does not pass is unknown');
  });

  it('lets no control character through', () => {
    expect(page({ ...estate, title: 'a\u001bb', why: 'c\u009bd' })).toContain('a\\u{1b}b');
    const configuration = { workloads: [{ name: 'e\u001b[2Jf' }] };
    const evil = { ...estate, example: { bad: { configuration }, good: { configuration } } };
    expect(page(evil)).not.toMatch(/\u001b|\u009b/);
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
