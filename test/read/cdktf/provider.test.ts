import { fact, led, readOne } from './_stacks';

const databases = { aws_db_instance: { x: { identifier: 'x' }, y: { identifier: 'y' } } };

describe('the provider of a resource', () => {
  const postgresql = [
    { host: '${aws_db_instance.x.address}', password: 'not-a-secret' },
    { alias: 'y', host: '${aws_db_instance.y.address}' },
  ];
  const role = (body: object, provider: object = { postgresql }): unknown =>
    led(
      readOne({ resource: { ...databases, postgresql_role: { r: body } }, provider }),
      'postgresql_role.r',
      'database',
    );

  it.each([
    ['the one that its type is called after', { name: 'r' }, ['shop#aws_db_instance.x']],
    ['by name', { provider: 'postgresql' }, ['shop#aws_db_instance.x']],
    ['by alias', { provider: 'postgresql.y' }, ['shop#aws_db_instance.y']],
    ['by alias, as old versions write it', { provider: '${postgresql.y}' }, ['shop#aws_db_instance.y']],
  ])('%s', (_, body, expected) => {
    expect(role(body)).toEqual(expected);
  });

  it('as an object, and as a list of blocks', () => {
    expect(role({}, { postgresql: postgresql[1]! })).toEqual([
      expect.objectContaining({ unknown: expect.any(String) as string }),
    ]);
    expect(role({}, [{ postgresql: postgresql[0]! }, { postgresql: postgresql[1]! }] as object)).toEqual([
      'shop#aws_db_instance.x',
    ]);
  });

  it('keeps its secrets to itself', () => {
    const reading = readOne({ resource: { ...databases, postgresql_role: { r: {} } }, provider: { postgresql } });
    expect(JSON.stringify(reading)).not.toContain('not-a-secret');
  });
});

describe('the Region of a resource', () => {
  const provider = {
    aws: [{ region: 'eu-west-1' }, { alias: 'us', region: '${var.region}' }, { alias: 'open', region: '${var.x}' }],
  };
  const region = (body: object): unknown =>
    fact(
      readOne({ resource: { aws_lb: { a: body } }, provider, variable: { region: { default: 'us-east-1' }, x: {} } }),
      'aws_lb.a',
    ).identity;

  it.each([
    ['of its provider', {}, { region: 'eu-west-1' }],
    ['of the alias', { provider: 'aws.us' }, { region: 'us-east-1' }],
    ['its own', { region: 'eu-north-1', provider: 'aws.us' }, { region: 'eu-north-1' }],
    ['its own, unset', { region: null }, { region: 'eu-west-1' }],
    ['its own, not known', { region: '${var.x}' }, {}],
    ['of a provider that does not tell', { provider: 'aws.open' }, {}],
    ['of a provider that is not there', { provider: 'aws.gone' }, {}],
  ])('%s', (_, body, expected) => {
    expect(region(body)).toEqual(expected);
  });
});
