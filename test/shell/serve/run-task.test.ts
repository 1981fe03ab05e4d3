import { connect } from 'node:net';
import { apiLimits, startServer, terraformApi } from '../../../lib/shell/serve';
import type { ApiLimits } from '../../../lib/shell/serve/terraform-api';
import type { RunTaskServer, ServerLimits } from '../../../lib/shell/serve/server';
import type { RunTaskResult } from '../../../lib/report/run-task';
import { key, post, sign, startHcp, token, type Hcp } from './_hcp';

const passed: RunTaskResult = {
  status: 'passed',
  message: 'the workload holds',
  outcomes: [{ 'outcome-id': 'x', description: 'y', tags: { Status: [] }, body: 'z' }],
};

type Running = {
  readonly hcp: Hcp;
  readonly server: RunTaskServer;
  readonly log: readonly string[];
  /** The plans that were judged, by document. */
  readonly judged: readonly (readonly [string, string])[];
  /** The pauses before another attempt, in milliseconds. */
  readonly pauses: readonly number[];
};

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A run task whose judgement is made up: only what happens between the hosts counts here. No pause is waited for. */
async function running(
  habits: Parameters<typeof startHcp>[0] = {},
  { limits = {}, api = {} }: { limits?: Partial<ServerLimits>; api?: Partial<ApiLimits> } = {},
): Promise<Running> {
  const hcp = await startHcp({ plan: '{"a plan":1}', ...habits });
  const log: string[] = [];
  const judged: [string, string][] = [];
  const pauses: number[] = [];
  const address = new URL(hcp.url);
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    address,
    key,
    limits: { stopWithin: 0.2, ...limits },
    log: (line) => void log.push(line),
    api: terraformApi(address, { ...apiLimits, ...api }, async (milliseconds) => void pauses.push(milliseconds)),
    judge: (document, bytes) => {
      judged.push([document, Buffer.from(bytes).toString()]);
      return passed;
    },
  });
  open.push(server.stop, hcp.close);
  return { hcp, server, log, judged, pauses };
}

describe('a run task', () => {
  it('answers at once, says that it has begun, and tells the verdict', async () => {
    const { hcp, server, judged, log } = await running();
    expect(await post(server.url, hcp.payload())).toEqual({ status: 200, text: 'accepted' });
    await hcp.verdict();
    expect(hcp.told).toEqual([
      { status: 'running', message: 'Holdfast judges the plan', outcomes: null },
      { status: 'passed', message: 'the workload holds', outcomes: passed.outcomes },
    ]);
    expect(judged).toEqual([['acme/orders', '{"a plan":1}']]);
    await server.stop();
    expect(log).toEqual(['acme/orders run-i3Df5to9ELvibKpQ post_plan: passed: the workload holds']);
  });

  it('hands its token to HCP Terraform alone, not to where the plan is stored', async () => {
    const { hcp, server } = await running();
    await post(server.url, hcp.payload());
    await hcp.verdict();
    const bearer = `Bearer ${token}`;
    expect(hcp.requests).toEqual([
      { what: 'PATCH /api/v2/task-results/1/callback', authorization: bearer, type: 'application/vnd.api+json' },
      { what: 'GET /api/v2/plans/plan-1/json-output', authorization: bearer, type: null },
      { what: 'storage GET /object?x=y', authorization: null, type: null },
      { what: 'PATCH /api/v2/task-results/1/callback', authorization: bearer, type: 'application/vnd.api+json' },
    ]);
  });

  it('tells no details where they are not taken', async () => {
    const { hcp, server } = await running();
    await post(server.url, hcp.payload({ capabilities: {} }));
    expect(await hcp.verdict()).toEqual({ status: 'passed', message: 'the workload holds', outcomes: null });
  });

  it.each(['pre_apply', 'post_apply'])('judges at %s too', async (stage) => {
    const { hcp, server } = await running();
    await post(server.url, hcp.payload({ stage }));
    expect(await hcp.verdict()).toMatchObject({ status: 'passed' });
  });

  it('has not passed where there is no plan yet', async () => {
    const { hcp, server, judged } = await running();
    await post(server.url, hcp.payload({ stage: 'pre_plan', plan_json_api_url: undefined }));
    expect(await hcp.verdict()).toEqual({
      status: 'failed',
      message: 'Stage pre_plan has no plan, so nothing was judged; attach the run task to the stage post_plan',
      outcomes: null,
    });
    expect(judged).toEqual([]);
  });

  it('answers the test of an endpoint, and does nothing', async () => {
    const { hcp, server, log } = await running();
    const payload = { payload_version: 1, stage: 'test', access_token: 'test-token' };
    expect(await post(server.url, payload)).toEqual({ status: 200, text: 'ok' });
    await server.stop();
    expect([hcp.requests, log]).toEqual([[], []]);
  });

  it('does once what is sent twice', async () => {
    const { hcp, server, judged } = await running();
    expect(await post(server.url, hcp.payload())).toMatchObject({ text: 'accepted' });
    expect(await post(server.url, hcp.payload())).toEqual({ status: 200, text: 'accepted before' });
    await hcp.verdict();
    expect(await post(server.url, hcp.payload())).toEqual({ status: 200, text: 'accepted before' });
    await server.stop();
    expect(judged).toHaveLength(1);
    expect(hcp.told).toHaveLength(2);
  });

  it('judges several runs, one after the other', async () => {
    const { hcp, server, judged } = await running();
    for (const id of ['1', '2', '3']) {
      const callback = `${hcp.url}/api/v2/task-results/${id}/callback`;
      await post(server.url, hcp.payload({ workspace_name: `w${id}`, task_result_callback_url: callback }));
    }
    await server.stop();
    expect(judged.map(([document]) => document)).toEqual(['acme/w1', 'acme/w2', 'acme/w3']);
    expect(hcp.told.map(({ status }) => status)).toEqual([
      'running',
      'passed',
      'running',
      'passed',
      'running',
      'passed',
    ]);
  });
});

describe('a request that is not from HCP Terraform', () => {
  it.each([
    ['is not signed', { 'x-tfc-task-signature': '' }, key],
    ['is signed with another key', {}, 'another'],
    ['carries the signature of another body', { 'x-tfc-task-signature': sign('{}') }, key],
    ['carries half a signature', { 'x-tfc-task-signature': sign('{}').slice(64) }, key],
    ['carries something else', { 'x-tfc-task-signature': 'g'.repeat(128) }, key],
  ])('is refused where it %s', async (_, headers, by) => {
    const { hcp, server, log } = await running();
    expect(await post(server.url, hcp.payload(), headers, by)).toEqual({ status: 401, text: 'not signed' });
    await server.stop();
    expect(hcp.requests).toEqual([]);
    expect(log).toEqual(['refused a request that is not signed with HOLDFAST_RUN_TASK_HMAC_KEY']);
  });

  it('is refused where it is too long, whether it says so or not', async () => {
    const { server } = await running({}, { limits: { payloadBytes: 1000 } });
    expect(await post(server.url, 'x'.repeat(1001))).toEqual({ status: 413, text: 'too long' });
    const chunked = await raw(
      server.url,
      'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n' + 'x'.repeat(2000),
    );
    expect(chunked).toContain('HTTP/1.1 413 ');
    expect((await post(server.url, 'x'.repeat(1000))).status).toBe(400);
  });

  it('is cut off where it does not come to its end', async () => {
    const { server } = await running({}, { limits: { requestWithin: 0.1 } });
    const start = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n';
    expect(await raw(server.url, start)).toContain('HTTP/1.1 408 ');
    expect(await raw(server.url, `${start}\r\nx`)).toContain('HTTP/1.1 408 ');
  });

  it.each([
    ['GET', '/healthz', 200, 'ok'],
    ['GET', '/', 404, 'a run task of HCP Terraform: POST'],
    ['DELETE', '/healthz', 404, 'a run task of HCP Terraform: POST'],
  ])('%s %s is answered with %i', async (method, path, status, text) => {
    const { server } = await running();
    const response = await fetch(server.url + path, { method });
    expect({ status: response.status, text: await response.text() }).toEqual({ status, text: `${text}\n` });
  });
});

describe('the download of a plan', () => {
  const failed = (why: string) => ({
    status: 'failed',
    message: `The plan could not be downloaded (${why}), so nothing was judged; start the run again`,
  });

  it.each([
    ['a server that is busy', [503, 503, 307], [1000, 2000]],
    ['a plan that is not finished', [204, 307], [1000]],
    ['a lost connection', ['breaks-off', 'breaks-off', 307], [1000, 2000]],
    ['a limit of calls, as long as it says', [{ status: 429, headers: { 'retry-after': '7' } }, 307], [7000]],
    ['no longer than a minute', [{ status: 429, headers: { 'retry-after': '86400' } }, 307], [60_000]],
    ['its own time where the server says nonsense', [{ status: 503, headers: { 'retry-after': 'soon' } }, 307], [1000]],
  ] as const)('outlasts %s', async (_, plans, pauses) => {
    const started = await running({
      plans: [...plans].map((one) => (one === 307 ? { status: 200, body: '{}' } : one)),
    });
    await post(started.server.url, started.hcp.payload());
    expect(await started.hcp.verdict()).toMatchObject({ status: 'passed' });
    expect(started.pauses).toEqual(pauses);
  });

  it.each([
    ['for ever', [503], 'HTTP 503, 6 times', 6],
    ['for ever, without an answer', ['breaks-off'], 'UND_ERR_SOCKET, 6 times', 6],
    ['at once where it is refused', [404], 'HTTP 404', 1],
    ['at once where the token is', [401], 'HTTP 401', 1],
    ['where it leads nowhere', [{ status: 307 }], 'HTTP 307 leads to no address with http://', 1],
    [
      'where it leads elsewhere',
      [{ status: 307, headers: { location: 'file:///etc/passwd' } }],
      'HTTP 307 leads to no address with http://',
      1,
    ],
    ['where it goes in circles', [{ status: 302, headers: { location: '/api/v2/again' } }], 'more than 3 redirects', 4],
  ] as const)('has not passed where it fails %s', async (_, plans, why, calls) => {
    const { hcp, server, judged } = await running({ plans });
    await post(server.url, hcp.payload());
    expect(await hcp.verdict()).toMatchObject(failed(why));
    expect(judged).toEqual([]);
    expect(hcp.requests.filter(({ what }) => what.startsWith('GET'))).toHaveLength(calls);
  });

  it('has not passed where a plan is too long or never ends', async () => {
    const long = await running({ plan: 'x'.repeat(1001) }, { api: { planBytes: 1000 } });
    await post(long.server.url, long.hcp.payload());
    expect(await long.hcp.verdict()).toMatchObject(failed('it is longer than 1000 bytes'));
    const hanging = await running({ storage: ['hangs'] }, { api: { downloadWithin: 0.05 } });
    await post(hanging.server.url, hanging.hcp.payload());
    expect(await hanging.hcp.verdict()).toMatchObject(failed('no answer within 0.05 s, 6 times'));
  });
});

describe('the callback', () => {
  it('is tried again where HCP Terraform is busy', async () => {
    const { hcp, server, pauses } = await running({ callbacks: [200, 500, 'breaks-off', 200] });
    await post(server.url, hcp.payload());
    expect(await hcp.verdict()).toMatchObject({ status: 'passed' });
    expect(pauses).toEqual([1000, 2000]);
  });

  it('tells the verdict alone where the details are refused', async () => {
    const { hcp, server } = await running({ callbacks: [200, 422, 200] });
    await post(server.url, hcp.payload());
    expect(await hcp.verdict()).toEqual({ status: 'passed', message: 'the workload holds', outcomes: null });
  });

  it('is said in the log where it is refused, and the run may be sent again', async () => {
    const { hcp, server, log } = await running({ callbacks: [401, 401, 200] });
    await post(server.url, hcp.payload());
    await until(() => log.length > 0);
    expect(log).toEqual([
      'acme/orders run-i3Df5to9ELvibKpQ post_plan: passed, and HCP Terraform could not be told: HTTP 401',
    ]);
    expect(await post(server.url, hcp.payload())).toMatchObject({ text: 'accepted' });
    expect(await hcp.verdict()).toMatchObject({ status: 'passed' });
  });
});

describe('a server that is stopped', () => {
  it('finishes what it has accepted, and takes no more', async () => {
    const { hcp, server, judged } = await running();
    await post(server.url, hcp.payload());
    await server.stop();
    expect([judged.length, hcp.told.at(-1)?.status]).toEqual([1, 'passed']);
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
  });

  it('tells HCP Terraform of what it cannot finish', async () => {
    const { hcp, server, log } = await running({ plans: ['hangs'] });
    await post(server.url, hcp.payload());
    const callback = `${hcp.url}/api/v2/task-results/2/callback`;
    await post(server.url, hcp.payload({ run_id: 'run-2', task_result_callback_url: callback }));
    await server.stop();
    const message = 'Holdfast was stopped before it could judge the plan; start the run again';
    expect(hcp.told.filter(({ status }) => status !== 'running')).toEqual([
      { status: 'failed', message, outcomes: null },
      { status: 'failed', message, outcomes: null },
    ]);
    expect(log).toEqual([
      'acme/orders run-i3Df5to9ELvibKpQ post_plan: stopped before it was judged',
      'acme/orders run-2 post_plan: stopped before it was judged',
    ]);
  });

  it('refuses more than may wait, so that HCP Terraform sends it again', async () => {
    const { hcp, server } = await running({ plans: ['hangs'] }, { limits: { waiting: 1 } });
    expect(await post(server.url, hcp.payload())).toMatchObject({ status: 200 });
    const callback = `${hcp.url}/api/v2/task-results/2/callback`;
    expect(await post(server.url, hcp.payload({ task_result_callback_url: callback }))).toEqual({
      status: 503,
      text: 'too much is waiting',
    });
  });
});

it('cannot listen where something else does, and says so', async () => {
  const { server } = await running();
  const { port } = new URL(server.url);
  const address = new URL('https://app.terraform.io');
  const tools = { api: terraformApi(address, apiLimits), judge: () => passed, log: () => undefined };
  await expect(startServer({ host: '127.0.0.1', port: Number(port), address, key, ...tools })).rejects.toThrow(
    `cannot listen on 127.0.0.1 port ${port} (something else listens there); name another one with --host and --port`,
  );
});

/** What a server answers to bytes that are no whole request. */
function raw(url: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
