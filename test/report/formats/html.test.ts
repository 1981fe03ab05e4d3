import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { HopRow, Report } from '../../../lib/core/report';
import { builtinPolicies } from 'holdfast';
import format from '../../../lib/report/formats/html';
import { hostileNames, hostileReport } from '../hostile';
import { ofClass, readHtml } from '../html/html-reader';
import type { Element } from '../html/html-reader';
import { examples, judgedExample } from '../judged-example';
import { failure, finding, mixed, plain, report, row, workload } from '../sample';

const render = (made: Report, change: Partial<typeof plain> = {}): string =>
  format.render(made, { ...plain, ...change });
const read = (made: Report, change: Partial<typeof plain> = {}): readonly Element[] => readHtml(render(made, change));
const texts = (elements: readonly Element[], name: string): readonly string[] =>
  elements.filter((one) => one.name === name).map(({ text }) => text);
const within = (page: string): string => page.slice(page.indexOf('<header'), page.indexOf('<p id="status"'));

describe('the HTML report', () => {
  it.each(examples)('of %s reads like this', (name) => {
    const golden = readFileSync(path.join(__dirname, `../golden/${name}.html`), 'utf8');
    expect(within(render(judgedExample(name)))).toBe(golden);
  });

  it('says its verdict, then workloads, then what failed, then the rest', () => {
    const page = read(mixed());
    expect(texts(page, 'title')).toEqual(['Holdfast: 1 of 3 workloads is cut']);
    expect(texts(page, 'h1')).toEqual(['✕1 of 3 workloads is cut']);
    expect(ofClass(page, 'summary')[0]?.text).toBe(
      '3 workloads: 1 cut, 1 unknown, 1 holds; findings: 3 failed, 1 unknown, 1 passed, 1 waived',
    );
    expect(texts(page, 'h2')).toEqual(['Workloads', 'Failed', 'Unknown', 'Waived', 'Passed', 'Coverage']);
    expect(texts(page, 'h3')).toEqual([
      'checkout-api',
      'nightly-etl',
      'reports',
      'alb-idle-timeout-outlasts-query',
      'statement-timeout-outlasts-query',
      'listener-idle-timeout-outlasts-silence',
    ]);
    const targets = page.flatMap(({ attributes: { href } }) => (href?.startsWith('#') ? [href.slice(1)] : []));
    const ids = new Set(page.map(({ attributes: { id } }) => id));
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  it.each<readonly [string, Report, string]>([
    ['good', report(), 'the workload holds'],
    ['open', report({ workloads: [workload({ verdict: 'unknown' })] }), 'nothing failed, 1 of 1 workload is unknown'],
    ['bad', mixed(), '1 of 3 workloads is cut'],
  ])('is %s where it has to be', (is, made, title) => {
    const page = read(made);
    expect(page.find(({ name }) => name === 'header')?.attributes.class).toBe(is);
    expect(texts(page, 'h1')[0]?.slice(1)).toBe(title);
  });

  it('says why not everything could be judged before any verdict of a workload', () => {
    const notes = [{ what: 'plan.json', why: 'the plan `errored`', level: 'incomplete' as const }];
    const page = read(report({ coverage: { ...report().coverage, notes } }));
    const box = page.findIndex(({ attributes }) => attributes.class === 'unjudged');
    expect(page[box]?.text).toContain('plan.json: the plan errored');
    expect(box).toBeGreaterThan(0);
    expect(box).toBeLessThan(page.findIndex(({ name }) => name === 'h2'));
  });

  it('tells of a cut when, what was promised, what both ends see and what becomes of the query', () => {
    const facts = read(mixed()).filter(({ name }) => name === 'dt' || name === 'dd');
    expect(facts.slice(0, 10).map(({ text }) => text)).toEqual([
      'cut',
      'at 20 s',
      'promised',
      '30 s',
      'caller',
      'ERROR 57014 canceling statement due to statement timeout',
      'server',
      'it cancels the statement; the connection lives on',
      'then',
      'the query ends',
    ]);
  });

  it('folds what holds and nothing else', () => {
    const cards = ofClass(read(mixed()), 'card').filter(({ name }) => name === 'details');
    expect(cards.map(({ attributes }) => [attributes.class, 'open' in attributes])).toEqual([
      ['card cut', true],
      ['card unknown', true],
      ['card holds', false],
    ]);
  });

  it('lists the workloads, worst first, where there are many', () => {
    const made = report({ workloads: ['d', 'c', 'b'].map((name) => workload({ name })) });
    expect(ofClass(read(made), 'overview')).toEqual([]);
    const more = report({ workloads: [...made.workloads, workload({ name: 'a', verdict: 'unknown', timeline: [] })] });
    const [list] = ofClass(read(more), 'overview');
    expect(list?.text).toMatch(/^\? unknown a is unknown: .* ✓ holds b holds: 1 timer judged; promised 30 s ✓ holds c/);
  });

  it('draws hops and legs, and marks the hop whose timer cuts', () => {
    const line = 'aws_lb.public → api → db';
    const hop = (key: string, name: string, leg: number, change: Partial<HopRow> = {}): HopRow => ({
      path: line,
      key,
      name,
      leg,
      layer: 'request',
      does: 'terminates',
      membership: 'declared',
      resources: [name],
      ...change,
    });
    const hops = [
      hop('alb', 'aws_lb.public', 0, { resources: ['aws_lb.public', 'aws_lb_target_group.api'] }),
      hop('client', 'api', 1),
      hop('database', 'db', 2, { layer: 'connection' }),
    ];
    const cut = row({ path: line, resource: 'aws_lb_target_group.api', effect: 'cuts', at: { from: 60, to: 60 } });
    const aside = row({ path: line, resource: 'db', leg: 2, effect: 'cuts', decides: false });
    const made = workload({ verdict: 'cut', cutAt: 60, phase: 'query', paths: [line], hops, timeline: [cut, aside] });
    const page = read(report({ workloads: [made] }));
    expect(ofClass(page, 'hop').map(({ text, attributes }) => [text, attributes.class])).toEqual([
      ['leg 1: request alb aws_lb.public the leg ends here cuts 60 s', 'hop request terminates cuts'],
      ['leg 2: request client api the leg ends here', 'hop request terminates'],
      ['leg 3: connection database db the leg ends here', 'hop connection terminates'],
    ]);
    expect(ofClass(page, 'caller')).toHaveLength(1);
  });

  it('shows of a finding its numbers, whose value it is, the exact fix and a button that a script shows', () => {
    const [, card] = ofClass(read(mixed()), 'finding');
    for (const part of [
      'for checkout-api (app_user) has to be > 30 s, is 20 s',
      `fix: ALTER ROLE "app_user" SET statement_timeout = '31s';`,
      'New sessions get it.',
      'at roles.tf:12:3',
      'default: statement_timeout of PostgreSQL 16 = 0',
      'role: statement_timeout of app_user = 20000, which takes effect',
      'database: assumed unset, no source shows it; run holdfast collect',
      'more: holdfast explain statement-timeout-outlasts-query',
    ])
      expect(card?.text).toContain(part);
    const buttons = read(mixed()).filter(({ name }) => name === 'button');
    const copied = buttons.map(({ attributes }) => attributes['data-copy']);
    expect(buttons.every(({ attributes }) => 'hidden' in attributes)).toBe(true);
    expect(new Set(copied).size).toBe(2);
    expect(read(mixed()).filter(({ name, attributes: { id } }) => name === 'pre' && copied.includes(id))).toHaveLength(
      2,
    );
  });

  it('keeps the lines of a fix as they are to be written', () => {
    expect(render(mixed())).toContain(
      'resource &quot;aws_lb&quot; &quot;public&quot; {\n  idle_timeout = 301\n}</pre>',
    );
  });

  it('says why a policy exists, and leads to nothing but web pages', () => {
    const [policy] = builtinPolicies;
    const own = {
      ...policy!,
      id: failure().policy,
      why: 'Because `x`.',
      refs: ['https://a.example/b', 'javascript:x'],
    };
    const page = read(report({ findings: [failure()] }), { policies: [own] });
    expect(ofClass(page, 'why')[0]?.text).toContain('Because x.');
    expect(page.filter(({ attributes: { rel } }) => rel !== undefined && rel !== 'icon')).toEqual([
      expect.objectContaining({ attributes: { href: 'https://a.example/b', rel: 'noreferrer' } }),
    ]);
    expect(ofClass(page, 'why')[0]?.text).toContain('javascript:x');
  });

  it('shows verdicts of what is cut and failures alone when it is to be quiet', () => {
    const page = read(mixed(), { verbosity: 'quiet' });
    expect(texts(page, 'h2')).toEqual(['Workloads', 'Failed']);
    expect(texts(page, 'h3')[0]).toBe('checkout-api');
    expect(page.filter(({ name }) => name === 'details')).toHaveLength(1);
  });

  it('shows every place when asked', () => {
    const locations = ['a', 'b'].map((pointer) => ({ document: 'plan.json', pointer }));
    const made = report({ findings: [failure({ locations })] });
    expect(render(made)).not.toContain('plan.<wbr />json b');
    expect(render(made, { verbosity: 'verbose' })).toContain('plan.<wbr />json b');
  });

  it('tells what changed and what drifted where that was asked for', () => {
    const drift = { documents: [], matched: 3, drifted: 0, rows: [], notCompared: [] };
    const nothing = { newFailures: [], goneFailures: [], verdicts: [], values: [], come: [], gone: [] };
    const page = read(report({ drift, since: { day: '2026-11-21', ...nothing, come: ['aws_lb.new'] } }));
    expect(texts(page, 'h2')).toEqual([
      'Since 2026-11-21: 1 resource came into view',
      'Workloads',
      'Passed',
      'Drift from : 3 resources matched, 0 drifted',
      'Coverage',
    ]);
    expect(texts(page, 'li')).toContain('came into view: aws_lb.new');
  });

  it('lists what passed: it proves what was looked at', () => {
    const made = report({ findings: [finding(), finding({ role: 'app' })] });
    expect(texts(read(made), 'li')).toContain(
      'alb-idle-timeout-outlasts-query on aws_lb.public for checkout-api (app): idle_timeout of aws_lb.public is 120 s',
    );
  });

  it('is the same on every run, whatever the terminal', () => {
    expect(render(mixed(), { width: 60 })).toBe(render(mixed()));
  });

  it('has no word of reproach', () => {
    expect(within(render(mixed(), { verbosity: 'verbose' }))).not.toMatch(/should|[^<]!/i);
  });
});

describe('names that were made to harm', () => {
  const allowed = new Set(
    (
      'DOCTYPE html head meta title link style body svg defs pattern rect g circle path line text use header main section ' +
      'article details summary footer nav figure figcaption div span small b p h1 h2 h3 h4 h5 ul ol li dl dt dd a code ' +
      'pre button wbr script'
    ).split(' '),
  );
  const more = [
    '"><svg onload=alert(1)>',
    "' onfocus='alert(1)",
    '<!--',
    ']]>',
    '</style><script>x</script>',
    '&#60;b>',
  ];

  it.each([...hostileNames, ...more])('are text and nothing else: %j', (name) => {
    const page = render(hostileReport(name), { verbosity: 'verbose' });
    const elements = readHtml(page);
    expect(elements.filter((one) => !allowed.has(one.name.split(' ')[0]!.replace('!', '')))).toEqual([]);
    expect(elements.flatMap(({ attributes }) => Object.keys(attributes).filter((key) => key.startsWith('on')))).toEqual(
      [],
    );
    expect(elements.filter((one) => one.name === 'script')).toHaveLength(1);
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e]|[\ud800-\udfff]/);
  });

  it('cannot take the place of the report', () => {
    const long = '<'.repeat(100_000);
    const page = render(hostileReport(long), { verbosity: 'verbose' });
    expect(page).toContain('1 of 3 workloads is cut');
    expect(page.length).toBeLessThan(500_000);
  });

  it('may be keys of every object', () => {
    const proto = report({ findings: [finding({ outcome: 'fail', workload: '__proto__', role: 'constructor' })] });
    expect(render(proto)).toContain('for __proto__ (constructor)');
  });
});
