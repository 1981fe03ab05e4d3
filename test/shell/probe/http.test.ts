import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Measurement } from '../../../lib/core/probe';
import { call, parseTarget, shownTarget, type Called } from '../../../lib/shell/probe/http';
import { deadPort } from '../postgres/_servers';
import { world } from '../world';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function answering(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

const called = (url: string, patience = 5, signal = new AbortController().signal): Promise<Called> =>
  call(parseTarget(url), patience, signal, () => undefined);

async function measurement(listener: RequestListener, patience?: number): Promise<Measurement> {
  const result = await called(await answering(listener), patience);
  if (result.is !== 'measured') throw new Error(JSON.stringify(result));
  return result.measurement;
}

describe('call', () => {
  const later = (seconds: number, act: () => void): void => void setTimeout(act, seconds * 1000);
  it.each<[string, RequestListener, Measurement['ending'], number]>([
    ['an answer', (_, response) => later(0.3, () => response.end('done')), { is: 'survived' }, 0.3],
    ['504', (_, response) => later(0.2, () => response.writeHead(504).end()), { is: 'http', status: 504 }, 0.2],
    ['a page that is not there', (_, response) => response.writeHead(404).end(), { is: 'http', status: 404 }, 0],
    ['a redirect', (_, response) => response.writeHead(302, { location: '/' }).end(), { is: 'http', status: 302 }, 0],
    ['a reset', ({ socket }) => later(0.2, () => (socket as Socket).resetAndDestroy()), { is: 'reset' }, 0.2],
    ['a close', ({ socket }) => later(0.2, () => socket.end()), { is: 'closed' }, 0.2],
    [
      'an answer that is broken off',
      ({ socket }, response) => {
        response.writeHead(200).write('half');
        later(0.2, () => socket.end());
      },
      { is: 'closed' },
      0.2,
    ],
  ])('sees %s', async (_, listener, ending, at) => {
    const seen = await measurement(listener);
    expect(seen.ending).toEqual(ending);
    expect(seen.at).toBeGreaterThan(at - 0.05);
    expect(seen.at).toBeLessThan(at + 2);
  });

  it('sees nothing, and gives up', async () => {
    const seen = await measurement(() => undefined, 0.5);
    expect(seen).toMatchObject({ ending: { is: 'nothing' }, silence: 0.5, phase: 'query' });
  });

  it('sends one request, which keeps no connection alive', async () => {
    const seen: unknown[] = [];
    await measurement(({ method, headers }, response) => {
      seen.push([method, headers.connection, headers['user-agent']]);
      response.end();
    });
    expect(seen).toEqual([['GET', 'close', expect.stringMatching(/^holdfast\/\d/)]]);
  });

  it('fails where nothing listens', async () => {
    const port = await deadPort();
    expect(await called(`http://me:secret@127.0.0.1:${String(port)}/a?token=secret`)).toEqual({
      is: 'failed',
      why: `http://127.0.0.1:${String(port)}/a cannot be reached (ECONNREFUSED), so no request was sent; check the URL, and what lies between`,
    });
  });

  it('is interrupted', async () => {
    const stop = new AbortController();
    const url = await answering(() => stop.abort());
    expect(await called(url, 30, stop.signal)).toEqual({ is: 'interrupted' });
  });
});

it('does not say of an interrupted request that nothing runs on', async () => {
  let press = (): void => undefined;
  const onInterrupt = (listener: () => void): (() => void) => {
    press = listener;
    return () => undefined;
  };
  const url = await answering(() => press());
  const { code, err } = await world().run(`probe --max-query-duration 60s --http ${url}`, { onInterrupt });
  expect(code).toBe(130);
  expect(err).toContain('holdfast: interrupted: the query may run on behind the endpoint; nothing was measured');
});

describe('a target', () => {
  it('is shown without secrets', () => {
    expect(shownTarget(parseTarget('https://me:secret@api.example/run?token=secret#x'))).toBe(
      'https://api.example/run',
    );
  });

  it.each(['secret', 'ftp://me:secret@api.example', ''])('%s is none, and is not repeated', (text) => {
    expect(() => parseTarget(text)).toThrow(/^--http takes a URL that begins with http:\/\/ or https:\/\/$/);
  });
});

describe('holdfast probe --http', () => {
  const configuration = (idle: string): string => `version: 1
workloads:
  - name: api
    maxQueryDuration: 1s
    request: { maxDuration: 2s }
    path:
      - alb: { name: balancer, idleTimeout: ${idle} }
      - client: { name: api }
      - database: { name: db, version: '18' }
`;
  const giveUp: RequestListener = (_, response) => void setTimeout(() => response.writeHead(504).end(), 1000);

  it('names the load balancer that gave up, which was expected', async () => {
    const here = world();
    here.write('holdfast.yaml', configuration('1s'));
    const { code, out } = await here.run(`probe --http ${await answering(giveUp)}`);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^api at http:\S+ is cut at 1(?:\.\d)? s of a request, as by idleTimeout of balancer\s+\(1 s\)/,
    );
    expect(out).toMatch(/agrees +measured and predicted are the same/);
  });

  it('says where it was not expected', async () => {
    const here = world();
    here.write('holdfast.yaml', configuration('4s'));
    const { code, out } = await here.run(`probe --http ${await answering(giveUp)}`);
    expect(code).toBe(1);
    expect(out).toMatch(/DISAGREES/);
  });

  it('does not take an answer that came soon for proof of the promise', async () => {
    const here = world();
    here.write('holdfast.yaml', configuration('4s'));
    const { code, out } = await here.run(`probe --http ${await answering((_, response) => response.end())}`);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('so the promise of 2 s was not tried');
  });
});
