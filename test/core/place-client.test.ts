import type { PathEntry } from '../../lib/core/configuration';
import { fact, hop, inline, pathsThrough } from './estate';

const facts = [
  fact('alb', 'alb'),
  fact('nlb', 'nlb'),
  fact('listener', 'listener', { links: { load_balancer: 'nlb' }, settings: { protocol: 'TCP' } }),
  fact('clb', 'clb'),
  fact('nat', 'nat'),
  fact('proxy', 'proxy'),
  fact('instance', 'db'),
  fact('instance', 'other-db'),
  fact('function', 'fn'),
  fact('function', 'other-fn'),
  fact('beanstalk-environment', 'env'),
  fact('service', 'svc', { settings: { service_connect: true, idle_timeout: 300, request_timeout: 60 } }),
];
const client = inline('client', 'client', 'app');
const second = inline('client', 'client', 'job');
const edge = inline('firewall', 'declared-firewall', 'edge', { tcp_idle_timeout: 600 });
const alb = hop('alb', 'alb');
const nlb = hop('nlb', 'nlb');
const nat = hop('nat', 'nat');
const proxy = hop('proxy', 'proxy');
const db = hop('database', 'db');

describe('where the client stands', () => {
  it.each<[string, readonly PathEntry[], readonly string[]]>([
    ['where it is written', [alb, client, db], ['alb', 'app', 'db']],
    ['below an NLB, where it is written', [nlb, client, db], ['nlb', 'app', 'db']],
    ['below the last HTTP hop', [alb, proxy, db], ['alb', 'the client', 'proxy', 'db']],
    ['between an NLB in front of an ALB and the database', [nlb, alb, db], ['nlb', 'alb', 'the client', 'db']],
    ['between an ALB and the NLB of the database', [alb, nlb, db], ['alb', 'the client', 'nlb', 'db']],
    ['above everything that speaks PostgreSQL', [proxy, db], ['the client', 'proxy', 'db']],
    ['above a NAT gateway, and so above the NLB behind it', [nat, nlb, db], ['the client', 'nat', 'nlb', 'db']],
    ['above a firewall alone', [edge, db], ['the client', 'edge', 'db']],
    ['where the path ends before a database', [alb, client], ['alb', 'app']],
  ])('%s', (_, entries, subjects) => {
    const { paths, problems } = pathsThrough(facts, entries);
    expect(problems).toEqual([]);
    expect(paths[0]?.hops.map((one) => one.node.subject)).toEqual(subjects);
    expect(paths[0]?.client?.node.subject).toBe(subjects.find((one) => one === 'app' || one === 'the client'));
  });

  it.each<[string, readonly PathEntry[], readonly string[]]>([
    ['a function as the last hop that answers', [alb, hop(null, 'fn'), db], ['alb alb', 'client fn', 'database db']],
    ['a function above a proxy', [hop('function', 'fn'), proxy, db], ['client fn', 'proxy proxy', 'database db']],
    ['a function at the end of the path', [alb, hop('function', 'fn')], ['alb alb', 'client fn']],
    [
      'the last of two functions',
      [hop('function', 'fn'), hop('function', 'other-fn'), db],
      ['function fn', 'client other-fn', 'database db'],
    ],
    [
      'a client below a function, which calls it',
      [hop('function', 'fn'), alb, client, db],
      ['function fn', 'alb alb', 'client app', 'database db'],
    ],
    [
      'a function of the configuration',
      [inline('function', 'function', 'described', { timeout: 60 }), db],
      ['client described', 'database db'],
    ],
    [
      'an environment behind its own load balancer, and no program in itself',
      [hop('alb', 'env'), hop('client', 'env'), db],
      ['alb env', 'client env', 'database db'],
    ],
    [
      'below the load balancer of an environment',
      [hop('alb', 'env'), db],
      ['alb env', 'client the client', 'database db'],
    ],
    [
      'a service behind its own mesh',
      [hop('mesh', 'svc'), hop('client', 'svc'), db],
      ['mesh svc', 'client svc', 'database db'],
    ],
  ])('%s', (_, entries, hops) => {
    const { paths, problems } = pathsThrough(facts, entries);
    expect(problems).toEqual([]);
    expect(paths.map((path) => path.hops.map((one) => `${one.key} ${one.node.subject}`))).toEqual([hops]);
    expect(`client ${paths[0]?.client?.node.subject ?? ''}`).toBe(hops.find((one) => one.startsWith('client ')));
  });

  it.each<[string, readonly PathEntry[], RegExp]>([
    ['a function below the client', [client, hop('function', 'fn'), db], /^fn carries only HTTP and stands below/],
    [
      'a mesh alone asks',
      [hop('mesh', 'svc'), db],
      /does not say where the client is: svc can carry HTTP or PostgreSQL/,
    ],
    [
      'an NLB alone asks',
      [nlb, db],
      /does not say where the client is: nlb can carry HTTP or PostgreSQL; write `- client: …` above or below it$/,
    ],
    ['a Classic ELB alone asks', [hop('clb', 'clb'), db], /does not say where the client is: clb can carry/],
    ['an NLB above a NAT gateway asks', [nlb, nat, db], /does not say where the client is/],
    ['two clients', [client, second, db], /has 2 clients: one opens the connection$/],
    ['a proxy above the client', [proxy, client, db], /^proxy speaks PostgreSQL and stands above the client/],
    ['a database above the client', [db, client], /^db speaks PostgreSQL and stands above the client/],
    ['an ALB below the client', [client, alb, db], /^alb carries only HTTP and stands below the client/],
    ['a hop below the database', [client, db, proxy], /goes on below its database db$/],
    ['a database below the database', [client, db, hop('database', 'other-db')], /goes on below its database db$/],
  ])('order: %s', (_, entries, problem) => {
    const { paths, problems } = pathsThrough(facts, entries);
    expect(paths).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  it('may be a database itself, which then is not the one that the path ends at', () => {
    const { paths } = pathsThrough(facts, [hop('client', 'other-db'), db]);
    expect(paths[0]?.database?.node.subject).toBe('db');
    expect(pathsThrough(facts, [hop('client', 'other-db'), nat]).paths[0]?.database).toBeNull();
  });
});
