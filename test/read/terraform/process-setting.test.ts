import type { Connection } from '../../../lib/core/connection';
import type { Setting } from '../../../lib/core/setting';
import { sketch } from '../kinds';
import { block, constant, fact, plan, read, refers, row } from '../small-plan';

const kind = sketch({
  name: 'thing',
  type: 'aws_thing',
  settings: {
    connections: ['variables', 'environment.variables'],
    containers: ['container-variables', 'definitions'],
    sysctls: ['container-sysctls', 'definitions'],
  },
});
const secret = 'hunter2';
const url = `postgres://app:${secret}@db/shop?keepalives_idle=30`;

type Change = Parameters<typeof row>[1];

function settings(
  change: Change,
  root: object = {},
  others: readonly object[] = [],
): { readonly connections: Setting | undefined; readonly containers: Setting | undefined } {
  const found = fact(read(plan([row('aws_thing.a', change), ...others], root), [kind]), 'aws_thing.a');
  expect(JSON.stringify(found)).not.toContain(secret);
  return { connections: found.settings.connections, containers: found.settings.containers };
}

function short(setting: Setting | undefined): unknown {
  if (setting?.state !== 'known') return setting && { [setting.state]: setting.why };
  return (setting.value as unknown as readonly Connection[]).map(({ name, parameters, hidden }) =>
    hidden === null ? `${name} ${parameters.map((one) => `${one.name}=${String(one.text)}`).join(' ')}` : hidden.why,
  );
}

describe('the variables of a plan', () => {
  it('are read', () => {
    const { connections } = settings({ after: { environment: [{ variables: { DATABASE_URL: url, PORT: '80' } }] } });
    expect(short(connections)).toEqual(['DATABASE_URL keepalives_idle=30']);
    expect(connections).toMatchObject({
      from: [
        {
          attribute: 'environment.variables',
          text: '1 connection',
          location: { pointer: '/resource_changes/0/change/after/environment/0/variables' },
        },
      ],
    });
  });

  it.each<[string, unknown]>([
    ['as a whole', true],
    ['by the block', { environment: true }],
    ['by the map', { environment: [{ variables: true }] }],
    ['by the variable', { environment: [{ variables: { DATABASE_URL: true } }] }],
  ])('are read where they are sensitive %s, and nothing of the secret is kept', (_, sensitive) => {
    const { connections } = settings({ after: { environment: [{ variables: { DATABASE_URL: url } }] }, sensitive });
    expect(short(connections)).toEqual(['DATABASE_URL keepalives_idle=30']);
    expect(connections).toMatchObject({ from: [{ text: '(sensitive)' }] });
  });

  it('are hidden one by one where they are known only after apply', () => {
    const { connections } = settings({
      after: { environment: [{ variables: { ORDERS: url } }] },
      unknown: { environment: [{ variables: { DATABASE_URL: true, ANYTHING: true, ORDERS: false } }] },
    });
    expect(short(connections)).toEqual(['ORDERS keepalives_idle=30', '`DATABASE_URL` is known only after apply']);
  });

  it('are not known where the map is not', () => {
    const { connections } = settings(
      { after: { environment: [{}] }, unknown: { environment: [{ variables: true }] } },
      {
        resources: [
          block('aws_thing.a', { environment: [{ variables: refers('aws_other.b.arn', 'aws_other.b') }] }),
          block('aws_other.b', {}),
        ],
      },
      [row('aws_other.b', { after: {}, unknown: { arn: true } })],
    );
    expect(short(connections)).toEqual({
      unknown: '`environment.variables` of `aws_thing.a` comes from `aws_other.b.arn`, which is known only after apply',
    });
  });

  it('are unset where nobody wrote them', () => {
    expect(settings({ after: { environment: [] } }).connections).toBeUndefined();
    expect(settings({ after: { environment: null } }).connections).toBeUndefined();
    expect(settings({ after: {} }).connections).toBeUndefined();
    expect(settings({ after: { definitions: '' } }).containers).toBeUndefined();
  });
});

describe('containers of a plan', () => {
  const definitions = JSON.stringify([{ name: 'api', environment: [{ name: 'DATABASE_URL', value: url }] }]);

  it('are a text of JSON, sensitive or not', () => {
    expect(short(settings({ after: { definitions } }).containers)).toEqual(['DATABASE_URL keepalives_idle=30']);
    expect(short(settings({ after: { definitions }, sensitive: { definitions: true } }).containers)).toEqual([
      'DATABASE_URL keepalives_idle=30',
    ]);
  });

  it('are what the configuration writes where the provider adds to it', () => {
    const { containers } = settings(
      { unknown: { definitions: true } },
      { resources: [block('aws_thing.a', { definitions: constant(definitions) })] },
    );
    expect(short(containers)).toEqual(['DATABASE_URL keepalives_idle=30']);
  });

  it('are not known where what they are made of is not', () => {
    const { containers } = settings(
      { unknown: { definitions: true } },
      {
        resources: [
          block('aws_thing.a', { definitions: refers('aws_db_instance.b.address', 'aws_db_instance.b') }),
          block('aws_db_instance.b', {}),
        ],
      },
      [row('aws_db_instance.b', { after: {}, unknown: { address: true } })],
    );
    expect(short(containers)).toEqual({
      unknown: '`definitions` of `aws_thing.a` comes from `aws_db_instance.b.address`, which is known only after apply',
    });
  });
});

describe('what a plan changes', () => {
  const before = { environment: [{ variables: { DATABASE_URL: url } }], definitions: `[{"name":"${secret}"}]` };
  const after = { environment: [{ variables: {} }], definitions: '[]' };

  it('keeps nothing of what was there before', () => {
    const reading = read(plan([row('aws_thing.a', { before, after, actions: ['update'] })]), [kind]);
    expect(fact(reading, 'aws_thing.a').change).toMatchObject({ action: 'update', before: {} });
    expect(JSON.stringify(reading)).not.toContain(secret);
  });

  it('says that it was changed outside, and not to what', () => {
    const document = plan(
      [row('aws_thing.a', { before, after, actions: ['update'] })],
      {},
      {
        resource_drift: [row('aws_thing.a', { before, after, actions: ['update'] })],
      },
    );
    const { notes } = read(document, [kind]);
    expect(notes.map(({ why }) => why.split(';')[0])).toEqual([
      '`environment` was changed outside Terraform',
      '`definitions` was changed outside Terraform',
    ]);
  });
});
