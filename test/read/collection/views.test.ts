import type { FailedCall, Refusal } from '../../../lib/read/collection/collection';
import { viewsOf } from '../../../lib/read/collection/views';

const account = '111122223333';
const region = 'eu-west-1';
const failed = (
  service: string,
  action: string,
  why: Refusal = 'denied',
  subject: string | null = null,
): FailedCall => ({
  service,
  action,
  subject,
  why,
  message: '',
});

describe('where a collected document looked', () => {
  it.each<[string, readonly FailedCall[], readonly string[], readonly string[]]>([
    ['all was read', [], [], []],
    ['a list was denied', [failed('rds', 'DescribeDBProxies')], [], ['rds']],
    ['one resource was not answered', [failed('rds', 'DescribeDBProxyEndpoints', 'failed', 'orders')], [], ['rds']],
    [
      'what is missing is documented',
      [failed('rds', 'DescribeEngineDefaultParameters', 'failed', 'postgres16')],
      [],
      [],
    ],
    [
      'several calls of one service',
      [
        failed('rds', 'DescribeDBProxies'),
        failed('rds', 'DescribeDBClusters', 'interrupted'),
        failed('ec2', 'DescribeNatGateways'),
      ],
      [],
      ['rds', 'ec2'],
    ],
    ['a client is not installed', [], ['ecs'], ['ecs']],
    [
      'a client of a service that another one reads the rest of',
      [],
      ['elastic-load-balancing'],
      ['elasticloadbalancing:loadbalancer-classic'],
    ],
  ])('%s', (_, calls, absent, unread) => {
    const absences = absent.map((service) => ({ service, package: `@aws-sdk/client-${service}` }));
    const regions = [{ account, region, resources: [], failed: calls, absent: absences }];
    expect(viewsOf({ complete: true, regions, notes: [] })).toEqual([{ account, region, unread }]);
  });

  const empty = { resources: [], failed: [], absent: [] };

  it('keeps accounts without a number, and Regions, apart', () => {
    const regions = [
      { account: null, region, ...empty },
      { account, region: 'us-east-1', ...empty },
    ];
    expect(viewsOf({ complete: true, regions, notes: [] })).toEqual([
      { account: null, region, unread: [] },
      { account, region: 'us-east-1', unread: [] },
    ]);
  });

  it.each([
    ['interrupted', { complete: false, notes: [] }],
    [
      'broken in parts',
      { complete: true, notes: [{ what: 'live.json', why: 'a Region without a name', level: 'incomplete' as const }] },
    ],
  ])('vouches for nothing where it was %s', (_, of) => {
    expect(viewsOf({ ...of, regions: [{ account, region, ...empty }] })).toEqual([]);
  });
});
