import { plan, world } from './world';

describe('holdfast with no or another command', () => {
  it('says what there is, and exits 2', async () => {
    const outcome = await world().run('');
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toMatch(/^Usage: holdfast COMMAND/);
  });

  it('says what was probably meant', async () => {
    expect(await world().run('chek')).toEqual({
      code: 2,
      out: '',
      err: "holdfast: unknown command 'chek'\n(Did you mean check?)\n",
    });
  });

  it('has a version', async () => {
    const { code, out } = await world().run('--version');
    expect(code).toBe(0);
    expect(out).toMatch(/^holdfast \d+\.\d+\.\d+\n$/);
  });
});

describe('help', () => {
  it.each([
    '',
    'check ',
    'audit ',
    'collect ',
    'timeline ',
    'probe ',
    'explain ',
    'list ',
    'validate ',
    'init ',
    'serve ',
    'completion ',
  ])('of %sfits one screen', async (command) => {
    const { code, out, err } = await world().run(`${command}--help`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.filter((line) => line.startsWith('Example: '))).toHaveLength(1);
  });

  it('of audit names an option that its page does not explain where that was probably meant', async () => {
    expect((await world().run('audit --help')).out).not.toContain('--fail-on ');
    expect((await world().run('audit --fail-onn error')).err).toContain('Did you mean --fail-on?');
  });

  it('of check tells the exit codes, and that Terraform uses 2 otherwise', async () => {
    const { out } = await world().run('check --help');
    expect(out).toContain('Exit: 0 nothing failed; 1 something failed; 2 not everything could be judged\n');
    expect(out).toContain('-detailed-exitcode uses 2');
  });
});

describe('holdfast list', () => {
  it('has a line for each policy', async () => {
    const { code, out, err } = await world().run('list --policies own');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^own-alb-limit +error +Load balancers wait for 100 s$/m);
    expect(out).toMatch(/^alb-idle-timeout-outlasts-query /m);
  });

  it('is data for programs', async () => {
    const { out } = await world().run('list -o json --policies own', { env: { HOLDFAST_OUTPUT: 'text,json=r' } });
    const listed = JSON.parse(out) as { id: string }[];
    expect(listed.find(({ id }) => id === 'own-alb-limit')).toEqual({
      id: 'own-alb-limit',
      title: 'Load balancers wait for 100 s',
      severity: 'error',
      per: 'hop',
      kinds: ['alb'],
      why: 'We say so.',
      fix: 'Raise it.',
      refs: [],
    });
    expect(listed.find(({ id }) => id === 'alb-idle-timeout-outlasts-query')).toHaveProperty('judges');
  });

  it('knows two formats', async () => {
    expect(await world().run('list -o xml')).toMatchObject({ code: 2, out: '' });
  });
});

describe('holdfast explain', () => {
  it("shows a policy's page", async () => {
    const { code, out } = await world().run('explain own-alb-limit --policies own');
    expect(code).toBe(0);
    expect(out).toMatch(/^own-alb-limit\nLoad balancers wait for 100 s\nseverity: error;/);
  });

  it.each([
    ['own-alb-limt', 'no policy is called own-alb-limt; did you mean own-alb-limit; see holdfast list'],
    ['alb-idle', 'no policy is called alb-idle; did you mean alb-idle-timeout-outlasts-query; see holdfast list'],
    ['nonsense', 'no policy is called nonsense; see holdfast list'],
  ])('says what was probably meant by %s', async (id, message) => {
    expect(await world().run(`explain ${id} --policies own`)).toEqual({
      code: 2,
      out: '',
      err: `holdfast: ${message}\n`,
    });
  });

  it('asks for a policy', async () => {
    expect(await world().run('explain')).toMatchObject({ code: 2, out: '' });
  });
});

describe('holdfast validate', () => {
  it('prints what it understood', async () => {
    expect(await world().run('validate')).toEqual({
      code: 0,
      err: '',
      out: `holdfast.yaml is valid: 1 workload

checkout-api
  at most: one query 30 s
  roles: not declared
  path: alb aws_lb.public → client api (declared here) → database aws_db_instance.orders
`,
    });
  });

  it('points at what is wrong', async () => {
    const here = world();
    here.write('holdfast.yaml', 'version: 1\nworkloads:\n  - name: a\n    maxQueryDuratoin: 30s\n');
    const outcome = await here.run('validate');
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toMatch(/^holdfast: holdfast\.yaml:4:5: .*maxQueryDuration/m);
  });

  it('exits 2 where there is none', async () => {
    expect(await world().run('validate', { cwd: '/' })).toMatchObject({ code: 2, out: '' });
  });
});

describe('holdfast init', () => {
  it('writes a configuration that is valid', async () => {
    const here = world();
    const outcome = await here.run('init ok.json -o start.yaml');
    expect(outcome).toMatchObject({ code: 0, out: '' });
    expect(outcome.err).toMatch(/^holdfast: wrote start\.yaml/);
    expect(await here.run('validate -c start.yaml')).toMatchObject({ code: 0, err: '' });
    expect(here.read('start.yaml')).toContain('aws_db_instance.orders');
  });

  it('names the schema for editors where the package is installed, and says where it is not', async () => {
    const here = world();
    expect((await here.run('init ok.json -o a.yaml')).err).toContain('it names no schema for editors');
    expect(here.read('a.yaml')).toMatch(/^version: 1\n/);
    here.write('node_modules/holdfast/schema/configuration.schema.json', '{}');
    here.write('infra/plan.json', plan(60));
    expect((await here.run('init infra/plan.json -o infra/b.yaml')).err).not.toContain('schema');
    expect(here.read('infra/b.yaml').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=../node_modules/holdfast/schema/configuration.schema.json',
    );
  });

  it('writes over nothing unless it is told to', async () => {
    const here = world();
    const before = here.read('holdfast.yaml');
    expect(await here.run('init ok.json')).toEqual({
      code: 2,
      out: '',
      err: 'holdfast: holdfast.yaml exists; say --force to write over it, or -o FILE\n',
    });
    expect(here.read('holdfast.yaml')).toBe(before);
    expect(await here.run('init ok.json --force')).toMatchObject({ code: 0 });
    expect(here.read('holdfast.yaml')).not.toBe(before);
  });

  it('prints it when asked, and reads a pipe', async () => {
    const { code, out } = await world().run('init -o -', { piped: plan(60) });
    expect(code).toBe(0);
    expect(out).toContain('version: 1');
  });

  it('takes no format for its file', async () => {
    const here = world();
    await here.run('init ok.json --force', { env: { HOLDFAST_OUTPUT: 'json' } });
    expect(here.read('holdfast.yaml')).toContain('workloads:');
  });

  it('says where it cannot write', async () => {
    const outcome = await world().run('init ok.json -o nowhere/start.yaml');
    expect(outcome).toMatchObject({ code: 2, err: 'holdfast: nowhere/start.yaml cannot be written (ENOENT)\n' });
  });
});

describe('holdfast timeline', () => {
  it.each([
    ['of every workload', 'timeline short.json'],
    ['of one that is named', 'timeline checkout-api short.json'],
    ['of those that a glob means', 'timeline checkout-* short.json'],
    ['of one that a flag names', 'timeline short.json --workload checkout-api'],
  ])('draws the path %s', async (_, args) => {
    const { code, out, err } = await world().run(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^checkout-api holds: \d+ timers judged; promised 30 s$/m);
    expect(out).toMatch(/^ {2}path: aws_lb\.public → api → aws_db_instance\.orders$/m);
    expect(out).toMatch(/^ {2}idle_timeout aws_lb\.public +=+ +\| +outlives 60 s$/m);
    expect(out).toContain('X cuts');
  });

  it('exits 0 where something cuts: it draws, check judges', async () => {
    const { code, out } = await world().run('timeline short.json --max-query-duration 90s');
    expect(code).toBe(0);
    expect(out).toMatch(/idle_timeout aws_lb\.public +=+X=+ +cuts 60 s$/m);
  });

  it.each([
    [
      'what is neither',
      'timeline chekout-api',
      'chekout-api is neither a file nor a workload; workloads: checkout-api',
    ],
    ['a workload without a document', 'timeline checkout-api', 'no file was named and nothing is piped in'],
  ])('exits 2 for %s', async (_, args, message) => {
    const outcome = await world().run(args);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(message);
  });

  it('takes a file of that name for the file', async () => {
    const here = world();
    here.write('checkout-api', plan(120));
    expect((await here.run('timeline checkout-api')).out).toContain('outlives 2 min');
  });

  it('exits 2 where not all could be judged', async () => {
    const here = world();
    here.write('other.json', plan(120, 'other'));
    expect(await here.run('timeline other.json')).toMatchObject({ code: 2 });
  });
});

describe('a fault of our own', () => {
  const broken = {
    now: () => {
      throw new TypeError('cannot tell the time\u001b[2J');
    },
  };

  it('exits 2 and says how to report it', async () => {
    const outcome = await world().run('check ok.json', broken);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toMatch(/^holdfast: this is a bug in holdfast \d\S+: TypeError: cannot tell the time\\u\{1b\}/);
    expect(outcome.err).toContain('run it again with --verbose');
    expect(outcome.err).not.toContain('world.ts');
  });

  it('shows where when asked', async () => {
    expect((await world().run('check ok.json --verbose', broken)).err).toContain('at ');
  });
});
