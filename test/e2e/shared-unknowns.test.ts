import { formats } from '../../lib/report/formats';
import {
  check,
  checkAll,
  configuration,
  findingsOf,
  holdfast,
  stack,
  verdictsOf,
  withDocuments,
  type Judged,
} from './_command';

const document = stack('unknown-parameters-and-references', 'plan');
const group = (name: string): string => `aws_db_parameter_group.${name}`;
const member = (key: string, name = 'this'): string => `module.m["${key}"].aws_db_instance.${name}`;

withDocuments('every kind of unknown through the command (skipped without ../shared)', () => {
  let judged: Judged;
  beforeAll(async () => {
    judged = await check('unknowns', [document]);
  });

  const local = /goes through `local\.via_local`, which plans leave out/;
  const timers: readonly (readonly [workload: string, resource: string, why: RegExp])[] = [
    // The group is found by its literal name; one of its two values is known only after apply.
    [
      'literal-name',
      'aws_db_instance.by_literal',
      /^statement_timeout of aws_db_parameter_group\.one_unknown is known only after apply$/,
    ],
    // Either group may be meant: one hides its value, the other sets it twice.
    [
      'ternary',
      'aws_db_instance.by_ternary',
      /is known only after apply and refers to `aws_db_parameter_group\.sensitive` or `aws_db_parameter_group\.dup`$/,
    ],
    // One list of references stands for the whole map, and one of its values is a local: nothing may be guessed.
    ['a', member('a'), local],
    ['b', member('b'), local],
    [
      'for-each',
      member('a', 'fe["x"]'),
      /^statement_timeout of aws_db_parameter_group\.sensitive is marked sensitive$/,
    ],
    ['unknown-alb', 'aws_lb.unknown_timeout', /comes from `random_id\.x\.dec`, which is known only after apply$/],
    ['sensitive-alb', 'aws_lb.sensitive_timeout', /is marked sensitive, so it is not read$/],
  ];
  it.each(timers)('%s is unknown, and says why and what settles it', (name, resource, why) => {
    const workload = judged.report.workloads.find((one) => one.name === name);
    const row = workload?.timeline.find((one) => one.resource === resource && one.effect === 'may-cut');
    expect(workload?.verdict).toBe('unknown');
    expect(row?.because.replace(/ \(it may be .*\)$/, '')).toMatch(why);
    const finding = judged.report.findings.find(
      (one) => one.workload === name && one.resource === resource && one.outcome === 'unknown',
    );
    expect(finding?.message).toContain(row?.because);
    expect(finding?.settles).toMatch(/^(write|unmark|wrap|check)/);
  });

  it('is no reason to doubt the rest: the group that is the default sets nothing', () => {
    expect(verdictsOf(judged.report)).toEqual({
      ...Object.fromEntries(timers.map(([name]) => [name, 'unknown'])),
      c: 'holds',
    });
    expect(judged.code).toBe(0);
  });

  it('counts as a failure where unknowns do', async () => {
    expect((await check('unknowns', [document], '--on-unknown', 'fail')).code).toBe(1);
    expect(
      (
        await check(
          'unknowns',
          [document],
          '--on-unknown',
          'fail',
          '--workload',
          'c',
          '--skip-policy',
          'parameter-is-valid',
        )
      ).code,
    ).toBe(0);
  });

  it('looks at every group: what is known of it, and what is not', () => {
    const valid = judged.report.findings.filter((finding) => finding.policy === 'parameter-is-valid');
    const said = valid.map(({ resource, outcome, message }) => [
      resource,
      outcome,
      message.replace(`\`${resource}\`: `, ''),
    ]);
    expect(said).toEqual([
      [
        group('dup'),
        'fail',
        '`statement_timeout` is set 2 times (case does not count), and nobody says which one wins: keep one',
      ],
      [
        group('all_unknown'),
        'unknown',
        '`parameter` of `aws_db_parameter_group.all_unknown` is known only after apply: its blocks are `dynamic` over a value that is not known yet',
      ],
      [group('name_unknown'), 'unknown', 'the name of a parameter is known only after apply'],
      [group('one_unknown'), 'unknown', '`statement_timeout` is known only after apply'],
      [group('sensitive'), 'unknown', '`statement_timeout` is marked sensitive'],
    ]);
  });

  it('covers each instance once', () => {
    expect(judged.report.coverage.onNoPath).toEqual([member('b', 'fe["x"]'), member('c', 'fe["x"]')]);
    expect(judged.report.coverage.judged.filter((name) => name === 'app')).toEqual(['app']);
  });

  /** Two load balancers and eight instances; of two of them also the transaction timeout, since their whole group is not known. */
  it('is unknown in every timer but those of the default group with --max-query-duration too', async () => {
    const { code, report } = await checkAll('10s', [document]);
    expect(code).toBe(0);
    const statement = [
      'aws_db_instance.by_literal',
      'aws_db_instance.by_ternary',
      ...['a', 'b', 'c'].map((key) => member(key, 'fe["x"]')),
      member('a'),
      member('b'),
    ];
    const open = [
      ...['aws_lb.sensitive_timeout', 'aws_lb.unknown_timeout'].map((one) => ['alb-idle-timeout-outlasts-query', one]),
      ...statement.map((one) => ['statement-timeout-allows-query', one]),
      ...['a', 'b'].map((key) => ['transaction-timeout-allows-transaction', member(key)]),
    ];
    const found = findingsOf(report, 'unknown').map(([policy, resource]) => JSON.stringify([policy, resource]));
    expect([...found].sort()).toEqual(open.map((row) => JSON.stringify(row)).sort());
    expect(findingsOf(report, 'fail')).toEqual([]);
  });

  it.each(formats.map(({ name }) => name))('never shows a sensitive value: %s', async (format) => {
    for (const how of [
      ['-c', configuration('unknowns')],
      ['--max-query-duration', '10s'],
    ]) {
      const { out, err } = await holdfast(['check', ...how, document, '-o', format, '--verbose']);
      expect(out).not.toBe('');
      expect(out + err).not.toMatch(/45000|45 s|12 h 30 min/);
    }
  });
});
