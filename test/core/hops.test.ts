import type { Fact } from '../../lib/core/fact';
import { fact, hop, inline, pathsThrough, type Resource } from './estate';

const groups = ['tg1', 'tg2'].map((subject) => fact('target-group', subject));
const behind = (targets: NonNullable<Resource['links']>[string]): readonly Fact[] => [
  fact('alb', 'alb'),
  fact('listener', 'https', { links: { load_balancer: 'alb', target_groups: targets } }),
  ...groups,
];
const service = (...targets: readonly string[]): Fact => fact('service', 'api', { links: { target_groups: targets } });

function partsOf(facts: readonly Fact[]): readonly [readonly string[], boolean] {
  const [path] = pathsThrough(facts, [hop('alb', 'alb'), hop('client', 'api'), hop('database', 'db')]).paths;
  const found = path?.hops[0];
  return [found?.parts.map((part) => part.subject) ?? [], found?.partsSure ?? false];
}

describe('hops', () => {
  const db = fact('instance', 'db');
  const choice = {
    state: 'one-of' as const,
    to: [{ id: 'plan.json#tg1' }, { id: 'plan.json#tg2' }],
    attribute: 'a',
    why: 'w',
    settles: 's',
  };
  it.each<[string, readonly Fact[], readonly string[], boolean]>([
    ['the client’s own', [...behind(['tg1', 'tg2']), service('tg2'), db], ['tg2'], true],
    ['the only one', [...behind(['tg1']), fact('service', 'api'), db], ['tg1'], true],
    [
      'several, and the client names none',
      [...behind(['tg1', 'tg2']), fact('other', 'api'), db],
      ['tg1', 'tg2'],
      false,
    ],
    ['another one than the client’s', [...behind(['tg1']), service('tg2'), db], ['tg1'], false],
    ['one of two, nobody knows which', [...behind([choice]), fact('other', 'api'), db], ['tg1', 'tg2'], false],
    [
      'that of an attachment',
      [
        ...behind(['tg1', 'tg2']),
        fact('other', 'api'),
        fact('target-group-attachment', 'at', { links: { target_group: 'tg1', target: 'api' } }),
        db,
      ],
      ['tg1'],
      true,
    ],
  ])('the target group behind a load balancer: %s', (_, facts, parts, sure) => {
    expect(partsOf(facts)).toEqual([parts, sure]);
  });

  it('takes the target groups of an NLB below the client from the NLB, not from the service', () => {
    const facts = [
      ...groups,
      fact('nlb', 'nlb'),
      fact('listener', 'pg', {
        links: { load_balancer: 'nlb', target_groups: ['tg1'] },
        settings: { protocol: 'TCP' },
      }),
      service('tg2'),
      db,
    ];
    const [path] = pathsThrough(facts, [hop('client', 'api'), hop('nlb', 'nlb'), hop('database', 'db')]).paths;
    expect(path?.hops[1]).toMatchObject({ parts: [{ subject: 'tg1' }], partsSure: true });
  });

  it('finds the pool of a proxy, also behind an endpoint', () => {
    const facts = [
      fact('proxy', 'p'),
      fact('proxy-endpoint', 'e', { links: { proxy: 'p' }, settings: { target_role: 'READ_ONLY' } }),
      fact('proxy-target-group', 'pool', { links: { proxy: 'p' } }),
      db,
    ];
    for (const name of ['p', 'e']) {
      const [path] = pathsThrough(facts, [hop('proxy', name), hop('database', 'db')]).paths;
      expect(path?.hops[1]?.parts.map((part) => part.subject)).toEqual(['pool']);
      expect(path?.database?.endpoint).toBe(name === 'e' ? 'reader' : null);
    }
  });

  it.each<[string, readonly Fact[], readonly string[], boolean]>([
    ['one whose proxy is not known', [], ['pool'], false],
    ['none where the proxy has its own', [fact('proxy-target-group', 'own', { links: { proxy: 'p' } })], ['own'], true],
  ])('takes as the pool of a proxy: %s', (_, facts, parts, partsSure) => {
    const lost = { state: 'unknown', attribute: 'db_proxy_name', why: 'later', settles: 'apply' } as const;
    const pool = fact('proxy-target-group', 'pool', { links: { proxy: lost } });
    const [path] = pathsThrough(
      [fact('proxy', 'p'), pool, ...facts, db],
      [hop('proxy', 'p'), hop('database', 'db')],
    ).paths;
    expect(path?.hops[1]?.parts.map((part) => part.subject)).toEqual(parts);
    expect(path?.hops[1]?.partsSure).toBe(partsSure);
  });

  it('ends TCP at the client, whatever resource that is', () => {
    const [path] = pathsThrough([fact('nat', 'n'), db], [hop('client', 'n'), hop('database', 'db')]).paths;
    expect(path?.hops.map((one) => one.does)).toEqual(['terminates', 'terminates']);
    const [declared] = pathsThrough([db], [inline('client', 'client', 'app'), hop('database', 'db')]).paths;
    expect(declared?.hops[0]).toMatchObject({ key: 'client', membership: 'declared', does: 'terminates' });
  });

  it('says that a client was left out', () => {
    const [path] = pathsThrough([db], [hop('database', 'db')]).paths;
    expect(path).toMatchObject({ name: 'db', client: { membership: 'implied', node: { subject: 'the client' } } });
  });
});
