import { block, constant, fact, plan, read, refers, row } from '../small-plan';

describe('names, identity and tags', () => {
  const arn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/public/1';

  it('come from the attributes that are known and not sensitive', () => {
    const after = {
      name: 'public',
      arn,
      id: arn,
      region: 'eu-west-1',
      tags: { team: 'a', key: 'secret', open: null },
      tags_all: { owner: 'b', team: 'z' },
    };
    const one = fact(
      read(plan([row('aws_lb.a', { after, unknown: { tags: { open: true } }, sensitive: { tags: { key: true } } })])),
      'aws_lb.a',
    );
    expect(one.names).toEqual(['aws_lb.a', 'public', arn]);
    expect(one.identity).toEqual({ arn, account: '123456789012', region: 'eu-west-1', identifier: 'public' });
    expect({ ...one.tags }).toEqual({ owner: 'b', team: 'a' });
  });

  it('take an id that is an ARN for one', () => {
    const id = 'arn:aws:ecs:eu-west-1:123456789012:service/shop/api';
    const one = fact(read(plan([row('aws_lb.a', { after: { id } })])), 'aws_lb.a');
    expect(one.identity).toEqual({ arn: id, account: '123456789012', region: 'eu-west-1' });
    expect(fact(read(plan([row('aws_lb.a', { after: { id: 'lb-1' } })])), 'aws_lb.a').identity).toEqual({});
  });

  it('leave out what is sensitive, unknown or empty', () => {
    const change = {
      after: { name: 'hush', arn: '', region: 'r' },
      unknown: { id: true, tags_all: true },
      sensitive: { name: true, region: true },
    };
    const one = fact(read(plan([row('aws_lb.a', change)])), 'aws_lb.a');
    expect(one.names).toEqual(['aws_lb.a']);
    expect(one.identity).toEqual({});
    expect({ ...one.tags }).toEqual({});
  });

  it('keep the instance key in the address, whatever it is', () => {
    const address = 'module.m["gr.een"].aws_lb.a["__proto__"]';
    const one = fact(read(plan([row(address, { module: 'module.m["gr.een"]', index: '__proto__' })])), address);
    expect(one).toMatchObject({ id: `plan.json#${address}`, names: [address] });
  });

  it('keep a tag called __proto__', () => {
    const document = JSON.parse('{"__proto__":"x","constructor":"y"}') as object;
    const one = fact(read(plan([row('aws_lb.a', { after: { tags: document } })])), 'aws_lb.a');
    expect(Object.entries(one.tags)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as { x?: string }).x).toBeUndefined();
  });
});

describe('the region', () => {
  const providers = (region: object): object => ({
    aws: { name: 'aws', expressions: { region } },
    'aws.west': { name: 'aws', alias: 'west', expressions: { region: constant('us-west-2') } },
  });
  const regionOf = (
    expressions: object,
    more: object,
    provider_config: object,
    rest: object = {},
  ): string | undefined =>
    fact(
      read(
        plan(
          [row('aws_lb.a', { after: { region: 'us-east-1' } })],
          { resources: [block('aws_lb.a', expressions, more)], ...rest },
          { provider_config },
        ),
      ),
      'aws_lb.a',
    ).identity.region;

  it('is that of the provider alias, even where the plan prints another', () => {
    expect(regionOf({}, { provider_config_key: 'aws.west' }, providers(constant('us-east-1')))).toBe('us-west-2');
  });

  it('is what the resource writes itself', () => {
    expect(
      regionOf(
        { region: constant('eu-central-1') },
        { provider_config_key: 'aws.west' },
        providers(constant('us-east-1')),
      ),
    ).toBe('eu-central-1');
  });

  it('follows a variable, but no text that is put together', () => {
    const variables = { variables: { region: { default: 'ap-south-1' }, prefix: { default: 'ap' } } };
    expect(regionOf({}, {}, providers(refers('var.region')), variables)).toBe('ap-south-1');
    expect(regionOf({}, {}, providers(refers('var.prefix')), variables)).toBe('us-east-1');
  });

  it('falls back to what is printed', () => {
    expect(regionOf({}, {}, {})).toBe('us-east-1');
  });
});
