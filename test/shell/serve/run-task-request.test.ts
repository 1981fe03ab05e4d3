import { payloadOf } from '../../../lib/shell/serve/run-task-request';

const host = 'https://app.terraform.io';
const payload = {
  payload_version: 1,
  stage: 'post_plan',
  access_token: 'tok',
  capabilities: { outcomes: true },
  organization_name: 'acme',
  workspace_name: 'orders',
  run_id: 'run-1',
  plan_json_api_url: `${host}/api/v2/plans/plan-1/json-output`,
  task_result_callback_url: `${host}/api/v2/task-results/1/callback`,
};

const read = (body: unknown, address = host) =>
  payloadOf(
    body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    new URL(address),
  );

describe('the payload of a run task', () => {
  it('is a run', () => {
    expect(read(payload)).toEqual({
      is: 'run',
      request: {
        name: 'acme/orders run-1 post_plan',
        document: 'acme/orders',
        stage: 'post_plan',
        planUrl: new URL(payload.plan_json_api_url),
        callbackUrl: new URL(payload.task_result_callback_url),
        token: 'tok',
        takesOutcomes: true,
      },
    });
  });

  it('is the test of an endpoint, whatever else is in it', () => {
    expect(
      read({ payload_version: 1, access_token: 'test-token', task_result_callback_url: 'http://10.0.0.1' }),
    ).toEqual({ is: 'test' });
  });

  const plan = 'plan_json_api_url is no address on https://app.terraform.io, so it is not called; ';
  const callback = 'task_result_callback_url is no address on https://app.terraform.io, so it is not called; ';
  it.each([
    ['no JSON', 'x', 'the payload is no JSON'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'the payload is no JSON'],
    ['a list', [], 'payload_version is not 1'],
    ['another version', { ...payload, payload_version: 2 }, 'payload_version is not 1'],
    ['a version in its prototype', '{"__proto__":{"payload_version":1}}', 'payload_version is not 1'],
    ['no token', { ...payload, access_token: undefined }, 'access_token is missing or malformed'],
    ['a token with a header in it', { ...payload, access_token: 'a\r\nX: y' }, 'access_token is missing or malformed'],
    ['a megabyte of token', { ...payload, access_token: 'a'.repeat(1e6) }, 'access_token is missing or malformed'],
    ['no callback', { ...payload, task_result_callback_url: null }, callback],
    ['a callback of metadata', { ...payload, task_result_callback_url: 'http://169.254.169.254/latest' }, callback],
    [
      'a callback elsewhere',
      { ...payload, task_result_callback_url: 'https://app.terraform.io.evil.example/' },
      callback,
    ],
    ['a callback on another port', { ...payload, task_result_callback_url: `${host}:8443/x` }, callback],
    ['a callback without TLS', { ...payload, task_result_callback_url: 'http://app.terraform.io/x' }, callback],
    ['a callback with a user', { ...payload, task_result_callback_url: 'https://a:b@app.terraform.io/x' }, callback],
    [
      'a callback before an @',
      { ...payload, task_result_callback_url: 'https://app.terraform.io@evil.example/' },
      callback,
    ],
    ['a plan elsewhere', { ...payload, plan_json_api_url: 'https://localhost/plan' }, plan],
    ['a plan in a file', { ...payload, plan_json_api_url: 'file:///etc/passwd' }, plan],
    ['a plan that is a number', { ...payload, plan_json_api_url: 1 }, plan],
  ])('is refused: %s', (_, body, why) => {
    expect(read(body)).toMatchObject({ is: 'refused', why: expect.stringContaining(why) as unknown });
  });

  it('names the host where --tfc-address is another', () => {
    expect(read(payload, 'https://tfe.example.com')).toMatchObject({
      why: expect.stringMatching(/no address on https:\/\/tfe\.example\.com, .* with --tfc-address$/) as unknown,
    });
  });

  it('repeats no name that could act in a log', () => {
    const names = { organization_name: 'a\nb', workspace_name: '../x', run_id: '\u001b[31m', stage: null };
    expect(read({ ...payload, ...names })).toMatchObject({
      request: { name: 'unnamed/unnamed unnamed unnamed', document: 'unnamed/unnamed' },
    });
  });
});
