import { connect, type Socket } from 'node:net';
import type { Experiment, Measurement } from '../../../lib/core/probe';
import { measure, type Result } from '../../../lib/shell/probe/measure';
import { parseSource } from '../../../lib/shell/postgres/parse-source';
import { selfSigned } from '../../postgres/certificate';
import { describePostgres, startPostgres, type Postgres } from '../../postgres/start-postgres';
import { deadPort, listening } from '../postgres/_servers';
import { forgetful, type Manner } from './_forgetful';

const nowhere = { HOME: '/nowhere' };
/** Tests do not wait as long as a user on a bad line would. */
const pace = { arrival: 0.3, grace: 0.6, goodbye: 0.3 };

describePostgres('measure', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres({ tls: selfSigned('localhost') });
    await server.sql(`create role app login password 'of-app'; create role brief login password 'of-brief';
      alter role brief set statement_timeout = '700ms'; create role idler login password 'of-idler';
      create role blind login password 'of-blind'; alter role blind set track_activities = off;
      alter role idler set idle_session_timeout = '500ms'; create role spent login password 'of-spent';
      alter role spent set transaction_timeout = '600ms'`);
  }, 60_000);
  afterAll(() => server.stop());

  const address = (user = 'app', words = '', port = server.port): string =>
    `host=127.0.0.1 port=${String(port)} dbname=postgres user=${user} password=of-${user} ${words}`;

  async function tried(
    own: Partial<Experiment> = {},
    where = address(),
    signal = new AbortController().signal,
    begins: () => void = () => undefined,
  ): Promise<Result> {
    const { source, options } = parseSource(where, nowhere);
    const experiment: Experiment = { over: 'postgres', idle: 0, silence: 1, keepalive: null, ...own };
    const opening = { application: 'holdfast probe', options, keepalive: experiment.keepalive?.idle ?? null };
    return measure({ source, opening, experiment, pace, signal, begins });
  }

  async function measurement(own: Partial<Experiment> = {}, where = address()): Promise<Measurement> {
    const result = await tried(own, where);
    if (result.is !== 'measured') throw new Error(JSON.stringify(result));
    return result.measurement;
  }

  const backends = async (): Promise<readonly unknown[]> =>
    server.sql(`select 1 from pg_stat_activity where application_name = 'holdfast probe'`);

  it('reads what the session got', async () => {
    const result = await tried({ silence: 0.1 }, address('brief', 'sslmode=require'));
    expect(result).toMatchObject({
      is: 'measured',
      facts: { role: 'brief', database: 'postgres', inRecovery: false, clientAddress: '127.0.0.1', tls: 'TLSv1.3' },
      measurement: { ending: { is: 'survived' }, phase: 'query' },
      left: null,
    });
    const { parameters } = (result as Extract<Result, { is: 'measured' }>).facts;
    expect(parameters.find(({ name }) => name === 'statement_timeout')).toEqual({
      name: 'statement_timeout',
      value: 0.7,
      unit: 's',
      source: 'user',
    });
    expect(parameters.find(({ name }) => name === 'lock_timeout')).toMatchObject({ value: null, source: 'default' });
    expect(await backends()).toEqual([]);
  });

  it.each<[string, string, Partial<Experiment>, Partial<Measurement>, number]>([
    ['statement_timeout', 'brief', {}, { phase: 'query', ending: { is: 'sqlstate', code: '57014' } }, 0.7],
    ['transaction_timeout', 'spent', {}, { phase: 'query', ending: { is: 'sqlstate', code: '25P04' } }, 0.6],
    ['idle_session_timeout', 'idler', { idle: 1 }, { phase: 'pause', ending: { is: 'sqlstate', code: '57P05' } }, 0.5],
  ])('hears %s', async (_, user, own, expected, at) => {
    const seen = await measurement(own, address(user));
    expect(seen).toMatchObject(expected);
    expect(seen.at).toBeGreaterThan(at - 0.05);
    expect(seen.at).toBeLessThan(at + 1.5);
    expect(seen.said).toMatch(/timeout/);
  });

  it('sends options of the address when it connects', async () => {
    const seen = await measurement({}, address('app', "options='-c statement_timeout=300ms'"));
    expect(seen).toMatchObject({ ending: { is: 'sqlstate', code: '57014' } });
  });

  it('sends keepalive where it is told to', async () => {
    const result = await tried({ silence: 0.1, keepalive: { idle: 60, interval: 1, count: 10 } });
    const { keepalive } = (result as Extract<Result, { is: 'measured' }>).facts;
    expect(keepalive.is).toBe(process.platform === 'linux' ? 'on' : 'not-told');
  });

  it.each<[Manner, Partial<Measurement>]>([
    ['drops', { ending: { is: 'nothing' }, afterwards: { is: 'nothing' } }],
    ['resets', { ending: { is: 'nothing' }, afterwards: { is: 'reset' } }],
  ])('tells a hop that %s from another, and that the server has finished', async (manner, expected) => {
    const hop = await forgetful(server.port, 400, manner);
    const seen = await measurement({}, address('app', 'sslmode=disable', hop.port));
    expect(seen).toMatchObject({ phase: 'query', sight: { is: 'finished' }, ...expected });
    expect(await backends()).toEqual([]);
    await hop.close();
  });

  it.each<[Manner, string, Partial<Measurement>]>([
    ['drops', 'never arrives', { ending: { is: 'nothing' }, sight: { is: 'not-arrived' } }],
    ['resets', 'is answered with RST', { ending: { is: 'reset' } }],
  ])('finds out about a pause: behind a hop that %s the query %s', async (manner, _, expected) => {
    const hop = await forgetful(server.port, 400, manner);
    const seen = await measurement({ idle: 0.8, silence: 1 }, address('app', 'sslmode=disable', hop.port));
    expect(seen).toMatchObject({ phase: 'pause', at: 0.8, sight: { is: 'not-arrived' }, ...expected });
    expect(await backends()).toEqual([]);
    await hop.close();
  });

  it('tells who ended the session, and cancels nothing that has ended', async () => {
    const result = tried({ silence: 2 });
    await until(async () => (await active()).length > 0);
    await server.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'holdfast probe'`,
    );
    expect(await result).toMatchObject({
      is: 'measured',
      measurement: { ending: { is: 'sqlstate', code: '57P01' }, sight: { is: 'gone' } },
      left: null,
    });
  });

  it('ends a query that runs on when its connection was closed', async () => {
    const closing = await listening((client) => {
      forwardedTo(server.port, client);
      setTimeout(() => client.end(), 700);
    });
    const result = await tried({ silence: 30 }, address('app', 'sslmode=disable', closing.port));
    expect(result).toMatchObject({
      is: 'measured',
      measurement: { ending: { is: 'closed' }, sight: { is: 'running' } },
      left: { is: 'ended' },
    });
    expect(await active()).toEqual([]);
    await closing.close();
    // The hop's own connection ends a moment later.
    await until(async () => (await backends()).length === 0);
  });

  it('is interrupted: the query is cancelled and its backend is gone', async () => {
    const stop = new AbortController();
    const result = tried({ silence: 30 }, address(), stop.signal);
    await until(async () => (await active()).length > 0);
    stop.abort();
    expect(await result).toEqual({ is: 'interrupted', stopped: { is: 'ended' } });
    expect(await backends()).toEqual([]);
  });

  it('is interrupted where no session shows what it runs: its backend is gone all the same', async () => {
    const stop = new AbortController();
    const begins = (): void => void setTimeout(() => stop.abort(), 500);
    expect(await tried({ silence: 60 }, address('blind'), stop.signal, begins)).toEqual({
      is: 'interrupted',
      stopped: { is: 'ended' },
    });
    expect(await server.sql(`select 1 from pg_stat_activity where usename = 'blind'`)).toEqual([]);
  }, 20_000);

  it('does not say that a query never arrived that could not be seen', async () => {
    const hop = await forgetful(server.port, 400, 'drops');
    const seen = await measurement({}, address('blind', 'sslmode=disable', hop.port));
    expect(seen).toMatchObject({ phase: 'query', ending: { is: 'nothing' }, sight: { is: 'unseen' } });
    await hop.close();
    await server.sql(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'blind'`);
  });

  it('waits longer than a timer of Node.js can', async () => {
    const stop = new AbortController();
    const result = tried({ silence: 30 * 86_400 }, address(), stop.signal);
    await until(async () => (await active()).length > 0);
    stop.abort();
    expect(await result).toEqual({ is: 'interrupted', stopped: { is: 'ended' } });
  });

  it('is interrupted in a pause: no query ran', async () => {
    const stop = new AbortController();
    const result = tried({ idle: 30 }, address(), stop.signal, () => stop.abort());
    expect(await result).toEqual({ is: 'interrupted', stopped: null });
    expect(await backends()).toEqual([]);
  });

  it('fails where nothing can be measured', async () => {
    expect(await tried({}, address('app', '', await deadPort()))).toEqual({
      is: 'failed',
      failure: { is: 'system', code: 'ECONNREFUSED' },
    });
    expect(await tried({}, address().replace('of-app', 'wrong'))).toMatchObject({
      is: 'failed',
      failure: { is: 'answer', code: '28P01' },
    });
  });

  const active = (): Promise<readonly unknown[]> =>
    server.sql(`select 1 from pg_stat_activity where query like '/* holdfast probe %' and state = 'active'`);
});

/** A hop that passes everything on. */
function forwardedTo(port: number, client: Socket): void {
  const upstream = connect(port, '127.0.0.1');
  upstream.on('error', () => undefined);
  client.on('data', (chunk: Buffer) => upstream.write(chunk));
  upstream.on('data', (chunk: Buffer) => client.write(chunk));
  client.on('close', () => upstream.destroy());
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
