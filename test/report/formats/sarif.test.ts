import { readFileSync } from 'node:fs';
import path from 'node:path';
import { builtinPolicies } from 'holdfast';
import type { Report } from '../../../lib/core/report';
import sarif from '../../../lib/report/formats/sarif';
import type { SarifLog, SarifResult, SarifRun } from '../../../lib/report/sarif-log';
import { fingerprintOf } from '../../../lib/report/fingerprint';
import { examples, judgedExample } from '../judged-example';
import { failure, finding, mixed, plain, report, workload } from '../sample';
import { sarifErrors } from '../sarif-schema';

const context = { ...plain, policies: builtinPolicies };
const runOf = (made: Report): SarifRun => (JSON.parse(sarif.render(made, context)) as SarifLog).runs[0]!;
const only = (change: Parameters<typeof failure>[0]): SarifResult =>
  runOf(report({ findings: [failure(change)] })).results[0]!;
const withNote = (level: 'incomplete' | 'unread' | 'info'): Report => {
  const made = report();
  return { ...made, coverage: { ...made.coverage, notes: [{ what: 'plan.json', why: 'made with -target', level }] } };
};
const waiver = mixed().findings.find(({ outcome }) => outcome === 'waived')!.waiver!;

describe('the SARIF report', () => {
  it.each(examples)('of %s reads like this', (name) => {
    const made = judgedExample(name);
    // Only the rules that have results: the texts of all policies are held by their own tests.
    const used = new Set(made.findings.filter(({ outcome }) => outcome !== 'pass').map(({ policy }) => policy));
    const policies = builtinPolicies.filter(({ id }) => used.has(id));
    const rendered = sarif.render(
      { ...made, findings: made.findings.filter((one) => one.outcome !== 'pass') },
      { ...plain, policies },
    );
    expect(rendered).toBe(readFileSync(path.join(__dirname, `../golden/${name}.sarif.json`), 'utf8'));
  });

  it.each<[string, Report]>([
    ...examples.map((name): [string, Report] => [name, judgedExample(name)]),
    ['every kind of outcome', mixed()],
    ['nothing found', report({ findings: [], workloads: [] })],
    ['what could not be judged', withNote('incomplete')],
    [
      'hostile names',
      report({
        findings: [
          failure({
            resource: 'a\u0000\ud800<b>"',
            policy: 'no such',
            locations: [{ document: 'a b\\c#?%[x]\ud800.json' }],
          }),
          failure({
            role: 'x',
            locations: [{ document: '/abs/ä.json', line: 2, column: 1, file: 'C:\\x y\\main.tf' }],
          }),
          failure({ role: 'y', locations: [{ document: '/abs/ä.json' }] }),
        ],
      }),
    ],
  ])('keeps to the published schema: %s', (_, made) => {
    const rendered = sarif.render(made, context);
    expect(sarifErrors(rendered)).toEqual([]);
    expect(sarif.render(made, context)).toBe(rendered);
  });

  it('has every policy as a rule, and each result points at its own', () => {
    const { tool, results } = runOf(mixed());
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toEqual(expect.arrayContaining(builtinPolicies.map(({ id }) => id)));
    expect(results.map(({ ruleIndex }) => ids[ruleIndex])).toEqual(results.map(({ ruleId }) => ruleId));
    expect(tool.driver.rules.find(({ id }) => id === 'alb-idle-timeout-outlasts-query')).toMatchObject({
      name: 'AlbIdleTimeoutOutlastsQuery',
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['reliability', 'postgresql'], 'problem.severity': 'error' },
    });
  });

  it('tells outcomes apart, worst first, and leaves passes out', () => {
    const told = runOf(mixed()).results.map(({ ruleId, kind, level, suppressions }) => [
      ruleId,
      kind,
      level,
      suppressions.length,
    ]);
    expect(told).toEqual([
      ['alb-idle-timeout-outlasts-query', 'fail', 'error', 0],
      ['alb-idle-timeout-outlasts-query', 'fail', 'error', 0],
      ['statement-timeout-outlasts-query', 'fail', 'error', 0],
      ['listener-idle-timeout-outlasts-silence', 'open', 'none', 0],
      ['nlb-drain-outlasts-query', 'fail', 'note', 1],
    ]);
    expect(only({ severity: 'warning' }).level).toBe('warning');
    expect(only({ severity: 'info' }).level).toBe('note');
  });

  it('says what failed, for whom and what to do', () => {
    expect(only({}).message.text.split('\n')).toEqual([
      failure().message,
      'for checkout-api',
      'fix:',
      '  resource "aws_lb" "public" {',
      '    idle_timeout = 91',
      '  }',
      'more: holdfast explain alb-idle-timeout-outlasts-query',
    ]);
  });

  it('suppresses what is waived, with reason, owner and end', () => {
    const result = only({ outcome: 'waived', waiver });
    const justification = 'retired with the 2027 migration (owner payments, until 2027-01-31)';
    expect(result.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification }]);
    expect(result.message.text).toContain(`waived: ${justification}`);
    const endless = only({ outcome: 'waived', waiver: { ...waiver, until: '9999-12-31' } });
    expect(endless.suppressions[0]?.justification).toBe('retired with the 2027 migration (owner payments, no end)');
  });

  it('names the source line where it is known, and the other end of the join', () => {
    const group = { document: 'plan.json', file: 'modules/db/groups.tf', line: 12, column: 3 };
    const own = { document: 'plan.json', file: 'main.tf', line: 4 };
    const step = {
      level: 'instance-group',
      subject: 'aws_db_parameter_group.pg',
      attribute: 'statement_timeout',
      text: '20000',
      location: group,
    } as const;
    const result = only({ resource: 'aws_db_instance.orders', provenance: [step], locations: [own, group] });
    expect(result.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'main.tf', uriBaseId: '%SRCROOT%' }, region: { startLine: 4 } },
        logicalLocations: [{ fullyQualifiedName: 'aws_db_instance.orders', kind: 'resource' }],
      },
    ]);
    expect(result.relatedLocations).toEqual([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'modules/db/groups.tf', uriBaseId: '%SRCROOT%' },
          region: { startLine: 12, startColumn: 3 },
        },
        message: { text: 'statement_timeout of aws_db_parameter_group.pg = 20000 (modules/db/groups.tf:12:3)' },
      },
    ]);
    expect(Object.keys(result.partialFingerprints)).toEqual(['holdfast/v1']);
  });

  it('says that the line is not known where it stands for the document', () => {
    const [location] = only({}).locations;
    expect(location?.physicalLocation.region).toEqual({ startLine: 1 });
    expect(location?.message?.text).toBe('the line is not known; in the document at plan.json /resource_changes/3');
    const key = fingerprintOf(failure());
    expect(only({}).partialFingerprints).toEqual({ 'holdfast/v1': key, primaryLocationLineHash: key });
    expect(only({ locations: [] }).locations[0]?.message?.text).toBe(
      'no source shows a place; holdfast.yaml stands for what was judged',
    );
  });

  it.each([
    ['a b/c#d?e%[x].json', 'a%20b/c%23d%3Fe%25%5Bx%5D.json', '%SRCROOT%'],
    ['a:b.json', 'a%3Ab.json', '%SRCROOT%'],
    ['/abs/plan.json', 'file:///abs/plan.json', undefined],
    ['C:\\x y\\plan.json', 'file:///C:/x%20y/plan.json', undefined],
  ])('writes %s as a URI', (document, uri, uriBaseId) => {
    const { artifactLocation } = only({ locations: [{ document }] }).locations[0]!.physicalLocation;
    expect(artifactLocation).toEqual(uriBaseId === undefined ? { uri } : { uri, uriBaseId });
  });

  it('lets no name become a link', () => {
    expect(only({ message: 'see [here](https://evil.example)' }).message.text).toContain(
      '[here] (https://evil.example)',
    );
  });

  it('is never green over what could not be judged', () => {
    const { invocations, results } = runOf(withNote('incomplete'));
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'plan.json: made with -target' } }],
      },
    ]);
    expect(results.map(({ ruleId, kind, level, message }) => [ruleId, kind, level, message.text])).toEqual([
      ['everything-asked-is-judged', 'fail', 'error', 'could not be judged: plan.json: made with -target'],
    ]);
    expect(runOf(report({ findings: [], workloads: [] })).results).toHaveLength(1);
  });

  it('tells what could not be read without failing, and a workload that no finding explains', () => {
    expect(runOf(withNote('unread')).invocations[0]).toEqual({
      executionSuccessful: true,
      toolExecutionNotifications: [
        { level: 'warning', message: { text: 'could not be read: plan.json: made with -target' } },
      ],
    });
    const open = workload({ name: 'etl', verdict: 'unknown', timeline: [] });
    const { results, properties } = runOf(report({ workloads: [workload(), open] }));
    expect(results.map(({ kind, level }) => [kind, level])).toEqual([['open', 'none']]);
    expect(properties).toMatchObject({ workloads: [{ verdict: 'holds' }, { name: 'etl', verdict: 'unknown' }] });
  });

  it('stays below what GitHub takes, and says what it left out', () => {
    const many = Array.from({ length: 25_001 }, (_, at) => failure({ resource: `aws_lb.n${at}`, fix: null }));
    const { results, invocations } = runOf(report({ findings: [finding({ outcome: 'unknown' }), ...many] }));
    expect(results).toHaveLength(25_000);
    expect(results.every(({ level }) => level === 'error')).toBe(true);
    expect(invocations[0]?.toolExecutionNotifications[0]?.message.text).toBe(
      '2 results are left out, the least severe: code scanning takes 25000; the json report has all',
    );
    const places = Array.from({ length: 300 }, (_, at) => ({ document: 'plan.json', pointer: `/${at}` }));
    expect(only({ locations: places }).relatedLocations).toHaveLength(100);
  });
});
