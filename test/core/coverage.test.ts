import type { Coverage } from '../../lib/core/report';
import type { Evaluation } from '../../lib/core/evaluate';
import { everyTimer } from '../../lib/core/every-timer';
import { evaluate } from '../../lib/core/evaluate';
import { kinds } from '../../lib/kinds';
import type { PathEntry } from '../../lib/core/configuration';
import { connection, holding } from './_connection';
import { catalog } from './catalog';
import { configuration, fact, hop, inline, judged, readingsOf, workload, type Resource } from './estate';

const facts = [
  fact('alb', 'alb'),
  fact('listener', 'https', { links: { load_balancer: 'alb' }, settings: { protocol: 'HTTPS' } }),
  fact('nlb', 'nlb'),
  fact('listener', 'pg', { links: { load_balancer: 'nlb' }, settings: { protocol: 'TCP', port: 5432 } }),
  fact('listener', 'other', { links: { load_balancer: 'nlb' }, settings: { protocol: 'TCP', port: 6432 } }),
  fact('nat', 'nat'),
  fact('service', 'api'),
  fact('proxy', 'proxy'),
  fact('proxy-endpoint', 'endpoint', { links: { proxy: 'proxy' } }),
  fact('cluster', 'c'),
  fact('cluster-instance', 'w', { links: { cluster: 'c' }, settings: { writer: true } }),
  fact('cluster-instance', 'r', { links: { cluster: 'c' }, settings: { writer: false } }),
  fact('instance', 'db'),
  fact('other', 'bucket'),
];
const unreadLevels = {
  what: 'ALTER DATABASE ... SET and ALTER ROLE ... IN DATABASE ... SET',
  why: 'no document shows them, so they were assumed unset',
  level: 'unread' as const,
};
const client = inline('client', 'client', 'app');

function coverage(own: Parameters<typeof workload>[0], more: Partial<Evaluation> = {}): Coverage {
  return judged(facts, [workload(own)], more).coverage;
}

describe('coverage', () => {
  it('names what stands on a path, and the databases, load balancers and proxies that stand on none', () => {
    const { judged: on, onNoPath } = coverage({
      path: [client, hop('nlb', 'nlb', { port: 5432 }), hop('database', 'c', { endpoint: 'writer' })],
    });
    expect(on).toEqual(['nlb', 'pg', 'c', 'w', 'app']);
    // The reader of a cluster that is queried is on nobody's path; of others the owner stands for all.
    expect(onNoPath).toEqual(['alb', 'proxy', 'r', 'db']);
  });

  it('does not take an assumed load balancer for judged', () => {
    const { judged: on, onNoPath } = coverage({});
    expect(on).toEqual(['c', 'w', 'r', 'db']);
    expect(onNoPath).toEqual(['alb', 'nlb', 'proxy']);
  });

  it('counts the target groups behind a listener', () => {
    const more = [
      fact('target-group', 'tg'),
      fact('alb', 'lb'),
      fact('listener', 'l', { links: { load_balancer: 'lb', target_groups: ['tg'] } }),
    ];
    expect(judged(more, [workload({ path: [hop('alb', 'lb'), client] })]).coverage.judged).toEqual(['tg', 'lb', 'app']);
  });

  it('says what is not declared, and so not judged', () => {
    const all = [
      'maxIdle',
      'maxIdleInTransaction',
      'maxConnectionAge',
      'maxStatementTimeout',
      'roles',
      'detectDeadPeerWithin',
    ];
    const said = (own: Parameters<typeof workload>[0]): readonly string[] =>
      coverage(own).notDeclared.map((one) => one.what);
    const path = [client, hop('database', 'db')];
    expect(said({ path })).toEqual(all);
    const declared = {
      maxIdle: 1,
      maxIdleInTransaction: 1,
      maxConnectionAge: 1,
      maxStatementTimeout: 1,
      roles: ['a'],
      detectDeadPeerWithin: 1,
    };
    expect(said({ path, ...declared })).toEqual(['role a, which no document shows']);
    expect(said({ path: [hop('alb', 'alb'), client], ...declared })).toEqual(['a database']);
  });

  it('lists the documents with what was read from them', () => {
    const two = [
      fact('alb', 'a', { document: 'a.json' }),
      fact('alb', 'b', { document: 'b.json', source: 'state' }),
      fact('alb', 'c', { document: 'b.json', source: 'state' }),
    ];
    expect(judged(two, []).coverage.documents).toEqual([
      { name: 'a.json', source: 'plan', resources: 1 },
      { name: 'b.json', source: 'state', resources: 2 },
    ]);
  });

  it.each([
    [false, 'incomplete', 'holdfast.yaml:4:7'],
    [true, 'unread', 'configuration'],
  ])('says what it could not judge; partial: %p', (partial, level, what) => {
    const location = { document: 'x', file: 'holdfast.yaml', line: 4, column: 7 };
    const { notes } = coverage({ path: [client, hop('database', 'gone', { location })] }, { partial });
    expect(notes).toEqual([
      { what, why: '`database: gone` in the path of workload checkout matches nothing in the documents', level },
    ]);
  });

  it('says of a client that is a resource what no source shows of its session, and of an inline client nothing', () => {
    const hidden = (...path: readonly ReturnType<typeof hop>[]): readonly string[] =>
      coverage({ path })
        .notDeclared.map((one) => one.what)
        .filter((what) => what.startsWith('what '));
    expect(hidden(hop('client', 'api'), hop('database', 'db'))).toEqual(['what api sets in its session']);
    expect(hidden(client, hop('database', 'db'))).toEqual([]);
  });

  it.each<[string, string, Resource['settings'], Partial<PathEntry>, readonly string[]]>([
    ['timer of a resource that no table describes', 'other', {}, {}, ['limits that caller itself has']],
    ['driver of a service', 'service', {}, {}, ['limits of the driver of caller']],
    ['driver of a function', 'function', {}, {}, ['limits of the driver of caller']],
    ['driver of a service, unless it is declared', 'service', {}, { driver: 'pgx' }, []],
    ['driver of a function, unless it shows a connection string', 'function', holding(connection('A')), {}, []],
  ])('says that it knows no %s', (_, kind, settings, entry, missing) => {
    const path = [{ ...hop('client', 'caller'), ...entry }, hop('database', 'db')];
    const report = evaluate({
      readings: readingsOf([
        fact(kind, 'caller', { type: 'aws_lambda_function', settings: settings ?? {} }),
        fact('instance', 'db'),
      ]),
      configuration: configuration({ workloads: [workload({ path })] }),
      kinds,
      policies: [],
      today: '2026-01-01',
      version: '0.0.0',
      partial: false,
    });
    const { notDeclared } = report.coverage;
    expect(notDeclared.map((one) => one.what).filter((what) => what.startsWith('limits'))).toEqual(missing);
  });

  it('names roles that no source shows, since a typo looks the same as a role that is made elsewhere', () => {
    const path = [client, hop('database', 'db')];
    const role = fact('role', 'r', { settings: { name: 'etl_a' }, links: { database: 'db' } });
    const { notDeclared } = judged(
      [...facts, role],
      [workload({ path, roles: ['etl_*', 'elt_*', 'etl_a', 'known'] })],
      {},
      { declared: { roles: { known: {} }, parameterGroups: {} } },
    ).coverage;
    expect(notDeclared.map((one) => one.what).filter((what) => what.startsWith('role '))).toEqual([
      'role elt_*, which no document shows',
    ]);
  });

  describe('where a catalog was read', () => {
    const path = [client, hop('database', 'db')];
    const shop = { name: 'db', loginRoles: ['app', 'etl_a'] };
    const remarks = (
      own: Parameters<typeof workload>[0],
      catalogs: readonly ReturnType<typeof catalog>[],
    ): readonly (readonly string[])[] => {
      const { notes, notDeclared } = judged([...facts, ...catalogs.flat()], [workload(own)]).coverage;
      return [
        notes.map((one) => `${one.level} ${one.what}: ${one.why}`),
        notDeclared.filter((one) => one.what.startsWith('role ')).map((one) => `${one.what}: ${one.why}`),
      ];
    };

    it('assumes nothing of its roles and databases', () => {
      expect(remarks({ path, roles: ['app', 'etl_*'] }, [catalog(shop)])).toEqual([[], []]);
    });

    it('names the roles that it does not have, whatever another server has', () => {
      const other = catalog({ name: 'c', loginRoles: ['ghost'] }, 'other.json');
      expect(remarks({ path, roles: ['app', 'ghost', 'elt_*'] }, [catalog(shop), other])[1]).toEqual([
        'role ghost, which the catalog of db does not have: nobody can query as it, so its limits are not known',
        'role elt_*, which the catalog of db does not have: nobody can query as it, so its limits are not known',
      ]);
    });

    it('says of the other servers what it said before', () => {
      const [notes] = remarks({ path: null, roles: ['app'] }, [catalog(shop)]);
      expect(notes).toEqual([
        'unread ALTER DATABASE ... SET and ALTER ROLE ... IN DATABASE ... SET: no document shows them of w, r, so they were assumed unset',
      ]);
    });

    it('knows the databases of the server, and so a name that is none', () => {
      const of = (dbname: string): readonly string[] | undefined =>
        remarks({ path: [client, hop('database', 'db', { dbname })], roles: ['app'] }, [catalog(shop)])[0];
      expect(of('shop')).toEqual([]);
      expect(of('shpo')).toEqual([
        'incomplete dbname shpo in the path of workload checkout: the catalog of db has no database of this name, so what is set in it is not known: correct the name',
      ]);
    });

    it('says of one that is bound to nothing that nothing was judged by it', () => {
      const [notes] = remarks({ path }, [catalog({ name: null, host: '10.0.0.7' })]);
      expect(notes?.[0]).toBe(
        'incomplete catalog of 10.0.0.7:5432: it is bound to no database in view (no endpoint in view has its address), so nothing was judged by it: name it NAME=URL, with a name of the database in the configuration',
      );
    });
  });

  it('passes on what readers noted, and nothing is undeclared where every timer is judged', () => {
    const note = {
      what: 'aws_lb.x',
      why: 'which kind it is depends on an attribute that is not known yet',
      level: 'unread' as const,
    };
    const configuration = everyTimer(300);
    const [reading] = readingsOf(facts);
    const report = evaluate({
      readings: [{ ...reading!, notes: [{ ...note, location: { document: 'plan.json' } }] }],
      configuration,
      kinds,
      policies: [],
      today: '2027-01-01',
      version: '0',
      partial: false,
    });
    expect(report.coverage.notes).toEqual([note, unreadLevels]);
    expect(report.coverage.notDeclared).toEqual([]);
  });
});
