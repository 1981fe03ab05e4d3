import { effectiveSettings } from '../../../lib/core/effective-settings';
import { InputError } from '../../../lib/core/input-error';
import type { Json } from '../../../lib/core/setting';
import { kinds } from '../../../lib/kinds';
import { readCollection } from '../../../lib/read/collection/read';
import { account, arnOf, collection, factsIn, notesOf, read, region, type Row } from './_document';

const publicArn = arnOf('elasticloadbalancing', 'loadbalancer/app/public/1');
const publicAnswer = { LoadBalancerArn: publicArn, LoadBalancerName: 'public', Type: 'application' };
const balancer: Row = [
  'elasticloadbalancing:loadbalancer',
  { ...publicAnswer, LoadBalancerAttributes: [{ Key: 'idle_timeout.timeout_seconds', Value: '120' }] },
];
const idleOf = (
  answer: { readonly [field: string]: Json },
  unread: NonNullable<Row[2]>,
  failed: readonly Json[] = [],
): unknown => {
  const body = collection([region([['elasticloadbalancing:loadbalancer', answer, unread]], { failed })]);
  const [fact] = read(body).facts;
  const alb = kinds.find((kind) => kind.name === 'alb');
  if (fact === undefined || alb === undefined) throw new Error('no load balancer');
  return effectiveSettings(fact, alb).idle_timeout;
};

describe('what a collected document is refused for', () => {
  it.each([
    ['another version', { version: 2 }, /^live\.json: a collected document of another version than 1/],
    ['no version', { version: null }, /another version than 1/],
    ['no Regions', { regions: null }, /without its list `regions`, so it is not whole/],
    ['no catalogs', { catalogs: 'none' }, /without its list `catalogs`/],
    ['no failed catalogs', { failedCatalogs: {} }, /without its list `failedCatalogs`/],
  ])('%s', (_, more, message) => {
    const attempt = (): unknown => readCollection('live.json', collection([], more), kinds);
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(message);
  });
});

describe('a resource of an account', () => {
  it('is named by its type and name, its ARN and its identifiers', () => {
    expect(factsIn(balancer).get('alb loadbalancer:public')).toMatchObject({
      source: 'account',
      type: 'elasticloadbalancing:loadbalancer',
      names: ['loadbalancer:public', publicArn, 'public'],
      identity: { arn: publicArn, account, region: 'eu-west-1', identifier: 'public' },
      location: { document: 'live.json', pointer: '/regions/0/resources/0/answer' },
    });
  });

  it('says where in the document its value is', () => {
    expect(factsIn(balancer).get('alb loadbalancer:public')?.settings.idle_timeout).toMatchObject({
      value: 120,
      from: [{ location: { pointer: '/regions/0/resources/0/answer/LoadBalancerAttributes/0/Value' } }],
    });
  });

  it.each<readonly [string, Row, string | undefined]>([
    ['takes it from the ARN', balancer, account],
    ['has none without an ARN', ['ec2:natgateway', { NatGatewayId: 'nat-1' }], undefined],
  ])('in an account whose number could not be read %s', (_, row, expected) => {
    const [fact] = read(collection([region([row], { account: null })])).facts;
    expect(fact?.identity).toMatchObject({ region: 'eu-west-1' });
    expect(fact?.identity.account).toBe(expected);
  });

  it('of no kind has the name at the end of its ARN', () => {
    const serviceArn = arnOf('ecs', 'capacity-provider/spot');
    expect(factsIn(['ecs:capacity-provider', { serviceArn }]).get('other capacity-provider:spot')?.names).toEqual([
      'capacity-provider:spot',
      serviceArn,
      'spot',
    ]);
  });

  it('that two pages of a list show is one', () => {
    expect(read(collection([region([balancer, balancer])])).facts).toHaveLength(1);
  });
});

describe('what could not be read of a resource', () => {
  const failed = [
    {
      service: 'elasticloadbalancing',
      action: 'DescribeLoadBalancerAttributes',
      subject: publicArn,
      why: 'denied',
      message: 'not authorized',
    },
  ];

  it('is unknown and never the default, and says which permission it takes', () => {
    expect(idleOf(publicAnswer, { LoadBalancerAttributes: 0 }, failed)).toEqual({
      state: 'unknown',
      why: '`idle_timeout.timeout_seconds` of `loadbalancer:public` could not be read: elasticloadbalancing:DescribeLoadBalancerAttributes was denied',
      settles: 'allow elasticloadbalancing:DescribeLoadBalancerAttributes to the role that reads, and collect again',
      from: [expect.objectContaining({ subject: 'loadbalancer:public' })],
      bounds: { min: 1, max: 4000 },
    });
  });

  it('is unknown although a part of it was read', () => {
    const half = { ...publicAnswer, LoadBalancerAttributes: [] };
    expect(idleOf(half, { LoadBalancerAttributes: 0 }, failed)).toMatchObject({ state: 'unknown' });
  });

  it.each([
    ['a call that is not there', { LoadBalancerAttributes: 7 }],
    ['nobody asked', {}],
  ])('is unknown too: %s', (_, unread) => {
    expect(idleOf(publicAnswer, unread, failed)).toMatchObject({
      state: 'unknown',
      why: '`idle_timeout.timeout_seconds` of `loadbalancer:public` was not read',
      settles: 'collect again',
    });
  });

  it('is the default where the answer lacks the key, as emulators leave it out', () => {
    expect(idleOf({ ...publicAnswer, LoadBalancerAttributes: [] }, {})).toMatchObject({
      state: 'known',
      value: 60,
      from: [{ level: 'default', attribute: 'idle_timeout.timeout_seconds' }],
    });
  });

  it('counts for the call that it names, though an entry before it is broken', () => {
    expect(idleOf(publicAnswer, { LoadBalancerAttributes: 1 }, ['broken', ...failed])).toMatchObject({
      settles: 'allow elasticloadbalancing:DescribeLoadBalancerAttributes to the role that reads, and collect again',
    });
  });
});

describe('what belongs together', () => {
  const cluster: Row = [
    'rds:cluster',
    {
      DBClusterIdentifier: 'orders',
      Engine: 'aurora-postgresql',
      DBClusterMembers: [
        { DBInstanceIdentifier: 'one', IsClusterWriter: true, DBClusterParameterGroupStatus: 'in-sync' },
        { DBInstanceIdentifier: 'two', IsClusterWriter: false, DBClusterParameterGroupStatus: 'pending-reboot' },
      ],
    },
  ];
  const member = (name: string, of = 'orders'): Row => [
    'rds:db',
    { DBInstanceIdentifier: name, DBClusterIdentifier: of, Engine: 'aurora-postgresql' },
  ];

  it('an instance has of its cluster whether it writes and whether the group of the cluster runs there', () => {
    const facts = factsIn(cluster, member('one'), member('two'));
    const said = ['one', 'two'].map((name) => {
      const settings = facts.get(`cluster-instance db:${name}`)?.settings;
      return [settings?.writer, settings?.cluster_parameter_apply_status];
    });
    expect(said).toMatchObject([
      [{ value: true }, { value: 'in-sync' }],
      [{ value: false }, { value: 'pending-reboot' }],
    ]);
  });

  it.each([
    ['the cluster was not read', [member('one')]],
    ['the cluster does not name it', [cluster, member('three')]],
    ['a cluster of another name does', [cluster, member('one', 'other')]],
  ])('of which nothing is known where %s', (_, rows) => {
    const instance = [...factsIn(...rows).values()].find((fact) => fact.kind === 'cluster-instance');
    expect(instance?.settings.cluster_parameter_apply_status).toMatchObject({ state: 'unknown' });
    expect(instance?.settings.writer).toMatchObject({ state: 'unknown' });
  });

  it('an instance alone has no cluster that says anything', () => {
    const facts = factsIn(['rds:db', { DBInstanceIdentifier: 'orders', Engine: 'postgres' }]);
    expect(facts.get('instance db:orders')?.settings.cluster_parameter_apply_status).toBeUndefined();
  });

  it('a proxy has a target group, of which nothing is known where it was not read', () => {
    const proxy: Row = ['rds:db-proxy', { DBProxyName: 'orders', IdleClientTimeout: 600 }, { TargetGroups: 0 }];
    const failed = [
      { service: 'rds', action: 'DescribeDBProxyTargetGroups', subject: 'orders', why: 'denied', message: '' },
    ];
    const { facts } = read(collection([region([proxy], { failed })]));
    const pool = facts.find((fact) => fact.kind === 'proxy-target-group');
    expect([pool?.subject, pool?.settings.connection_borrow_timeout]).toEqual([
      'target-group:orders/default',
      expect.objectContaining({
        state: 'unknown',
        why: expect.stringContaining('rds:DescribeDBProxyTargetGroups was denied') as string,
      }),
    ]);
    expect(facts.find((fact) => fact.kind === 'proxy-target')?.links.instance).toMatchObject([{ state: 'unknown' }]);
    // Its own settings were read.
    expect(facts.find((fact) => fact.kind === 'proxy')?.settings.idle_client_timeout).toMatchObject({ value: 600 });
  });

  it('a proxy whose target group was read has that one alone', () => {
    const facts = factsIn(
      ['rds:db-proxy', { DBProxyName: 'orders' }],
      [
        'rds:target-group',
        { DBProxyName: 'orders', TargetGroupName: 'default', ConnectionPoolConfig: {}, Targets: [] },
      ],
    );
    expect([...facts.keys()]).toEqual([
      'proxy db-proxy:orders',
      'proxy-target-group target-group:orders/default',
      'proxy-target target-group:orders/default',
    ]);
  });
});

describe('what is not whole', () => {
  it.each([
    [
      'a document that was interrupted',
      collection([region([balancer])], { complete: false }),
      'incomplete live.json: it was interrupted, so what is not in it may be there all the same; collect again',
    ],
    [
      'one that does not say that it was not',
      collection([region([balancer])], { complete: 'yes' }),
      'incomplete live.json: it was interrupted, so what is not in it may be there all the same; collect again',
    ],
    [
      'an empty one',
      collection([]),
      'incomplete live.json: nothing was found in it, so there is nothing to judge; see which account and Region was meant',
    ],
    [
      'Regions without anything',
      collection([region([])]),
      'incomplete live.json: nothing was found in it, so there is nothing to judge; see which account and Region was meant',
    ],
    [
      'a Region in another form',
      collection([region([balancer]), { region: 'x' }]),
      'incomplete live.json: a Region at /regions/1 is not in the form of a collected document, so it was not read; collect again',
    ],
    [
      'a resource without an answer',
      collection([{ ...region([balancer]), resources: [{ type: 'rds:db' }] }]),
      'incomplete live.json: a resource at /regions/0/resources/0 is not in the form of a collected document, so it was not read; collect again',
    ],
    [
      'a failed call without a name',
      collection([region([balancer], { failed: [{ why: 'denied' }] })]),
      'incomplete live.json: a failed call at /regions/0/failed/0 is not in the form of a collected document, so it was not read; collect again',
    ],
  ])('%s', (_, body, note) => {
    expect(notesOf(body)).toContain(note);
  });

  it('reads the others beside it', () => {
    expect(read(collection([null, 7, region([balancer])])).facts).toHaveLength(1);
  });

  it('says when it was collected', () => {
    expect(read(collection([region([balancer])])).notes).toEqual([
      expect.objectContaining({ why: 'collected 2026-11-22T03:00:00Z: judged is what was there then', level: 'info' }),
    ]);
  });
});

describe('the catalogs of the document', () => {
  const server = {
    name: 'orders',
    host: 'orders.x',
    port: 5432,
    database: 'shop',
    serverVersion: 160004,
    inRecovery: false,
    settings: [],
    loginRoles: ['api'],
    databases: ['shop'],
    roleSettings: [],
  };

  it.each([
    ['are a reading of their own', { catalogs: [server] }, ['account', 'catalog']],
    ['also where they failed', { failedCatalogs: [{ name: 'orders', why: 'refused' }] }, ['account', 'catalog']],
    ['if there are any', {}, ['account']],
  ])('%s', (_, more, sources) => {
    const readings = readCollection('live.json', collection([region([balancer])], more), kinds);
    expect(readings.map((one) => [one.document, one.source])).toEqual(sources.map((source) => ['live.json', source]));
  });

  it('are enough for a document without Regions', () => {
    expect(notesOf(collection([], { catalogs: [server] }))).toEqual([]);
  });
});

describe('hostile documents', () => {
  it('take names that every object has for names', () => {
    const answer = JSON.parse(
      '{"__proto__": {"Type": "network"}, "LoadBalancerName": "__proto__", "Type": "application", "LoadBalancerAttributes": [{"Key": "__proto__", "Value": "1"}], "Tags": [{"Key": "__proto__", "Value": "x"}]}',
    ) as Row[1];
    const unread = JSON.parse('{"__proto__": 0, "constructor": 0}') as { [field: string]: number };
    const [fact] = read(collection([region([['elasticloadbalancing:loadbalancer', answer, unread]])])).facts;
    expect(fact).toMatchObject({ kind: 'alb', subject: 'loadbalancer:__proto__' });
    expect(Object.keys(fact?.tags ?? {})).toEqual(['__proto__']);
    expect(({} as { Type?: string }).Type).toBeUndefined();
  });

  it.each([
    ['types of values', { LoadBalancerName: 7, Type: ['application'], LoadBalancerAttributes: 'x', Tags: 9 }],
    [
      'members of rows',
      { Type: 'application', LoadBalancerAttributes: [null, 7, [], { Key: null }, { Value: {} }], Tags: [[]] },
    ],
  ])('survive odd %s', (_, answer) => {
    expect(read(collection([region([['elasticloadbalancing:loadbalancer', answer]])])).facts).toHaveLength(1);
  });

  it('survive odd rows of groups, members and targets', () => {
    const facts = factsIn(
      [
        'rds:pg',
        {
          DBParameterGroupName: 'g',
          DBParameterGroupFamily: 7,
          Parameters: [{ ParameterName: 7, Source: 'system', ParameterValue: {} }],
        },
      ],
      ['rds:pg', { DBParameterGroupName: 'h', Parameters: [null] }],
      ['rds:cluster', { Engine: 'postgres', DBClusterIdentifier: 'c', DBClusterMembers: [null, {}, 'x'] }],
      ['rds:target-group', { DBProxyName: 'p', Targets: [null, { Type: 7 }, []] }],
    );
    expect([...facts.keys()]).toEqual([
      'parameter-group pg:g',
      'parameter-group pg:h',
      'cluster cluster:c',
      'proxy-target-group target-group:p/default',
      'proxy-target target-group:p/default',
    ]);
    // A list that holds something else is nothing that can be read.
    expect(facts.get('parameter-group pg:h')?.settings.parameters).toMatchObject({ state: 'unknown' });
  });
});
