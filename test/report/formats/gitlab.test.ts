import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import type { Report } from '../../../lib/core/report';
import gitlab from '../../../lib/report/formats/gitlab';
import { examples, judgedExample } from '../judged-example';
import { failure, finding, mixed, plain, report, workload } from '../sample';

// As https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format has it; no schema of it is published.
const text = { type: 'string', minLength: 1 };
const validate = new Ajv2020({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: text,
      check_name: text,
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', minLength: 1, not: { pattern: '^\\./' } },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

type Violation = {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
};
const violations = (made: Report): readonly Violation[] => JSON.parse(gitlab.render(made, plain)) as Violation[];
const incomplete = { what: 'plan.json', why: 'made with -target', level: 'incomplete' } as const;
const targeted = { ...report().coverage, notes: [incomplete] };

describe('the GitLab report', () => {
  it.each(examples)('of %s reads like this', (name) => {
    const golden = readFileSync(path.join(__dirname, `../golden/${name}.gitlab.json`), 'utf8');
    expect(gitlab.render(judgedExample(name), plain)).toBe(golden);
  });

  it.each<[string, Report]>([
    ...examples.map((name): [string, Report] => [name, judgedExample(name)]),
    ['every kind of outcome', mixed()],
    ['nothing found', report({ findings: [], workloads: [] })],
    [
      'hostile names',
      report({ findings: [failure({ resource: '\u0000\ud800', locations: [{ document: './a\u001b.json' }] })] }),
    ],
  ])('keeps to the form, with fingerprints of their own: %s', (_, made) => {
    const rendered = violations(made);
    validate(rendered);
    expect(validate.errors ?? []).toEqual([]);
    expect(new Set(rendered.map(({ fingerprint }) => fingerprint)).size).toBe(rendered.length);
  });

  it('has what failed and what is unknown, and neither passes nor what is waived', () => {
    expect(violations(mixed()).map(({ check_name, severity }) => [check_name, severity])).toEqual([
      ['alb-idle-timeout-outlasts-query', 'critical'],
      ['alb-idle-timeout-outlasts-query', 'critical'],
      ['statement-timeout-outlasts-query', 'critical'],
      ['listener-idle-timeout-outlasts-silence', 'info'],
    ]);
  });

  it.each([
    ['error', 'critical'],
    ['warning', 'minor'],
    ['info', 'info'],
  ] as const)('shows a failure of severity %s as %s', (severity, shown) => {
    expect(violations(report({ findings: [failure({ severity })] }))[0]?.severity).toBe(shown);
  });

  it('says in one line what, for whom and what to do', () => {
    expect(violations(report({ findings: [failure()] }))[0]).toMatchObject({
      description:
        `${failure().message}; for checkout-api; fix: set idle_timeout of aws_lb.public to 91; ` +
        'more: holdfast explain alb-idle-timeout-outlasts-query',
      location: { path: 'plan.json', lines: { begin: 1 } },
    });
    const open = finding({ outcome: 'unknown', message: 'not known\nat all', settles: 'declare it' });
    expect(violations(report({ findings: [open, finding()] }))[0]?.description).toBe(
      'unknown: not known\\nat all; for checkout-api; settled by: declare it; ' +
        'more: holdfast explain alb-idle-timeout-outlasts-query',
    );
    const fix = {
      resource: 'app',
      type: 'role',
      setting: 'statement_timeout',
      value: 31,
      inDatabase: 'shop',
      note: 'Later.',
    };
    expect(violations(report({ findings: [failure({ fix })] }))[0]?.description).toContain(
      'fix: set statement_timeout of app in database shop to 31 (Later.);',
    );
  });

  it('names the source line where it is known', () => {
    const locations = [{ document: 'plan.json', file: './modules/db/main.tf', line: 12, column: 3 }];
    expect(violations(report({ findings: [failure({ locations })] }))[0]?.location).toEqual({
      path: 'modules/db/main.tf',
      lines: { begin: 12 },
    });
  });

  it('is never empty over what could not be judged', () => {
    const made = report({ coverage: targeted, findings: [finding(), failure({ severity: 'info' })] });
    expect(
      violations(made).map(({ check_name, severity, description }) => [check_name, severity, description]),
    ).toEqual([
      ['everything-asked-is-judged', 'major', 'could not be judged: plan.json: made with -target'],
      ['alb-idle-timeout-outlasts-query', 'info', expect.any(String)],
    ]);
    const open = workload({ name: 'etl', verdict: 'unknown', timeline: [] });
    expect(violations(report({ workloads: [workload(), open] })).map(({ severity }) => severity)).toEqual(['info']);
    expect(violations(report())).toEqual([]);
  });
});
