import fc from 'fast-check';
import { runTaskCallback, runTaskResult } from '../../lib/report/run-task';
import { builtinPolicies } from '../../lib/shell/builtin-policies';
import { hostileNames, hostileReport } from './hostile';
import { readMarkdown } from './markdown-reader';
import { failure, finding, report, row, workload } from './sample';

const result = (change: Parameters<typeof report>[0], code: 0 | 1 | 2 = 1) =>
  runTaskResult(report(change), code, builtinPolicies);

describe('the result of a run task', () => {
  it.each([
    [0, 'passed'],
    [1, 'failed'],
    [2, 'failed'],
  ] as const)('with exit code %i has %s', (code, status) => {
    expect(result({}, code)).toMatchObject({
      status,
      message: 'the workload holds. 1 workload: 1 holds; findings: 1 passed',
    });
  });

  it('tells verdicts first, then what could not be judged, what failed, what is unknown, and the coverage', () => {
    const { outcomes } = result({
      workloads: [workload(), workload({ name: 'etl', verdict: 'unknown', timeline: [] })],
      findings: [
        finding({ outcome: 'unknown', policy: 'nlb-idle-timeout-is-kept-alive', settles: 'apply it' }),
        failure(),
        finding(),
      ],
      coverage: {
        documents: [{ name: 'acme/orders', source: 'plan', resources: 2 }],
        judged: ['aws_lb.public'],
        onNoPath: [],
        notDeclared: [],
        notes: [{ what: 'acme/orders', why: 'it was made with -target', level: 'incomplete' }],
      },
    });
    expect(outcomes.map((one) => [one['outcome-id'], one.tags.Status[0]?.label, one.tags.Severity?.[0]])).toEqual([
      ['workload:etl', 'Unknown', undefined],
      ['workload:checkout-api', 'Holds', undefined],
      ['everything-asked-is-judged', 'Not judged', undefined],
      ['alb-idle-timeout-outlasts-query', 'Failed', { label: 'error', level: 'error' }],
      ['nlb-idle-timeout-is-kept-alive', 'Unknown', { label: 'error', level: 'none' }],
      ['coverage', 'Coverage', undefined],
    ]);
  });

  it('tells of a failure the numbers, the place, the fix, and where to read on', () => {
    const [, failed] = result({ findings: [failure()] }).outcomes;
    expect(failed).toEqual({
      'outcome-id': 'alb-idle-timeout-outlasts-query',
      description: 'alb-idle-timeout-outlasts-query: aws_lb.public',
      tags: { Status: [{ label: 'Failed', level: 'error' }], Severity: [{ label: 'error', level: 'error' }] },
      url: builtinPolicies.find(({ id }) => id === 'alb-idle-timeout-outlasts-query')?.refs[0],
      body: [
        '`idle_timeout` of `aws_lb.public` is 60 s (default), so callers get HTTP 504 at 60 s while a request of `checkout-api` may take 90 s (for checkout-api)',
        'At `plan.json /resource_changes/3`',
        '**Fix**:',
        '```hcl\nresource "aws_lb" "public" {\n  idle_timeout = 91\n}\n```',
        'More: `holdfast explain alb-idle-timeout-outlasts-query`',
      ].join('\n\n'),
    });
  });

  it('tells the headline of a workload that is cut', () => {
    const cut = row({ effect: 'cuts', at: { from: 60, to: 60 }, caller: { sees: 'HTTP 504', at: 60 } });
    const [first] = result({
      workloads: [workload({ verdict: 'cut', cutAt: 60, phase: 'query', timeline: [cut] })],
    }).outcomes;
    expect(first).toMatchObject({
      description: expect.stringMatching(/^checkout-api is cut at 60 s by idle_timeout of aws_lb\.public\./) as unknown,
      tags: { Status: [{ label: 'Cut', level: 'error' }] },
    });
  });

  it('ends where nobody reads on, and says how much is left', () => {
    const findings = Array.from({ length: 80 }, (_, at) => failure({ resource: `aws_lb.n${at}`, message: `m${at}` }));
    const { outcomes } = result({ findings });
    // A verdict, 49 failures, and the coverage.
    expect(outcomes).toHaveLength(51);
    expect(outcomes.at(-1)).toMatchObject({
      description: 'Coverage, and 31 more findings',
      body: expect.stringMatching(/^31 more findings are not listed here\.\n\n```text\n/) as unknown,
    });
  });

  it('stays below the limits of HCP Terraform, whatever names are', () => {
    const names = fc.oneof(fc.constantFrom(...hostileNames), fc.string(), fc.constant('x`'.repeat(50_000)));
    fc.assert(
      fc.property(names, (name) => {
        const { message, outcomes } = runTaskResult(hostileReport(name), 1, []);
        expect(message.length).toBeLessThanOrEqual(250);
        for (const one of outcomes) {
          expect(one.description.length).toBeLessThanOrEqual(250);
          expect(one.description).not.toMatch(/[\n\r\u001b\u202e]/);
          expect(one['outcome-id'].length).toBeLessThanOrEqual(250);
          expect(Buffer.byteLength(one.body)).toBeLessThan(1_000_000);
          expect(one.body).not.toMatch(/[\u001b\u202e]/);
          // Throws where a fence stays open.
          expect(readMarkdown(`\n${one.body}`).prose.join('\n')).not.toMatch(/<(?!=)|@|\]\(/);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe('the callback of a run task', () => {
  const passed = result({}, 0);

  it('is JSON:API, with the outcomes as a relationship', () => {
    expect(JSON.parse(runTaskCallback(passed, true))).toEqual({
      data: {
        type: 'task-results',
        attributes: { status: 'passed', message: passed.message },
        relationships: {
          outcomes: { data: passed.outcomes.map((attributes) => ({ type: 'task-result-outcomes', attributes })) },
        },
      },
    });
  });

  it.each([
    ['they are not taken', passed, false],
    ['there are none', { ...passed, outcomes: [] }, true],
  ])('leaves them out where %s', (_, one, withOutcomes) => {
    expect(JSON.parse(runTaskCallback(one, withOutcomes))).toEqual({
      data: { type: 'task-results', attributes: { status: 'passed', message: passed.message } },
    });
  });
});
