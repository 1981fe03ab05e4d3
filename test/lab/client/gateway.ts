import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, createServer as createRelay, type Socket } from 'node:net';
import type { Gateway } from './script';

/** Stands in for what no proxy of Debian does: it ends a request, or a connection, at an age, whatever passes. */
export function relay(gateway: Gateway, ready: () => void): void {
  if (gateway.answers) {
    const server = createServer((incoming, response) => pass(gateway, incoming, response));
    server.requestTimeout = 0;
    server.listen(gateway.port, ready);
  } else createRelay((socket) => join(gateway, socket)).listen(gateway.port, ready);
}

/** One request, answered with 504 at its end; a response that has begun is broken off instead. */
function pass(
  { relay: host, port, cap, idleTimeout }: Gateway,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  const end = (): void => {
    upstream.destroy();
    if (response.headersSent) response.destroy();
    else response.writeHead(504).end();
  };
  const upstream = request({ host, port, path: incoming.url, method: incoming.method }, (answer) => {
    response.writeHead(answer.statusCode ?? 502);
    answer.on('data', (chunk: Buffer) => {
      idle.again();
      response.write(chunk);
    });
    answer.on('end', () => {
      stop();
      response.end();
    });
  });
  const age = timer(cap, end);
  const idle = timer(idleTimeout, end);
  const stop = (): void => [age, idle].forEach((one) => one.stop());
  upstream.on('error', () => {
    stop();
    if (!response.headersSent) response.writeHead(502).end();
  });
  incoming.pipe(upstream);
}

/** One connection, closed at its age or after so long without data. */
function join({ relay: host, port, cap, idleTimeout }: Gateway, above: Socket): void {
  const below = connect({ host, port });
  const end = (): void => {
    age.stop();
    idle.stop();
    above.destroy();
    below.destroy();
  };
  const age = timer(cap, end);
  const idle = timer(idleTimeout, end);
  for (const [from, to] of [
    [above, below],
    [below, above],
  ] as const) {
    from.on('data', (chunk) => {
      idle.again();
      to.write(chunk);
    });
    from.on('end', () => to.end());
    from.on('error', end).on('close', end);
  }
}

/** Runs out after so many seconds, from the last `again`. */
function timer(seconds: number | null, out: () => void): { readonly again: () => void; readonly stop: () => void } {
  const start = (): NodeJS.Timeout | undefined => (seconds === null ? undefined : setTimeout(out, seconds * 1000));
  let running = start();
  return {
    again: () => {
      clearTimeout(running);
      running = start();
    },
    stop: () => clearTimeout(running),
  };
}
