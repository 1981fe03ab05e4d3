import type { Fact } from '../../lib/core/fact';
import type { PathEntry } from '../../lib/core/configuration';
import { fact, hop, inline, pathsThrough, type Resource } from './estate';

const client = inline('client', 'client', 'app');
const target = (subject: string, proxy: string, links: Resource['links']): Fact =>
  fact('proxy-target', subject, { links: { proxy, ...links } });
const database = (subject: string, own: Resource = {}): Fact =>
  fact('instance', subject, { identity: { identifier: subject }, ...own });
const pair = [
  fact('proxy', 'p1', { tags: { t: 'x' } }),
  fact('proxy', 'p2', { tags: { t: 'x' } }),
  database('d1', { tags: { t: 'x' } }),
  database('d2', { tags: { t: 'x' } }),
];
const linked = [...pair, target('t1', 'p1', { instance: 'd1' }), target('t2', 'p2', { instance: 'd2' })];
const tagged = (key: string): PathEntry => ({ key, select: { by: 'tag', tags: { t: 'x' } } });
const through = [client, tagged('proxy'), tagged('database')];
const noSay =
  'in the path of workload checkout nothing says which of p1, p2 leads to which of d1, d2: name one of them';
const contradiction = (upper: string, lower: string): string =>
  `the path of workload checkout contradicts the documents: ${upper} does not lead to ${lower}`;

describe('fan-out and pairing', () => {
  it.each<[string, readonly Fact[], readonly PathEntry[], readonly string[], readonly string[]]>([
    ['pairs by targets', linked, through, ['app → p1 → d1', 'app → p2 → d2'], []],
    ['asks where no link settles', pair, through, [], [noSay]],
    [
      'settles a pair by elimination',
      [
        ...pair,
        target('t1', 'p1', { instance: 'd1' }),
        target('t2', 'p2', { instance: { name: 'unknown' }, cluster: null }),
      ],
      through,
      ['app → p1 → d1'],
      [contradiction('p2', 'd1, d2')],
    ],
    [
      'a proxy without that target contradicts',
      linked,
      [client, hop('proxy', 'p1'), hop('database', 'd2')],
      [],
      [contradiction('p1', 'd2')],
    ],
    [
      'a proxy that shows no target may lead there',
      pair,
      [client, hop('proxy', 'p1'), hop('database', 'd1')],
      ['app → p1 → d1'],
      [],
    ],
    [
      'one proxy of two that leads nowhere',
      linked,
      [client, tagged('proxy'), hop('database', 'd2')],
      ['app → p2 → d2'],
      [contradiction('p1', 'd2')],
    ],
    [
      'one database of two that the proxy does not reach',
      linked,
      [client, hop('proxy', 'p1'), tagged('database')],
      ['app → p1 → d1'],
      [contradiction('p1', 'd2')],
    ],
    ['one client serves all', linked, [client, tagged('database')], ['app → d1', 'app → d2'], []],
    [
      'a hop that matches nothing',
      linked,
      [client, hop('database', 'gone')],
      [],
      ['`database: gone` in the path of workload checkout matches nothing in the documents'],
    ],
    [
      'a bare name that matches two hops',
      linked,
      [client, hop(null, ['p1', 'd1'])],
      [],
      ['`p1, d1` in the path of workload checkout matches p1, d1: write the kind of hop before it, or a full name'],
    ],
    [
      'a bare name that only a client has',
      [fact('service', 's'), ...pair],
      [hop(null, 's'), hop('database', 'd1')],
      [],
      [
        '`s` in the path of workload checkout matches nothing in the documents as a hop: write `client:` before it if it opens the PostgreSQL connection',
      ],
    ],
  ])('%s', (_, facts, entries, names, problems) => {
    const found = pathsThrough(facts, entries);
    expect(found.problems).toEqual(problems);
    expect(found.paths.map((path) => path.name)).toEqual(names);
  });

  it.each<[string, Resource['links'], Fact['identity'], readonly string[]]>([
    [
      'an unknown target may be any',
      { instance: { state: 'unknown', attribute: 'a', why: 'later', settles: 'apply' } },
      { identifier: 'd1' },
      [],
    ],
    [
      'one of two targets',
      {
        instance: {
          state: 'one-of',
          to: [{ id: 'plan.json#d1' }, { id: 'plan.json#d2' }],
          attribute: 'a',
          why: 'later',
          settles: 'apply',
        },
      },
      { identifier: 'd1' },
      [],
    ],
    [
      'one of others',
      {
        instance: {
          state: 'one-of',
          to: [{ id: 'plan.json#d2' }, { id: 'plan.json#d3' }],
          attribute: 'a',
          why: 'later',
          settles: 'apply',
        },
      },
      { identifier: 'd1' },
      [contradiction('p1', 'd1')],
    ],
    [
      'a name that is not this one',
      { instance: { name: 'elsewhere' } },
      { identifier: 'd1' },
      [contradiction('p1', 'd1')],
    ],
    ['a name, and the database’s own is not known yet', { instance: { name: 'elsewhere' } }, {}, []],
  ])('what a proxy may lead to: %s', (_, links, identity, problems) => {
    const facts = [
      fact('proxy', 'p1'),
      database('d1', { identity }),
      database('d2'),
      database('d3'),
      target('t', 'p1', links),
    ];
    expect(pathsThrough(facts, [client, hop('proxy', 'p1'), hop('database', 'd1')]).problems).toEqual(problems);
  });

  it('knows that the target of a proxy is the cluster of an instance, and the proxy of an endpoint', () => {
    const facts = [
      fact('proxy', 'p1'),
      fact('proxy-endpoint', 'e', { links: { proxy: 'p1' } }),
      fact('cluster', 'c', { identity: { identifier: 'c' } }),
      fact('cluster-instance', 'i1', { links: { cluster: 'c' } }),
      fact('cluster-instance', 'i2', { links: { cluster: 'c' } }),
      database('d2'),
      target('t', 'p1', { cluster: 'c' }),
    ];
    expect(
      pathsThrough(facts, [client, hop('proxy', 'e'), hop('database', 'c')]).paths.map((path) => path.name),
    ).toEqual(['app → p1 → i1', 'app → p1 → i2']);
    expect(
      pathsThrough(facts, [client, hop('proxy', 'e'), hop('database', 'i2')]).paths.map((path) => path.name),
    ).toEqual(['app → p1 → i2']);
    expect(pathsThrough(facts, [client, hop('proxy', 'e'), hop('database', 'd2')]).problems).toEqual([
      contradiction('e', 'd2'),
    ]);
  });

  it('pairs load balancers with the services that register in their target groups', () => {
    const side = (name: string): readonly Fact[] => [
      fact('alb', `lb-${name}`),
      fact('listener', `l-${name}`, {
        links: { load_balancer: `lb-${name}`, ...(name === 'a' ? { forward_target_groups: [`tg-${name}`] } : {}) },
      }),
      fact('listener-rule', `r-${name}`, {
        links: { listener: `l-${name}`, ...(name === 'b' ? { target_groups: [`tg-${name}`] } : {}) },
      }),
      fact('target-group', `tg-${name}`),
      fact('service', `api-${name}`, { links: { target_groups: [`tg-${name}`] } }),
    ];
    const found = pathsThrough([...side('a'), ...side('b')], [hop('alb', 'lb-*'), hop('client', 'api-*')]);
    expect(found.paths.map((path) => path.name)).toEqual(['lb-a → api-a', 'lb-b → api-b']);
    const third = pathsThrough(
      [...side('a'), ...side('b'), fact('service', 'api-c')],
      [hop('alb', 'lb-*'), hop('client', 'api-*')],
    );
    expect(third.problems).toEqual([contradiction('lb-a, lb-b', 'api-c')]);
  });

  it('makes a path of every listener and every instance', () => {
    const facts = [
      fact('nlb', 'lb'),
      ...[1, 2].map((at) =>
        fact('listener', `l${String(at)}`, { links: { load_balancer: 'lb' }, settings: { protocol: 'TCP' } }),
      ),
      fact('cluster', 'c'),
      ...[1, 2].map((at) => fact('cluster-instance', `i${String(at)}`, { links: { cluster: 'c' } })),
    ];
    const { paths } = pathsThrough(facts, [client, hop('nlb', 'lb'), hop('database', 'c')]);
    expect(paths.map((path) => path.name)).toEqual([
      'app → l1 → i1',
      'app → l1 → i2',
      'app → l2 → i1',
      'app → l2 → i2',
    ]);
  });

  const lost = { state: 'unknown', attribute: 'a', why: 'later', settles: 'apply' } as const;
  const onPort = (port: number, protocol = 'TCP'): Resource => ({
    links: { load_balancer: 'lb' },
    settings: { protocol, port },
  });
  const maybe = (what: string, names: string, of: string, cuts: string): string =>
    `\`${what}\` in the path of workload checkout: ${names} may belong to ${of}, which no link shows, so what ${cuts} cannot be told: write the name of the resource in both places as the same fixed text, or name the members in the path`;
  it.each<[string, readonly Fact[], PathEntry, readonly string[]]>([
    [
      'a listener',
      [fact('listener', 'l2', { ...onPort(2), links: { load_balancer: lost } })],
      hop('nlb', 'lb'),
      [maybe('nlb: lb', 'l2', 'lb', 'it cuts')],
    ],
    [
      'a listener of another port than the one asked for',
      [fact('listener', 'l2', { ...onPort(2), links: { load_balancer: lost } })],
      hop('nlb', 'lb', { port: 1 }),
      [],
    ],
    [
      'a listener that PostgreSQL cannot pass',
      [fact('listener', 'l2', { ...onPort(2, 'UDP'), links: { load_balancer: lost } })],
      hop('nlb', 'lb'),
      [],
    ],
    [
      'a listener in another region',
      [fact('listener', 'l2', { ...onPort(2), links: { load_balancer: lost }, identity: { region: 'us-east-1' } })],
      hop('nlb', 'lb'),
      [],
    ],
    [
      'a listener of another load balancer',
      [fact('nlb', 'other'), fact('listener', 'l2', { ...onPort(2), links: { load_balancer: 'other' } })],
      hop('nlb', 'lb'),
      [],
    ],
    [
      'listeners, where the one that is meant is named',
      [fact('listener', 'l2', { ...onPort(2), links: { load_balancer: lost } })],
      hop('nlb', 'l1'),
      [],
    ],
    [
      'instances of a cluster',
      ['i2', 'i3'].map((name) => fact('cluster-instance', name, { links: { cluster: lost } })),
      hop('database', 'c'),
      [maybe('database: c', 'i2, i3', 'c', 'they cut')],
    ],
  ])('says of what may be a member that it was not judged: %s', (_, facts, entry, problems) => {
    const shown = [
      fact('nlb', 'lb', { identity: { region: 'eu-central-1' } }),
      fact('listener', 'l1', onPort(1)),
      fact('cluster', 'c'),
      fact('cluster-instance', 'i1', { links: { cluster: 'c' } }),
    ];
    const found = pathsThrough([...shown, ...facts], [client, entry]);
    expect(found.problems).toEqual(problems);
    expect(found.paths).toHaveLength(1);
  });

  it('refuses a selector that matches more than anyone reads', () => {
    const facts = Array.from({ length: 501 }, (_, at) => database(`n${String(at)}`));
    expect(pathsThrough(facts, [client, hop('database', '**')])).toMatchObject({
      paths: [],
      problems: ['`database: **` in the path of workload checkout matches 501 resources: narrow it'],
    });
  });

  it('refuses more ways than anyone reads', () => {
    const facts = Array.from({ length: 30 }, (_, at) => [
      fact('alb', `lb${String(at)}`),
      database(`d${String(at)}`),
    ]).flat();
    expect(pathsThrough(facts, [hop('alb', '**'), client, hop('database', '**')])).toMatchObject({
      paths: [],
      problems: ['workload checkout has more than 500 paths: narrow its selectors'],
    });
  });

  it('refuses the product of members that nobody reads', () => {
    const facts = [
      fact('nlb', 'lb'),
      ...Array.from({ length: 40 }, (_, at) =>
        fact('listener', `l${String(at)}`, { links: { load_balancer: 'lb' }, settings: { protocol: 'TCP' } }),
      ),
      fact('cluster', 'c'),
      ...Array.from({ length: 15 }, (_, at) => fact('cluster-instance', `i${String(at)}`, { links: { cluster: 'c' } })),
    ];
    expect(pathsThrough(facts, [client, hop('nlb', 'lb'), hop('database', 'c')])).toMatchObject({
      paths: [],
      problems: ['workload checkout has more than 500 paths: narrow its selectors'],
    });
  });
});
