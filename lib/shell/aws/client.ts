import type { Agent as HttpAgent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { createRequire } from 'node:module';
import { errorCode } from '../error-code';
import { isThrottle } from './refusal';
import type { Service } from './services';

/** How long an answer is waited for, in milliseconds. */
export type Timeouts = { readonly connect: number; readonly answer: number };

/** What every client of a run has in common. */
export type Shared = {
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  readonly timeouts: Timeouts;
  readonly signal: AbortSignal;
};

/** As much of an SDK client as we use. Never `destroy`: it would close the connections of all the others. */
export type Client = {
  readonly send: (command: unknown, options: { readonly abortSignal: AbortSignal }) => Promise<unknown>;
  readonly config: {
    readonly credentials: () => Promise<{ readonly accountId?: string }>;
    readonly region: () => Promise<string>;
  };
  readonly middlewareStack: {
    readonly add: (middleware: (next: Handler) => Handler, options: { step: string; priority: string }) => void;
  };
};
type Handler = (args: unknown) => Promise<unknown>;

/** The package of a client, as installed: classes by name. */
export type Sdk = Readonly<Record<string, new (input: object) => unknown>>;

/** A package of the SDK; `null` where it is not installed. Loaded only now, since it is large. */
export function loadSdk(name: string): Sdk | null {
  try {
    return createRequire(__filename)(name) as Sdk;
  } catch (error) {
    const isAbsent = errorCode(error) === 'MODULE_NOT_FOUND' && error instanceof Error && error.message.includes(name);
    if (isAbsent) return null;
    throw error;
  }
}

/** Times that a throttled call is tried, unless AWS_MAX_ATTEMPTS says otherwise, and any other that a moment may heal. */
const attempts = { throttled: 10, other: 3, unanswered: 2 };

/**
 * A client of one service, with the standard configuration of the SDK for the rest: credentials, endpoints, profile. Each
 * attempt first waits for `turn`.
 */
export function clientOf(
  sdk: Sdk,
  service: Pick<Service, 'client' | 'package'>,
  given: { readonly region?: string; readonly credentials?: Client['config']['credentials'] },
  { agents, timeouts, signal }: Shared,
  turn: (signal: AbortSignal) => Promise<void>,
): Client {
  const Constructor = sdk[service.client];
  if (Constructor === undefined) throw new Error(`${service.package} has no ${service.client}`);
  const client = new Constructor({
    ...given,
    requestHandler: {
      httpAgent: agents.http,
      httpsAgent: agents.https,
      connectionTimeout: timeouts.connect,
      // Without the next line the SDK only warns that the time is over, and goes on waiting.
      requestTimeout: timeouts.answer,
      throwOnRequestTimeout: true,
      // The time for the request ends with the first line of the answer; this one bounds the silence within it.
      socketTimeout: timeouts.answer,
      // A queue for sockets is how we work, and nothing to warn of.
      logger: silent,
    },
    // Standard retries share one allowance per client, which a burst of throttles uses up; adaptive ones slow down instead.
    retryMode: 'adaptive',
    ...(process.env.AWS_MAX_ATTEMPTS === undefined ? { maxAttempts: attempts.throttled } : {}),
    logger: silent,
  }) as Client;
  client.middlewareStack.add((next) => attempt(next, () => turn(signal)), { step: 'finalizeRequest', priority: 'low' });
  return client;
}

/** Runs once per attempt; made anew for each call. */
function attempt(next: Handler, turn: () => Promise<void>): Handler {
  const failures = { other: 0, unanswered: 0 };
  return async (args) => {
    await turn();
    try {
      return await next(args);
    } catch (error) {
      if (isThrottle(error)) throw error;
      const kind = error instanceof Error && error.name === 'TimeoutError' ? 'unanswered' : 'other';
      failures[kind] += 1;
      if (failures[kind] >= attempts[kind]) throw final(error);
      throw error;
    }
  };
}

/** An error that the SDK does not try again: it looks at name, code and status, and finds none. */
type Final = Error & { readonly final: unknown };

function final(error: unknown): Final {
  return Object.assign(new Error('given up'), { final: error });
}

/** The error behind one that was thrown by a client of ours. */
export function thrownBy(error: unknown): unknown {
  return error instanceof Error && 'final' in error ? error.final : error;
}

/** The SDK writes to the console where it has no logger: our output is our own. */
const nothing = (): void => undefined;
const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
