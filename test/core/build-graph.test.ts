import type { Fact } from '../../lib/core/fact';
import { buildGraph } from '../../lib/core/build-graph';
import { kinds } from '../../lib/kinds';
import { configuration, fact, graphOf, inline, nodeOf, readingsOf, workload } from './estate';

describe('the graph', () => {
  it('names different resources of the same address by their documents, everywhere', () => {
    const graph = graphOf([
      fact('alb', 'aws_lb.public', { document: 'a.json' }),
      fact('alb', 'aws_lb.public', { document: 'b.json' }),
      fact('alb', 'aws_lb.other'),
    ]);
    expect(Object.values(graph.nodes).map((node) => node.subject)).toEqual([
      'a.json:aws_lb.public',
      'b.json:aws_lb.public',
      'aws_lb.other',
    ]);
    const timeout = nodeOf(graph, 'a.json:aws_lb.public').settings.idle_timeout;
    expect(timeout).toMatchObject({ value: 60, from: [{ level: 'default', subject: 'a.json:aws_lb.public' }] });
  });

  it('keeps the address where one document alone has it, and for what the configuration declares', () => {
    const inlined = workload({
      path: [inline('database', 'declared-database', 'orders'), inline('client', 'client', 'orders')],
    });
    const graph = graphOf([fact('alb', 'orders')], { workloads: [inlined] });
    expect(Object.values(graph.nodes).map((node) => node.subject)).toEqual(['orders', 'orders', 'orders']);
  });

  it('indexes who points where, each once', () => {
    const graph = graphOf([
      fact('nlb', 'lb'),
      fact('target-group', 'tg'),
      fact('listener', 'l', { links: { load_balancer: 'lb', target_groups: ['tg', 'tg'] } }),
    ]);
    expect(graph.incoming['plan.json#lb']?.load_balancer).toEqual(['plan.json#l']);
    expect(graph.incoming['plan.json#tg']?.target_groups).toEqual(['plan.json#l']);
  });

  it.each([
    [{ source: ['prod/**'] }, ['prod/a.json#a']],
    [{ region: 'eu-west-1' }, ['prod/a.json#a', 'c.json#c']],
    [{ account: '2' }, ['test/b.json#b', 'c.json#c']],
    [{}, ['prod/a.json#a', 'test/b.json#b', 'c.json#c']],
  ])('takes in what is in scope, and what says nothing against it: %j', (scope, ids) => {
    const graph = graphOf(
      [
        fact('alb', 'a', { document: 'prod/a.json', identity: { region: 'eu-west-1', account: '1' } }),
        fact('alb', 'b', { document: 'test/b.json', identity: { region: 'us-east-1', account: '2' } }),
        fact('alb', 'c', { document: 'c.json' }),
      ],
      { scope },
    );
    expect(Object.keys(graph.nodes)).toEqual(ids);
  });

  it('survives names, tags and links that are properties of objects, and kinds that do not exist', () => {
    const hostile = fact('no-such-kind', '__proto__', {
      names: ['constructor', '__proto__'],
      tags: Object.fromEntries([['__proto__', 'x']]),
      links: Object.fromEntries([['__proto__', { name: '__proto__' }]]),
    });
    const graph = graphOf([hostile, fact('instance', 'db', { links: { parameter_group: { name: '__proto__' } } })]);
    expect(nodeOf(graph, '__proto__').kind.name).toBe('other');
    expect(nodeOf(graph, 'db').links.parameter_group).toEqual([{ state: 'named', name: '__proto__' }]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('follows cycles of links no further than each link', () => {
    const graph = graphOf([
      fact('instance', 'a', { links: { replicate_source_db: 'b' } }),
      fact('instance', 'b', { links: { replicate_source_db: 'a' } }),
      fact('instance', 'c', { links: { replicate_source_db: 'c' } }),
    ]);
    expect(graph.incoming['plan.json#c']?.replicate_source_db).toEqual(['plan.json#c']);
  });

  it('looks at each resource equally often however many there are, also where all have one name and one address', () => {
    const looks = (count: number): number => {
      let seen = 0;
      const counted: ProxyHandler<Fact> = {
        get: (of, key) => {
          seen += 1;
          return Reflect.get(of, key) as unknown;
        },
      };
      const facts = Array.from({ length: count }, (_, at) => {
        const same = fact('other', 'aws_subnet.same', { names: ['same'] });
        return new Proxy({ ...same, id: `plan.json#${String(at)}` }, counted);
      });
      const readings = readingsOf([]).concat({ document: 'plan.json', source: 'plan', facts, notes: [] });
      buildGraph(readings, configuration(), kinds);
      return seen;
    };
    // Comparing all with all would look 25 times as often at five times the resources.
    expect(looks(1_000) / looks(200)).toBeLessThan(6);
  });
});
