import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { builtCheckout, root } from './_checkout';
import { bot, somebody, startGitHub, token, type Comment, type GitHub } from './_github';
import { action, runAction } from './_runner';

let checkout: ReturnType<typeof builtCheckout>;
beforeAll(() => (checkout = builtCheckout('action.yml', 'action')), 60_000);
afterAll(() => checkout.remove());

let workspace: string;
let github: GitHub;
beforeEach(async () => {
  workspace = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'holdfast-action-'));
  cpSync(path.join(root, 'examples/api-behind-alb'), workspace, { recursive: true });
  const held = readFileSync(path.join(workspace, 'holdfast.yaml'), 'utf8').replace(
    'maxDuration: 90s',
    'maxDuration: 55s',
  );
  writeFileSync(path.join(workspace, 'held.yaml'), held);
  // A caller that gives up while it waits for a connection of the proxy: a warning.
  writeFileSync(path.join(workspace, 'warned.yaml'), held.replace('maxDuration: 55s', 'maxDuration: 45s'));
  // Without a path, load balancers in view are assumed.
  writeFileSync(
    path.join(workspace, 'assumed.yaml'),
    'version: 1\nworkloads: [{ name: batch, maxQueryDuration: 2m }]\n',
  );
  github = await startGitHub();
});
afterEach(async () => {
  await github.close();
  rmSync(workspace, { recursive: true, force: true });
});

const pull = { pull_request: { number: 7 } };
const run = (inputs: Record<string, string>, event: object = pull, env: Record<string, string> = {}) =>
  runAction(
    workspace,
    checkout.folder,
    { plan: 'plan.json', ...inputs },
    { github: github.url, event, env: { TOKEN: token, ...env } },
  );

describe('action.yml', () => {
  it('hands inputs to no script but as variables', () => {
    for (const { run: script } of action.runs.steps) expect(script).not.toContain('${{');
    for (const { shell } of action.runs.steps) expect(shell).toBe('bash');
    for (const { description } of Object.values(action.inputs)) expect(description).not.toBe('');
  });
});

describe('the action, as a runner runs it', () => {
  it('fails where something is cut, with annotations, a summary, and reports', async () => {
    const { code, log, outputs, summary } = await run({ sarif: 'out.sarif' });
    expect(code).toBe(1);
    expect(log).toMatch(/^::error title=alb-idle-timeout-outlasts-query%3A aws_lb\.public::/m);
    expect(summary).toMatch(/^<!-- holdfast:default -->\n\n### ❌ Holdfast: 1 of 2 workloads is cut\n/);
    expect(outputs).toMatchObject({
      'exit-code': '1',
      failed: '1',
      unknown: '0',
      passed: '19',
      waived: '0',
      sarif: 'out.sarif',
    });
    expect(JSON.parse(readFileSync(outputs.json ?? '', 'utf8'))).toMatchObject({ version: 1 });
    expect(JSON.parse(readFileSync(path.join(workspace, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(outputs.markdown ?? '', 'utf8')).toBe(summary);
    expect(github.requests).toEqual([]);
  });

  it('passes where everything holds', async () => {
    const { code, log, outputs, summary } = await run({ config: 'held.yaml' });
    expect({ code, exit: outputs['exit-code'], failed: outputs.failed }).toEqual({ code: 0, exit: '0', failed: '0' });
    expect(log).not.toMatch(/^::error/m);
    expect(summary).toContain('### ✅ Holdfast: all 2 workloads hold');
  });

  it.each([
    ['softly', { 'soft-fail': 'true' }, 0, '1'],
    ['at the level that is asked for', { config: 'warned.yaml' }, 0, '1'],
    ['at a lower level too', { config: 'warned.yaml', 'fail-on': 'warning' }, 1, '1'],
    ['not for what is unknown', { config: 'assumed.yaml' }, 0, '0'],
    ['for what is unknown where that is asked for', { config: 'assumed.yaml', 'on-unknown': 'fail' }, 1, '0'],
  ])('fails %s', async (_, inputs, code, failed) => {
    expect(await run(inputs as Record<string, string>)).toMatchObject({ code, outputs: { failed } });
  });

  it('takes several documents, with names and blanks in them', async () => {
    cpSync(path.join(workspace, 'plan.json'), path.join(workspace, 'the plan; $(touch pwned).json'));
    const { code, outputs } = await run({ plan: '\n  orders=the plan; $(touch pwned).json  \n\n' });
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(outputs.json ?? '', 'utf8'))).toMatchObject({
      coverage: { documents: [{ name: 'orders' }] },
    });
    expect(existsSync(path.join(workspace, 'pwned'))).toBe(false);
  });

  it.each([
    ['nothing to judge', { plan: '' }, 'nothing to judge: set the input plan or terraform-plan'],
    ['a plan that is not there', { plan: 'nope.json' }, 'nope.json does not exist'],
    ['a plan that looks like a flag', { plan: '--version' }, '--version does not exist'],
    ['a level that there is not', { 'fail-on': 'fatal' }, 'Write error or warning or info.'],
    ['a tag that would end its marker', { 'comment-tag': '--> x' }, 'comment-tag takes letters'],
    ['neither true nor false', { 'soft-fail': 'yes' }, 'soft-fail is true or false'],
  ])('exits 2 for %s, and says in the summary that nothing was judged', async (_, inputs, said) => {
    const { code, log, outputs, summary } = await run(inputs as Record<string, string>);
    expect({ code, exit: outputs['exit-code'], json: outputs.json }).toEqual({ code: 2, exit: '2', json: '' });
    expect(log).toContain(said);
    expect(summary).toContain('### ⚠️ Holdfast: nothing was judged\n\nExit code 2; the log of the step says why.');
  });

  describe('with a plan file of Terraform', () => {
    /** Only its command line counts here. */
    const terraform = (script: string): Record<string, string> => {
      const bin = path.join(workspace, 'bin');
      cpSync(path.join(workspace, 'plan.json'), path.join(bin, 'shown.json'));
      writeFileSync(path.join(bin, 'terraform'), `#!/usr/bin/env bash\n${script}\n`);
      chmodSync(path.join(bin, 'terraform'), 0o755);
      return { PATH: `${bin}${path.delimiter}${process.env.PATH}` };
    };

    it('shows it in its folder, for this user alone', async () => {
      const env = terraform('echo "$@" >"$(dirname "$0")/args"; cat "$(dirname "$0")/shown.json"');
      const { code, outputs } = await run({ plan: '', 'terraform-plan': 'infra/plan.bin' }, pull, env);
      expect(code).toBe(1);
      expect(readFileSync(path.join(workspace, 'bin/args'), 'utf8')).toBe(
        '-chdir=infra show -no-color -json plan.bin\n',
      );
      const report = JSON.parse(readFileSync(outputs.json ?? '', 'utf8')) as object;
      expect(report).toMatchObject({ coverage: { documents: [{ name: 'infra/plan.bin' }] } });
      expect(statSync(path.join(path.dirname(outputs.json ?? ''), 'plan.json')).mode & 0o077).toBe(0);
    });

    it('exits 2 where Terraform cannot', async () => {
      const env = terraform('echo "Error: no plan" >&2; exit 1');
      const { code, log } = await run({ plan: '', 'terraform-plan': 'infra/plan.bin' }, pull, env);
      expect(code).toBe(2);
      expect(log).toContain('Error: no plan\n');
      expect(log).toContain('::error title=Holdfast::holdfast: terraform show -json plan.bin failed in infra');
    });
  });
});

describe('the comment on a pull request', () => {
  const marker = '<!-- holdfast:default -->';
  const other = (id: number, body: string, user = somebody): Comment => ({ id, body, user });

  it('is written once, and updated in place', async () => {
    expect((await run({ comment: 'true' })).code).toBe(1);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toMatch(
      /^<!-- holdfast:default -->\n\n### ❌ Holdfast: 1 of 2 workloads is cut\n/,
    );
    expect((await run({ comment: 'true', config: 'held.yaml' })).code).toBe(0);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('### ✅ Holdfast: all 2 workloads hold');
    await run({ comment: 'true', config: 'held.yaml' });
    expect(github.requests.filter((one) => !one.startsWith('GET'))).toEqual([
      'POST /repos/acme/shop/issues/7/comments',
      'PATCH /repos/acme/shop/issues/comments/1000',
    ]);
  });

  it('does not stay green where nothing could be judged', async () => {
    await run({ comment: 'true', config: 'held.yaml' });
    expect((await run({ comment: 'true', plan: 'nope.json' })).code).toBe(2);
    expect(github.comments.map(({ body }) => body)).toEqual([expect.stringContaining('nothing was judged')]);
  });

  it("leaves everybody else's alone", async () => {
    const foreign = [
      other(1, `${marker}\n\nI pasted this`),
      other(2, `see ${marker}`, bot),
      other(3, `<!-- holdfast:other -->\n\nx`, bot),
      other(4, `> ${marker}`, bot),
    ];
    github.comments.push(...foreign.map((one) => ({ ...one })));
    await run({ comment: 'true' });
    expect(github.comments.slice(0, 4)).toEqual(foreign);
    expect(github.comments).toHaveLength(5);
  });

  it('is found on a later page, and with line ends of Windows', async () => {
    const many = Array.from({ length: 230 }, (_, at) => other(at + 1, `comment ${at}`));
    github.comments.push(...many, other(900, `${marker}\r\n\r\nold`, bot), other(901, 'last'));
    await run({ comment: 'true' });
    expect(github.comments).toHaveLength(232);
    expect(github.comments[230]?.body).toContain('1 of 2 workloads is cut');
    expect(github.requests.filter((one) => one.includes('page='))).toHaveLength(3);
  });

  it('is told apart by its tag', async () => {
    await run({ comment: 'true', 'comment-tag': 'network' });
    await run({ comment: 'true', 'comment-tag': 'shop' });
    expect(github.comments.map(({ body }) => body.split('\n')[0])).toEqual([
      '<!-- holdfast:network -->',
      '<!-- holdfast:shop -->',
    ]);
  });

  it('is that of the user whom a personal token belongs to', async () => {
    await github.close();
    github = await startGitHub({ as: somebody, comments: [other(1, `${marker}\n`, bot), other(2, `${marker}\n`)] });
    await run({ comment: 'true', 'github-token': token });
    expect(github.comments.map(({ body }) => body.includes('is cut'))).toEqual([false, true]);
  });

  it('outlasts an API that is down for a moment', async () => {
    await github.close();
    github = await startGitHub({ breaks: 1 });
    await run({ comment: 'true' });
    expect(github.comments).toHaveLength(1);
  });

  it.each([
    ['a fork, whose token only reads', { mayWrite: false }, {}, 'the token may not write it: the run is of a fork'],
    ['no token', {}, { 'github-token': '' }, 'there is no token (github-token)'],
    ['another token', {}, { 'github-token': 'expired' }, 'HTTP 401'],
  ])('warns and changes no verdict for %s', async (_, habits, inputs, said) => {
    await github.close();
    github = await startGitHub(habits);
    const { code, log } = await run({ comment: 'true', config: 'held.yaml', ...inputs });
    expect({ code, comments: github.comments }).toEqual({ code: 0, comments: [] });
    expect(log).toContain(`::warning title=Holdfast::`);
    expect(log).toContain(said);
    expect(log).not.toContain(token);
  });

  it.each([
    ['a push', { ref: 'refs/heads/main' }, 'this run belongs to no pull request'],
    ['an issue', { issue: { number: 7 } }, 'this run belongs to no pull request'],
  ])('is not written for %s', async (_, event, said) => {
    const { log } = await run({ comment: 'true' }, event);
    expect(log).toContain(`::notice title=Holdfast::${said}`);
    expect(github.requests).toEqual([]);
  });

  it('is written where somebody asked in a comment', async () => {
    await run({ comment: 'true' }, { issue: { number: 7, pull_request: { url: 'x' } } });
    expect(github.comments).toHaveLength(1);
  });
});
