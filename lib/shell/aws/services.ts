import type { Pace } from './pace';

/** How a call answers in pages. Paths are dotted. */
export type Pages = {
  /** What the request says to get the largest page; nothing where the default page is the largest. */
  readonly size: Readonly<Record<string, number>>;
  /** The member of the request that takes the token. */
  readonly token: string;
  /** The member of the answer that holds the next one. */
  readonly next: string;
  /** The list in the answer. */
  readonly items: string;
};

/** One API action that may be called. Its name and the service's prefix are the IAM action that it needs. */
export type Call = {
  readonly pages?: Pages;
  /** IAM knows no narrower permission than all resources: what is denied for one is denied for all, and is not asked again. */
  readonly allOrNone?: true;
};

/** One service: which client asks it, how fast, and every call that is ever made to it. */
export type Service = {
  /** The IAM prefix, and the name by which the service signs. */
  readonly prefix: string;
  /** What a statement of an IAM policy calls it. */
  readonly sid: string;
  readonly package: string;
  /** The class of the client in its package. */
  readonly client: string;
  readonly pace: Pace;
  readonly calls: Readonly<Record<string, Call>>;
};

/**
 * "The maximum number of tokens is 40 and the refill rate is 10 per second", per account and Region, shared with everybody who
 * calls: https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html. A margin is left to them.
 */
const balancerPace: Pace = { perSecond: 8, burst: 20 };

/** AWS publishes no limit of the RDS API and none for our calls to the other services: UNVERIFIED, and meant to be modest. */
const modestPace: Pace = { perSecond: 5, burst: 5 };

/** Pages of RDS: `MaxRecords` is 20 to 100 (API model of RDS). */
const rdsPages = (items: string): Call => ({
  pages: { size: { MaxRecords: 100 }, token: 'Marker', next: 'Marker', items },
});

/** Pages of Elastic Load Balancing: `PageSize` is 1 to 400 (API models). Its describing actions know no resource types in IAM. */
const balancerPages = (items: string): Call => ({
  pages: { size: { PageSize: 400 }, token: 'Marker', next: 'NextMarker', items },
  allOrNone: true,
});
const perBalancer: Call = { allOrNone: true };

/** Pages of EC2 ("If the value is greater than 1,000, we return only 1,000 items") and Network Firewall: 1 to 100 (API models). */
const tokenPages = (items: string, MaxResults: number): Call => ({
  pages: { size: { MaxResults }, token: 'NextToken', next: 'NextToken', items },
});

/** Pages of ECS: `maxResults` is 1 to 100 (API model). */
const ecsPages = (items: string): Call => ({
  pages: { size: { maxResults: 100 }, token: 'nextToken', next: 'nextToken', items },
});

/** Every call that is made to AWS, and nothing else is: what runs, what is installed for it, and which permissions it needs. */
export const services = {
  rds: {
    prefix: 'rds',
    sid: 'RdsRead',
    package: '@aws-sdk/client-rds',
    client: 'RDSClient',
    pace: modestPace,
    calls: {
      DescribeDBInstances: rdsPages('DBInstances'),
      DescribeDBClusters: rdsPages('DBClusters'),
      DescribeDBParameterGroups: rdsPages('DBParameterGroups'),
      DescribeDBClusterParameterGroups: rdsPages('DBClusterParameterGroups'),
      DescribeDBParameters: rdsPages('Parameters'),
      DescribeDBClusterParameters: rdsPages('Parameters'),
      DescribeEngineDefaultParameters: {
        pages: {
          size: { MaxRecords: 100 },
          token: 'Marker',
          next: 'EngineDefaults.Marker',
          items: 'EngineDefaults.Parameters',
        },
      },
      DescribeDBProxies: rdsPages('DBProxies'),
      DescribeDBProxyTargetGroups: rdsPages('TargetGroups'),
      DescribeDBProxyTargets: rdsPages('Targets'),
      DescribeDBProxyEndpoints: rdsPages('DBProxyEndpoints'),
      // Proxies are the one thing of RDS that we read and whose list carries no tags.
      ListTagsForResource: {},
    },
  },
  elbv2: {
    prefix: 'elasticloadbalancing',
    sid: 'LoadBalancersRead',
    package: '@aws-sdk/client-elastic-load-balancing-v2',
    client: 'ElasticLoadBalancingV2Client',
    pace: balancerPace,
    calls: {
      DescribeLoadBalancers: balancerPages('LoadBalancers'),
      DescribeLoadBalancerAttributes: perBalancer,
      DescribeListeners: balancerPages('Listeners'),
      DescribeListenerAttributes: perBalancer,
      DescribeRules: balancerPages('Rules'),
      DescribeTargetGroups: balancerPages('TargetGroups'),
      DescribeTargetGroupAttributes: perBalancer,
      DescribeTargetHealth: perBalancer,
      DescribeTags: perBalancer,
    },
  },
  classic: {
    prefix: 'elasticloadbalancing',
    sid: 'ClassicLoadBalancersRead',
    package: '@aws-sdk/client-elastic-load-balancing',
    client: 'ElasticLoadBalancingClient',
    pace: balancerPace,
    calls: {
      DescribeLoadBalancers: balancerPages('LoadBalancerDescriptions'),
      DescribeLoadBalancerAttributes: perBalancer,
      DescribeTags: perBalancer,
    },
  },
  ec2: {
    prefix: 'ec2',
    sid: 'NetworkRead',
    package: '@aws-sdk/client-ec2',
    client: 'EC2Client',
    pace: modestPace,
    calls: {
      DescribeNatGateways: tokenPages('NatGateways', 1000),
      DescribeVpcEndpoints: tokenPages('VpcEndpoints', 1000),
      DescribeNetworkInterfaces: tokenPages('NetworkInterfaces', 1000),
    },
  },
  firewall: {
    prefix: 'network-firewall',
    sid: 'FirewallsRead',
    package: '@aws-sdk/client-network-firewall',
    client: 'NetworkFirewallClient',
    pace: modestPace,
    calls: {
      ListFirewalls: tokenPages('Firewalls', 100),
      DescribeFirewall: {},
      ListFirewallPolicies: tokenPages('FirewallPolicies', 100),
      DescribeFirewallPolicy: {},
    },
  },
  ecs: {
    prefix: 'ecs',
    sid: 'ServicesRead',
    package: '@aws-sdk/client-ecs',
    client: 'ECSClient',
    pace: modestPace,
    calls: {
      ListClusters: ecsPages('clusterArns'),
      ListServices: ecsPages('serviceArns'),
      DescribeServices: {},
    },
  },
  lambda: {
    prefix: 'lambda',
    sid: 'FunctionsRead',
    package: '@aws-sdk/client-lambda',
    client: 'LambdaClient',
    pace: modestPace,
    calls: {
      // "returns a maximum of 50 items in each response, even if you set the number higher" (API model of Lambda).
      ListFunctions: { pages: { size: { MaxItems: 50 }, token: 'Marker', next: 'NextMarker', items: 'Functions' } },
    },
  },
} as const satisfies Record<string, Service>;

/**
 * The call that tells whose account it is, where its client is installed. It needs no permission: "No permissions are
 * required to perform this operation" (API model of STS).
 */
export const identity = {
  prefix: 'sts',
  sid: 'Identity',
  package: '@aws-sdk/client-sts',
  client: 'STSClient',
  pace: modestPace,
  calls: { GetCallerIdentity: {} },
} as const satisfies Service;

/** A service that is read. */
export type ServiceName = keyof typeof services;
/** The calls of a service. */
export type ActionOf<S extends ServiceName> = keyof (typeof services)[S]['calls'] & string;

/** All services that are read, in the order in which documents list them. */
export const serviceNames = Object.keys(services) as readonly ServiceName[];
