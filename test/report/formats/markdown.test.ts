import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding, Report } from '../../../lib/core/report';
import markdown from '../../../lib/report/formats/markdown';
import { hostileNames, hostileReport } from '../hostile';
import { examples, judgedExample } from '../judged-example';
import { readMarkdown } from '../markdown-reader';
import { failure, finding, mixed, plain, report, workload } from '../sample';

const render = (made: Report, change: Partial<typeof plain> = {}): string =>
  markdown.render(made, { ...plain, commentTag: null, ...change });
const several = (count: number, change: Partial<Finding> = {}): readonly Finding[] =>
  Array.from({ length: count }, (_, at) =>
    failure({ resource: `aws_lb.x${at}`, message: `message ${at}`, locations: [], ...change }),
  );

describe('the Markdown report', () => {
  it.each(examples)('of %s reads like this', (name) => {
    const golden = readFileSync(path.join(__dirname, `../golden/${name}.md`), 'utf8');
    expect(render(judgedExample(name))).toBe(golden);
  });

  it.each([
    [null, '<!-- holdfast:default -->'],
    ['prod/eu-west-1', '<!-- holdfast:prod/eu-west-1 -->'],
    ['a --> <b>', '<!-- holdfast:a --%3E <b%3E -->'],
    ['a%3Eb', '<!-- holdfast:a%253Eb -->'],
    ['a\nb', '<!-- holdfast:a\\nb -->'],
  ])('begins with a marker that is not shown: %j', (commentTag, marker) => {
    expect(render(report(), { commentTag }).split('\n')[0]).toBe(marker);
  });

  it('says its verdict, then what failed, then the rest', () => {
    const { titles, rows, prose, fences } = readMarkdown(render(mixed()));
    expect(prose.slice(0, 3)).toEqual([
      '### ❌ Holdfast: 1 of 3 workloads is cut',
      '3 workloads: 1 cut, 1 unknown, 1 holds; findings: 3 failed, 1 unknown, 1 passed, 1 waived.',
      'Verdicts:',
    ]);
    expect(titles).toEqual([
      'error: alb-idle-timeout-outlasts-query on ⟦⟧',
      'error: statement-timeout-outlasts-query on ⟦⟧',
      '1 workload holds',
      '1 unknown',
      '1 waived',
      'Coverage: what was judged, and what was not',
    ]);
    expect(rows).toEqual([
      ['error', '⟦⟧', '⟦⟧', 'has to be &gt; 90 s, is 60 s has to be &gt; 5 min, is 60 s', 'checkout-api, reports'],
      ['error', '⟦⟧', '⟦⟧', 'has to be &gt; 30 s, is 20 s', 'checkout-api (⟦⟧)'],
    ]);
    expect(fences.map(({ language }) => language)).toEqual(['hcl', 'sql', 'text']);
    expect(fences[0]!.lines).toEqual(['resource "aws_lb" "public" {', '  idle_timeout = 301', '}']);
  });

  it('says why not everything could be judged before any verdict', () => {
    const notes = [{ what: 'plan.json', why: 'the plan errored', level: 'incomplete' as const }];
    const { prose } = readMarkdown(render(report({ coverage: { ...report().coverage, notes } })));
    expect(prose.slice(0, 4)).toEqual([
      '### ⚠️ Holdfast: not everything could be judged; nothing failed',
      '1 workload: 1 holds; findings: 1 passed.',
      'Could not be judged:',
      '- ⟦⟧: the plan errored',
    ]);
  });

  it('puts what is cut first, the soonest first, and folds what holds', () => {
    const cut = (name: string, cutAt: number) => workload({ name, verdict: 'cut', cutAt, timeline: [] });
    const made = report({
      workloads: [
        workload({ name: 'fine' }),
        workload({ name: 'open', verdict: 'unknown' }),
        cut('late', 60),
        cut('soon', 20),
      ],
    });
    const shown = render(made);
    const names = [...shown.matchAll(/^- (?:❌|⚠️|✅) \*\*`(\w+)`\*\*/gm)].map((match) => match[1]);
    expect(names).toEqual(['soon', 'late', 'open', 'fine']);
    expect(shown).toContain('<details><summary>1 workload holds</summary>\n\n- ✅ **`fine`** holds: 1 timer judged');
  });

  it('shows verdicts of what is cut and failures alone when it is to be quiet', () => {
    const { titles, prose } = readMarkdown(render(mixed(), { verbosity: 'quiet' }));
    expect(titles).toHaveLength(2);
    expect(prose.filter((line) => line.includes('⚠️'))).toEqual([]);
  });

  it('shows what passed only when asked', () => {
    expect(render(mixed())).not.toContain('1 passed</summary>');
    expect(render(mixed(), { verbosity: 'verbose' })).toContain(
      '<details><summary>1 passed</summary>\n\n- `alb-idle-timeout-outlasts-query` on `aws_lb.public` for checkout-api: `idle_timeout` of `aws_lb.public` is 120 s\n\n</details>',
    );
  });

  it('tells what changed and what drifted where that was asked for', () => {
    const drift = { documents: [], matched: 3, drifted: 0, rows: [], notCompared: [] };
    const nothing = { newFailures: [], goneFailures: [], verdicts: [], values: [], come: [], gone: [] };
    const came = { ...nothing, come: ['aws_lb.new'] };
    const { prose, titles, fences } = readMarkdown(render(report({ drift, since: { day: '2026-11-21', ...came } })));
    expect(titles).toContain('Since 2026-11-21: 1 resource came into view');
    expect(fences[0]!.lines).toEqual(['  came into view: aws_lb.new']);
    expect(prose).toContain('Drift from : 3 resources matched, 0 drifted');
    expect(readMarkdown(render(report({ since: { day: null, ...nothing } }))).prose).toContain(
      'Since the earlier report: nothing changed',
    );
  });

  it('names five messages of one policy, and all when asked', () => {
    const findings = several(7).map((one, at) => ({ ...one, resource: 'aws_lb.public', role: `r${at}` }));
    expect(render(report({ findings }))).toContain('\n\nand 2 more of the same policy\n\n');
    expect(render(report({ findings }))).not.toContain('message 6');
    expect(render(report({ findings }), { verbosity: 'verbose' })).toContain('message 6');
  });

  it.each([
    ['many failures', report({ findings: several(900) })],
    [
      'many workloads',
      report({ workloads: Array.from({ length: 900 }, (_, at) => workload({ name: `w${at}`, verdict: 'unknown' })) }),
    ],
    ['much that is unknown', report({ findings: several(900, { outcome: 'unknown', settles: 'x' }) })],
    [
      'long messages',
      report({ findings: several(60, {}).map((one, at) => ({ ...one, message: `${at} ${'|'.repeat(2000)}` })) }),
    ],
    [
      'a long coverage',
      report({ coverage: { ...report().coverage, judged: Array.from({ length: 9000 }, (_, at) => `x${at}`) } }),
    ],
  ])('fits a comment, and says what it leaves out: %s', (_, made) => {
    const shown = render(made, { verbosity: 'verbose' });
    expect(shown.length).toBeLessThanOrEqual(65_536);
    expect(shown.length).toBeGreaterThan(15_000);
    const { prose } = readMarkdown(shown);
    expect(prose[2]).toMatch(
      /^Left out, since a comment holds 65,536 characters: (\d+ [a-z ]+, )*\d+ [a-z ]+; ⟦⟧ has all\.$/,
    );
  });

  it('leaves out the least severe, and counts exactly', () => {
    const warnings = several(900, { severity: 'warning' }).map((one) => ({ ...one, resource: `${one.resource}w` }));
    const shown = render(report({ findings: [...warnings, ...several(3)] }));
    const { rows, titles } = readMarkdown(shown);
    const counts = /Left out.*: (\d+) rows of the table, (\d+) failures in detail/.exec(shown)!;
    const details = titles.filter((title) => title.startsWith('error') || title.startsWith('warning'));
    expect(rows.length + Number(counts[1])).toBe(903);
    expect(details.length + Number(counts[2])).toBe(903);
    expect(rows.slice(0, 4).map(([severity]) => severity)).toEqual(['error', 'error', 'error', 'warning']);
    expect(details.slice(0, 4).map((title) => title.split(':')[0])).toEqual(['error', 'error', 'error', 'warning']);
  });

  it('says nothing of cuts where all fits', () => {
    expect(render(mixed())).not.toContain('Left out');
  });

  it('is the same on every run', () => {
    expect(render(mixed())).toBe(render(mixed()));
    expect(render(mixed(), { width: 60 })).toBe(render(mixed()));
  });

  it('has no word of reproach', () => {
    expect(render(mixed(), { verbosity: 'verbose' }).replace('<!--', '')).not.toMatch(/should|!/i);
  });
});

describe('names that were made to harm', () => {
  it.each(hostileNames)('are names and nothing else: %j', (name) => {
    const { rows, prose, titles, fences } = readMarkdown(
      render(hostileReport(name), { verbosity: 'verbose', commentTag: name }),
    );
    // Entities are all that is left of `&`; `#` begins the title alone, and `*`, `-` what we wrote.
    const open = [...prose.slice(1), ...rows.flat(), ...titles].map((line) => line.replace(/&(#\d+|lt|gt|amp);/g, '·'));
    for (const line of open) {
      expect(line.replace(/^ *- /, '')).not.toMatch(/[`<>&|*_~[\]\\@#$!]|:\/\/|www\.|GH-\d|:\w+:|^(?:[-+=]|\d+[.)])/);
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b\u202e]/);
      expect(line).not.toMatch(/^ {4}/);
    }
    expect(rows.filter((cells) => cells.length !== 5)).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
    expect(fences.every(({ language }) => /^(sql|text)$/.test(language))).toBe(true);
  });

  it('cannot take the place of the report', () => {
    const long = '|'.repeat(100_000);
    const shown = render(hostileReport(long), { verbosity: 'verbose', commentTag: long });
    expect(shown.length).toBeLessThanOrEqual(65_536);
    expect(shown).toContain('1 of 3 workloads is cut');
  });

  it('may be keys of every object', () => {
    const proto = report({ findings: [finding({ outcome: 'fail', workload: '__proto__', role: 'constructor' })] });
    expect(render(proto)).toContain('<br>for `__proto__` (constructor)');
  });
});
