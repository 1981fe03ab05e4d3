import type { Workload } from '../../../lib/core/configuration';
import { readConfiguration } from '../../../lib/read/configuration/read';
import { kinds as real } from '../../../lib/kinds';
import { cases, example } from './_cases';
import { onlyWorkload, problemsOf, read, withWorkload } from './_reading';

const at = (line: number, column: number): object => ({
  document: 'holdfast.yaml',
  file: 'holdfast.yaml',
  line,
  column,
});

describe('readConfiguration', () => {
  it('reads all that may be written', () => {
    const checkout: Workload = {
      name: 'checkout-api',
      roles: ['app_user'],
      maxQueryDuration: 30,
      maxSilence: 20,
      maxTransactionDuration: 60,
      maxIdle: 600,
      maxIdleInTransaction: 5,
      maxConnectionAge: 5400,
      maxStatementTimeout: 120,
      detectDeadPeerWithin: 600,
      request: { maxDuration: 90, maxSilence: 45, maxConnectionAge: 0 },
      headroom: { as: 'duration', seconds: 10 },
      path: [
        { key: null, select: { by: 'name', names: ['aws_lb.edge'] }, location: at(25, 9) as never },
        { key: 'alb', select: { by: 'name', names: ['aws_lb.public'] }, location: at(26, 9) as never },
        {
          key: 'proxy',
          select: { by: 'name', names: ['aws_db_proxy.orders', 'orders-proxy'] },
          location: at(27, 9) as never,
        },
        { key: 'endpoint', select: { by: 'name', names: ['aws_vpc_endpoint.data'] }, location: at(28, 9) as never },
        { key: 'nlb', select: { by: 'name', names: ['module.warehouse'] }, port: 5432, location: at(29, 9) as never },
        {
          key: 'database',
          select: { by: 'tag', tags: { service: 'warehouse' } },
          endpoint: 'reader',
          dbname: 'warehouse',
          location: at(31, 9) as never,
        },
      ],
      databases: [],
      scope: null,
      location: at(14, 5) as never,
    };
    const etl: Workload = {
      name: 'nightly-etl',
      roles: [],
      maxQueryDuration: 14400,
      maxSilence: null,
      maxTransactionDuration: null,
      maxIdle: null,
      maxIdleInTransaction: null,
      maxConnectionAge: null,
      maxStatementTimeout: null,
      detectDeadPeerWithin: 1200,
      request: { maxDuration: null, maxSilence: null, maxConnectionAge: null },
      headroom: { as: 'percentage', percent: 12.5 },
      path: null,
      databases: [
        { by: 'name', names: ['aws_db_instance.a'] },
        { by: 'name', names: ['aws_db_instance.b', 'b'] },
        { by: 'tag', tags: { env: 'prod*' } },
      ],
      scope: { source: ['a', 'b'] },
      location: at(34, 5) as never,
    };
    const configuration = read(example);
    expect(configuration.workloads).toEqual([checkout, etl]);
    expect({ ...configuration, workloads: [] }).toEqual({
      workloads: [],
      policies: [
        { policy: '*', level: 'warning', location: at(7, 3) },
        { policy: 'statement-timeout-is-set-per-role', level: 'info', location: at(8, 3) },
      ],
      declared: {
        roles: { app_user: { statement_timeout: '45s' } },
        parameterGroups: { 'orders-pg16': { statement_timeout: '0' } },
      },
      scope: { source: ['prod/orders/**'], region: 'eu-west-1', account: '012345678901' },
      waivers: [
        {
          policy: 'alb-*',
          resource: 'aws_lb.legacy',
          workload: 'checkout-api',
          role: null,
          reason: 'retired with the 2027 migration',
          owner: 'payments',
          until: '2028-02-29',
          location: at(41, 5),
        },
        {
          policy: 'statement-timeout-outlasts-query',
          resource: '**',
          workload: null,
          role: 'app_user',
          reason: 'x',
          owner: 'y',
          until: '2027-01-31',
          location: at(44, 5),
        },
      ],
    });
  });

  it('reads the same with the kinds that there are', () => {
    expect(read(example, real)).toEqual(read(example));
  });

  it('needs no more than a name and a promise', () => {
    const { policies, declared, waivers, scope } = read(withWorkload());
    expect({ policies, declared, waivers, scope }).toEqual({
      policies: [],
      declared: { roles: {}, parameterGroups: {} },
      waivers: [],
      scope: null,
    });
    expect(onlyWorkload(withWorkload())).toMatchObject({ path: null, headroom: { as: 'duration', seconds: 0 } });
  });

  it('takes promises that are just compatible', () => {
    const text = withWorkload(
      'maxSilence: 30s',
      'maxTransactionDuration: 30s',
      'maxStatementTimeout: 31s',
      'request: { maxDuration: 30s, maxSilence: 30s }',
    );
    expect(onlyWorkload(text)).toMatchObject({
      maxSilence: 30,
      maxTransactionDuration: 30,
      maxStatementTimeout: 31,
      request: { maxDuration: 30, maxSilence: 30 },
    });
  });

  it('takes the promise from the defaults', () => {
    const text =
      'version: 1\ndefaults: { maxQueryDuration: 5m, roles: [a] }\nworkloads: [{ name: x, roles: [] }, { name: y }]';
    expect(read(text).workloads.map(({ maxQueryDuration, roles }) => [maxQueryDuration, roles])).toEqual([
      [300, []],
      [300, ['a']],
    ]);
  });

  it('builds dictionaries without a prototype, whatever the names', () => {
    const { declared } = read(
      `version: 1\ndeclared: { roles: { __proto__: { constructor: 1 } } }\nworkloads: [{ name: __proto__, maxQueryDuration: 1s }]`,
    );
    expect(Object.getPrototypeOf(declared.roles)).toBeNull();
    expect(Object.keys(declared.roles)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(declared.roles['__proto__'])).toBeNull();
    expect(Object.entries(declared.roles['__proto__'] ?? {})).toEqual([['constructor', '1']]);
  });

  it('says where data stands that was not read from a text', () => {
    const where = (trail: readonly (string | number)[]): { document: string; pointer: string } => ({
      document: 'stack.ts',
      pointer: trail.join('/'),
    });
    const run = (): unknown => readConfiguration({ version: 1, workloads: [{ name: 7 }] }, where, [], { policies: [] });
    expect(problemsOf(run)).toEqual([
      'undefined:undefined `workloads[0].name` is the number 7, where a name is expected, which is text; write it in quotes',
    ]);
  });
});

describe('problems', () => {
  it.each(cases)('%s', (_title, text, _seen, ...problems) => {
    expect(problemsOf(() => read(text))).toEqual(problems);
  });
});
