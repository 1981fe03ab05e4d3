import type { CollectedCatalog } from '../../../lib/read/collection/collection';
import { collectCatalogs, type CatalogProgress } from '../../../lib/shell/postgres/collect';
import { parseCatalogSource } from '../../../lib/shell/postgres/parse-source';
import { describePostgres, startPostgres, type Postgres } from '../../postgres/start-postgres';
import { catalogOf, collect, failureOf, nowhere } from './_collect';
import { deadPort } from './_servers';

const auditor = { user: 'auditor', password: 'of-the-auditor' };

const estate = `
  CREATE ROLE auditor LOGIN PASSWORD 'of-the-auditor';
  CREATE ROLE app_user LOGIN PASSWORD 'of-the-app';
  CREATE ROLE etl_night LOGIN;
  CREATE ROLE "Ann ""A="" Lee" LOGIN;
  CREATE ROLE readers NOLOGIN;
  CREATE ROLE plain LOGIN;
  ALTER ROLE app_user SET statement_timeout = '15min';
  ALTER ROLE app_user SET Lock_Timeout = '5 s';
  ALTER ROLE app_user SET search_path = 'a_secret_path';
  ALTER ROLE app_user SET "app.token" = 'a-secret=token';
  ALTER ROLE app_user IN DATABASE shop SET statement_timeout = 2000;
  ALTER ROLE etl_night SET statement_timeout = 0;
  ALTER ROLE "Ann ""A="" Lee" SET tcp_keepalives_idle = '2min';
  ALTER ROLE plain SET search_path = 'a_secret_path';
  ALTER ROLE readers SET transaction_timeout = '0.5h';
  ALTER DATABASE shop SET idle_in_transaction_session_timeout = '1h';
  ALTER ROLE ALL SET idle_session_timeout = '1d';
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
`;

describePostgres('the catalog of a real server', () => {
  let server: Postgres;

  beforeAll(async () => {
    server = await startPostgres({ settings: { statement_timeout: '45s', max_standby_streaming_delay: '14s' } });
    await server.sql('CREATE DATABASE shop');
    await server.sql('CREATE DATABASE "my shop=1"');
    await server.sql('CREATE DATABASE closed ALLOW_CONNECTIONS false');
    await server.sql('CREATE DATABASE private');
    await server.sql('REVOKE CONNECT ON DATABASE private FROM PUBLIC');
    await server.sql(estate);
  }, 60_000);
  afterAll(() => server.stop());

  const setting = ({ settings }: CollectedCatalog, name: string): CollectedCatalog['settings'][number] | undefined =>
    settings.find((one) => one.name === name);

  it('is read by a role that may do nothing but connect', async () => {
    const catalog = await catalogOf(`orders=${server.url(auditor, 'shop')}`);
    const { settings, ...rest } = catalog;
    expect(rest).toEqual({
      name: 'orders',
      host: '127.0.0.1',
      port: server.port,
      database: 'shop',
      serverVersion: expect.any(Number) as number,
      inRecovery: false,
      loginRoles: ['Ann "A=" Lee', 'app_user', 'auditor', 'etl_night', 'plain', 'postgres'],
      databases: ['my shop=1', 'postgres', 'private', 'shop'],
      roleSettings: [
        { role: null, database: null, settings: { idle_session_timeout: '1d' } },
        { role: null, database: 'shop', settings: { idle_in_transaction_session_timeout: '1h' } },
        { role: 'Ann "A=" Lee', database: null, settings: { tcp_keepalives_idle: '2min' } },
        { role: 'app_user', database: null, settings: { lock_timeout: '5 s', statement_timeout: '15min' } },
        { role: 'app_user', database: 'shop', settings: { statement_timeout: '2000' } },
        { role: 'etl_night', database: null, settings: { statement_timeout: '0' } },
        { role: 'readers', database: null, settings: { transaction_timeout: '0.5h' } },
      ],
    });
    expect(Math.floor(catalog.serverVersion / 10_000)).toBe(18);
    // All that are judged and that PostgreSQL 18 shows: ssl_renegotiation_limit is hidden since 9.5.
    expect(settings.map((one) => one.name)).toEqual([
      'authentication_timeout',
      'client_connection_check_interval',
      'hot_standby_feedback',
      'idle_in_transaction_session_timeout',
      'idle_session_timeout',
      'lock_timeout',
      'max_standby_streaming_delay',
      'statement_timeout',
      'tcp_keepalives_count',
      'tcp_keepalives_idle',
      'tcp_keepalives_interval',
      'tcp_user_timeout',
      'transaction_timeout',
    ]);
    expect(JSON.stringify(catalog)).not.toContain('secret');
  });

  it('shows the settings of the server, of its own session nothing but what the role gets at login', async () => {
    const catalog = await catalogOf(server.url(auditor, 'shop'));
    const untouched = { pendingRestart: false };
    expect(setting(catalog, 'statement_timeout')).toEqual({
      name: 'statement_timeout',
      unit: 'ms',
      setting: '45000',
      resetVal: '45000',
      bootVal: '0',
      source: 'configuration file',
      ...untouched,
    });
    expect(setting(catalog, 'idle_in_transaction_session_timeout')).toMatchObject({
      setting: '3600000',
      resetVal: '3600000',
      source: 'database',
    });
    expect(setting(catalog, 'idle_session_timeout')).toMatchObject({ setting: '86400000', source: 'global' });
    expect(setting(catalog, 'lock_timeout')).toMatchObject({ setting: '0', resetVal: '0', source: 'default' });
    expect(setting(catalog, 'max_standby_streaming_delay')).toMatchObject({ setting: '14000' });
    expect(setting(catalog, 'hot_standby_feedback')).toMatchObject({ unit: null, setting: 'off', resetVal: 'off' });
    expect(catalog.settings.filter((one) => ['session', 'client'].includes(one.source))).toEqual([]);
  });

  it('tells the keepalive of the kernel from what is configured', async () => {
    const idle = setting(await catalogOf(server.url(auditor)), 'tcp_keepalives_idle');
    expect(idle).toMatchObject({ unit: 's', resetVal: '0', bootVal: '0', source: 'default' });
    expect(Number(idle?.setting)).toBeGreaterThan(0);
  });

  it('is not changed by options that come with the URL or the environment of the process', async () => {
    const before = process.env['PGOPTIONS'];
    process.env['PGOPTIONS'] = '-c lock_timeout=7s';
    try {
      const url = `${server.url(auditor)}?options=-c%20statement_timeout%3D7s&application_name=psql`;
      const catalog = await catalogOf(url, { ...nowhere, PGOPTIONS: '-c transaction_timeout=7s' });
      expect(catalog.settings.filter((one) => one.resetVal === '7000')).toEqual([]);
      expect(setting(catalog, 'statement_timeout')).toMatchObject({ resetVal: '45000', source: 'configuration file' });
    } finally {
      if (before === undefined) delete process.env['PGOPTIONS'];
      else process.env['PGOPTIONS'] = before;
    }
  });

  it('is read through the Unix socket, where keepalives read 0', async () => {
    const { user, password } = auditor;
    const catalog = await catalogOf(
      `host=${server.socket} port=${server.port} user=${user} password=${password} dbname=shop`,
    );
    expect(catalog).toMatchObject({ name: null, host: server.socket, port: server.port, database: 'shop' });
    expect(setting(catalog, 'tcp_keepalives_idle')).toMatchObject({ setting: '0', resetVal: '0' });
  });

  it('is read of many servers, in the order they were named, with what failed apart', async () => {
    const port = await deadPort();
    const args = [
      ...Array.from({ length: 10 }, (_, at) => `db${String(at)}=${server.url(auditor)}`),
      `postgres://127.0.0.1:${String(port)}/shop`,
      `last=${server.url(auditor, 'shop')}`,
    ];
    const seen: CatalogProgress[] = [];
    const sources = args.map((arg) => parseCatalogSource(arg, nowhere));
    const { catalogs, failed } = await collectCatalogs(sources, {
      signal: new AbortController().signal,
      onProgress: (progress) => void seen.push(progress),
    });
    const names = [...Array.from({ length: 10 }, (_, at) => `db${String(at)}`), 'last'];
    expect(catalogs.map((one) => one.name)).toEqual(names);
    const dead = `127.0.0.1:${String(port)}/shop`;
    expect(failed).toEqual([
      {
        name: dead,
        why:
          `127.0.0.1:${String(port)} refuses the connection: nothing listens there, so nothing of its catalog is known; ` +
          'check host and port, and that the server runs',
      },
    ]);
    expect(seen).toHaveLength(24);
    expect(seen.filter((one) => one.name === dead).map((one) => one.state)).toEqual(['reading', 'failed']);
    expect(seen.filter((one) => one.name === 'last').map((one) => one.state)).toEqual(['reading', 'read']);
  });

  it('is left as it was: no session stays', async () => {
    await collect([server.url(auditor), server.url(auditor, 'shop')]);
    // The server takes note of a goodbye a moment after the client is gone.
    for (;;) {
      const [row] = await server.sql(`SELECT count(*) FROM pg_stat_activity WHERE usename = 'auditor'`);
      if (row?.['count'] === '0') break;
    }
    expect(await server.sql(`SELECT 1 AS one FROM pg_stat_activity WHERE application_name = 'holdfast'`)).toEqual([]);
  });

  it.each<[string, (at: Postgres) => string, RegExp]>([
    ['a wrong password', (at) => at.url({ ...auditor, password: 'wrong-one' }), /refuses the password \(28P01\)/],
    [
      'no password',
      (at) => `postgres://auditor@127.0.0.1:${String(at.port)}/shop`,
      /asks for a password and none is at hand/,
    ],
    ['an unknown role', (at) => at.url({ user: 'eve', password: 'x' }), /refuses the password \(28P01\)/],
    ['a role that may not log in', (at) => at.url({ user: 'readers', password: 'x' }), /refuses the (password|login)/],
    ['an unknown database', (at) => at.url(auditor, 'nothing'), /has no database nothing \(3D000\)/],
    [
      'a database without CONNECT',
      (at) => at.url(auditor, 'private'),
      /42501: permission denied for database "private"/,
    ],
    ['a database that takes none', (at) => at.url(auditor, 'closed'), /55000.*not currently accepting connections/],
    [
      'TLS demanded of a server without',
      (at) => `${at.url(auditor)}?sslmode=require`,
      /has no TLS, and sslmode=require demands it/,
    ],
  ])('is not known behind %s', async (_, arg, why) => {
    const text = await failureOf(arg(server));
    expect(text).toMatch(why);
    expect(text).toContain('so nothing of its catalog is known; ');
    expect(text).not.toMatch(/wrong-one|of-the-auditor|auditor/);
  });
});
