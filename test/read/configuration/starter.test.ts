import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Fact, Link, Reading } from '../../../lib/core/fact';
import { InputError } from '../../../lib/core/input-error';
import { known, table, type Json } from '../../../lib/core/setting';
import { kinds } from '../../../lib/kinds';
import { starterConfiguration } from '../../../lib/read/configuration/starter';
import { readDocument } from '../../../lib/read/document';
import { read } from './_reading';

const linked = (id: string, attribute: string): Link => ({ state: 'linked', to: { id }, sure: 'exact', attribute });

function fact(
  kind: string,
  subject: string,
  settings: Record<string, Json> = {},
  links: Record<string, string> = {},
): Fact {
  return {
    id: subject,
    kind,
    type: kind,
    source: 'plan',
    subject,
    names: [subject],
    identity: {},
    tags: table(),
    settings: table(Object.entries(settings).map(([name, value]) => [name, known(value)])),
    links: table(Object.entries(links).map(([name, id]) => [name, [linked(id, name)]])),
  };
}

const reading = (...facts: readonly Fact[]): Reading[] => [{ document: 'plan.json', source: 'plan', facts, notes: [] }];
const schema = './node_modules/holdfast/schema/configuration.schema.json';
const textOf = (...facts: readonly Fact[]): string => starterConfiguration(reading(...facts), kinds, schema);
const head =
  '# yaml-language-server: $schema=./node_modules/holdfast/schema/configuration.schema.json\nversion: 1\nworkloads:\n';

describe('starterConfiguration', () => {
  it('has a workload for each database, with its proxy and roles', () => {
    const text = textOf(
      fact('alb', 'aws_lb.public'),
      fact('instance', 'aws_db_instance.orders', { identifier: 'orders', engine: 'postgres' }),
      fact('proxy', 'aws_db_proxy.orders'),
      fact(
        'proxy-target',
        'aws_db_proxy_target.orders',
        {},
        { proxy: 'aws_db_proxy.orders', instance: 'aws_db_instance.orders' },
      ),
      fact('role', 'postgresql_role.app', { name: 'app_user', login: true }, { database: 'aws_db_instance.orders' }),
      fact('role', 'postgresql_role.group', { name: 'readers', login: false }, { database: 'aws_db_instance.orders' }),
      fact('role', 'postgresql_role.other', { name: 'etl', login: true }),
      fact('cluster', 'module.warehouse.aws_rds_cluster.this[0]', { engine: 'aurora-postgresql' }),
      fact(
        'cluster-instance',
        'module.warehouse.aws_rds_cluster_instance.this[0]',
        { engine: 'aurora-postgresql' },
        { cluster: 'module.warehouse.aws_rds_cluster.this[0]' },
      ),
    );
    expect(text).toBe(`${head}  - name: orders
    maxQueryDuration: 30s # how long a query may run: write what you promise
    roles: [app_user]
    # These roles may live on this database as well: etl
    path:
      # Found, but no source says what they lead to: keep those that the requests pass, in order from the caller.
      # - alb: aws_lb.public
      - proxy: aws_db_proxy.orders
      - database: aws_db_instance.orders
  - name: this
    maxQueryDuration: 30s # how long a query may run: write what you promise
    # These roles may live on this database as well: etl
    path:
      # Found, but no source says what they lead to: keep those that the requests pass, in order from the caller.
      # - alb: aws_lb.public
      - database: 'module.warehouse.aws_rds_cluster.this[0]'
`);
    expect(read(text, kinds).workloads.map(({ name }) => name)).toEqual(['orders', 'this']);
  });

  it('names the programs that may be the client, and the roles that have a limit of their own', () => {
    const database = { database: 'aws_db_instance.orders' };
    const role = (name: string, statement_timeout: string | null): Fact =>
      fact('role', `postgresql_role.${name}`, { name, login: true, statement_timeout }, database);
    const text = textOf(
      fact('instance', 'aws_db_instance.orders', { identifier: 'orders', engine: 'postgres' }),
      fact('service', 'aws_ecs_service.api'),
      fact('task-definition', 'aws_ecs_task_definition.api'),
      fact('function', 'aws_lambda_function.report'),
      role('app', null),
      role('reader', '15000'),
    );
    expect(text).toBe(`${head}  - name: orders
    maxQueryDuration: 30s # how long a query may run: write what you promise
    roles: [app, reader]
    # With a statement_timeout of their own: reader. What is promised differently takes a workload of its own.
    path:
      # Found, but no source says which of them opens the connections: keep that one.
      # - client: aws_ecs_service.api
      # - client: aws_lambda_function.report
      - database: aws_db_instance.orders
`);
  });

  it('is a configuration where there is no database', () => {
    const text = textOf(fact('nlb', 'aws_lb.private'), fact('function', 'aws_lambda_function.hook'));
    expect(text)
      .toBe(`${head}  # No PostgreSQL database was found: name it below \`path\`, or check the documents that hold it.
  - name: queries
    maxQueryDuration: 30s # how long a query may run: write what you promise
    # path:
    # Found, but no source says what they lead to: keep those that the requests pass, in order from the caller.
    # - nlb: aws_lb.private
`);
    expect(read(text, kinds).workloads).toHaveLength(1);
  });

  it('names workloads by the whole address where the last part is not enough', () => {
    const text = textOf(
      fact('instance', 'module.a.aws_db_instance.this', { engine: 'postgres' }),
      fact('instance', 'module.b.aws_db_instance.this["x.y"]', { engine: 'postgres' }),
    );
    expect(read(text, kinds).workloads.map(({ name }) => name)).toEqual([
      'module.a.aws_db_instance.this',
      'module.b.aws_db_instance.this["x.y"]',
    ]);
  });

  it('shows a second proxy as a comment', () => {
    const text = textOf(
      fact('instance', 'db', { engine: 'postgres' }),
      fact('proxy', 'p'),
      fact('proxy', 'q'),
      fact('proxy-target', 'tp', {}, { proxy: 'p', instance: 'db' }),
      fact('proxy-target', 'tq', {}, { proxy: 'q', instance: 'db' }),
    );
    expect(text).toContain(
      '\n      - proxy: p\n      # - proxy: q # leads to the same database\n      - database: db\n',
    );
  });

  it('quotes whatever a resource or a role is called', () => {
    const name = fc
      .oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('a\nb: 1', '- x', '*', 'true', '"', '# x', '\u2028', '{}', 'x: y', '|'),
      )
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(name, name, name, (database, balancer, role) => {
        fc.pre(database !== balancer && role !== database && role !== balancer);
        const text = textOf(
          fact('instance', database, { engine: 'postgres' }),
          fact('alb', balancer),
          fact('role', `role ${role}`, { name: role, login: true }, { database }),
        );
        const [workload, ...others] = read(text, kinds).workloads;
        expect(others).toEqual([]);
        expect(workload?.roles).toEqual([role]);
        expect(workload?.path).toMatchObject([{ key: 'database', select: { by: 'name', names: [database] } }]);
      }),
      { numRuns: 500 },
    );
  });
});

const plans = path.join(__dirname, '../../../../shared/plans');
const documents = existsSync(plans)
  ? readdirSync(plans, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
  : [];
const onPlans = documents.length > 0 ? it.each(documents) : it.skip.each(['(skipped without ../shared)']);

describe('starterConfiguration of real documents', () => {
  onPlans('%s', (file) => {
    let readings: readonly Reading[];
    try {
      readings = readDocument(file, readFileSync(path.join(plans, file)), kinds);
    } catch (error) {
      // Some are traps that no reader accepts.
      expect(error).toBeInstanceOf(InputError);
      return;
    }
    const { workloads } = read(starterConfiguration(readings, kinds, null), kinds);
    expect(workloads.length).toBeGreaterThan(0);
  });
});
