import { paint } from '../../../lib/shell/colour';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding, Report } from '../../../lib/core/report';
import text from '../../../lib/report/formats/text';
import { legend, renderTimeline } from '../../../lib/report/timeline';
import { lengthOf } from '../../../lib/report/wrap';
import { failure, finding, mixed, plain, report, row, workload } from '../sample';

const golden = (name: string): string => readFileSync(path.join(__dirname, '../golden', name), 'utf8');
const lines = (made: Report, change: Partial<typeof plain> = {}): readonly string[] =>
  text.render(made, { ...plain, ...change }).split('\n');
const fixOf = (value: number): Finding['fix'] => ({
  resource: 'aws_lb.public',
  type: 'aws_lb',
  setting: 'idle_timeout',
  value,
});

describe('the text report', () => {
  it('reads like this', () => {
    expect(text.render(mixed(), plain)).toBe(golden('mixed.txt'));
  });

  it.each([
    [report(), '1 workload: 1 holds; findings: 1 passed'],
    [report({ workloads: [] }), '0 workloads; findings: 1 passed'],
    [
      report({ workloads: [workload(), workload(), workload({ verdict: 'cut' }), workload({ verdict: 'cut' })] }),
      '4 workloads: 2 cut, 2 hold; findings: 1 passed',
    ],
  ])('says all in its first line', (made, first) => {
    expect(lines(made)[0]).toBe(first);
  });

  it('shows only the summary, what is cut and what failed when it is to be quiet', () => {
    const quiet = text.render(mixed(), { ...plain, verbosity: 'quiet' });
    const whole = golden('mixed.txt');
    const failed = whole.slice(whole.indexOf('Failed'), whole.indexOf('\n\nUnknown'));
    const verdicts = whole.slice(whole.indexOf('checkout-api'), whole.indexOf('nightly-etl'));
    expect(quiet).toBe(`${whole.slice(0, whole.indexOf('\n'))}\n\n${verdicts}\n${failed}\n`);
  });

  it('shows what passed only when asked', () => {
    const passed = '  alb-idle-timeout-outlasts-query on aws_lb.public for checkout-api: `idle_timeout` of';
    expect(lines(report(), { verbosity: 'verbose' })).toContain('Passed');
    expect(lines(report(), { verbosity: 'verbose' })).toContain(passed);
    expect(lines(report())).not.toContain('Passed');
  });

  it('draws the paths with every timer when asked, as `holdfast timeline` does', () => {
    const shown = lines(mixed(), { verbosity: 'verbose' });
    const drawn = mixed().workloads.flatMap((one) => renderTimeline(one, { width: 100, paint: plain.paint }));
    const [from, to] = [shown.indexOf('Paths'), shown.indexOf('Unknown')];
    const paths = shown.slice(from + 1, to);
    expect(paths.filter((line) => !['checkout-api', 'nightly-etl', 'reports', legend, ''].includes(line))).toEqual(
      drawn.filter((line) => line !== ''),
    );
    expect(paths).toContain(legend);
    expect(lines(mixed())).not.toContain('Paths');
    expect(lines(report({ workloads: [] }), { verbosity: 'verbose' })).not.toContain('Paths');
  });

  it('speaks the language of the program that made the resource', () => {
    const locations = [{ document: 'cdktf.out/stacks/shop/cdk.tf.json', construct: 'shop/api/lb' }];
    const made = lines(report({ findings: [failure({ locations })] }));
    const at = made.indexOf('  fix: shop/api/lb (aws_lb)');
    expect(made[at + 1]).toBe('    idleTimeout: 91');
  });

  it('puts the worst first: severity, the workload that is cut, the soonest', () => {
    const made = report({
      workloads: [
        workload({ name: 'holds' }),
        workload({ name: 'late', verdict: 'cut', cutAt: 60 }),
        workload({ name: 'soon', verdict: 'cut', cutAt: 20 }),
      ],
      findings: [
        failure({ policy: 'a', workload: 'holds' }),
        failure({ policy: 'b', workload: 'soon', severity: 'warning' }),
        failure({ policy: 'c', workload: 'late' }),
        failure({ policy: 'd', workload: 'soon' }),
        failure({ policy: 'e', workload: null, severity: 'info' }),
      ],
    });
    const headings = lines(made).filter((line) => /^(error|warning|info) /.test(line));
    expect(headings.map((line) => line.split(':')[0])).toEqual([
      'error d',
      'error c',
      'error a',
      'warning b',
      'info e',
    ]);
  });

  it('gathers the workloads and roles of one message', () => {
    const same = { message: 'too short' };
    const made = report({
      findings: [
        failure({ ...same, role: 'app' }),
        failure({ ...same, role: 'batch' }),
        failure({ ...same, workload: 'reports' }),
        failure({ ...same, workload: null }),
      ],
    });
    expect(lines(made)).toContain('    for checkout-api (app, batch), reports, everything in view');
  });

  it.each<readonly [string, readonly Finding[], string]>([
    [
      'the largest where more is needed',
      [failure({ fix: fixOf(91) }), failure({ role: 'a', fix: fixOf(301) }), failure({ role: 'b', fix: fixOf(120) })],
      '301',
    ],
    [
      'the smallest where less is needed',
      [
        failure({ expected: 'a period < 350', fix: fixOf(300) }),
        failure({ role: 'a', expected: '< 60 s', fix: fixOf(59) }),
      ],
      '59',
    ],
  ])('gives one fix that is enough for all: %s', (_, findings, value) => {
    const fixed = lines(report({ findings })).filter((line) => line.includes('idle_timeout = '));
    expect(fixed).toEqual([`      idle_timeout = ${value}`]);
  });

  it('says for whom a fix is where there are several', () => {
    const drain = { resource: 'aws_lb.public', type: 'aws_lb', setting: 'drain', value: 5 };
    const made = report({ findings: [failure(), failure({ workload: 'reports', fix: drain })] });
    expect(lines(made)).toContain('  fix for checkout-api:');
    expect(lines(made)).toContain('  fix for reports:');
    expect(lines(report({ findings: [failure()] }))).toContain('  fix:');
  });

  it('names a place once', () => {
    const at = (pointer: string) => ({ document: 'plan.json', pointer });
    const provenance = [{ ...failure().provenance[0]!, location: at('/resource_changes/3/change') }];
    const locations = [
      at('/resource_changes/3'),
      at('/resource_changes/3/change'),
      at('/resource_changes/33'),
      at('/r'),
    ];
    const made = report({ findings: [failure({ provenance, locations }), failure({ role: 'a', locations })] });
    expect(lines(made).filter((line) => line.startsWith('  at '))).toEqual(['  at plan.json /resource_changes/3']);
    const shown = lines(made, { verbosity: 'verbose' });
    expect(shown.filter((line) => line.startsWith('  at '))).toEqual([
      '  at plan.json /resource_changes/33',
      '  at plan.json /r',
    ]);
  });

  it('tells once what it says of several resources', () => {
    const one = (resource: string) =>
      failure({ resource, message: `\`${resource}\` is too short`, fix: null, locations: [], provenance: [] });
    const shown = lines(report({ findings: [one('a["x"]'), one('a["y"]'), one('b')] }));
    expect(shown.filter((line) => line.includes('is too short'))).toEqual(['  `a["x"]` is too short']);
    expect(shown).toContain('    the same on a["y"], b');
  });

  it('names five messages of one policy, and all when asked', () => {
    const findings = Array.from({ length: 7 }, (_, at) => failure({ role: `role-${at}`, message: `message ${at}` }));
    expect(lines(report({ findings }))).toContain('    and 2 more of the same policy');
    expect(lines(report({ findings }))).not.toContain('  message 5');
    expect(lines(report({ findings }), { verbosity: 'verbose' })).toContain('  message 6');
  });

  it('names ten resources of a list, and all when asked', () => {
    const judged = Array.from({ length: 12 }, (_, at) => `aws_lb.x${at}`);
    const made = report({ coverage: { ...report().coverage, judged } });
    expect(lines(made)).toContain('  judged (12):');
    expect(lines(made)).toContain('    and 2 more (--verbose names them)');
    expect(lines(made)).not.toContain('    aws_lb.x10');
    expect(lines(made, { verbosity: 'verbose' })).toContain('    aws_lb.x11');
  });

  it('says what could not be judged as asked', () => {
    const notes = [
      { what: 'plan.json', why: 'the plan errored', level: 'incomplete' as const },
      { what: 'waiver of x', why: 'it excuses nothing', level: 'info' as const },
    ];
    const shown = lines(report({ coverage: { ...report().coverage, notes } }));
    expect(shown).toContain('  could not be judged as asked (1):');
    expect(shown).toContain('    plan.json: the plan errored');
    expect(shown).toContain('    waiver of x: it excuses nothing');
  });

  it.each([60, 72, 80, 100, 160, 400])('fits %i columns', (width) => {
    // The first line is one line, so that it can be found.
    const wide = lines(mixed(), { width })
      .slice(1)
      .filter((line) => lengthOf(line) > Math.min(width, 160));
    // A name is never broken.
    expect(wide.filter((line) => line.trim().includes(' ') && !line.includes('module.warehouse'))).toEqual([]);
  });

  it('is as wide as 60 columns at least', () => {
    expect(text.render(mixed(), { ...plain, width: 10 })).toBe(text.render(mixed(), { ...plain, width: 60 }));
  });

  it('says with colours what it says without', () => {
    const coloured = text.render(mixed(), { ...plain, paint: paint(true) });
    expect(coloured).toContain('\u001b[31merror\u001b[39m');

    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(golden('mixed.txt'));
  });

  it('has no word of reproach', () => {
    expect(text.render(mixed(), { ...plain, verbosity: 'verbose' })).not.toMatch(/should|!/i);
  });
});

describe('names that were made to harm', () => {
  const evil = `\u001b[2J\u001b]0;title\u0007\r\n::error::x\u009b31m\u202e${'y'.repeat(100_000)}`;
  const location = { document: evil, pointer: evil };
  const step = { level: 'own', subject: evil, attribute: evil, text: evil, cite: evil, location } as const;
  const waiver = { policy: evil, resource: evil, workload: evil, role: evil, reason: evil, owner: evil, until: evil };
  const made = report({
    workloads: [
      workload({
        name: evil,
        verdict: 'cut',
        cutAt: 60,
        phase: 'query',
        timeline: [row({ resource: evil, effect: 'cuts', at: { from: 60, to: 60 } })],
      }),
      workload({
        name: evil,
        verdict: 'unknown',
        timeline: [row({ because: evil, attribute: evil, effect: 'may-cut' })],
      }),
    ],
    findings: (['fail', 'unknown', 'waived', 'pass'] as const).map((outcome) =>
      failure({
        outcome,
        policy: evil,
        resource: evil,
        workload: evil,
        role: evil,
        message: evil,
        settles: evil,
        provenance: [step, { ...step, assumed: evil }],
        locations: [location],
        waiver: outcome === 'waived' ? waiver : null,
        fix: { resource: evil, type: 'role', setting: 'x', value: evil, note: evil },
      }),
    ),
    coverage: {
      documents: [{ name: evil, source: evil, resources: 1 }],
      judged: [evil],
      onNoPath: [evil],
      notDeclared: [{ workload: evil, what: evil, why: evil }],
      notes: (['incomplete', 'unread', 'info'] as const).map((level) => ({ what: evil, why: evil, level })),
    },
  });
  const rendered = text.render(made, { ...plain, verbosity: 'verbose' });

  it('cannot steer a terminal', () => {
    expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('cannot begin a line of their own', () => {
    expect(rendered.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  });

  it('cannot fill a log', () => {
    expect(rendered.length).toBeLessThan(60_000);
  });

  it('may be keys of every object', () => {
    const proto = report({ findings: [finding({ outcome: 'fail', workload: '__proto__', role: 'constructor' })] });
    expect(lines(proto)).toContain('    for __proto__ (constructor)');
  });
});
