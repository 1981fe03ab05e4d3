import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const token = 'tok-4QEuyyxug1f2rw.atlasv1';
export const key = 'the-hmac-key';

/** What the callback was told. */
export type Told = {
  readonly status: string;
  readonly message: string;
  readonly outcomes: readonly { readonly 'outcome-id': string; readonly description: string }[] | null;
};

/** How an endpoint answers: a status, the plan itself, or not at all. */
export type Habit =
  | number
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  | 'breaks-off'
  | 'hangs';

/** A stand-in for HCP Terraform on loopback, and for the host that it stores plans on. */
export type Hcp = {
  readonly url: string;
  readonly storageUrl: string;
  /** What a run task is sent. */
  readonly payload: (change?: object) => Record<string, unknown>;
  /** Everything that the callback accepted. */
  readonly told: readonly Told[];
  /** Each request: `GET /api/...` with the token that it carried. */
  readonly requests: readonly {
    readonly what: string;
    readonly authorization: string | null;
    readonly type: string | null;
  }[];
  /** The first verdict from now on, or one that was told already. */
  readonly verdict: () => Promise<Told>;
  readonly close: () => Promise<void>;
};

/** Starts it. `plans` and `callbacks` are the answers in their order, the last one again and again. */
export async function startHcp({
  plan,
  plans = [],
  callbacks = [200],
  storage = [],
}: {
  readonly plan?: string;
  readonly plans?: readonly Habit[];
  readonly callbacks?: readonly Habit[];
  readonly storage?: readonly Habit[];
}): Promise<Hcp> {
  const told: Told[] = [];
  const requests: { what: string; authorization: string | null; type: string | null }[] = [];
  const waiting: ((told: Told) => void)[] = [];
  const left = { plans: [...plans], callbacks: [...callbacks], storage: [...storage] };
  const next = (from: keyof typeof left, otherwise: Habit): Habit =>
    (left[from].length > 1 ? left[from].shift() : left[from][0]) ?? otherwise;

  const storageServer = createServer((request, response) => {
    note('storage', request);
    answer(response, next('storage', { status: 200, body: plan ?? '{}' }));
  });
  const storageUrl = await listen(storageServer);
  const server = createServer((request, response) => {
    note('', request);
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      if (request.headers.authorization !== `Bearer ${token}`) return answer(response, 401);
      if (request.method === 'GET')
        return answer(response, next('plans', { status: 307, headers: { location: `${storageUrl}/object?x=y` } }));
      const habit = next('callbacks', 200);
      if (habit === 200) hear(body);
      answer(response, habit);
    });
  });
  const url = await listen(server);

  function note(where: string, { method, url: path, headers }: IncomingMessage): void {
    const what = `${where === '' ? '' : `${where} `}${method} ${path}`;
    requests.push({ what, authorization: headers.authorization ?? null, type: headers['content-type'] ?? null });
  }

  function hear(body: string): void {
    const { data } = JSON.parse(body) as {
      data: {
        type: string;
        attributes: { status: string; message: string };
        relationships?: { outcomes: { data: { type: string; attributes: NonNullable<Told['outcomes']>[number] }[] } };
      };
    };
    if (data.type !== 'task-results') throw new Error(data.type);
    const outcomes = data.relationships?.outcomes.data.map(({ attributes }) => attributes) ?? null;
    const one = { ...data.attributes, outcomes };
    told.push(one);
    if (one.status !== 'running') waiting.splice(0).forEach((resolve) => resolve(one));
  }

  return {
    url,
    storageUrl,
    told,
    requests,
    payload: (change = {}) => ({
      payload_version: 1,
      stage: 'post_plan',
      access_token: token,
      capabilities: { outcomes: true },
      organization_name: 'acme',
      workspace_name: 'orders',
      run_id: 'run-i3Df5to9ELvibKpQ',
      plan_json_api_url: `${url}/api/v2/plans/plan-1/json-output`,
      task_result_callback_url: `${url}/api/v2/task-results/1/callback`,
      ...change,
    }),
    verdict: () =>
      new Promise((resolve) => {
        const final = told.find(({ status }) => status !== 'running');
        if (final === undefined) waiting.push(resolve);
        else resolve(final);
      }),
    close: async () => {
      for (const one of [server, storageServer]) one.closeAllConnections();
      await Promise.all([server, storageServer].map((one) => new Promise((resolve) => one.close(resolve))));
    },
  };
}

/** Sends a payload as HCP Terraform does, signed with `by`. */
export async function post(
  url: string,
  payload: object | string,
  headers: Record<string, string> = {},
  by = key,
): Promise<{ status: number; text: string }> {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tfc-task-signature': sign(body, by), ...headers },
    body,
  });
  return { status: response.status, text: (await response.text()).trim() };
}

export function sign(body: string, by = key): string {
  return createHmac('sha512', by).update(body).digest('hex');
}

function answer(response: ServerResponse, habit: Habit): void {
  if (habit === 'hangs') return;
  if (habit === 'breaks-off') return void response.destroy();
  const { status, headers = {}, body = '' } = typeof habit === 'number' ? { status: habit } : habit;
  response.writeHead(status, headers).end(body);
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
