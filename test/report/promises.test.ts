import type { Configuration, Workload } from '../../lib/core/configuration';
import { everyTimer } from '../../lib/core/every-timer';
import { table } from '../../lib/core/setting';
import { renderPromises } from '../../lib/report/promises';

const base = everyTimer(30).workloads[0]!;
const of = (change: Partial<Workload>, rest: Partial<Configuration> = {}): string =>
  renderPromises({ ...everyTimer(30), workloads: [{ ...base, name: 'checkout-api', ...change }], ...rest }, 100);

describe('a configuration as it was understood', () => {
  it('names every promise, the roles and the path', () => {
    const shown = of({
      roles: ['app_user', 'etl_*'],
      maxQueryDuration: 30,
      maxTransactionDuration: 60,
      request: { maxDuration: 90, maxSilence: null, maxConnectionAge: 0 },
      maxIdle: 600,
      headroom: { as: 'duration', seconds: 10 },
      path: [
        { key: 'alb', select: { by: 'name', names: ['aws_lb.public'] } },
        { key: 'proxy', select: { by: 'name', names: ['aws_db_proxy.orders', 'orders-proxy'] } },
        { key: null, select: { by: 'name', names: ['module.nlb'] }, port: 5432 },
        {
          key: 'database',
          select: { by: 'tag', tags: table([['service', 'orders']]) },
          endpoint: 'reader',
          dbname: 'shop',
        },
      ],
    });
    expect(shown).toBe(`checkout-api
  at most: one query 30 s, a transaction 60 s, a request 90 s, the age of a request's connection
    0 s, a pause between queries 10 min; headroom 10 s
  roles: app_user, etl_*
  path: alb aws_lb.public → proxy aws_db_proxy.orders or orders-proxy → module.nlb (port 5432) →
    database tag service=orders (reader, dbname shop)
`);
  });

  it.each<readonly [string, Partial<Workload>, string]>([
    ['no path', { path: null }, 'path: not declared: all PostgreSQL in view with the proxies linked to it;'],
    [
      'databases instead of a path',
      { path: null, databases: [{ by: 'name', names: ['orders'] }] },
      'path: not declared: orders with the proxies linked to it;',
    ],
    ['every timer', {}, 'path: every timer in view'],
    ['no roles', {}, 'roles: not declared'],
    ['headroom as a share', { headroom: { as: 'percentage', percent: 10 } }, 'one query 30 s; headroom 10 %'],
    ['no headroom', { headroom: { as: 'percentage', percent: 0 } }, 'one query 30 s\n'],
    ['names that were made to harm', { name: 'a\u001b[2J' }, 'a\\u{1b}[2J'],
  ])('says of %s', (_, change, shown) => {
    expect(of(change)).toContain(shown);
  });

  it('names levels, declarations and waivers', () => {
    const waiver = {
      policy: 'alb-*',
      resource: 'aws_lb.x',
      workload: null,
      role: null,
      reason: 'r',
      owner: 'payments',
      until: '2027-01-31',
    };
    const shown = of(
      {},
      {
        policies: [{ policy: 'nat-*', level: 'off' }],
        declared: { roles: table([['app', table()]]), parameterGroups: table() },
        waivers: [waiver],
      },
    );
    expect(shown).toContain('\npolicy nat-*: off\ndeclared: 1 roles, 0 parameter groups\n');
    expect(shown).toContain('\nwaiver alb-* on aws_lb.x: until 2027-01-31, payments\n');
  });
});
