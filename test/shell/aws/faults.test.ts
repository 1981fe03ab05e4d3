import type { FailedCall } from '../../../lib/read/collection/collection';
import { InputError } from '../../../lib/core/input-error';
import { collect, ofType, type Collected } from './_collect';
import { arn, arns, everything } from './_estate';

// Long enough for a server that does answer, on a machine that is busy with other tests.
const soon = { connect: 2000, answer: 1000 };
const balancersOnly = {
  estate: { 'eu-west-1': { balancers: everything.balancers ?? [], targetGroups: everything.targetGroups ?? [] } },
};

/** What failed, without the wording. */
const failures = ({ regions }: Collected): readonly string[] =>
  regions.flatMap(({ region, failed }) =>
    failed.map(({ service, action, subject, why }) => `${region} ${service}:${action} ${subject ?? '*'} ${why}`),
  );

/** The calls that left fields open, by field, of the resources of a type. */
const openFields = (
  all: Collected,
  type: string,
): readonly (readonly [string | null, string, FailedCall | undefined])[] =>
  all.regions.flatMap(({ resources, failed }) =>
    resources
      .filter((resource) => resource.type === type)
      .flatMap((resource) =>
        Object.entries(resource.unread).map(([field, at]) => [resource.arn, field, failed[at]] as const),
      ),
  );

describe('a call that is denied', () => {
  it('costs the attributes, and the list stays', async () => {
    const all = await collect(
      { ...balancersOnly, faults: [{ action: 'DescribeLoadBalancerAttributes', api: 'elbv2', does: 'denies' }] },
      { services: ['elbv2'] },
    );
    expect(failures(all)).toEqual([`eu-west-1 elasticloadbalancing:DescribeLoadBalancerAttributes ${arns.alb} denied`]);
    const open = openFields(all, 'elasticloadbalancing:loadbalancer');
    expect(open.map(([of, field, call]) => [of, field, call?.action])).toEqual([
      [arns.alb, 'LoadBalancerAttributes', 'DescribeLoadBalancerAttributes'],
    ]);
    expect(ofType(all, 'elasticloadbalancing:loadbalancer')[0]?.answer).not.toHaveProperty('LoadBalancerAttributes');
    expect(ofType(all, 'elasticloadbalancing:loadbalancer')[0]?.answer).toHaveProperty('LoadBalancerName', 'public');
  });

  it('says who was denied what, and keeps the words of AWS', async () => {
    const all = await collect({ faults: [{ action: 'DescribeDBProxies', does: 'denies' }] }, { services: ['rds'] });
    expect(all.regions[0]?.failed).toEqual([
      {
        service: 'rds',
        action: 'DescribeDBProxies',
        subject: null,
        why: 'denied',
        message:
          'AccessDenied: User: arn:aws:sts::123456789012:assumed-role/auditor/holdfast is not authorized to perform: ' +
          'rds:DescribeDBProxies on resource: * because no identity-based policy allows the rds:DescribeDBProxies action',
      },
    ]);
  });

  it('is not made again where IAM cannot allow it for another resource', async () => {
    const balancers = Array.from({ length: 60 }, (_, at) => ({
      is: { LoadBalancerArn: arn('elasticloadbalancing', `loadbalancer/app/n/${String(at)}`), Type: 'application' },
    }));
    const all = await collect(
      {
        estate: { 'eu-west-1': { balancers } },
        faults: [{ action: 'DescribeLoadBalancerAttributes', does: 'denies' }],
      },
      { services: ['elbv2'] },
    );
    expect(all.regions[0]?.failed.filter(({ why }) => why === 'denied')).toHaveLength(60);
    expect(openFields(all, 'elasticloadbalancing:loadbalancer')).toHaveLength(60);
    // Those that were under way together.
    expect(
      all.aws.calls.filter(({ action }) => action === 'DescribeLoadBalancerAttributes').length,
    ).toBeLessThanOrEqual(8);
  });

  it('is made again where it may be allowed for another resource', async () => {
    const names = ['one', 'two', 'three', 'four'];
    const instances = names.map((name) => ({
      DBInstanceIdentifier: name,
      Engine: 'postgres',
      DBParameterGroups: [{ DBParameterGroupName: name }],
    }));
    const parameterGroups = names.map((name) => ({ is: { DBParameterGroupName: name, DBParameterGroupArn: name } }));
    const all = await collect(
      {
        estate: { 'eu-west-1': { instances, parameterGroups } },
        faults: ['one', 'two', 'three'].map((about) => ({
          action: 'DescribeDBParameters',
          about: `DBParameterGroupName=${about}`,
          does: 'denies' as const,
        })),
      },
      { services: ['rds'] },
    );
    expect(openFields(all, 'rds:pg').map(([of, field]) => [of, field])).toEqual([
      ['one', 'Parameters'],
      ['two', 'Parameters'],
      ['three', 'Parameters'],
    ]);
    expect(ofType(all, 'rds:pg')[3]?.answer).toEqual({
      DBParameterGroupName: 'four',
      DBParameterGroupArn: 'four',
      Parameters: [],
    });
  });

  it.each([
    ['rds', 'rds', 'DescribeDBInstances'],
    ['elbv2', 'elasticloadbalancing', 'DescribeLoadBalancers'],
    ['ec2', 'ec2', 'DescribeNatGateways'],
    ['firewall', 'network-firewall', 'ListFirewalls'],
    ['ecs', 'ecs', 'ListClusters'],
    ['lambda', 'lambda', 'ListFunctions'],
  ] as const)(
    'is told from one that a service control policy forbids, in the words of %s',
    async (name, service, action) => {
      const denied = await collect({ faults: [{ action, does: 'denies' }] }, { services: [name] });
      const forbidden = await collect({ faults: [{ action, does: 'denies-by-scp' }] }, { services: [name] });
      expect(failures(denied)).toEqual([`eu-west-1 ${service}:${action} * denied`]);
      expect(failures(forbidden)).toEqual([`eu-west-1 ${service}:${action} * denied-by-scp`]);
    },
  );
});

describe('a group whose list is denied', () => {
  it('keeps its name and its rows, and only its family is open', async () => {
    const all = await collect(
      { estate: { 'eu-west-1': everything }, faults: [{ action: 'DescribeDBParameterGroups', does: 'denies' }] },
      { services: ['rds'] },
    );
    const [group] = ofType(all, 'rds:pg');
    expect(group?.answer).toMatchObject({ DBParameterGroupName: 'orders-pg16' });
    expect(group?.answer.Parameters).toHaveLength(2);
    expect(Object.keys(group?.unread ?? {})).toEqual(['DBParameterGroupFamily']);
    // The group that AWS keeps has documented values, but of which family cannot be told either.
    expect(Object.keys(ofType(all, 'rds:pg')[1]?.unread ?? {})).toEqual(['DBParameterGroupFamily']);
  });
});

describe('the defaults of an engine', () => {
  it('leave nothing open where they cannot be read, since they are documented', async () => {
    const all = await collect(
      { estate: { 'eu-west-1': everything }, faults: [{ action: 'DescribeEngineDefaultParameters', does: 'breaks' }] },
      { services: ['rds'] },
    );
    expect(failures(all)).toEqual(['eu-west-1 rds:DescribeEngineDefaultParameters aurora-postgresql16 failed']);
    expect(all.regions[0]?.failed[0]?.message).toMatch(/^HTTP 500: /);
    expect(ofType(all, 'rds:pg')[1]?.unread).toEqual({});
    expect(ofType(all, 'rds:pg')[1]?.answer).not.toHaveProperty('Parameters');
  });
});

describe('a server that does not answer', () => {
  it('costs its Region, while the other is read', async () => {
    const all = await collect(
      {
        estate: { 'eu-west-1': everything, 'us-east-1': everything },
        faults: [{ region: 'us-east-1', api: 'rds', does: 'hangs' }],
      },
      { services: ['rds'], regions: ['eu-west-1', 'us-east-1'], timeouts: soon },
    );
    expect(failures(all)).toEqual([
      'us-east-1 rds:DescribeDBClusters * timed-out',
      'us-east-1 rds:DescribeDBInstances * timed-out',
      'us-east-1 rds:DescribeDBProxies * timed-out',
    ]);
    expect(all.regions[0]?.resources.map(({ type }) => type)).toContain('rds:db');
    expect(all.regions[1]?.resources).toEqual([]);
    expect(all.regions.map(({ account }) => account)).toEqual(['123456789012', '123456789012']);
  });

  it('is noticed in the middle of an answer', async () => {
    const all = await collect(
      { faults: [{ action: 'ListFunctions', does: 'stalls' }] },
      { services: ['lambda'], timeouts: soon },
    );
    expect(failures(all)).toEqual(['eu-west-1 lambda:ListFunctions * timed-out']);
  });

  it('is left alone after a while, and every field that it owes is open', async () => {
    const balancers = Array.from({ length: 40 }, (_, at) => ({
      is: { LoadBalancerArn: arn('elasticloadbalancing', `loadbalancer/app/n/${String(at)}`), Type: 'application' },
    }));
    const all = await collect(
      { estate: { 'eu-west-1': { balancers } }, faults: [{ action: 'DescribeLoadBalancerAttributes', does: 'hangs' }] },
      { services: ['elbv2'], timeouts: soon },
    );
    expect(
      openFields(all, 'elasticloadbalancing:loadbalancer').filter(([, field]) => field === 'LoadBalancerAttributes'),
    ).toHaveLength(40);
    // Two attempts of each that was under way, and of the few that began before the third had failed.
    expect(
      all.aws.calls.filter(({ action }) => action === 'DescribeLoadBalancerAttributes').length,
    ).toBeLessThanOrEqual(32);
    expect(new Set(all.regions[0]?.failed.map(({ why }) => why))).toEqual(new Set(['timed-out']));
  });

  it('is asked a second time', async () => {
    const all = await collect(
      { estate: { 'eu-west-1': everything }, faults: [{ action: 'ListFunctions', does: 'hangs', times: 1 }] },
      { services: ['lambda'], timeouts: soon },
    );
    expect(failures(all)).toEqual([]);
    expect(ofType(all, 'lambda:function')).toHaveLength(1);
  });
});

describe('an address where nobody listens', () => {
  it('is a failure of each call, not of the program', async () => {
    const all = await collect({}, { services: ['lambda'], env: { AWS_ENDPOINT_URL_LAMBDA: 'http://127.0.0.1:9' } });
    expect(failures(all)).toEqual(['eu-west-1 lambda:ListFunctions * failed']);
  });
});

describe('a login page of a proxy', () => {
  it.each([
    ['rds', ['DescribeDBClusters', 'DescribeDBInstances', 'DescribeDBProxies']],
    ['elbv2', ['DescribeLoadBalancers', 'DescribeTargetGroups']],
    ['ec2', ['DescribeNatGateways', 'DescribeNetworkInterfaces', 'DescribeVpcEndpoints']],
    ['lambda', ['ListFunctions']],
  ] as const)('is no empty account to %s', async (name, actions) => {
    const all = await collect({ faults: [{ does: 'is-not-aws' }] }, { services: [name] });
    expect(all.regions[0]?.failed.map(({ action, why }) => [action, why])).toEqual(
      actions.map((action) => [action, 'failed']),
    );
  });
});

describe('a service that does not know a call', () => {
  it('is unsupported', async () => {
    const all = await collect(
      { faults: [{ action: 'DescribeDBProxies', does: 'says-invalid-action' }] },
      { services: ['rds'] },
    );
    expect(failures(all)).toEqual(['eu-west-1 rds:DescribeDBProxies * unsupported']);
  });
});

describe('a load balancer that goes while we read', () => {
  it('is left out, and nothing has failed', async () => {
    const all = await collect(
      {
        ...balancersOnly,
        faults: [
          { action: 'DescribeLoadBalancerAttributes', about: arns.alb, does: 'says-not-found' },
          { action: 'DescribeListeners', about: arns.alb, does: 'says-not-found' },
          { action: 'DescribeTags', about: arns.alb, does: 'says-not-found' },
        ],
      },
      { services: ['elbv2'] },
    );
    expect(failures(all)).toEqual([]);
    expect(ofType(all, 'elasticloadbalancing:loadbalancer').map((one) => one.arn)).toEqual([arns.nlb]);
    // What was asked for together with it is there all the same.
    expect(ofType(all, 'elasticloadbalancing:targetgroup').map(({ answer }) => answer.Tags)).toEqual([[], [], []]);
  });
});

describe('credentials', () => {
  const refusal = async (...given: Parameters<typeof collect>): Promise<unknown> =>
    collect(...given).then(
      () => 'nothing was thrown',
      (error: unknown) => error,
    );

  it.each([
    ['are expired', 'says-expired', 'ExpiredToken'],
    ['are not known', 'says-unrecognised', 'InvalidClientTokenId'],
  ] as const)('that %s are one problem', async (_what, does, code) => {
    const error = await refusal({ faults: [{ does }] }, { regions: ['eu-west-1', 'us-east-1'] });
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).problems).toHaveLength(1);
    expect((error as InputError).message).toMatch(
      new RegExp(
        `^AWS cannot be read without valid credentials \\(${code}: .*\\); run \`aws sso login\`, set AWS_PROFILE`,
      ),
    );
  });

  it('that are missing are one problem, and nothing is called', async () => {
    const without = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
    const error = await refusal({}, { env: without });
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toMatch(
      /^AWS cannot be read without valid credentials \(CredentialsProviderError: /,
    );
  });

  it('that one Region does not know cost that Region', async () => {
    const all = await collect(
      { estate: { 'eu-west-1': everything }, faults: [{ region: 'me-south-1', does: 'says-unrecognised' }] },
      { services: ['lambda'], regions: ['eu-west-1', 'me-south-1'] },
    );
    expect(failures(all)).toEqual(['me-south-1 lambda:ListFunctions * failed']);
  });

  it('never appear in what is thrown or collected', async () => {
    const all = await collect({ faults: [{ does: 'breaks', api: 'rds' }] }, { services: ['rds'] });
    expect(JSON.stringify(all.regions)).not.toMatch(/AKIATEST|not-a-secret/);
  });
});

describe('Regions', () => {
  it('are read once each, in their order', async () => {
    const all = await collect({}, { regions: ['us-east-1', 'eu-west-1', 'us-east-1'], services: ['lambda'] });
    expect(all.regions.map(({ region }) => region)).toEqual(['us-east-1', 'eu-west-1']);
  });

  it('are the one of the environment where none is named', async () => {
    const all = await collect({}, { regions: [], services: ['lambda'], env: { AWS_REGION: 'ap-southeast-2' } });
    expect(all.regions.map(({ region }) => region)).toEqual(['ap-southeast-2']);
    expect(new Set(all.aws.calls.map(({ region }) => region))).toEqual(new Set(['ap-southeast-2']));
  });

  it('are asked for where there is none', async () => {
    await expect(collect({}, { regions: [] })).rejects.toThrow(
      'no Region is named, so AWS cannot be read; say --regions eu-west-1, or set AWS_REGION',
    );
  });

  it.each(['eu-wst', 'eu-west-1.evil.example', '../../x', 'EU-WEST-1', ''])(
    'that are none are refused: %j',
    async (region) => {
      await expect(collect({}, { regions: ['eu-west-1', region] })).rejects.toThrow(
        `${JSON.stringify(region)} is no AWS Region, so it cannot be read; a Region is called like eu-west-1`,
      );
    },
  );

  it.each(['us-gov-west-1', 'cn-north-1', 'us-isob-east-1', 'eusc-de-east-1', 'mx-central-1'])(
    'may be called %s',
    async (region) => {
      const all = await collect({}, { regions: [region], services: ['lambda'] });
      expect(failures(all)).toEqual([]);
    },
  );
});
