import type { Scope, Selector } from '../../lib/core/configuration';
import { describeEntry, keysOf, ownersOf, select } from '../../lib/core/select';
import { byName, fact, graphOf, hop, inline, nodeOf, workload } from './estate';

const graph = graphOf([
  fact('alb', 'aws_lb.public', { names: ['public', 'arn:public'], tags: { service: 'shop', env: 'prod-eu' } }),
  fact('listener', 'aws_lb_listener.https', {
    links: { load_balancer: 'aws_lb.public' },
    settings: { port: 443, protocol: 'HTTPS' },
  }),
  fact('nlb', 'module.warehouse.aws_lb.tcp', { tags: { service: 'warehouse' } }),
  fact('listener', 'module.warehouse.aws_lb_listener.pg', {
    links: { load_balancer: 'module.warehouse.aws_lb.tcp' },
    settings: { port: 5432, protocol: 'TCP' },
  }),
  fact('alb', 'module.warehouse.aws_lb.http'),
  fact('listener', 'module.warehouse.aws_lb_listener.http', {
    links: { load_balancer: 'module.warehouse.aws_lb.http' },
    settings: { port: 80, protocol: 'HTTP' },
  }),
  fact('cluster', 'module.warehouse.aws_rds_cluster.this', { names: ['warehouse'] }),
  fact('cluster-instance', 'module.warehouse.aws_rds_cluster_instance.this[0]', {
    links: { cluster: 'module.warehouse.aws_rds_cluster.this' },
  }),
  fact('cluster-instance', 'module.warehouse.aws_rds_cluster_instance.this[1]', {
    links: { cluster: 'module.warehouse.aws_rds_cluster.this' },
  }),
  fact('service', 'module.warehouse.aws_ecs_service.api'),
  fact('other', 'module.warehouse.aws_iam_role.api'),
  fact('other', 'module.warehouse.aws_instance.job'),
  fact('instance', 'aws_db_instance.shard["a/b"]'),
  fact('instance', 'aws_db_instance.shard["a.c"]'),
  fact('instance', 'aws_db_instance.shard_two'),
  fact('instance', 'Stack/Orders/Database'),
  fact('proxy', 'aws_db_proxy.p', { names: ['orders'] }),
]);

function chosen(key: string | null, selector: Selector, scope: Scope | null = null): readonly string[] {
  return select(graph, selector, key, scope).map((node) => node.subject);
}

describe('selectors', () => {
  it.each<[string, string | null, string | readonly string[], readonly string[]]>([
    ['an address', 'alb', 'aws_lb.public', ['aws_lb.public']],
    ['an ARN', 'alb', 'arn:public', ['aws_lb.public']],
    ['another kind of hop', 'nlb', 'aws_lb.public', []],
    ['several names of one hop', 'alb', ['aws_lb.public', 'public', 'gone'], ['aws_lb.public']],
    ['a listener directly', 'nlb', 'module.warehouse.aws_lb_listener.pg', ['module.warehouse.aws_lb_listener.pg']],
    // It belongs to an Application Load Balancer, and runs no timer of a TCP flow.
    ['a listener of another kind of load balancer', 'nlb', 'aws_lb_listener.https', []],
    [
      'a module: hops of that kind inside it, owners for their members',
      'nlb',
      'module.warehouse',
      ['module.warehouse.aws_lb.tcp'],
    ],
    ['a cluster for its instances', 'database', 'module.warehouse', ['module.warehouse.aws_rds_cluster.this']],
    [
      'a resource block for its instances',
      'database',
      'aws_db_instance.shard',
      ['aws_db_instance.shard["a/b"]', 'aws_db_instance.shard["a.c"]'],
    ],
    ['an instance key, literally', 'database', 'aws_db_instance.shard["a/b"]', ['aws_db_instance.shard["a/b"]']],
    [
      'an index, literally',
      'database',
      'module.warehouse.aws_rds_cluster_instance.this[0]',
      ['module.warehouse.aws_rds_cluster_instance.this[0]'],
    ],
    ['a construct prefix', 'database', 'Stack/Orders', ['Stack/Orders/Database']],
    ['half a construct prefix', 'database', 'Stack/Ord', []],
    ['a type alone is no module', 'database', 'aws_db_instance', []],
    [
      'one segment',
      'database',
      'aws_db_instance.*',
      ['aws_db_instance.shard["a/b"]', 'aws_db_instance.shard["a.c"]', 'aws_db_instance.shard_two'],
    ],
    ['any depth', 'alb', '**.aws_lb.*', ['aws_lb.public', 'module.warehouse.aws_lb.http']],
    ['a bare name of one hop', null, 'orders', ['aws_db_proxy.p']],
    ['a bare name of no hop', null, 'module.warehouse.aws_ecs_service.api', []],
    ['any resource as client', 'client', 'module.warehouse.aws_instance.job', ['module.warehouse.aws_instance.job']],
    [
      'the clients in a module, not all that it holds',
      'client',
      'module.warehouse',
      ['module.warehouse.aws_ecs_service.api'],
    ],
  ])('%s', (_, key, names, expected) => {
    expect(chosen(key, byName(names))).toEqual(expected);
  });

  it.each<[{ readonly [tag: string]: string }, readonly string[]]>([
    [{ service: 'shop' }, ['aws_lb.public']],
    [{ service: 'shop', env: 'prod-*' }, ['aws_lb.public']],
    [{ service: 'shop', env: 'test' }, []],
    [{ service: 'shop', owner: '*' }, []],
    [{ toString: '*' }, []],
  ])('tags: %j', (tags, expected) => {
    expect(chosen('alb', { by: 'tag', tags })).toEqual(expected);
  });

  it('keeps to the scope of the workload', () => {
    expect(chosen('alb', byName('aws_lb.public'), { source: ['plan.json'] })).toEqual(['aws_lb.public']);
    expect(chosen('alb', byName('aws_lb.public'), { source: ['other/**'] })).toEqual([]);
  });

  it('takes programs for a module, and none that only shows how another connects', () => {
    const programs = graphOf([
      fact('service', 'module.app.aws_ecs_service.api', {
        links: { task_definition: 'module.app.aws_ecs_task_definition.api' },
      }),
      fact('task-definition', 'module.app.aws_ecs_task_definition.api'),
      fact('task-definition', 'module.app.aws_ecs_task_definition.job'),
      fact('function', 'module.app.aws_lambda_function.hook'),
      fact('other', 'module.app.aws_iam_role.api'),
    ]);
    const clients = (name: string): readonly string[] =>
      select(programs, byName(name), 'client', null).map((node) => node.subject.replace('module.app.', ''));
    expect(clients('module.app')).toEqual([
      'aws_ecs_service.api',
      'aws_ecs_task_definition.job',
      'aws_lambda_function.hook',
    ]);
    expect(clients('module.app.aws_ecs_task_definition.api')).toEqual(['aws_ecs_task_definition.api']);
    expect(clients('module.app.aws_iam_role.api')).toEqual(['aws_iam_role.api']);
  });

  it.each<[string, object, readonly string[]]>([
    ['with a connected port', { service_connect: true, idle_timeout: 300 }, ['client', 'mesh']],
    ['without Service Connect', {}, ['client']],
    ['with Service Connect off', { service_connect: false, idle_timeout: 300 }, ['client']],
  ])('knows the keys of a service %s', (_, settings, keys) => {
    const services = graphOf([fact('service', 's', { settings: { ...settings } })]);
    expect(keysOf(nodeOf(services, 's'))).toEqual(keys);
    expect(select(services, byName('s'), 'mesh', null)).toHaveLength(keys.length - 1);
    // A bare name means what it is first.
    expect(select(services, byName('s'), null, null)).toEqual([]);
  });

  it('finds an inline hop, and never by its name', () => {
    const entry = inline('firewall', 'declared-firewall', 'edge');
    const withInline = graphOf([], { workloads: [workload({ path: [entry] })] });
    expect(select(withInline, entry.select, 'firewall', null).map((node) => node.subject)).toEqual(['edge']);
    expect(select(withInline, byName('edge'), 'firewall', null)).toEqual([]);
    expect(select(withInline, byName('edge'), 'client', null)).toEqual([]);
  });

  it('knows whose member a resource is', () => {
    const owners = (subject: string): readonly string[] =>
      ownersOf(graph, nodeOf(graph, subject)).map((node) => node.subject);
    expect(owners('aws_lb_listener.https')).toEqual(['aws_lb.public']);
    expect(owners('module.warehouse.aws_rds_cluster_instance.this[1]')).toEqual([
      'module.warehouse.aws_rds_cluster.this',
    ]);
    expect(owners('aws_db_proxy.p')).toEqual([]);
  });

  it('describes an entry as it was written', () => {
    expect(describeEntry(hop('alb', ['a', 'b']))).toBe('alb: a, b');
    expect(describeEntry(hop(null, 'a'))).toBe('a');
    expect(describeEntry({ key: 'nlb', select: { by: 'tag', tags: { x: '1', y: '2' } } })).toBe('nlb: x=1, y=2');
    expect(describeEntry(inline('firewall', 'declared-firewall', 'edge'))).toBe('firewall: edge');
  });
});
