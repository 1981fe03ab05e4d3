import type { Note } from '../../core/fact';
import { shortened } from '../written';
import type { FailedCall, Refusal } from './collection';
import type { Region } from './form';

/** What a call answers, as a message says that it was not read. */
const answers: ReadonlyMap<string, string> = new Map([
  ['DescribeDBInstances', 'RDS instances'],
  ['DescribeDBClusters', 'DB clusters'],
  ['DescribeDBParameterGroups', 'families of DB parameter groups'],
  ['DescribeDBClusterParameterGroups', 'families of DB cluster parameter groups'],
  ['DescribeDBParameters', 'parameters'],
  ['DescribeDBClusterParameters', 'parameters'],
  ['DescribeDBProxies', 'RDS proxies'],
  ['DescribeDBProxyTargetGroups', 'connection pools'],
  ['DescribeDBProxyTargets', 'targets'],
  ['DescribeDBProxyEndpoints', 'endpoints'],
  ['ListTagsForResource', 'tags'],
  ['DescribeLoadBalancers', 'load balancers'],
  ['DescribeLoadBalancerAttributes', 'attributes'],
  ['DescribeListeners', 'listeners'],
  ['DescribeListenerAttributes', 'attributes'],
  ['DescribeRules', 'rules'],
  ['DescribeTargetGroups', 'target groups'],
  ['DescribeTargetGroupAttributes', 'attributes'],
  ['DescribeTargetHealth', 'targets'],
  ['DescribeTags', 'tags'],
  ['DescribeNatGateways', 'NAT gateways'],
  ['DescribeVpcEndpoints', 'VPC endpoints'],
  ['DescribeNetworkInterfaces', 'network interfaces'],
  ['ListFirewalls', 'network firewalls'],
  ['DescribeFirewall', 'policies'],
  ['ListFirewallPolicies', 'firewall policies'],
  ['DescribeFirewallPolicy', 'timeouts'],
  ['ListClusters', 'ECS services'],
  ['ListServices', 'ECS services'],
  ['DescribeServices', 'ECS services'],
  ['ListFunctions', 'Lambda functions'],
]);

/** The IAM action that a call needs. */
function actionOf({ service, action }: FailedCall): string {
  return `${service}:${action}`;
}

/** What became of a call: `rds:DescribeDBProxies was denied`. */
export function failureOf(call: FailedCall): string {
  const became: Readonly<Record<Refusal, string>> = {
    denied: 'was denied',
    'denied-by-scp': 'is forbidden by a service control policy',
    throttled: 'was throttled until it gave up',
    'timed-out': 'got no answer in time',
    unsupported: 'is not known there',
    interrupted: 'was interrupted',
    failed: call.message === '' ? 'failed' : `failed (${shortened(call.message, 300)})`,
  };
  return `${actionOf(call)} ${became[call.why]}`;
}

/** What makes a call answer the next time. */
export function remedyOf(call: FailedCall): string {
  const remedies: Readonly<Record<Refusal, string>> = {
    denied: `allow ${actionOf(call)} to the role that reads, and collect again`,
    'denied-by-scp': `have the service control policy allow ${actionOf(call)} here, or leave this Region out`,
    throttled: 'collect again while others call less',
    'timed-out': 'collect again, and see whether the endpoint of the service is reached from here',
    unsupported: 'see whether the Region is enabled and has the service',
    interrupted: 'collect again, to the end',
    failed: 'collect again',
  };
  return remedies[call.why];
}

/** Whether a call asks for what AWS documents: where it gives no answer, nothing is missing. */
export function isDocumented({ action }: FailedCall): boolean {
  return action.startsWith('DescribeEngineDefault');
}

/**
 * One note per call and cause that says what is not known for it. A service that a Region does not have hides nothing there;
 * and what AWS documents as its engines' defaults is known without asking. Everything else leaves the audit incomplete.
 */
export function failureNotes(document: string, regions: readonly Region[]): readonly Note[] {
  return regions.flatMap(({ account, region, failed }) => {
    const alike = new Map<string, FailedCall[]>();
    for (const call of failed) {
      const key = JSON.stringify([call.service, call.action, call.why, call.subject === null]);
      const group = alike.get(key);
      if (group === undefined) alike.set(key, [call]);
      else group.push(call);
    }
    return [...alike.values()].flatMap((calls) => noteOn(calls, account, region, document));
  });
}

function noteOn(
  calls: readonly FailedCall[],
  account: string | null,
  region: string,
  document: string,
): readonly Note[] {
  const [first] = calls;
  if (first === undefined) return [];
  const what = answers.get(first.action) ?? 'answers';
  const lost = isDocumented(first)
    ? 'so the documented defaults stand in for its own'
    : first.subject === null
      ? `so no ${what} were read`
      : `so the ${what} of ${listed(calls.flatMap(({ subject }) => subject ?? []))} are not known`;
  const isNowhere = first.why === 'unsupported' && first.subject === null;
  return [
    {
      what: `${account === null ? '' : `${account} `}${region}`,
      why: `${failureOf(first)}, ${lost}; ${remedyOf(first)}`,
      level: isDocumented(first) ? 'info' : isNowhere ? 'unread' : 'incomplete',
      location: { document },
    },
  ];
}

/** What the optional clients read. */
const readBy: ReadonlyMap<string, string> = new Map([
  ['@aws-sdk/client-elastic-load-balancing', 'Classic Load Balancers'],
  ['@aws-sdk/client-ec2', 'NAT gateways and VPC endpoints'],
  ['@aws-sdk/client-network-firewall', 'network firewalls'],
  ['@aws-sdk/client-ecs', 'ECS services'],
  ['@aws-sdk/client-lambda', 'Lambda functions'],
]);

/** One note per client that is not installed. */
export function absenceNotes(document: string, regions: readonly Region[]): readonly Note[] {
  const absent = new Map(regions.flatMap((region) => region.absent.map((one) => [one.package, one.service] as const)));
  return [...absent].map(([npmPackage, service]) => ({
    what: readBy.get(npmPackage) ?? service,
    why: `were not read, since ${npmPackage} is not installed; npm install ${npmPackage}`,
    level: 'unread',
    location: { document },
  }));
}

function listed(subjects: readonly string[]): string {
  const some = subjects.slice(0, 3).map((subject) => shortened(subject, 120));
  const rest = subjects.length - some.length;
  return rest === 0 ? some.join(', ') : `${some.join(', ')} and ${String(rest)} more`;
}
