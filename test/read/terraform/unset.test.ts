import { block, constant, refers, row, setting } from '../small-plan';

const unknownIdle = { unknown: { idle_client_timeout: true } };
const proxy = (expressions: object, more: object = {}): object => ({
  resources: [block('aws_db_proxy.p', expressions, more)],
});

describe('an unknown value', () => {
  const rest = { after: {}, ...unknownIdle };

  it('is unset where nobody wrote it', () => {
    expect(setting('idle', 'aws_db_proxy.p', rest, proxy({ name: constant('p') }))).toBeUndefined();
  });

  it("is unset where the block is the provider's to fill in", () => {
    const change = { after: {}, unknown: { connection_pool_config: true } };
    const root = { resources: [block('aws_db_proxy_default_target_group.t', {})] };
    expect(setting('borrow', 'aws_db_proxy_default_target_group.t', change, root)).toBeUndefined();
  });

  it('is unset where null was written', () => {
    expect(setting('idle', 'aws_db_proxy.p', rest, proxy({ idle_client_timeout: constant(null) }))).toBeUndefined();
  });

  it('is the value that was written where the provider hides it', () => {
    expect(setting('idle', 'aws_db_proxy.p', rest, proxy({ idle_client_timeout: constant(900) }))).toMatchObject({
      state: 'known',
      value: 900,
    });
  });

  it('names the resource that it comes from', () => {
    const root = {
      resources: [
        block('aws_db_proxy.p', { idle_client_timeout: refers('random_id.x.dec', 'random_id.x') }),
        block('random_id.x', {}),
      ],
    };
    const random = row('random_id.x', { unknown: { dec: true, hex: true } });
    expect(setting('idle', 'aws_db_proxy.p', rest, root, {}, [random])).toMatchObject({
      state: 'unknown',
      why: '`idle_client_timeout` of `aws_db_proxy.p` comes from `random_id.x.dec`, which is known only after apply',
      settles: 'check the state after apply, or write a fixed value',
    });
  });

  it('is unset where all that it refers to is known', () => {
    const root = {
      resources: [
        block('aws_db_proxy.p', {
          idle_client_timeout: refers('var.idle', 'aws_lb.x.idle_timeout', 'aws_lb.x', 'count.index', 'path.module'),
        }),
        block('aws_lb.x', {}),
      ],
      variables: { idle: { default: null } },
    };
    const lb = row('aws_lb.x', { after: { idle_timeout: 60 }, unknown: { arn: true } });
    expect(setting('idle', 'aws_db_proxy.p', rest, root, {}, [lb])).toBeUndefined();
  });

  it('is unset where it refers to a resource that has no instances', () => {
    const root = {
      resources: [
        block('aws_db_proxy.p', { idle_client_timeout: refers('random_id.x[0].dec', 'random_id.x[0]', 'random_id.x') }),
        block('random_id.x', {}, { count_expression: constant(0) }),
      ],
    };
    expect(setting('idle', 'aws_db_proxy.p', rest, root)).toBeUndefined();
  });

  it.each([
    ['a local', 'local.idle', /goes through `local\.idle`, which plans leave out/],
    ['a resource that the configuration lacks', 'random_id.gone.dec', /goes through `random_id\.gone\.dec`/],
    ['a module that the configuration lacks', 'module.gone.out', /goes through `module\.gone\.out`/],
    ['text that is no reference', 'x.y[', /goes through `x\.y\[`/],
  ])('is unknown where it dies at %s', (_, reference, why) => {
    const one = setting('idle', 'aws_db_proxy.p', rest, proxy({ idle_client_timeout: refers(reference) }));
    expect(one).toMatchObject({ state: 'unknown', why: expect.stringMatching(why) as string });
  });

  it('is unknown in a dynamic block, which the configuration does not show', () => {
    const change = {
      after: { connection_pool_config: [{ init_query: 'SET x' }] },
      unknown: { connection_pool_config: [{ connection_borrow_timeout: true }] },
    };
    const root = { resources: [block('aws_db_proxy_default_target_group.t', {})] };
    expect(setting('borrow', 'aws_db_proxy_default_target_group.t', change, root)).toMatchObject({
      state: 'unknown',
      why: expect.stringMatching(/`dynamic` block/) as string,
    });
  });

  it('is unset inside a block that is written without it', () => {
    const change = {
      after: { connection_pool_config: [{ init_query: 'SET x' }] },
      unknown: { connection_pool_config: [{ connection_borrow_timeout: true }] },
    };
    const root = {
      resources: [
        block('aws_db_proxy_default_target_group.t', { connection_pool_config: [{ init_query: constant('SET x') }] }),
      ],
    };
    expect(setting('borrow', 'aws_db_proxy_default_target_group.t', change, root)).toBeUndefined();
  });

  it('is unknown where the document has no configuration', () => {
    expect(setting('idle', 'aws_db_proxy.p', rest)).toMatchObject({
      state: 'unknown',
      why: expect.stringMatching(/no configuration/) as string,
    });
  });

  it('takes a template of JSON syntax for what it refers to, and one over literals for known', () => {
    const referring = { constant_value: '${random_id.x.dec}', references: ['random_id.x.dec', 'random_id.x'] };
    const random = row('random_id.x', { unknown: { dec: true } });
    const root = { resources: [block('aws_db_proxy.p', { idle_client_timeout: referring }), block('random_id.x', {})] };
    expect(setting('idle', 'aws_db_proxy.p', rest, root, {}, [random])).toMatchObject({ state: 'unknown' });
    expect(
      setting('idle', 'aws_db_proxy.p', rest, proxy({ idle_client_timeout: constant('${tonumber("5")}') })),
    ).toBeUndefined();
    expect(setting('idle', 'aws_db_proxy.p', rest, proxy({ idle_client_timeout: {} }))).toBeUndefined();
  });
});
