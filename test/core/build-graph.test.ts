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

  it('takes time in proportion to the resources, also where all have one name and one address', () => {
    const cost = (count: number): number => {
      const facts = Array.from({ length: count }, (_, at) => ({
        ...fact('other', 'aws_subnet.same', { names: ['same'] }),
        id: `plan.json#${String(at)}`,
      }));
      const readings = readingsOf([]).concat({ document: 'plan.json', source: 'plan', facts, notes: [] });
      const begin = process.hrtime.bigint();
      buildGraph(readings, configuration(), kinds);
      return Number(process.hrtime.bigint() - begin);
    };
    cost(5_000);
    const least = (count: number): number => Math.min(cost(count), cost(count), cost(count));
    // Five times the resources in far less than the 25 times that comparing all with all would take.
    expect(least(25_000) / least(5_000)).toBeLessThan(15);
  });
});
