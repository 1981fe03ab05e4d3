import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plan, world, type Outcome, type World } from '../world';
import { key, post, startHcp, token, type Hcp } from './_hcp';

const own = '--policies own --policy own-alb-limit';
const env = { HOLDFAST_RUN_TASK_HMAC_KEY: key };
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** The command in that world, and what ends it. */
async function serving(
  here: World,
  hcp: Hcp,
  args: string,
): Promise<{ url: string; stop: () => Promise<Outcome & { said: string }> }> {
  let said = '';
  let interrupt = (): void => undefined;
  let up = (_: string): void => undefined;
  const url = new Promise<string>((resolve) => (up = resolve));
  const ended = here.run(`serve --run-task --port 0 --tfc-address ${hcp.url} ${args}`, {
    env,
    stderr: (text) => {
      said += text;
      const [, where] = / listens on (http:\S+)/.exec(said) ?? [];
      if (where !== undefined) up(where);
    },
    onInterrupt: (listener) => {
      interrupt = listener;
      return () => undefined;
    },
  });
  const stop = async () => {
    interrupt();
    return { ...(await ended), said };
  };
  closers.push(stop, hcp.close);
  return { url: await Promise.race([url, ended.then(() => Promise.reject(new Error(said)))]), stop };
}

describe('holdfast serve --run-task', () => {
  const broken = plan(120).replace('"errored":false', '"errored":true');
  const summary = '1 workload: 1 holds; findings: 1';
  it.each([
    ['a plan that keeps the promise', plan(120), own, 'passed', `the workload holds. ${summary} passed`],
    ['a plan that does not', plan(60), own, 'failed', `no workload is cut, 1 finding failed. ${summary} failed`],
    [
      'the same, softly',
      plan(60),
      `${own} --soft-fail`,
      'passed',
      `no workload is cut, 1 finding failed. ${summary} failed`,
    ],
    ['an incomplete plan', broken, own, 'failed', `not everything could be judged; nothing failed. ${summary} passed`],
    ['what is no plan', '{}', own, 'failed', 'The plan could not be read: acme/orders: '],
    ['what is no JSON', '<html>', own, 'failed', 'The plan could not be read: acme/orders: '],
    ['nothing', '', own, 'failed', 'The plan could not be read: acme/orders'],
  ])('judges %s', async (_, text, args, status, message) => {
    const hcp = await startHcp({ plan: text });
    const { url, stop } = await serving(world(), hcp, args);
    expect(await post(url, hcp.payload())).toEqual({ status: 200, text: 'accepted' });
    const told = await hcp.verdict();
    expect(told).toMatchObject({ status, message: expect.stringContaining(message) as unknown });
    const { code, out, said } = await stop();
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(said).toContain(`holdfast: acme/orders run-i3Df5to9ELvibKpQ post_plan: ${status}: `);
    for (const secret of [key, token, 'callback']) expect(said).not.toContain(secret);
  });

  it.each([
    ['', 'passed'],
    ['--on-unknown fail', 'failed'],
  ])('lets the user say what unknown means (%s)', async (args, status) => {
    const here = world();
    const unknown = JSON.parse(plan(60)) as {
      resource_changes: { change: { after: object; after_unknown: object } }[];
    };
    const [lb] = unknown.resource_changes;
    if (lb === undefined) throw new Error('no load balancer');
    lb.change.after_unknown = { idle_timeout: true };
    lb.change.after = { ...lb.change.after, idle_timeout: undefined };
    here.write(
      'own/other.js',
      `module.exports = { ...require('./own-alb-limit'), id: 'other', check: () => ({ outcome: 'pass', message: 'x' }) };`,
    );
    const hcp = await startHcp({ plan: JSON.stringify(unknown) });
    const { url } = await serving(here, hcp, `--policies own --policy own-alb-limit --policy other ${args}`);
    await post(url, hcp.payload());
    expect(await hcp.verdict()).toMatchObject({ status });
  });

  it('tells an example with all that there is to say', async () => {
    const example = path.resolve(__dirname, '../../../examples/api-behind-alb');
    const hcp = await startHcp({ plan: readFileSync(path.join(example, 'plan.json'), 'utf8') });
    const { url } = await serving(world(), hcp, `-c ${path.join(example, 'holdfast.yaml')}`);
    await post(url, hcp.payload());
    const { status, message, outcomes } = await hcp.verdict();
    expect({ status, message }).toEqual({
      status: 'failed',
      message: '1 of 2 workloads is cut. 2 workloads: 1 cut, 1 holds; findings: 1 failed, 19 passed',
    });
    expect(outcomes?.map((one) => one['outcome-id'])).toEqual([
      'workload:checkout-api',
      'workload:catalog-api',
      'alb-idle-timeout-outlasts-query',
      'coverage',
    ]);
  });

  it('survives a policy that throws, which has not passed', async () => {
    const here = world();
    const policy = here.read('own/own-alb-limit.js').replace(/check: .*/s, "check: () => { throw new Error('b'); } };");
    here.write('own/own-alb-limit.js', policy);
    const hcp = await startHcp({ plan: plan(120) });
    const { url, stop } = await serving(here, hcp, own);
    await post(url, hcp.payload());
    expect(await hcp.verdict()).toMatchObject({
      status: 'failed',
      message: 'Holdfast or a policy broke down, so nothing was judged; the log of holdfast says where',
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await stop()).said).toContain('holdfast: this is a bug of holdfast, or of a policy of yours: Error: b');
  });

  it.each([
    [
      'no key',
      'serve --run-task',
      {},
      'HOLDFAST_RUN_TASK_HMAC_KEY is not set, so requests of HCP Terraform could not be told',
    ],
    ['nothing to serve', 'serve', env, 'serve what? write holdfast serve --run-task'],
    ['a key on the command line', `serve --run-task --hmac-key=${key}`, env, "unknown option '--hmac-key'"],
    ['no port', 'serve --run-task --port 70000', env, 'Write a number from 0 to 65535.'],
    [
      'an address without TLS',
      'serve --run-task --tfc-address http://tfe.example.com',
      env,
      'Write https://HOST: tokens go there.',
    ],
    ['no address', 'serve --run-task --tfc-address tfe.example.com', env, 'Write https://HOST.'],
    ['a configuration that is not there', 'serve --run-task -c nope.yaml', env, 'nope.yaml'],
    ['a report', 'serve --run-task -o json', env, "unknown option '-o'"],
  ])('exits 2 for %s', async (_, args, variables, said) => {
    const { code, out, err } = await world().run(args, { env: variables });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err).not.toContain(key);
  });
});
