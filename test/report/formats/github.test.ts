import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding, Report } from '../../../lib/core/report';
import github from '../../../lib/report/formats/github';
import { hostileNames, hostileReport } from '../hostile';
import { examples, judgedExample } from '../judged-example';
import { failure, finding, mixed, plain, report, workload } from '../sample';

type Annotation = {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
};

/** Reads a command as the runner does (actions/runner, ActionCommand). */
function read(line: string): Annotation {
  const [, level, properties, message] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  if (level === undefined) throw new Error(`not a command: ${line}`);
  const data = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const pairs = properties!.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [
      pair.slice(0, at),
      data(
        pair
          .slice(at + 1)
          .replaceAll('%3A', ':')
          .replaceAll('%2C', ','),
      ),
    ];
  });
  return { level, properties: Object.fromEntries(pairs), message: data(message!) };
}

const linesOf = (made: Report, verbosity: typeof plain.verbosity = 'normal'): readonly string[] =>
  github
    .render(made, { ...plain, commentTag: null, verbosity })
    .trimEnd()
    .split('\n');
const annotations = (made: Report): readonly Annotation[] => linesOf(made).slice(1).map(read);
const several = (count: number, change: Partial<Finding>): readonly Finding[] =>
  Array.from({ length: count }, (_, at) => failure({ resource: `aws_lb.x${at}`, message: `message ${at}`, ...change }));
const incomplete = { what: 'plan.json', why: 'made with -target', level: 'incomplete' } as const;
const targeted = { coverage: { ...report().coverage, notes: [incomplete] } };

describe('the annotations', () => {
  it.each(examples)('of %s read like this', (name) => {
    const golden = readFileSync(path.join(__dirname, `../golden/${name}.github.txt`), 'utf8');
    expect(github.render(judgedExample(name), { ...plain, commentTag: null })).toBe(golden);
  });

  it('are errors, warnings and notices, worst first, and none for what is waived or passed', () => {
    const [first, ...rest] = annotations(mixed());
    expect(first).toEqual({
      level: 'error',
      properties: { title: 'alb-idle-timeout-outlasts-query: aws_lb.public' },
      message: [
        '`idle_timeout` of `aws_lb.public` is 60 s (default), so callers get HTTP 504 at 60 s while a request of `checkout-api` may take 90 s',
        '  for checkout-api',
        '`idle_timeout` of `aws_lb.public` is 60 s (default), so callers get HTTP 504 at 60 s while a request of `reports` may take 5 min',
        '  for reports',
        'at plan.json /resource_changes/3',
        'fix:',
        '  resource "aws_lb" "public" {',
        '    idle_timeout = 301',
        '  }',
        'more: holdfast explain alb-idle-timeout-outlasts-query',
      ].join('\n'),
    });
    expect(rest.map(({ level, properties }) => [level, properties])).toEqual([
      [
        'error',
        {
          file: 'roles.tf',
          line: '12',
          col: '3',
          title: 'statement-timeout-outlasts-query: aws_db_instance.orders',
        },
      ],
      ['notice', { title: 'unknown: listener-idle-timeout-outlasts-silence: module.warehouse.aws_lb_listener.pg[0]' }],
    ]);
  });

  it.each<readonly [Partial<Report>, readonly (readonly [string, string])[]]>([
    [{}, []],
    [{ findings: [failure({ severity: 'warning' })] }, [['warning', 'alb-idle-timeout-outlasts-query: aws_lb.public']]],
    [{ findings: [failure({ severity: 'info' })] }, [['notice', 'alb-idle-timeout-outlasts-query: aws_lb.public']]],
    [{ findings: [finding(), finding({ outcome: 'waived' })] }, []],
    [targeted, [['error', 'not everything could be judged']]],
    [{ findings: [] }, [['error', 'not everything could be judged']]],
    [{ workloads: [workload(), workload({ name: 'w', verdict: 'unknown', timeline: [] })] }, [['notice', 'unknown']]],
    [
      { ...targeted, findings: [failure(), finding({ outcome: 'unknown', policy: 'p' })] },
      [
        ['error', 'not everything could be judged'],
        ['error', 'alb-idle-timeout-outlasts-query: aws_lb.public'],
        ['notice', 'unknown: p: aws_lb.public'],
      ],
    ],
  ])('are these: %#', (change, expected) => {
    expect(annotations(report(change)).map(({ level, properties }) => [level, properties['title']])).toEqual(expected);
  });

  it.each<readonly [Finding['locations'], Readonly<Record<string, string>>]>([
    [[], {}],
    [[{ document: 'plan.json', pointer: '/x' }], {}],
    [[{ document: 'plan.json', file: './a/main.tf', line: 7 }], { file: 'a/main.tf', line: '7' }],
    [[{ document: 'plan.json', file: 'a,b:c.tf', line: 7, column: 2 }], { file: 'a,b:c.tf', line: '7', col: '2' }],
    [[{ document: 'cdk.tf.json', construct: 'shop/lb', file: 'app.ts', line: 1 }], { file: 'app.ts', line: '1' }],
  ])('name a file only with its line: %j', (locations, expected) => {
    const { title: _, ...place } = annotations(report({ findings: [failure({ locations })] }))[0]!.properties;
    expect(place).toEqual(expected);
  });

  it.each<readonly [readonly Finding[], readonly [number, number, number], string | null]>([
    [several(10, {}), [10, 0, 0], null],
    [several(11, {}), [10, 0, 1], '1 error'],
    [several(10, { outcome: 'unknown' }), [0, 0, 10], null],
    [several(11, { outcome: 'unknown' }), [0, 0, 10], '2 notices'],
    [
      [...several(12, {}), ...several(11, { severity: 'warning' }), ...several(30, { outcome: 'unknown' })],
      [10, 10, 10],
      '2 errors, 1 warning, 21 notices',
    ],
  ])('keep to what GitHub shows of each level, and count the rest: %#', (findings, counts, rest) => {
    const made = annotations(report({ findings: [finding({ resource: 'other' }), ...findings] }));
    expect(['error', 'warning', 'notice'].map((level) => made.filter((one) => one.level === level).length)).toEqual(
      counts,
    );
    const last = made.at(-1)!;
    if (rest === null) expect(last.message).not.toContain('not annotated');
    else
      expect(last).toMatchObject({
        level: 'notice',
        properties: { title: 'holdfast' },
        message: `not annotated: ${rest}; GitHub shows 10 annotations of each level per step, and -o markdown=$GITHUB_STEP_SUMMARY has all`,
      });
  });

  it('tell once what is the same of several resources', () => {
    const same = ['aws_lb.a', 'aws_lb.b', 'aws_lb.c'].map((resource) =>
      failure({ resource, message: `\`${resource}\` is too short`, fix: null }),
    );
    const [only, ...others] = annotations(report({ findings: same }));
    expect(others).toEqual([]);
    expect(only!.message).toContain('`aws_lb.a` is too short\n  for checkout-api\nthe same on aws_lb.b, aws_lb.c\n');
  });

  it('say for whom a fix is where there are several', () => {
    const drain = { resource: 'aws_lb.public', type: 'aws_lb', setting: 'drain', value: 5 };
    const made = report({ findings: [failure(), failure({ workload: 'reports', fix: drain })] });
    const [only] = annotations(made);
    expect(only!.message).toContain('\nfix for checkout-api:\n');
    expect(only!.message).toContain('\nfix for reports:\n');
  });

  it('are failures alone when the report is to be quiet', () => {
    expect(linesOf(mixed(), 'quiet')).toEqual(linesOf(mixed()).filter((line) => !line.startsWith('::notice')));
  });

  it('begin with the summary, which no name is in', () => {
    expect(linesOf(report())).toEqual(['1 workload: 1 holds; findings: 1 passed']);
  });

  it('fit the title that GitHub takes', () => {
    const [only] = annotations(report({ findings: [failure({ resource: 'x'.repeat(900), policy: 'y'.repeat(200) })] }));
    expect(only!.properties['title']).toHaveLength(255);
  });

  it.each(hostileNames)('take a name for nothing but a name: %j', (name) => {
    const [, ...commands] = linesOf(hostileReport(name));
    for (const line of commands) {
      expect(line).toMatch(
        /^::(error|warning|notice) ((file|title)=[^:,\r\n]*|(line|col)=\d+)(,((file|title)=[^:,\r\n]*|(line|col)=\d+))*::[^\r\n]*$/,
      );
      expect(line.replace(/%(25|0D|0A|3A|2C)/g, '')).not.toContain('%');
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b\u202e]/);
    }
    expect(commands.map((line) => read(line).level)).toEqual(
      ['error', 'error', 'error', 'notice', 'notice'].slice(0, commands.length),
    );
  });
});
