import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answered, failed, type Answer } from './answer';
import { contentOf, type Habits } from './content';
import type { Estate } from './estate';
import { callOf, type Api, type Call } from './request';

/** What goes wrong with the calls that match, instead of their answer. */
export type Fault = {
  readonly region?: string;
  readonly api?: Api;
  readonly action?: string;
  /** Text that the request holds: a name, an ARN. */
  readonly about?: string;
  /** Only the first so many of them; all unless said. */
  readonly times?: number;
  readonly does:
    | 'denies'
    | 'denies-by-scp'
    | 'throttles'
    | 'says-not-found'
    | 'says-expired'
    | 'says-unrecognised'
    | 'says-invalid-action'
    /** HTTP 500 with a page of HTML. */
    | 'breaks'
    /** HTTP 200 with a page of HTML: something between that is not AWS. */
    | 'is-not-aws'
    /** No answer, until the client gives up. */
    | 'hangs'
    /** Half an answer. */
    | 'stalls';
};

export type Options = {
  readonly estate?: Estate;
  readonly faults?: readonly Fault[];
  readonly habits?: Habits;
  /** A token bucket per Region and service, beyond which calls are throttled. Counted in milliseconds of `now`. */
  readonly limit?: { readonly burst: number; readonly perSecond: number; readonly now?: () => number };
  /** Told of each call before it is answered. */
  readonly onCall?: (call: SeenCall, calls: readonly SeenCall[]) => void;
};

/** A call that came in, whatever became of it. */
export type SeenCall = Pick<Call, 'api' | 'service' | 'region' | 'action' | 'text'>;

/** A stand-in for AWS on loopback: one account, 123456789012. */
export type Aws = {
  readonly url: string;
  /** What the SDK needs to find it, and nothing else of the machine. */
  readonly env: Readonly<Record<string, string>>;
  readonly calls: readonly SeenCall[];
  /** How many calls were throttled. */
  readonly throttled: () => number;
  /** The largest number of calls that were under way together. */
  readonly mostAtOnce: () => number;
  /** Somebody changed something. */
  readonly change: (estate: Estate) => void;
  readonly close: () => Promise<void>;
};

/** Starts it. */
export async function startAws(options: Options = {}): Promise<Aws> {
  let { estate = {} } = options;
  const calls: SeenCall[] = [];
  const used = new Map<Fault, number>();
  const buckets = new Map<string, () => boolean>();
  let throttled = 0;
  const open = new Set<ServerResponse>();
  let most = 0;

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      open.add(response);
      most = Math.max(most, open.size);
      response.once('close', () => open.delete(response));
      answer(callOf(request, body), response);
    });
  });

  /** Counted as answered before the client can know it. */
  function reply(response: ServerResponse, given: Answer): void {
    open.delete(response);
    send(response, given);
  }

  function answer(call: ReturnType<typeof callOf>, response: ServerResponse): void {
    if ('refused' in call) {
      const error = `<ErrorResponse><Error><Code>${call.refused}</Code><Message>refused</Message></Error></ErrorResponse>`;
      return reply(response, { status: 403, type: 'text/xml', body: error });
    }
    const { api, service, region, action, text } = call;
    calls.push({ api, service, region, action, text });
    options.onCall?.({ api, service, region, action, text }, calls);
    const fault = faultOf(call);
    if (fault === 'hangs') return;
    if (fault === 'stalls') {
      response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '1000' });
      response.write(`<${action}Response>`);
      return;
    }
    if (fault === 'is-not-aws') {
      open.delete(response);
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end('<html><body>Log in to the network</body></html>');
    }
    if (fault === 'breaks') {
      return reply(response, {
        status: 500,
        type: 'text/html',
        body: '<!doctype html><title>500</title><p>Internal Error',
      });
    }
    if (fault === 'throttles') throttled += 1;
    if (fault !== null) return reply(response, failed(call, failures[fault], fault === 'denies-by-scp'));
    const content = contentOf(call, estate[region] ?? {}, options.habits ?? {});
    if (content === null) return reply(response, failed(call, 'invalid-action'));
    reply(response, content === 'not-found' ? failed(call, 'not-found') : answered(call, content));
  }

  function faultOf(call: Call): Fault['does'] | null {
    const { limit } = options;
    if (limit !== undefined && call.api !== 'sts') {
      const key = `${call.region} ${call.service}`;
      const take = buckets.get(key) ?? bucket(limit);
      buckets.set(key, take);
      if (!take()) return 'throttles';
    }
    const fault = options.faults?.find((one) => matches(one, call) && (used.get(one) ?? 0) < (one.times ?? Infinity));
    if (fault === undefined) return null;
    used.set(fault, (used.get(fault) ?? 0) + 1);
    return fault.does;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url,
    env: environment(url),
    calls,
    throttled: () => throttled,
    mostAtOnce: () => most,
    change: (next) => (estate = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const failures = {
  denies: 'denied',
  'denies-by-scp': 'denied',
  throttles: 'throttled',
  'says-not-found': 'not-found',
  'says-expired': 'expired',
  'says-unrecognised': 'unrecognised',
  'says-invalid-action': 'invalid-action',
} as const;

function matches({ region, api, action, about }: Fault, call: Call): boolean {
  return (
    (region ?? call.region) === call.region &&
    (api ?? call.api) === call.api &&
    (action ?? call.action) === call.action &&
    (about === undefined || decodeURIComponent(call.text).includes(about))
  );
}

function bucket({ burst, perSecond, now = () => performance.now() }: NonNullable<Options['limit']>): () => boolean {
  let tokens = burst;
  let at = now();
  return () => {
    tokens = Math.min(burst, tokens + ((now() - at) * perSecond) / 1000);
    at = now();
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

function send(response: ServerResponse, { status, type, body, errorType }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'x-amzn-requestid': '00000000-0000-0000-0000-000000000000',
    ...(errorType === undefined ? {} : { 'x-amzn-errortype': errorType }),
  });
  response.end(body);
}

function environment(url: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'AKIATESTTESTTESTTEST',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret-but-not-to-be-shown-either',
    AWS_CONFIG_FILE: '/nonexistent/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
