import { builtinPolicies } from '../../../lib/shell/builtin-policies';
import { formats } from '../../../lib/report/formats';
import { world } from '../world';

/** What is offered where `|` stands at the end of the line, in order. */
async function offered(line: string, change = {}): Promise<readonly string[]> {
  const words = line.slice(0, -1).split(' ');
  const { code, out, err } = await world().run(
    `__complete -- ${words.filter((word) => word !== '').join(' ')}`,
    change,
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.split('\n').flatMap((row) =>
    row
      .split('\t')
      .slice(0, 1)
      .filter((value) => value !== ''),
  );
}

const policies = builtinPolicies.map(({ id }) => id);

describe('completion', () => {
  it.each([
    ['the commands that begin so', 'c|', ['check', 'collect', 'completion']],
    ['flags that begin so', 'check --pol|', ['--policy', '--policies']],
    ['flags before any command', '--v|', ['--version']],
    ['a flag that may be repeated', 'check --policy a --polic|', ['--policy', '--policies']],
    ['a flag no second time', 'check --policies a --policies|', []],
    ['levels behind the flag', 'check --fail-on w|', ['warning']],
    ['levels behind = of the flag', 'check --fail-on=w|', ['--fail-on=warning']],
    ['all levels behind the = of the flag', 'check --on-unknown=|', ['--on-unknown=pass', '--on-unknown=fail']],
    ['formats', 'check -o sa|', ['sarif']],
    ['shells', 'completion f|', ['fish']],
    ['policies to explain', 'explain nlb-|', policies.filter((id) => id.startsWith('nlb-'))],
    ['policies to leave out', 'audit --skip-policy nlb-|', policies.filter((id) => id.startsWith('nlb-'))],
    ['workloads of the nearest configuration', 'check --workload ch|', ['checkout-api']],
    ['workloads to draw', 'timeline ch|', ['checkout-api']],
    ['nothing for a file', 'check pl|', []],
    ['nothing for a value that is free', 'check --max-query-duration 3|', []],
    ['nothing of a command that is none', 'chek --f|', []],
    ['no flags behind --', 'timeline -- --fa|', []],
  ])('offers %s', async (_, line, values) => {
    expect(await offered(line)).toEqual(values);
  });

  it('offers every format there is', async () => {
    const { out } = await world().run('__complete -- check -o s');
    expect(formats.filter(({ name }) => name.startsWith('s')).map(({ name }) => name)).toEqual(
      out
        .trimEnd()
        .split('\n')
        .map((row) => row.trim()),
    );
  });

  it('reads the configuration that the line names', async () => {
    const here = world();
    here.write(
      'other.yaml',
      'version: 1\nworkloads: [{ name: other, maxQueryDuration: 30s, path: [{ client: { name: x } }] }]\n',
    );
    expect((await here.run('__complete -- check -c other.yaml --workload o')).out).toBe('other\tworkload\n');
    expect((await here.run('__complete -- check --config=other.yaml --workload o')).out).toBe('other\tworkload\n');
  });

  it('says nothing of a configuration that is broken or absent', async () => {
    const here = world();
    here.write('holdfast.yaml', 'version: [');
    expect(await here.run('__complete -- check --workload o')).toEqual({ code: 0, out: '', err: '' });
    expect(await here.run('__complete -- check --workload o', { cwd: '/' })).toEqual({ code: 0, out: '', err: '' });
  });

  it('is no command that help names', async () => {
    expect((await world().run('--help')).out).not.toContain('__complete');
  });
});

describe('holdfast completion', () => {
  it.each(['bash', 'zsh', 'fish'])('prints a script for %s', async (shell) => {
    const { code, out, err } = await world().run(`completion ${shell}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`holdfast completion ${shell}`);
  });

  it('knows no other shell', async () => {
    expect(await world().run('completion tcsh')).toMatchObject({ code: 2, out: '' });
  });
});
