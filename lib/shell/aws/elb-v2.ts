import type { Json } from '../../core/setting';
import { own, textOf } from '../../read/json';
import type { Asks } from './asks';
import { tagsOf } from './elb-tags';
import { readListeners } from './elb-v2-listeners';
import { found, itemsOf, textsOf, type Found, type Part, type Type } from './found';
import { fields, shaped } from './shape';

const pairs = fields('Key', 'Value');

const balancer: Type = {
  type: 'elasticloadbalancing:loadbalancer',
  arn: 'LoadBalancerArn',
  shape: {
    ...fields('LoadBalancerArn', 'LoadBalancerName', 'DNSName', 'Scheme', 'Type', 'VpcId'),
    State: fields('Code'),
  },
};

const targetGroup: Type = {
  type: 'elasticloadbalancing:targetgroup',
  arn: 'TargetGroupArn',
  shape: fields('TargetGroupArn', 'TargetGroupName', 'Protocol', 'Port', 'TargetType', 'VpcId', 'LoadBalancerArns'),
};

/** Application, Network and Gateway Load Balancers with listeners and rules, and all target groups. */
export async function readBalancers(asks: Asks<'elbv2'>): Promise<readonly Found[]> {
  const [balancers, groups] = await Promise.all([asks.all('DescribeLoadBalancers'), asks.all('DescribeTargetGroups')]);
  const arns = [...textsOf(balancers.items, 'LoadBalancerArn'), ...textsOf(groups.items, 'TargetGroupArn')];
  const tags = tagsOf(arns, 'ResourceArn', (ResourceArns, subject) =>
    asks.one('DescribeTags', { ResourceArns }, subject),
  );
  const known = groups.missing === null ? groups.items : null;
  const [ofBalancers, ofGroups] = await Promise.all([
    Promise.all(balancers.items.map((item) => readBalancer(asks, item, known, tags))),
    Promise.all(groups.items.map((item) => readTargetGroup(asks, item, tags))),
  ]);
  return [...ofBalancers.flat(), ...ofGroups.flat()];
}

type Tags = ReturnType<typeof tagsOf>;

async function readBalancer(
  asks: Asks<'elbv2'>,
  item: Json,
  groups: readonly Json[] | null,
  tags: Tags,
): Promise<readonly Found[]> {
  const arn = textOf(own(item, 'LoadBalancerArn')) ?? '';
  const [attributes, listeners, tag] = await Promise.all([
    attributesOf(asks, item, arn),
    readListeners(asks, arn, groups),
    tags(arn),
  ]);
  const self = found(balancer, item, [...attributes, listeners.part, tag]);
  return self.length === 0 ? [] : [...self, ...listeners.found];
}

/** Only those of an Application Load Balancer are judged: the others keep their timers in listeners. */
async function attributesOf(asks: Asks<'elbv2'>, item: Json, LoadBalancerArn: string): Promise<readonly Part[]> {
  const type = textOf(own(item, 'Type')) ?? 'application';
  if (type !== 'application') return [];
  const { answer, missing } = await asks.one('DescribeLoadBalancerAttributes', { LoadBalancerArn }, LoadBalancerArn);
  return [{ field: 'LoadBalancerAttributes', value: shaped(own(answer, 'Attributes'), pairs), missing }];
}

async function readTargetGroup(asks: Asks<'elbv2'>, item: Json, tags: Tags): Promise<readonly Found[]> {
  const TargetGroupArn = textOf(own(item, 'TargetGroupArn')) ?? '';
  const [attributes, targets, tag] = await Promise.all([
    asks.one('DescribeTargetGroupAttributes', { TargetGroupArn }, TargetGroupArn),
    targetsOf(asks, item, TargetGroupArn),
    tags(TargetGroupArn),
  ]);
  const value = shaped(own(attributes.answer, 'Attributes'), pairs);
  return found(targetGroup, item, [
    { field: 'TargetGroupAttributes', value, missing: attributes.missing },
    ...targets,
    tag,
  ]);
}

/** Targets that are something else that is read: a load balancer, a function. Addresses and instances are nothing of that. */
async function targetsOf(asks: Asks<'elbv2'>, item: Json, TargetGroupArn: string): Promise<readonly Part[]> {
  const type = textOf(own(item, 'TargetType'));
  if (type !== 'alb' && type !== 'lambda') return [];
  const { answer, missing } = await asks.one('DescribeTargetHealth', { TargetGroupArn }, TargetGroupArn);
  const targets = itemsOf(answer, 'TargetHealthDescriptions').flatMap((one) => own(one, 'Target') ?? []);
  return [{ field: 'Targets', value: missing === null ? shaped(targets, fields('Id', 'Port')) : undefined, missing }];
}
