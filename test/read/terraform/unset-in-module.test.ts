import { block, constant, refers, row, setting } from '../small-plan';

const unknownIdle = { unknown: { idle_client_timeout: true } };

describe('an unknown value in a module', () => {
  const listener = 'module.nlb.aws_lb_listener.this["pg2"]';
  const change = {
    module: 'module.nlb',
    index: 'pg2',
    after: { port: 6432 },
    unknown: { tcp_idle_timeout_seconds: true },
  };
  const inner = {
    resources: [
      block(
        'aws_lb_listener.this',
        {
          tcp_idle_timeout_seconds: refers(
            'each.value.protocol',
            'each.value',
            'var.default_protocol',
            'each.value.tcp_idle_timeout_seconds',
            'each.value',
          ),
        },
        { for_each_expression: refers('var.listeners', 'local.create') },
      ),
    ],
    variables: { listeners: { default: {} }, default_protocol: { default: 'HTTP' } },
  };
  const root = (listeners: object, resources: readonly object[] = []): object => ({
    resources,
    module_calls: { nlb: { source: './alb', expressions: { listeners }, module: inner } },
  });

  it('is unset where the caller wrote the whole map without it', () => {
    const listeners = constant({ pg: { tcp_idle_timeout_seconds: 3600 }, pg2: { port: 6432, protocol: 'TCP' } });
    expect(setting('idle', listener, change, root(listeners))).toBeUndefined();
  });

  it('is unknown where the map has a number that is not known', () => {
    const random = [row('random_id.x', { unknown: { dec: true } })];
    const one = setting(
      'idle',
      listener,
      change,
      root(refers('random_id.x.dec', 'random_id.x'), [block('random_id.x', {})]),
      {},
      random,
    );
    expect(one).toMatchObject({
      state: 'unknown',
      why: expect.stringMatching(/comes from `random_id\.x\.dec`/) as string,
    });
  });

  it('does not take the ARN of a certificate in the same map for its number', () => {
    const withoutLocal = JSON.parse(
      JSON.stringify(
        root(refers('aws_acm_certificate.c.arn', 'aws_acm_certificate.c'), [block('aws_acm_certificate.c', {})]),
      ).replace(',"local.create"', ''),
    ) as object;
    const certificate = [row('aws_acm_certificate.c', { unknown: { arn: true, id: true } })];
    expect(setting('idle', listener, change, withoutLocal, {}, certificate)).toBeUndefined();
  });

  it('follows a condition on the key of the call: null was passed', () => {
    const address = 'module.rds_proxy["batch/long"].aws_db_proxy.this[0]';
    const call = {
      source: './rds-proxy',
      expressions: { idle: refers('each.key') },
      for_each_expression: refers('module.rds.id', 'module.rds'),
      module: {
        resources: [
          block(
            'aws_db_proxy.this',
            { idle_client_timeout: refers('var.idle') },
            { count_expression: refers('var.create') },
          ),
        ],
        variables: { idle: { default: 1800 }, create: { default: true } },
      },
    };
    const one = setting(
      'idle',
      address,
      { module: 'module.rds_proxy["batch/long"]', index: 0, ...unknownIdle },
      { module_calls: { rds_proxy: call } },
    );
    expect(one).toBeUndefined();
  });

  it('follows a sensitive variable of a module to the resource behind it', () => {
    const call = {
      source: './p',
      expressions: { idle: refers('random_id.x.dec', 'random_id.x') },
      module: {
        resources: [block('aws_db_proxy.this', { idle_client_timeout: refers('var.idle') })],
        variables: { idle: { sensitive: true } },
      },
    };
    const one = setting(
      'idle',
      'module.p.aws_db_proxy.this',
      { module: 'module.p', ...unknownIdle },
      { resources: [block('random_id.x', {})], module_calls: { p: call } },
      {},
      [row('random_id.x', { unknown: { dec: true } })],
    );
    expect(one).toMatchObject({ state: 'unknown' });
  });

  it('ends where modules refer to each other in a circle, or endlessly', () => {
    const outputs = Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [
        `o${at}`,
        { expression: refers(`module.c.o${(at + 1) % 3000}`, 'module.c') },
      ]),
    );
    const looping = {
      resources: [block('aws_db_proxy.p', { idle_client_timeout: refers('module.c.o0', 'module.c') })],
      module_calls: {
        c: {
          source: './c',
          expressions: {},
          module: { outputs: { x: { expression: refers('var.x') } }, variables: {} },
        },
      },
    };
    (looping.module_calls.c.module as { outputs: object }).outputs = outputs;
    expect(setting('idle', 'aws_db_proxy.p', { after: {}, ...unknownIdle }, looping)).toMatchObject({
      state: 'unknown',
    });
  });
});
