import { assumedPaths, everyTimerPaths, isWorthCovering } from '../../lib/core/assumed-paths';
import { proxiesOf } from '../../lib/core/relation';
import { everyTimer } from '../../lib/core/every-timer';
import type { Fact } from '../../lib/core/fact';
import type { Path } from '../../lib/core/path';
import { unknown } from '../../lib/core/setting';
import { connection, holding } from './_connection';
import { byName, fact, graphOf, nodeOf, workload } from './estate';

const estate: readonly Fact[] = [
  fact('alb', 'alb'),
  fact('listener', 'https', { links: { load_balancer: 'alb' }, settings: { protocol: 'HTTPS', port: 443 } }),
  fact('nlb', 'nlb'),
  fact('listener', 'tcp', { links: { load_balancer: 'nlb' }, settings: { protocol: 'TCP', port: 5432 } }),
  fact('nat', 'nat'),
  fact('service', 'api'),
  fact('proxy', 'proxy'),
  fact('proxy-endpoint', 'endpoint', { links: { proxy: 'proxy' } }),
  fact('proxy-target', 'target', { links: { proxy: 'proxy', instance: 'db1' } }),
  fact('instance', 'db1'),
  fact('cluster', 'c'),
  fact('cluster-instance', 'i1', { links: { cluster: 'c' } }),
  fact('cluster-instance', 'i2', { links: { cluster: 'c' } }),
  fact('other', 'bucket'),
];
const shown = (path: Path): string => `${path.membership} ${path.name}`;

describe('a workload without a path', () => {
  it('judges the databases with the proxies linked to them, and assumes the load balancers', () => {
    const found = assumedPaths(graphOf(estate), workload());
    expect(found.problems).toEqual([]);
    expect(found.paths.map(shown)).toEqual([
      'declared proxy → db1',
      'declared i1',
      'declared i2',
      'assumed alb',
      'assumed tcp',
    ]);
  });

  it('assumes the load balancer of an environment and the proxy of a service, too', () => {
    const own = [
      fact('beanstalk-environment', 'env', { settings: { load_balancer_type: 'application', elbv2_idle_timeout: 30 } }),
      fact('service', 'mesh', { settings: { idle_timeout: 60 } }),
    ];
    const found = assumedPaths(graphOf([...estate, ...own]), workload({ databases: [byName('db1')] }));
    expect(found.paths.slice(3).map((path) => `${shown(path)} ${path.hops.map(({ key }) => key).join(' ')}`)).toEqual([
      'assumed env alb',
      'assumed mesh client mesh',
    ]);
  });

  it('narrows to the databases that it names', () => {
    const found = assumedPaths(graphOf(estate), workload({ databases: [byName('c')] }));
    expect(found.paths.map(shown)).toEqual(['declared i1', 'declared i2', 'assumed alb', 'assumed tcp']);
  });

  it('finds the proxy of a cluster for each of its instances', () => {
    const graph = graphOf([
      ...estate,
      fact('proxy', 'p2'),
      fact('proxy-target', 't2', { links: { proxy: 'p2', cluster: 'c' } }),
    ]);
    expect(proxiesOf(graph, nodeOf(graph, 'i1')).map((node) => node.subject)).toEqual(['p2']);
    expect(
      assumedPaths(graph, workload({ databases: [byName('c')] }))
        .paths.map(shown)
        .slice(0, 2),
    ).toEqual(['declared p2 → i1', 'declared p2 → i2']);
  });

  it.each([
    [
      'a database that is not there',
      [fact('instance', 'db')],
      { databases: [byName('gone')] },
      '`database` of workload checkout matches nothing in the documents',
    ],
    [
      'no database at all',
      [fact('alb', 'alb')],
      {},
      'workload checkout has no path and no PostgreSQL database is in view',
    ],
    [
      'none in scope',
      [fact('instance', 'db')],
      { scope: { source: ['other'] } },
      'workload checkout has no path and no PostgreSQL database is in view',
    ],
  ])('says what it cannot judge: %s', (_, facts, own, problem) => {
    expect(assumedPaths(graphOf(facts), workload(own)).problems).toEqual([{ message: problem }]);
  });
});

describe('every timer in view', () => {
  const [all] = everyTimer(300).workloads;

  it('takes each hop by itself, once', () => {
    const found = everyTimerPaths(graphOf(estate), all!);
    expect(found.paths.map(shown)).toEqual([
      'declared alb',
      'declared tcp',
      'declared nat',
      'declared proxy',
      'declared db1',
      'declared i1',
      'declared i2',
    ]);
    expect(found.paths.map((path) => path.legs.map((leg) => leg.layer))).toEqual([
      ['request'],
      ['connection'],
      ['connection'],
      ['connection'],
      ['connection'],
      ['connection'],
      ['connection'],
    ]);
  });

  it('takes a program for its own limits, and for those of what stands before it', () => {
    const found = everyTimerPaths(
      graphOf([
        fact('function', 'fn', { settings: holding(connection('DATABASE_URL')) }),
        // Most functions never query a database.
        fact('function', 'other'),
        fact('task-definition', 'later', { settings: { connections: unknown('known only after apply', 'apply') } }),
        fact('service', 'silent'),
        fact('service', 'connected', { settings: { service_connect: true, idle_timeout: 300, request_timeout: 60 } }),
        fact('beanstalk-environment', 'alone', { settings: { environment_type: 'SingleInstance' } }),
        fact('beanstalk-environment', 'env', { settings: { load_balancer_type: 'application' } }),
      ]),
      all!,
    );
    const hops = found.paths.map((path) => path.hops.map((one) => `${one.membership} ${one.key} ${one.node.subject}`));
    expect(hops).toEqual([
      ['declared client fn'],
      ['assumed client other'],
      ['implied client the client', 'declared mesh connected'],
      ['declared alb env'],
    ]);
    expect(found.problems).toEqual([]);
  });

  it.each([
    ['an init query', { init_query: 'SET statement_timeout = 5000' }, true],
    ['one that is not known yet', { init_query: unknown('later', 'apply') }, true],
    ['none', { init_query: null }, false],
  ])('takes a database through a proxy too where the proxy has %s', (_, settings, expected) => {
    const graph = graphOf([...estate, fact('proxy-target-group', 'pool', { links: { proxy: 'proxy' }, settings })]);
    const names = everyTimerPaths(graph, all!).paths.map(shown);
    expect(names.filter((name) => name.includes('→'))).toEqual(expected ? ['declared proxy → db1'] : []);
    expect(names).toContain('declared db1');
  });

  const noListener =
    'nlb has no listener in the documents, and the timer belongs to it: pass the document that holds it as well';
  const udp = fact('listener', 'udp', { links: { load_balancer: 'nlb' }, settings: { protocol: 'UDP', port: 53 } });
  const noPolicy =
    'nf has no firewall policy in the documents, and the timer belongs to it: pass the document that holds it as well';
  it.each<[string, readonly Fact[], readonly string[]]>([
    ['a load balancer without a listener', [fact('nlb', 'nlb')], [noListener]],
    ['a load balancer whose listeners carry no PostgreSQL', [fact('nlb', 'nlb'), udp], []],
    ['a firewall without its policy', [fact('network-firewall', 'nf')], [noPolicy]],
  ])('says what is in view while its timer is not: %s', (_, facts, problems) => {
    const graph = graphOf([fact('instance', 'db'), ...facts]);
    expect(everyTimerPaths(graph, all!).problems.map(({ message }) => message)).toEqual(problems);
    const balancers = problems.filter((one) => one === noListener);
    expect(assumedPaths(graph, workload()).problems.map(({ message }) => message)).toEqual(balancers);
  });

  it('says so where there is none', () => {
    expect(everyTimerPaths(graphOf([fact('other', 'bucket')]), all!)).toEqual({
      paths: [],
      problems: [{ message: 'no load balancer, proxy, gateway or PostgreSQL database is in view' }],
    });
  });
});

it('covers databases, load balancers and proxies', () => {
  const graph = graphOf(estate);
  expect(
    Object.values(graph.nodes)
      .filter(isWorthCovering)
      .map((node) => node.subject),
  ).toEqual(['alb', 'https', 'nlb', 'tcp', 'proxy', 'endpoint', 'db1', 'c', 'i1', 'i2']);
});
