import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../../lib/core/report';
import junit from '../../../lib/report/formats/junit';
import { examples, judgedExample } from '../judged-example';
import { junitErrors } from '../junit-schema';
import { failure, finding, mixed, plain, report, workload } from '../sample';
import { readXml, type Element } from '../xml-reader';

const read = (made: Report): Element => readXml(junit.render(made, plain));
const casesOf = (suite: Element): readonly Element[] => suite.children.filter(({ name }) => name === 'testcase');
const told = (suite: Element): readonly (string | undefined)[][] =>
  casesOf(suite).map(({ attributes, children }) => [
    attributes['name'],
    children[0]?.name,
    children[0]?.attributes['message'],
  ]);
const incomplete = { what: 'plan.json', why: 'made with -target', level: 'incomplete' } as const;
const hostile = 'a\u0000\u001b[31m]]>\ufffe\ud800<b>&"\'\n\u202e';

describe('the JUnit report', () => {
  it.each(examples)('of %s reads like this', (name) => {
    const golden = readFileSync(path.join(__dirname, `../golden/${name}.junit.xml`), 'utf8');
    expect(junit.render(judgedExample(name), plain)).toBe(golden);
  });

  it.each<[string, Report]>([
    ...examples.map((name): [string, Report] => [name, judgedExample(name)]),
    ['every kind of outcome', mixed()],
    ['nothing found', report({ findings: [], workloads: [] })],
    [
      'hostile names',
      report({
        workloads: [workload({ name: hostile })],
        findings: [failure({ workload: hostile, role: hostile, resource: hostile, policy: hostile, message: hostile })],
      }),
    ],
  ])('keeps to junit-10.xsd, with counts that are right: %s', (_, made) => {
    const rendered = junit.render(made, plain);
    expect(junitErrors(rendered)).toEqual([]);
    const root = readXml(rendered);
    const tags = { failures: 'failure', errors: 'error', skipped: 'skipped' };
    const keys = Object.entries(tags);
    for (const suite of root.children) {
      const cases = casesOf(suite);
      expect(suite.attributes['tests']).toBe(String(cases.length));
      for (const [key, tag] of keys) {
        expect(suite.attributes[key]).toBe(String(cases.filter(({ children }) => children[0]?.name === tag).length));
      }
    }
    for (const key of ['tests', 'failures', 'errors']) {
      const sum = root.children.reduce((total, { attributes }) => total + Number(attributes[key]), 0);
      expect(root.attributes[key]).toBe(String(sum));
    }
  });

  it.each(examples)('has no two cases of one name: %s', (name) => {
    const root = read(judgedExample(name));
    const identities = root.children
      .flatMap(casesOf)
      .map(({ attributes }) => `${attributes['classname']}/${attributes['name']}`);
    expect(new Set(identities).size).toBe(identities.length);
  });

  it('has a suite per workload, and the run itself last', () => {
    const estate = failure({ workload: null, policy: 'parameter-is-valid' });
    const root = read({ ...mixed(), findings: [...mixed().findings, estate] });
    expect(root.children.map(({ attributes }) => attributes['name'])).toEqual([
      'checkout-api',
      'nightly-etl',
      'reports',
      'everything in view',
      'holdfast',
    ]);
  });

  it('lists what failed, passed, is unknown and is waived', () => {
    const passed = finding({ resource: 'aws_lb.internal' });
    const [checkout, etl, , run] = read({ ...mixed(), findings: [passed, ...mixed().findings.slice(1)] }).children;
    expect(told(checkout!)).toEqual([
      ['alb-idle-timeout-outlasts-query: aws_lb.internal', undefined, undefined],
      [
        'statement-timeout-outlasts-query: aws_db_instance.orders (app_user)',
        'failure',
        '`statement_timeout` of `app_user` is 20 s, so its queries end with ERROR 57014 at 20 s of 30 s',
      ],
      ['alb-idle-timeout-outlasts-query: aws_lb.public', undefined, undefined],
    ]);
    expect(told(etl!)).toEqual([
      [
        'listener-idle-timeout-outlasts-silence: module.warehouse.aws_lb_listener.pg[0]',
        'skipped',
        'unknown: whether the flow outlives 350 s is not known: the keepalive of airflow is not declared',
      ],
      [
        'nlb-drain-outlasts-query: aws_lb_target_group.pg',
        'skipped',
        'waived: retired with the 2027 migration (owner payments, until 2027-01-31)',
      ],
    ]);
    expect(told(run!)).toEqual([['everything-asked-is-judged', undefined, undefined]]);
    expect(run!.children[1]!.text).toContain("on nobody's path (1):\n    aws_db_instance.legacy");
  });

  it('shows the arithmetic, where the value comes from and the fix', () => {
    const [suite] = read(report({ findings: [failure()] })).children;
    const result = casesOf(suite!)[0]!.children[0]!;
    expect(result.attributes).toEqual({ type: 'error', message: failure().message });
    expect(result.text.split('\n')).toEqual([
      failure().message,
      'for checkout-api',
      'has to be > 90 s, is 60 s',
      'at plan.json /resource_changes/3',
      'value:',
      '  default: idle_timeout of aws_lb.public = 60 (AWS ELB guide), which takes effect',
      'fix:',
      '  resource "aws_lb" "public" {',
      '    idle_timeout = 91',
      '  }',
      'more: holdfast explain alb-idle-timeout-outlasts-query',
    ]);
  });

  it('errs for each thing that could not be judged, and never is empty', () => {
    const made = report({ coverage: { ...report().coverage, notes: [incomplete, { ...incomplete, what: 'b.json' }] } });
    const message = 'could not be judged: plan.json: made with -target';
    expect(told(read(made).children.at(-1)!)).toEqual([
      [`everything-asked-is-judged: ${message}`, 'error', message],
      [expect.stringContaining('b.json'), 'error', 'could not be judged: b.json: made with -target'],
    ]);
    const nothing = read(report({ findings: [], workloads: [] }));
    expect([nothing.attributes['tests'], nothing.attributes['errors']]).toEqual(['1', '1']);
  });

  it('skips a workload that is unknown without a finding, and says so', () => {
    const open = workload({ name: 'etl', verdict: 'unknown', timeline: [] });
    const suite = read(report({ workloads: [workload(), open] })).children[1]!;
    const message = 'unknown: etl is unknown: its path could not be judged; promised 30 s';
    expect(told(suite)).toEqual([['everything-asked-is-judged', 'skipped', message]]);
  });

  it('is the same on every terminal', () => {
    expect(junit.render(mixed(), { ...plain, width: 60 })).toBe(junit.render(mixed(), plain));
  });
});
