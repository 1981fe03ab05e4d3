import { execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { ProbeReport } from '../../../lib/core/probe-report';
import { describePostgres, startPostgres, type Postgres } from '../../postgres/start-postgres';
import { deadPort } from '../postgres/_servers';
import { world, type World } from '../world';

const configuration = `version: 1
workloads:
  - name: batch
    roles: [app]
    maxQueryDuration: 900ms
    path:
      - client: { name: job, keepalive: { idle: 60s, interval: 10s, count: 6 } }
      - firewall: { name: edge, idleTimeout: 100s }
      - database: { name: db, version: '18' }
`;
const login = { user: 'app', password: 'of-app' };

const root = path.resolve(__dirname, '../../..');
// Inside the package, so that the command finds its own version as it does when it is installed.
const folder = path.join(root, 'node_modules/.cache', `holdfast-probe-${String(process.pid)}`);

describePostgres('holdfast probe', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
    await server.sql(`create role app login password 'of-app'`);
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => server.sql('alter role app reset all'));

  function here(): World {
    const made = world();
    made.write('holdfast.yaml', configuration);
    return made;
  }
  const probe = (args = '') => here().run(`probe ${args} --postgres ${server.url(login)}`);

  it('survives, as was expected, and proves no more than it tried', async () => {
    const { code, out, err } = await probe();
    expect(code).toBe(0);
    expect(out).toMatch(/^batch at 127\.0\.0\.1:\d+\/postgres survived a query that was silent for 1\.4 s$/m);
    expect(out).toMatch(/survives +no timer of job → edge → db fires/);
    expect(out).toMatch(/agrees/);
    expect(out).toContain("keepalive as the workload's client sends it: a probe every 60 s");
    expect(err).toBe('holdfast: a query is silent for 1.4 s\n');
  });

  it('is cut by a limit that nobody declared, and says where the session got it', async () => {
    await server.sql(`alter role app set statement_timeout = '500ms'`);
    const { code, out } = await probe();
    expect(code).toBe(1);
    expect(out).toMatch(
      /^batch at \S+ is cut at 0\.\d s of a silent query, as by statement_timeout of db\s+\(500 ms\)$/m,
    );
    expect(out).toMatch(/differs +statement_timeout was expected to be off/);
    expect(out).toContain('DISAGREES');
    expect(out.replace(/\s+/g, ' ')).toContain(`ALTER ROLE "app" SET statement_timeout = '2s'`);
  });

  it('tries chosen moments on connections of their own, and ends at the first that is cut', async () => {
    await server.sql(`alter role app set statement_timeout = '900ms'`);
    const { code, out } = await probe('--at 100ms,0.6,30 -o json');
    expect(code).toBe(1);
    const { measured, fits, verdict } = JSON.parse(out) as ProbeReport;
    expect(measured.map(({ silence, ending }) => [silence, ending.is])).toEqual([
      [0.6, 'survived'],
      [1.1, 'sqlstate'],
    ]);
    expect([verdict, fits[0]?.suspect.timer]).toEqual(['cut', 'database.statement_timeout']);
  });

  it('says that the role is another than the workload has', async () => {
    const { out } = await here().run(`probe --at 0.1 --postgres ${server.url()}`);
    expect(out).toContain('the probe connected as a role that the workload does not name (app)');
  });

  it('shows neither password nor what was sent with it, whatever happens', async () => {
    const wrong = server.url({ user: 'app', password: 'nobody-knows-this' });
    const dead = wrong.replace(String(server.port), String(await deadPort()));
    const outcomes = await Promise.all([
      probe('--at 0.1 -o json'),
      here().run(`probe --at 0.1 --postgres ${wrong}`),
      here().run(`probe --at 0.1 --postgres ${dead}`),
      here().run(`probe --at 0.1 ${wrong}`),
      here().run(`probe --at 0.1 --postgress=${wrong}`),
    ]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 2, 2, 2, 2]);
    for (const { out, err } of outcomes) expect(out + err).not.toMatch(/of-app|nobody-knows-this/);
    expect(outcomes[1]?.out.replace(/\s+/g, ' ')).toContain('refuses the password (28P01), so nothing was measured');
  });

  it.each<[string, string, string]>([
    ['nothing to measure', 'probe', 'nothing says what to measure'],
    ['two ways', 'probe --http http://127.0.0.1 --postgres host=x', '--postgres and --http exclude each other'],
    ['a pause before a request', 'probe --http http://127.0.0.1 --idle 1s', '--http and --idle exclude each other'],
    ['a moment that is none', 'probe --at soon --postgres host=x', "option '--at <LIST>' argument 'soon' is invalid"],
    [
      'another workload',
      'probe nightly --postgres host=x',
      'nightly is neither a file nor a workload; workloads: batch',
    ],
  ])('refuses %s', async (_, args, message) => {
    const { code, out, err } = await here().run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('takes no answer for silence that came before its time', async () => {
    const other = await startPostgres();
    await other.sql(`set allow_system_table_mods = on;
      create or replace function pg_catalog.pg_sleep(double precision) returns void language sql as 'select null::void'`);
    const { code, out } = await here().run(`probe --at 60 --postgres ${other.url()}`);
    await other.stop();
    expect(code).toBe(2);
    expect(out).toMatch(/^batch at \S+ could not be measured: at 0(?:\.\d)? s: the answer came/m);
  }, 60_000);

  it('is interrupted by Ctrl-C: the real command leaves no backend behind and exits 130', async () => {
    const command = path.join(folder, 'holdfast.js');
    const options = {
      entryPoints: ['lib/shell/main.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: command,
      external: ['@aws-sdk/*', 'pg'],
      logLevel: 'warning',
    };
    execFileSync(process.execPath, ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`], { cwd: root });
    const child = spawn(process.execPath, [command, 'probe', '--at', '600', '--postgres', server.url(login)], {
      cwd: here().folder,
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const running = `select 1 from pg_stat_activity where query like '/* holdfast probe %' and state = 'active'`;
    while ((await server.sql(running)).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGINT');
    expect(await exit).toBe(130);
    expect(await server.sql(`select 1 from pg_stat_activity where usename = 'app'`)).toEqual([]);
    expect(said).toContain(
      'holdfast: interrupted: the query was cancelled, and its backend is gone; nothing was measured',
    );
  }, 60_000);
});
