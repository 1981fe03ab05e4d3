import http from 'node:http';
import https from 'node:https';
import { performance } from 'node:perf_hooks';
import { endingOfError, type Ending, type Measurement } from '../../core/probe';
import { InputError } from '../../core/input-error';
import type { Seconds } from '../../core/setting';
import { errorCode } from '../error-code';
import { ownVersion } from '../own-version';
import { within } from './waiting';

/** What became of one request. */
export type Called =
  | { readonly is: 'measured'; readonly measurement: Measurement }
  | { readonly is: 'failed'; readonly why: string }
  | { readonly is: 'interrupted' };

/** Seconds for connecting, TLS included: no timer of a query runs yet. */
const connectWithin: Seconds = 10;

/** Reads the value of `--http`. Throws an `InputError` that does not repeat it: it may hold a password. */
export function parseTarget(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new InputError([{ message: '--http takes a URL that begins with http:// or https://' }]);
  }
  return url;
}

/** A URL as it may be shown: without user, password, query and fragment. */
export function shownTarget({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

/** Sends one GET request and waits for the end of its answer for at most `patience`. Follows no redirect and repeats nothing. */
export async function call(url: URL, patience: Seconds, signal: AbortSignal, begins: () => void): Promise<Called> {
  const request = requestFor(url);
  const answer = ended(request);
  const connected = new Promise<boolean>((resolve) => {
    request.once('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => resolve(true));
    });
    void answer.then(() => resolve(false));
  });
  try {
    const isConnected = await within(connected, connectWithin, signal);
    if (signal.aborted) return { is: 'interrupted' };
    if (isConnected !== true)
      return { is: 'failed', why: whyUnreached(url, isConnected === null ? null : await answer) };
    const since = performance.now();
    begins();
    const ending = await within(answer, patience, signal);
    if (ending === null && signal.aborted) return { is: 'interrupted' };
    return {
      is: 'measured',
      measurement: {
        over: 'http',
        idle: 0,
        silence: patience,
        keepalive: null,
        phase: 'query',
        ending: ending ?? { is: 'nothing' },
        at: Math.round(performance.now() - since) / 1000,
        afterwards: null,
        sight: { is: 'unasked' },
        said: null,
      },
    };
  } finally {
    request.destroy();
  }
}

/** No timer of Node.js may run, and no keepalive may be sent: both would change what is measured. */
function requestFor(url: URL): http.ClientRequest {
  const { Agent, request } = url.protocol === 'https:' ? https : http;
  const made = request(url, {
    agent: new Agent({ keepAlive: false, timeout: 0 }),
    headers: { 'user-agent': `holdfast/${ownVersion()}`, connection: 'close' },
  });
  made.setTimeout(0);
  made.end();
  return made;
}

/** How a request ends: with the end of its answer, or before. Never rejects. */
function ended(request: http.ClientRequest): Promise<Ending> {
  return new Promise((resolve) => {
    const failed = (error: Error): void => resolve(endingOf(error));
    request.once('error', failed);
    request.once('response', (response) => {
      const status = response.statusCode ?? 0;
      response.once('error', failed);
      response.once('end', () => resolve(status >= 200 && status < 300 ? { is: 'survived' } : { is: 'http', status }));
      response.resume();
    });
  });
}

/** `socket hang up` and `aborted` are a connection that was closed in order: Node.js calls both `ECONNRESET`. */
function endingOf(error: Error): Ending {
  if (error.message === 'socket hang up' || error.message === 'aborted') return { is: 'closed' };
  return endingOfError(errorCode(error) ?? null, error.message);
}

function whyUnreached(url: URL, ending: Ending | null): string {
  const where = shownTarget(url);
  if (ending === null)
    return `${where} did not answer within ${String(connectWithin)} s, so no request was sent; check security groups and routes`;
  const code = ending.is === 'failed' ? ending.code : ending.is;
  return `${where} cannot be reached (${code}), so no request was sent; check the URL, and what lies between`;
}
