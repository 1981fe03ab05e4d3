import { schemaErrors } from '../report/report-schema';
import { plan, world } from './world';

/** Only the user's own policy is asked, so that policies to come change nothing here. */
const own = '--policies own --policy own-alb-limit';
const passed = '1 passed';
const failed = '1 failed';

describe('holdfast check', () => {
  it.each([
    ['a plan that keeps the promise', `check ok.json ${own}`, 0, passed],
    ['a plan that does not', `check short.json ${own}`, 1, failed],
    ['the same, softly', `check short.json ${own} --soft-fail`, 0, failed],
    ['a labelled plan', `check prod=ok.json ${own} --verbose`, 0, 'prod (plan, 2 resources)'],
    ['a configuration that is named', `check ok.json ${own} -c holdfast.yaml`, 0, passed],
    ['a workload that is named', `check ok.json ${own} --workload checkout-*`, 0, passed],
    [
      'every timer, without a configuration',
      'check short.json --policy alb-idle-timeout-outlasts-query --max-query-duration 2m',
      1,
      failed,
    ],
  ])('%s', async (_, args, code, said) => {
    const outcome = await world().run(args);
    expect(outcome).toMatchObject({ code, err: '' });
    expect(outcome.out).toContain(said);
  });

  it('judges several documents as one estate', async () => {
    const here = world();
    here.write('edge.json', plan(120, 'edge'));
    const { out } = await here.run(`check edge=edge.json ok.json ${own} --verbose`);
    expect(out).toContain('edge (plan, 2 resources)');
    expect(out).toContain('ok.json (plan, 2 resources)');
  });

  it.each([
    ['what is piped in', `check ${own}`],
    ['what is piped in, when asked', `check - ${own}`],
    ['what is piped in, by a label', `check prod=- ${own}`],
  ])('reads %s', async (_, args) => {
    const outcome = await world().run(args, { piped: plan(60) });
    expect(outcome).toMatchObject({ code: 1, err: '' });
    expect(outcome.out).toContain(args.includes('prod') ? 'prod (plan' : 'stdin (plan');
  });

  it('leaves a pipe alone where files are named', async () => {
    const stdin = {
      isPiped: true,
      read: () => {
        throw new Error('nobody asked');
      },
    };
    expect(await world().run(`check ok.json ${own}`, { stdin })).toMatchObject({ code: 0 });
  });

  it.each([
    ['nothing to read', 'check', 'no file was named and nothing is piped in'],
    ['a file that is not there', 'check nope.json', 'holdfast: nope.json does not exist\n'],
    ['a labelled file that is not there', 'check prod=nope.json', 'nope.json) does not exist\n'],
    ['a folder of something else', 'check own', 'holdfast: own holds no synthesised app: '],
    ['a document twice', 'check ok.json ok.json', 'ok.json is given twice'],
    ['standard input twice', 'check a=- b=-', 'standard input is named twice'],
    ['what is no plan', 'check holdfast.yaml', 'holdfast: holdfast.yaml: '],
    ['a configuration that is not there', 'check ok.json -c nope.yaml', 'nope.yaml'],
    ['a format that there is not', 'check ok.json -o jsn', 'there is no format jsn; did you mean json; formats: '],
    ['two reports on standard output', 'check ok.json -o text -o json', 'two reports go to standard output'],
    ['two reports in one file', 'check ok.json -o text=r -o json=r', 'two reports go to r'],
    ['an output without its file', 'check ok.json -o json=', '--output json= names no file'],
    [
      'a policy that there is not',
      `check ok.json ${own}x`,
      'no policy is called own-alb-limitx; did you mean own-alb-limit',
    ],
    ['a policy to skip that there is not', 'check ok.json --skip-policy nope', 'no policy is called nope'],
    ['no policy that is left', `check ok.json ${own} --skip-policy own-*`, 'leave no policy'],
    ['a workload that there is not', `check ok.json ${own} --workload chekout-api`, 'did you mean checkout-api'],
    ['a duration without a unit', 'check ok.json --max-query-duration 30', 'It is 30 without a unit'],
    ['a duration of nothing', 'check ok.json --max-query-duration 0s', 'A query takes longer than 0.'],
    ['a level that there is not', 'check ok.json --fail-on fatal', 'Write error or warning or info.'],
    ['flags that exclude each other', 'check ok.json --quiet --verbose', '--quiet and --verbose exclude each other'],
    [
      'two sources of promises',
      'check ok.json -c x.yaml --max-query-duration 1s',
      '--config and --max-query-duration exclude each other',
    ],
    [
      'a flag that there is not',
      'check ok.json --fail-onn error',
      "unknown option '--fail-onn'\n(Did you mean --fail-on?)",
    ],
    ['a baseline that is not there', 'check ok.json --baseline nope.json', 'nope.json does not exist'],
    ['a baseline that is none', 'check ok.json --baseline short.json', 'short.json is no baseline'],
    [
      'a baseline that would replace a plan',
      'check ok.json --create-baseline short.json',
      'short.json exists and is no baseline',
    ],
  ])('exits 2 for %s and reports nothing', async (_, args, message) => {
    const outcome = await world().run(args);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(message);
    expect(outcome.err).toMatch(/^holdfast: /);
  });

  it.each([
    ['a failure stays one', 'short.json', 1, failed],
    ['no failure leaves a gap', 'ok.json', 2, passed],
    ['a failure that is excused leaves the gap', 'short.json --soft-fail', 2, failed],
  ])('judges what can be read beside what cannot: %s', async (_, args, code, said) => {
    const outcome = await world().run(`check nope.json holdfast.yaml ${args} ${own}`);
    expect(outcome.code).toBe(code);
    expect(outcome.out).toContain(said);
    expect(outcome.out).toContain('input: nope.json does not exist');
    expect(outcome.err).toContain('holdfast: nope.json does not exist\nholdfast: holdfast.yaml: ');
  });

  it('exits 2 where there is no configuration, and says what to do', async () => {
    const here = world();
    const outcome = await here.run(`check ../${here.folder.split('/').at(-1)}/ok.json`, { cwd: '/' });
    expect(outcome).toMatchObject({ code: 2, out: '' });
    const there = await here.run('check ok.json', { cwd: '/' });
    expect(there.err).toContain('--max-query-duration 30s');
  });

  it('exits 2 and says why where a hop matches nothing, unless that may be', async () => {
    const here = world();
    here.write('other.json', plan(120, 'other'));
    const outcome = await here.run(`check other.json ${own}`);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('aws_lb.public');
    const both = await here.run(`check ok.json other.json ${own} --partial`);
    expect(both).toMatchObject({ code: 0, err: '' });
    const nothing = await here.run(`check other.json ${own} --partial`);
    expect(nothing.code).toBe(2);
    expect(nothing.err).toContain('nothing was judged');
  });
});

describe('reports', () => {
  it('go to standard output and to files, all in one run', async () => {
    const here = world();
    const { out, err } = await here.run(`check short.json ${own} -o text -o json=report.json -o text=report.txt`);
    expect(err).toBe('');
    expect(out).toBe(here.read('report.txt'));
    expect(schemaErrors(here.read('report.json'))).toEqual([]);
    expect(JSON.parse(here.read('report.json'))).toMatchObject({ version: 1, summary: { failed: 1 } });
  });

  it('are one JSON document on standard output, whatever is said beside it', async () => {
    const here = world();
    here.write('other.json', plan(120, 'other'));
    const { out, err } = await here.run(`check other.json ${own} -o json`);
    expect(schemaErrors(out)).toEqual([]);
    expect(err).not.toBe('');
  });

  it('that cannot be written are told, and a failure stays a failure', async () => {
    const here = world();
    const failing = await here.run(`check short.json ${own} -o text -o json=nowhere/r.json`);
    expect(failing).toMatchObject({
      code: 1,
      err: 'holdfast: nowhere/r.json cannot be written (its folder does not exist)\n',
    });
    expect(failing.out).toContain(failed);
    expect(await here.run(`check ok.json ${own} -o json=nowhere/r.json`)).toMatchObject({ code: 2 });
  });

  it('are short or long as asked', async () => {
    const here = world();
    expect((await here.run(`check ok.json ${own} --quiet`)).out).not.toContain('Coverage');
    expect((await here.run(`check ok.json ${own}`)).out).not.toContain('Passed');
    expect((await here.run(`check ok.json ${own} --verbose`)).out).toContain('Passed');
  });

  it('are as wide as the terminal', async () => {
    const { out } = await world().run(`check short.json ${own}`, { columns: 60 });
    const wide = out
      .split('\n')
      .slice(1)
      .filter((line) => line.length > 60);
    expect(wide).toEqual([]);
  });
});

describe('a baseline', () => {
  it('is written, applied, and only shrinks', async () => {
    const here = world();
    const written = await here.run(`check short.json ${own} --create-baseline`);
    expect(written).toMatchObject({ code: 0, err: 'holdfast: wrote .holdfast.baseline.json: 1 known failure\n' });
    expect(here.read('.holdfast.baseline.json')).toBe(
      '{\n  "version": 1,\n  "findings": [\n' +
        '    {"policy":"own-alb-limit","resource":"aws_lb.public","workload":"checkout-api","role":null}\n  ]\n}\n',
    );
    const applied = await here.run(`check short.json ${own} --baseline .holdfast.baseline.json`);
    expect(applied.code).toBe(0);
    expect(applied.out).toContain('no end, owner baseline: in the baseline');
    const mended = await here.run(`check ok.json ${own} --baseline .holdfast.baseline.json`);
    expect(mended.code).toBe(0);
    expect(mended.out).toContain('(checkout-api): it passes now;');
  });

  it('is written over, and where it is said', async () => {
    const here = world();
    await here.run(`check short.json ${own} --create-baseline=known.json`);
    await here.run(`check ok.json ${own} --create-baseline=known.json`);
    expect(JSON.parse(here.read('known.json'))).toEqual({ version: 1, findings: [] });
  });
});

describe('the environment', () => {
  it.each<readonly [string, Record<string, string>, string, number]>([
    ['a choice', { HOLDFAST_SOFT_FAIL: '1' }, '', 0],
    ['nothing that is empty', { HOLDFAST_SOFT_FAIL: '' }, '', 1],
    ['a switch that is off', { HOLDFAST_SOFT_FAIL: 'false' }, '', 1],
    ['a format', { HOLDFAST_OUTPUT: 'json' }, '', 1],
    ['a flag above a variable', { HOLDFAST_MAX_QUERY_DURATION: '30' }, '-c holdfast.yaml', 1],
  ])('gives %s', async (_, env, args, code) => {
    expect(await world().run(`check short.json ${own} ${args}`, { env })).toMatchObject({ code, err: '' });
  });

  it('gives lists, separated by commas', async () => {
    const here = world();
    const env = { HOLDFAST_OUTPUT: 'text, json=r.json', HOLDFAST_POLICIES: 'own', HOLDFAST_POLICY: 'own-*' };
    expect(await here.run('check short.json', { env })).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(here.read('r.json')).summary.failed).toBe(1);
  });

  it('loses against a flag', async () => {
    const env = { HOLDFAST_OUTPUT: 'json', HOLDFAST_QUIET: '1' };
    const { out, code } = await world().run(`check short.json ${own} -o text --verbose`, { env });
    expect(code).toBe(1);
    expect(out).toMatch(/^1 workload: /);
    expect(out).toContain('Coverage');
  });

  it.each([
    [{ HOLDFAST_FAIL_ON: 'fatal' }, 'HOLDFAST_FAIL_ON is fatal. Write error or warning or info.'],
    [{ HOLDFAST_QUIET: 'maybe' }, 'HOLDFAST_QUIET is maybe; write 1 or 0'],
    [{ HOLDFAST_QUIET: '1', HOLDFAST_VERBOSE: '1' }, '--quiet and --verbose exclude each other'],
  ])('is held to what flags may say: %j', async (env, message) => {
    const outcome = await world().run(`check short.json ${own}`, { env });
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(message);
  });

  it('has a failing level and a verdict on unknowns', async () => {
    const here = world();
    here.write('own/own-alb-limit.js', here.read('own/own-alb-limit.js').replace("'error'", "'warning'"));
    expect(await here.run(`check short.json ${own}`)).toMatchObject({ code: 0 });
    expect(await here.run(`check short.json ${own} --fail-on warning`)).toMatchObject({ code: 1 });
    expect(await here.run(`check short.json ${own}`, { env: { HOLDFAST_FAIL_ON: 'info' } })).toMatchObject({ code: 1 });
  });
});

describe('colour', () => {
  it.each<readonly [string, string, Record<string, string>, boolean, boolean]>([
    ['a pipe', '', {}, false, false],
    ['a terminal', '', {}, true, true],
    ['a terminal that cannot', '', { TERM: 'dumb' }, true, false],
    ['NO_COLOR', '', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', '', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR', '', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', '', { FORCE_COLOR: '0' }, true, false],
    ['NO_COLOR and FORCE_COLOR', '', { NO_COLOR: '1', FORCE_COLOR: '1' }, false, false],
    ['a CI log', '', { CI: 'true' }, false, true],
    ['a CI log with NO_COLOR', '', { CI: 'true', NO_COLOR: '1' }, false, false],
    ['--no-color', '--no-color', { FORCE_COLOR: '1' }, true, false],
    ['--color', '--color', { NO_COLOR: '1' }, false, true],
  ])('for %s', async (_, flag, env, isTty, isColoured) => {
    const { out } = await world().run(`check short.json ${own} ${flag}`, { env, isTty });
    expect(out.includes('\u001b[')).toBe(isColoured);
  });

  it('never reaches a file or a JSON report', async () => {
    const here = world();
    const { out } = await here.run(`check short.json ${own} --color -o json -o text=r.txt`);
    expect(out + here.read('r.txt')).not.toContain('\u001b');
  });
});
