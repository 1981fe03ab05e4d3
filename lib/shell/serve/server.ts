import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '../../core/input-error';
import { errorCode } from '../error-code';
import { bodyOf } from './body';
import { queue } from './queue';
import { doRunTask, giveUp, type RunTaskTools } from './run-task';
import { payloadOf, type RunTaskRequest } from './run-task-request';
import { isSigned, signatureHeader } from './signature';

/** Where to listen, whom to believe, and what to do. */
export type ServerOptions = RunTaskTools & {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Where HCP Terraform is. */
  readonly address: URL;
  /** The key that requests are signed with. */
  readonly key: string;
  readonly limits?: Partial<ServerLimits>;
};

/** How much is taken and waited for. */
export type ServerLimits = {
  /** The longest payload, in bytes; those of HCP Terraform have some 2 kB. */
  readonly payloadBytes: number;
  /** How long a request may take to arrive, in seconds. */
  readonly requestWithin: number;
  /** How many runs may wait. */
  readonly waiting: number;
  /** How long what was accepted may take when the server is stopped, in seconds. ECS and Kubernetes give 30 s by default. */
  readonly stopWithin: number;
};

const usual: ServerLimits = { payloadBytes: 256 << 10, requestWithin: 10, waiting: 100, stopWithin: 20 };
/** How many runs are remembered, so that one that is sent again is not done again. */
const mostRemembered = 10_000;
/** For what is given up when the server is stopped, in seconds. */
const giveUpWithin = 5;

/** A server that is up. */
export type RunTaskServer = {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** Takes no more, finishes what was accepted, and tells HCP Terraform of what could not be finished. */
  readonly stop: () => Promise<void>;
};

type Answer = { readonly status: number; readonly text: string; readonly headers?: Readonly<Record<string, string>> };

const retry = { 'retry-after': '30', connection: 'close' } as const;

/** Starts the server. Throws an `InputError` where it cannot listen there. */
export async function startServer(options: ServerOptions): Promise<RunTaskServer> {
  const { host, port, address, key, log } = options;
  const limits = { ...usual, ...options.limits };
  const jobs = queue(limits.waiting);
  const open = new Set<RunTaskRequest>();
  const remembered = new Set<string>();
  const stopping = new AbortController();
  let isStopping = false;

  const server = createServer(
    {
      requestTimeout: limits.requestWithin * 1000,
      headersTimeout: limits.requestWithin * 1000,
      connectionsCheckingInterval: Math.min(1000, limits.requestWithin * 1000),
    },
    (request, response) => {
      answerTo(request).then(
        (answer) => send(response, answer),
        // It broke off: there is nobody to answer.
        () => response.destroy(),
      );
    },
  );
  server.maxConnections = 256;

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const { method, url, headers } = request;
    if (url === '/healthz' && (method === 'GET' || method === 'HEAD'))
      return isStopping ? { status: 503, text: 'stopping', headers: retry } : { status: 200, text: 'ok' };
    if (method !== 'POST')
      return { status: 404, text: 'a run task of HCP Terraform: POST', headers: { connection: 'close' } };
    const body = await bodyOf(request, limits.payloadBytes);
    if (body === null) return { status: 413, text: 'too long', headers: { connection: 'close' } };
    if (!isSigned(body, headers[signatureHeader], key)) {
      log('refused a request that is not signed with HOLDFAST_RUN_TASK_HMAC_KEY');
      return { status: 401, text: 'not signed', headers: { connection: 'close' } };
    }
    const payload = payloadOf(body, address);
    if (payload.is === 'test') return { status: 200, text: 'ok' };
    if (payload.is === 'refused') {
      log(`refused a signed request: ${payload.why}`);
      return { status: 400, text: payload.why };
    }
    return accept(payload.request);
  }

  function accept(request: RunTaskRequest): Answer {
    const { href } = request.callbackUrl;
    if (remembered.has(href)) return { status: 200, text: 'accepted before' };
    if (isStopping) return { status: 503, text: 'stopping', headers: retry };
    const taken = jobs.add(async () => {
      const isTold = !stopping.signal.aborted && (await doRunTask(request, options, stopping.signal));
      // Not told, it may be sent again.
      if (!isTold) remembered.delete(href);
      if (isTold || !stopping.signal.aborted) open.delete(request);
    });
    if (!taken) return { status: 503, text: 'too much is waiting', headers: retry };
    open.add(request);
    remembered.add(href);
    const [oldest] = remembered;
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    return { status: 200, text: 'accepted' };
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error, host, port)));
    server.listen(port, host, resolve);
  });
  return {
    url: urlOf(server.address() as AddressInfo),
    stop: async () => {
      isStopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const late = new AbortController();
      await Promise.race([jobs.idle(), sleep(limits.stopWithin * 1000, undefined, { signal: late.signal })]);
      late.abort();
      stopping.abort();
      const signal = AbortSignal.timeout(giveUpWithin * 1000);
      await Promise.all([...open].map((request) => giveUp(request, options, signal)));
      server.closeAllConnections();
      await closed;
    },
  };
}

function send(response: ServerResponse, { status, text, headers = {} }: Answer): void {
  const all = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...headers };
  response.writeHead(status, all).end(`${text}\n`);
}

function urlOf({ address, port, family }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function cannotListen(error: Error, host: string, port: number): InputError {
  const code = errorCode(error) ?? 'no reason given';
  const why = { EADDRINUSE: 'something else listens there', EACCES: 'this user may not' }[code] ?? code;
  return new InputError([
    { message: `cannot listen on ${host} port ${port} (${why}); name another one with --host and --port` },
  ]);
}
