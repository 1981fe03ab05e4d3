import { acknowledge, applyTo, QuerySlaAspect } from '../../../lib/cdktf';
import {
  annotated,
  annotations,
  config,
  database,
  failureOf,
  forks,
  options,
  outdir,
  resource,
  type Fork,
  type Resource,
} from './_programs';

/** Every stack is synthesised although one of them failed, as the command line has it. */
const keepOn = 'CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS';
beforeAll(() => {
  process.env[keepOn] = '1';
});
afterAll(() => {
  delete process.env[keepOn];
});

type Stack = InstanceType<Fork['TerraformStack']>;

/** Counts how often each stack is turned into JSON. */
function counting(stacks: readonly Stack[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const stack of stacks) {
    counts[stack.node.path] = 0;
    const toTerraform = stack.toTerraform.bind(stack);
    Object.defineProperty(stack, 'toTerraform', {
      value: () => {
        counts[stack.node.path]! += 1;
        return toTerraform();
      },
    });
  }
  return counts;
}

const heads = (all: readonly string[]): readonly string[] => all.map((one) => one.split(/: |:\n/)[0]!);

describe.each(forks)('several stacks of %s', (_, fork) => {
  /** The load balancer in `net`, the parameter group in `params`, the database in `data`, and a bucket in `files`. */
  function estate({ idle = 60, timeout = '5000' } = {}) {
    const app = new fork.App({ outdir: outdir() });
    const [files, net, params, data] = ['files', 'net', 'params', 'data'].map(
      (id) => new fork.TerraformStack(app, id),
    ) as [Stack, Stack, Stack, Stack];
    resource(fork, files, 'bucket', 'aws_s3_bucket', {});
    resource(fork, net, 'public', 'aws_lb', { name: 'public', idle_timeout: idle });
    const { group, instance } = database(fork, params);
    group.attributes = { ...group.attributes, parameter: [{ name: 'statement_timeout', value: timeout }] };
    params.node.tryRemoveChild('orders');
    resource(fork, data, 'orders', 'aws_db_instance', instance.attributes);
    return { app, files, net, params, data, group };
  }

  it('are one estate: each says its own findings, once', () => {
    const { app } = estate();
    applyTo(app, fork.Aspects, options);
    app.synth();
    app.synth();
    expect(heads(annotated(app, 'error'))).toEqual([
      'net/public error alb-idle-timeout-outlasts-query',
      'data/orders error statement-timeout-allows-query',
    ]);
  });

  it.each([false, true])(
    'are red where the aspect of a later one cuts what was judged before (skipValidation %s)',
    (skip) => {
      const app = new fork.App({ outdir: outdir(), skipValidation: skip });
      const [data, params] = ['data', 'params'].map((id) => new fork.TerraformStack(app, id)) as [Stack, Stack];
      resource(fork, data, 'public', 'aws_lb', { name: 'public', idle_timeout: 120 });
      const { group, instance } = database(fork, params);
      params.node.tryRemoveChild('orders');
      resource(fork, data, 'orders', 'aws_db_instance', {
        ...instance.attributes,
        parameter_group_name: 'orders-pg16',
      });
      applyTo(app, fork.Aspects, options);
      fork.Aspects.of(params).add({
        visit: (node) => {
          if (node === group) group.addOverride('parameter.0.value', '5000');
        },
      });
      app.synth();
      expect(heads(annotated(app, 'error'))).toEqual(['params error statement-timeout-allows-query']);
    },
  );

  it('hold where nothing cuts', () => {
    const { app } = estate({ idle: 120, timeout: '60000' });
    applyTo(app, fork.Aspects, options);
    app.synth();
    expect(annotated(app, 'error')).toEqual([]);
  });

  it('refer to each other before they are prepared, too', () => {
    const { data } = estate();
    fork.Aspects.of(data).add(new QuerySlaAspect(options));
    fork.Testing.synth(data, true);
    expect(annotated(data, 'error').join('\n')).toContain('`statement_timeout` of `aws_db_instance.orders` is 5 s');
  });

  it('are left alone where they hold nothing that counts, and read twice at most', () => {
    const { app, files, net, params, data } = estate();
    applyTo(app, fork.Aspects, options);
    const counts = counting([files, net, params, data]);
    app.synth();
    // Once to be written. The others are read once for those before them, where there are any, and once when they are final.
    expect(counts).toEqual({ files: 1, net: 2, params: 3, data: 3 });
    expect(annotations(files)).toEqual([]);
  });

  it('speak for those that nobody judges, the stack of the database first', () => {
    const { app, net, params, data } = estate();
    for (const stack of [params, data]) fork.Aspects.of(stack).add(new QuerySlaAspect({ ...options }));
    app.synth();
    expect(annotations(net)).toEqual([]);
    expect(annotations(params)).toEqual([]);
    expect(heads(annotated(data, 'error'))).toEqual([
      'data error alb-idle-timeout-outlasts-query',
      'data/orders error statement-timeout-allows-query',
    ]);
  });

  it('do not speak for those that another aspect judges by the same promises', () => {
    const { app, net, params, data } = estate();
    for (const stack of [net, params, data]) fork.Aspects.of(stack).add(new QuerySlaAspect({ config: { ...config } }));
    app.synth();
    expect(heads(annotated(app, 'error'))).toEqual([
      'net/public error alb-idle-timeout-outlasts-query',
      'data/orders error statement-timeout-allows-query',
    ]);
  });

  it('say what is about no resource on the stack of the database', () => {
    const { app } = estate({ idle: 120, timeout: '60000' });
    const [workload] = config.workloads;
    const [alb, client, last] = workload!.path;
    const path = [alb, client, { firewall: { name: 'office edge', idleTimeout: '20s' } }, last];
    applyTo(app, fork.Aspects, { config: { version: 1, workloads: [{ ...workload, path }] } });
    app.synth();
    const [error, ...others] = annotated(app, 'error');
    expect(error).toMatch(/^data error network-idle-timeout-is-kept-alive: `idleTimeout` of `office edge` is 20 s/);
    expect(others).toEqual([]);
  });

  it('are one error where what was promised is in none of them, on the stack of the database', () => {
    const { app, net } = estate({ timeout: '60000' });
    net.node.tryRemoveChild('public');
    applyTo(app, fork.Aspects, options);
    app.synth();
    expect(annotated(app, 'error')).toEqual([expect.stringMatching(/^data error holdfast could not judge everything/)]);
    expect(annotated(app, 'error')[0]).toContain('`alb: aws_lb.public` in the path of workload checkout-api');
  });

  it('tell resources of the same address apart', () => {
    const app = new fork.App({ outdir: outdir() });
    for (const [id, idle] of [
      ['blue', 60],
      ['green', 120],
    ] as const) {
      const stack = new fork.TerraformStack(app, id);
      resource(fork, stack, 'public', 'aws_lb', { name: id, idle_timeout: idle });
      database(fork, stack);
    }
    const path = [{ alb: 'blue/public' }, { client: { name: 'api' } }, { database: 'blue/orders' }];
    const other = [{ alb: 'green/public' }, { client: { name: 'api' } }, { database: 'green/orders' }];
    const [workload] = config.workloads;
    applyTo(app, fork.Aspects, {
      config: {
        version: 1,
        workloads: [
          { ...workload, path },
          { ...workload, name: 'other', path: other },
        ],
      },
    });
    app.synth();
    expect(annotated(app, 'error').map((one) => one.split(' is ')[0])).toEqual([
      'blue/public error alb-idle-timeout-outlasts-query: `idle_timeout` of `blue:aws_lb.public`',
    ]);
  });

  it('say and excuse what is meant where the configuration leaves out stacks with the same addresses', () => {
    const app = new fork.App({ outdir: outdir() });
    for (const id of ['blue', 'green']) {
      const stack = new fork.TerraformStack(app, id);
      acknowledge(resource(fork, stack, 'public', 'aws_lb', { name: id }), {
        policy: 'alb-idle-timeout-outlasts-query',
        reason: 'retired',
        owner: id,
        until: '2999-12-31',
      });
      const { group } = database(fork, stack);
      group.attributes = { ...group.attributes, parameter: [{ name: 'statement_timeout', value: '5000' }] };
    }
    applyTo(app, fork.Aspects, { config: { ...config, scope: { source: 'blue' } } });
    app.synth();
    expect(heads(annotated(app, 'error'))).toEqual(['blue/orders error statement-timeout-allows-query']);
    expect(annotated(app, 'info').join('\n')).toContain('aws_lb.public until 2999-12-31, blue: retired');
  });

  it('give each other values that nothing but the program knows', () => {
    const { app, net } = estate({ timeout: '60000' });
    const values = new fork.TerraformStack(app, 'values');
    const idle = resource(fork, values, 'idle', 'aws_ssm_parameter', { value: 61 });
    const lb = net.node.findChild('public') as Resource;
    lb.attributes = { ...lb.attributes, idle_timeout: idle.getNumberAttribute('value') };
    applyTo(app, fork.Aspects, options);
    app.synth();
    expect(annotated(app, 'error').map((one) => one.split(', so')[0])).toEqual([
      'net/public error alb-idle-timeout-outlasts-query: `idle_timeout` of `aws_lb.public` is 61 s',
    ]);
  });

  it('may hold one another', () => {
    const app = new fork.App({ outdir: outdir() });
    const outer = new fork.TerraformStack(app, 'outer');
    const inner = new fork.TerraformStack(outer, 'inner');
    resource(fork, outer, 'public', 'aws_lb', { name: 'public' });
    database(fork, inner);
    fork.Aspects.of(outer).add(new QuerySlaAspect(options));
    app.synth();
    expect(heads(annotated(app, 'error'))).toEqual(['outer/public error alb-idle-timeout-outlasts-query']);
  });

  it('are all looked at where a client is named by what only a resource itself tells', () => {
    const { app, files } = estate({ idle: 120, timeout: '60000' });
    const worker = resource(fork, files, 'worker', 'example_worker', { name: 'worker' });
    const [workload] = config.workloads;
    const judgedWith = (client: string): readonly string[] => {
      const path = workload!.path.map((hop) => ('client' in hop ? { client } : hop));
      const copy = { config: { version: 1, workloads: [{ ...workload, path }] } };
      fork.Aspects.of(files).add(new QuerySlaAspect(copy));
      failureOf(() => app.synth());
      return annotated(app, 'error').filter((one) => one.includes(client));
    };
    expect(judgedWith(worker.node.path)).toEqual([]);
    expect(judgedWith('example_worker.worker')).toEqual([]);
    expect(judgedWith('files/w*')).toEqual([]);
    expect(judgedWith('example_worker.missing')).toHaveLength(1);
  });
});
