import { block, fact, plan, read, readText, refers, row } from '../small-plan';

describe('a hostile document', () => {
  it('may have ten thousand resources that refer to each other', () => {
    const count = 5000;
    const rows = Array.from({ length: count }, (_, at) => [
      row(`aws_db_parameter_group.g[${at}]`, {
        index: at,
        after: { family: 'postgres16' },
        unknown: { id: true, name: true },
      }),
      row(`aws_db_instance.d[${at}]`, {
        index: at,
        after: { engine: 'postgres' },
        unknown: { parameter_group_name: true },
      }),
    ]).flat();
    const root = {
      resources: [
        block('aws_db_instance.d', { parameter_group_name: refers('aws_db_parameter_group.g', 'count.index') }),
        block('aws_db_parameter_group.g', {}),
      ],
    };
    expect(fact(read(plan(rows, root)), 'aws_db_instance.d[4999]').links.group).toEqual([
      {
        state: 'linked',
        to: { id: 'plan.json#aws_db_parameter_group.g[4999]' },
        sure: 'exact',
        attribute: 'parameter_group_name',
      },
    ]);
  });

  it('may nest values and masks a hundred thousand deep', () => {
    const change = {
      actions: ['update'],
      before: { idle_timeout: 'DEEP' },
      after: { idle_timeout: 'DEEP', tags: 'DEEP', name: 'x' },
      unknown: { idle_timeout: 'DEEP' },
      sensitive: { name: 'DEEP' },
    };
    const drifted = row('aws_lb.a', { before: { idle_timeout: 'DEEP' }, after: { idle_timeout: 'DEEP' } });
    const text = JSON.stringify(plan([row('aws_lb.a', change)], {}, { resource_drift: [drifted] }));
    const reading = readText(text.replaceAll('"DEEP"', '['.repeat(100_000) + ']'.repeat(100_000)));
    expect(fact(reading, 'aws_lb.a').settings.idle_timeout).toMatchObject({ state: 'unknown' });
  });

  it('may nest modules ten thousand deep', () => {
    const depth = 10_000;
    const open = '{"module_calls":{"m":{"expressions":{"x":{"references":["var.x"]}},"module":'.repeat(depth);
    const inside =
      '{"resources":[{"mode":"managed","type":"aws_db_proxy","name":"p","expressions":{"idle_client_timeout":{"references":["var.x"]}}}],"variables":{"x":{}}}';
    const module = Array.from({ length: depth }, () => 'module.m').join('.');
    const proxy = row(`${module}.aws_db_proxy.p`, { module, unknown: { idle_client_timeout: true } });
    const text = JSON.stringify(plan([proxy], 'ROOT' as unknown as object)).replace(
      '"ROOT"',
      `${open}${inside}${'}}}'.repeat(depth)}`,
    );
    expect(fact(readText(text), `${module}.aws_db_proxy.p`).settings.idle).toMatchObject({ state: 'unknown' });
  });

  it('may put anything anywhere', () => {
    const text = JSON.stringify(
      plan(
        [row('aws_lb.a', {}), row('aws_db_instance.d', { unknown: { parameter_group_name: true } })],
        { resources: [block('aws_db_instance.d', { parameter_group_name: refers('x.y') })] },
        { resource_drift: [] },
      ),
    );
    const odd = ['null', '7', '"x"', '[]', '{}', '[null]', 'true'];
    for (const key of [
      'change',
      'after',
      'after_unknown',
      'after_sensitive',
      'actions',
      'before',
      'configuration',
      'root_module',
      'resources',
      'expressions',
      'references',
      'parameter_group_name',
      'module_calls',
      'resource_drift',
      'address',
      'type',
      'name',
    ]) {
      for (const value of odd) {
        const spoiled = text.replaceAll(
          new RegExp(`"${key}":("[^"]*"|\\[\\]|\\{\\}|null|true)`, 'g'),
          `"${key}":${value}`,
        );
        expect(readText(spoiled).source).toBe('plan');
      }
    }
  });
});
