import type { Json } from '../../core/setting';
import { own, textOf } from '../../read/json';
import type { Answer, Asks } from './asks';
import { found, type Found, type Type } from './found';
import { fields, shaped, type Shape } from './shape';

const tags = fields('Key', 'Value');

const firewall: Type = {
  type: 'network-firewall:firewall',
  arn: 'FirewallArn',
  shape: { ...fields('FirewallName', 'FirewallArn', 'FirewallPolicyArn', 'VpcId'), Tags: tags },
};

const policy: Type = {
  type: 'network-firewall:firewall-policy',
  arn: 'FirewallPolicyArn',
  shape: { ...fields('FirewallPolicyName', 'FirewallPolicyArn'), Tags: tags },
};

const timers: Shape = {
  StatefulEngineOptions: {
    ...fields('RuleOrder', 'StreamExceptionPolicy'),
    FlowTimeouts: fields('TcpIdleTimeoutSeconds'),
  },
};

/** Network firewalls, and the policies with their timers. Both lists say little more than the name. */
export async function readFirewalls(asks: Asks<'firewall'>): Promise<readonly Found[]> {
  const [firewalls, policies] = await Promise.all([asks.all('ListFirewalls'), asks.all('ListFirewallPolicies')]);
  const read = await Promise.all([
    ...firewalls.items.map((item) => readFirewall(asks, item)),
    ...policies.items.map((item) => readPolicy(asks, item)),
  ]);
  return read.flat();
}

async function readFirewall(asks: Asks<'firewall'>, listed: Json): Promise<readonly Found[]> {
  const FirewallArn = textOf(own(listed, 'FirewallArn')) ?? '';
  const described = await asks.one('DescribeFirewall', { FirewallArn }, FirewallArn);
  const item = together(listed, own(described.answer, 'Firewall'));
  return found(firewall, item, [open('FirewallPolicyArn', described)]);
}

async function readPolicy(asks: Asks<'firewall'>, listed: Json): Promise<readonly Found[]> {
  // The list names its members otherwise than the description does.
  const arn = textOf(own(listed, 'Arn')) ?? '';
  const named = { FirewallPolicyArn: arn, FirewallPolicyName: own(listed, 'Name') ?? null };
  const described = await asks.one('DescribeFirewallPolicy', { FirewallPolicyArn: arn }, arn);
  const item = together(named, own(described.answer, 'FirewallPolicyResponse'));
  const value = shaped(own(described.answer, 'FirewallPolicy'), timers);
  return found(policy, item, [{ field: 'FirewallPolicy', value, missing: described.missing }]);
}

function open(
  field: string,
  { answer, missing }: Answer,
): { field: string; value: Json | undefined; missing: Answer['missing'] } {
  return { field, value: own(own(answer, 'Firewall'), field), missing };
}

function together(one: Json, other: Json | undefined): Json {
  return { ...(one as object), ...(other as object | undefined) } as Json;
}
