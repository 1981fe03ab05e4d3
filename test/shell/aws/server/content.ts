import type { Json } from '../../../../lib/core/setting';
import type { Group, Item, Region } from './estate';
import type { Call } from './request';

/** How the server keeps to the API, or does not. */
export type Habits = {
  /** Items of a page, whatever the request asks for; the API's own maximum unless said. */
  readonly pageSize?: number;
  /** Parameters are listed whatever the filter says, as some servers do. */
  readonly ignoresFilters?: true;
  /** Every page announces another one, and always the same. */
  readonly alwaysMore?: true;
};

/** The fields of the SDK's output; `not-found` where what is asked for does not exist, `null` for a call that it does not know. */
export function contentOf(call: Call, region: Region, habits: Habits): Json | 'not-found' | null {
  const page = (field: string, items: readonly Json[], token: string, next: string, size: number): Json =>
    habits.alwaysMore === true
      ? { [field]: items, [next]: 'again' }
      : paged(field, items, call.value(token), next, habits.pageSize ?? size);
  const rds = (field: string, items: readonly Json[] | undefined): Json =>
    page(field, items ?? [], 'Marker', 'Marker', 100);
  const elb = (field: string, items: readonly Json[]): Json => page(field, items, 'Marker', 'NextMarker', 400);
  const ec2 = (field: string, items: readonly Json[] | undefined): Json =>
    page(field, items ?? [], 'NextToken', 'NextToken', 1000);
  const ecs = (field: string, items: readonly Json[]): Json => page(field, items, 'nextToken', 'nextToken', 100);

  const proxy = region.proxies?.find((one) => one.is.DBProxyName === call.value('DBProxyName'));
  const balancer = region.balancers?.find((one) => one.is.LoadBalancerArn === call.value('LoadBalancerArn'));
  const listeners = (region.balancers ?? []).flatMap((one) => one.listeners ?? []);
  const listener = listeners.find((one) => one.is.ListenerArn === call.value('ListenerArn'));
  const targetGroup = region.targetGroups?.find((one) => one.is.TargetGroupArn === call.value('TargetGroupArn'));

  switch (`${call.api}:${call.action}`) {
    case 'sts:GetCallerIdentity':
      return {
        Account: '123456789012',
        Arn: 'arn:aws:sts::123456789012:assumed-role/auditor/holdfast',
        UserId: 'AROA',
      };
    case 'rds:DescribeDBInstances':
      return rds('DBInstances', region.instances);
    case 'rds:DescribeDBClusters':
      return rds('DBClusters', region.clusters);
    case 'rds:DescribeDBParameterGroups':
      return rds(
        'DBParameterGroups',
        region.parameterGroups?.map(({ is }) => is),
      );
    case 'rds:DescribeDBClusterParameterGroups':
      return rds(
        'DBClusterParameterGroups',
        region.clusterParameterGroups?.map(({ is }) => is),
      );
    case 'rds:DescribeDBParameters': {
      const group = groupCalled(region.parameterGroups, 'DBParameterGroupName', call);
      return group === undefined ? 'not-found' : rds('Parameters', filtered(group.rows, call, habits));
    }
    case 'rds:DescribeDBClusterParameters': {
      const group = groupCalled(region.clusterParameterGroups, 'DBClusterParameterGroupName', call);
      return group === undefined ? 'not-found' : rds('Parameters', filtered(group.rows, call, habits));
    }
    case 'rds:DescribeEngineDefaultParameters': {
      const rows = region.engineDefaults?.[call.value('DBParameterGroupFamily') ?? ''];
      return { EngineDefaults: rds('Parameters', filtered(rows, call, habits)) };
    }
    case 'rds:DescribeDBProxies':
      return rds(
        'DBProxies',
        region.proxies?.map(({ is }) => is),
      );
    case 'rds:DescribeDBProxyTargetGroups':
      return proxy === undefined
        ? 'not-found'
        : rds(
            'TargetGroups',
            proxy.targetGroups?.map(({ is }) => is),
          );
    case 'rds:DescribeDBProxyTargets': {
      const name = call.value('TargetGroupName') ?? 'default';
      const group = proxy?.targetGroups?.find(({ is }) => is.TargetGroupName === name);
      return group === undefined ? 'not-found' : rds('Targets', group.targets);
    }
    case 'rds:DescribeDBProxyEndpoints':
      return proxy === undefined ? 'not-found' : rds('DBProxyEndpoints', proxy.endpoints);
    case 'rds:ListTagsForResource': {
      const tagged = region.proxies?.find((one) => one.is.DBProxyArn === call.value('ResourceName'));
      return tagged === undefined ? 'not-found' : { TagList: pairs(tagged.tags) };
    }
    case 'elbv2:DescribeLoadBalancers':
      return elb(
        'LoadBalancers',
        (region.balancers ?? []).map(({ is }) => is),
      );
    case 'elbv2:DescribeLoadBalancerAttributes':
      return balancer === undefined ? 'not-found' : { Attributes: pairs(balancer.attributes) };
    case 'elbv2:DescribeListeners':
      return balancer === undefined
        ? 'not-found'
        : elb(
            'Listeners',
            (balancer.listeners ?? []).map(({ is }) => is),
          );
    case 'elbv2:DescribeListenerAttributes':
      return listener === undefined ? 'not-found' : { Attributes: pairs(listener.attributes) };
    case 'elbv2:DescribeRules':
      return listener === undefined ? 'not-found' : elb('Rules', listener.rules ?? []);
    case 'elbv2:DescribeTargetGroups':
      return elb(
        'TargetGroups',
        (region.targetGroups ?? []).map(({ is }) => is),
      );
    case 'elbv2:DescribeTargetGroupAttributes':
      return targetGroup === undefined ? 'not-found' : { Attributes: pairs(targetGroup.attributes) };
    case 'elbv2:DescribeTargetHealth': {
      const descriptions = targetGroup?.targets?.map((Target) => ({ Target, TargetHealth: { State: 'healthy' } }));
      return targetGroup === undefined ? 'not-found' : { TargetHealthDescriptions: descriptions ?? [] };
    }
    case 'elbv2:DescribeTags': {
      const all = [...(region.balancers ?? []), ...listeners, ...(region.targetGroups ?? [])];
      const arnOf = ({ is }: { is: Item }): Json | undefined =>
        is.ListenerArn ?? is.TargetGroupArn ?? is.LoadBalancerArn;
      return described(call.list('ResourceArns.member'), 'ResourceArn', (arn) => all.find((one) => arnOf(one) === arn));
    }
    case 'classic:DescribeLoadBalancers':
      return elb(
        'LoadBalancerDescriptions',
        (region.classicBalancers ?? []).map(({ is }) => is),
      );
    case 'classic:DescribeLoadBalancerAttributes': {
      const found = region.classicBalancers?.find((one) => one.is.LoadBalancerName === call.value('LoadBalancerName'));
      return found === undefined ? 'not-found' : { LoadBalancerAttributes: found.attributes ?? {} };
    }
    case 'classic:DescribeTags':
      return described(call.list('LoadBalancerNames.member'), 'LoadBalancerName', (name) =>
        region.classicBalancers?.find((one) => one.is.LoadBalancerName === name),
      );
    case 'ec2:DescribeNatGateways': {
      const states = call.list('Filter.1.Value');
      const isWanted = ({ State }: Item): boolean => states.length === 0 || states.includes(String(State));
      return ec2('NatGateways', region.natGateways?.filter(isWanted));
    }
    case 'ec2:DescribeVpcEndpoints':
      return ec2('VpcEndpoints', region.vpcEndpoints);
    case 'ec2:DescribeNetworkInterfaces':
      return ec2('NetworkInterfaces', region.networkInterfaces);
    case 'network-firewall:ListFirewalls':
      return ec2(
        'Firewalls',
        region.firewalls?.map(({ FirewallName = null, FirewallArn = null }) => ({ FirewallName, FirewallArn })),
      );
    case 'network-firewall:DescribeFirewall': {
      const found = region.firewalls?.find((one) => one.FirewallArn === call.value('FirewallArn'));
      return found === undefined ? 'not-found' : { Firewall: found };
    }
    case 'network-firewall:ListFirewallPolicies':
      return ec2(
        'FirewallPolicies',
        region.firewallPolicies?.map(({ is }) => ({
          Name: is.FirewallPolicyName ?? null,
          Arn: is.FirewallPolicyArn ?? null,
        })),
      );
    case 'network-firewall:DescribeFirewallPolicy': {
      const found = region.firewallPolicies?.find(({ is }) => is.FirewallPolicyArn === call.value('FirewallPolicyArn'));
      return found === undefined ? 'not-found' : { FirewallPolicyResponse: found.is, FirewallPolicy: found.policy };
    }
    case 'ecs:ListClusters':
      return ecs('clusterArns', [...new Set((region.services ?? []).map((one) => one.clusterArn ?? null))]);
    case 'ecs:ListServices': {
      const mine = (region.services ?? []).filter((one) => one.clusterArn === call.value('cluster'));
      return ecs(
        'serviceArns',
        mine.map((one) => one.serviceArn ?? null),
      );
    }
    case 'ecs:DescribeServices':
      return {
        services: (region.services ?? []).filter((one) => call.list('services').includes(String(one.serviceArn))),
      };
    case 'lambda:ListFunctions':
      return page('Functions', region.functions ?? [], 'Marker', 'NextMarker', 50);
    default:
      return null;
  }
}

function paged(field: string, items: readonly Json[], token: string | undefined, next: string, size: number): Json {
  const from = Number(token ?? '0');
  const to = from + size;
  return { [field]: items.slice(from, to), ...(to < items.length ? { [next]: String(to) } : {}) };
}

function groupCalled(groups: readonly Group[] | undefined, member: string, call: Call): Group | undefined {
  return groups?.find(({ is }) => is[member] === call.value(member));
}

function filtered(rows: readonly Item[] | undefined, call: Call, { ignoresFilters }: Habits): readonly Item[] {
  const wanted = call.list('Filters.Filter.1.Values.Value');
  if (wanted.length > 100) throw new Error('Only up to 100 unique filter values may be specified per filter');
  if (ignoresFilters === true || call.value('Filters.Filter.1.Name') !== 'parameter-name') return rows ?? [];
  return (rows ?? []).filter((row) => wanted.includes(String(row.ParameterName)));
}

function pairs(names: { readonly [name: string]: string } | undefined): readonly Item[] {
  return Object.entries(names ?? {}).map(([Key, Value]) => ({ Key, Value }));
}

type Tagged = { readonly tags?: { readonly [name: string]: string } };

/** One resource that is not there fails the call for all. */
function described(
  ids: readonly string[],
  member: string,
  find: (id: string) => Tagged | undefined,
): Json | 'not-found' {
  if (ids.length > 20 || ids.some((id) => find(id) === undefined)) return 'not-found';
  return { TagDescriptions: ids.map((id) => ({ [member]: id, Tags: pairs(find(id)?.tags) })) };
}
