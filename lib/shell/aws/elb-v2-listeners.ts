import type { Json } from '../../core/setting';
import { own, textOf } from '../../read/json';
import type { Asks } from './asks';
import { tagsOf } from './elb-tags';
import { distinct, found, itemsOf, textsOf, type Found, type Part, type Type } from './found';
import { fields, shaped, type Shape } from './shape';

const pairs = fields('Key', 'Value');

const actions: Shape = {
  Type: true,
  Order: true,
  TargetGroupArn: true,
  ForwardConfig: { TargetGroups: fields('TargetGroupArn', 'Weight') },
};

const listener: Type = {
  type: 'elasticloadbalancing:listener',
  arn: 'ListenerArn',
  shape: { ...fields('ListenerArn', 'LoadBalancerArn', 'Port', 'Protocol'), DefaultActions: actions },
};

const rule: Type = {
  type: 'elasticloadbalancing:listener-rule',
  arn: 'RuleArn',
  shape: { ...fields('RuleArn', 'Priority', 'IsDefault', 'ListenerArn'), Actions: actions },
};

/**
 * The listeners of a load balancer and their rules, and the field of the load balancer that stays open where they could not
 * be read. `groups`: all target groups, `null` where not all of them are known.
 */
export async function readListeners(
  asks: Asks<'elbv2'>,
  LoadBalancerArn: string,
  groups: readonly Json[] | null,
): Promise<{ readonly found: readonly Found[]; readonly part: Part }> {
  const { items, missing } = await asks.all('DescribeListeners', { LoadBalancerArn }, LoadBalancerArn);
  const tags = tagsOf(textsOf(items, 'ListenerArn'), 'ResourceArn', (ResourceArns, subject) =>
    asks.one('DescribeTags', { ResourceArns }, subject),
  );
  const behind = groups?.filter((group) => itemsOf(group, 'LoadBalancerArns').includes(LoadBalancerArn)) ?? null;
  const read = await Promise.all(
    items.map(async (item) => {
      const arn = textOf(own(item, 'ListenerArn')) ?? '';
      const [attributes, rules, tag] = await Promise.all([
        attributesOf(asks, item, arn),
        rulesOf(asks, item, arn, behind),
        tags(arn),
      ]);
      const self = found(listener, item, [...attributes, rules.part, tag]);
      return self.length === 0 ? [] : [...self, ...rules.found];
    }),
  );
  return { found: read.flat(), part: { field: 'Listeners', value: undefined, missing } };
}

/**
 * Only TCP and GENEVE listeners have a timer that can be set, and the listeners of a gateway have no protocol
 * (lib/kinds/_listener.ts, with its sources).
 */
async function attributesOf(asks: Asks<'elbv2'>, item: Json, ListenerArn: string): Promise<readonly Part[]> {
  const protocol = textOf(own(item, 'Protocol'));
  if (protocol !== undefined && protocol !== 'TCP' && protocol !== 'GENEVE') return [];
  const { answer, missing } = await asks.one('DescribeListenerAttributes', { ListenerArn }, ListenerArn);
  return [{ field: 'ListenerAttributes', value: shaped(own(answer, 'Attributes'), pairs), missing }];
}

/**
 * Rules lead to further target groups. They are asked for only where the load balancer has one that the default actions of
 * the listener do not name: one call per listener is what takes the longest in a large account.
 */
async function rulesOf(
  asks: Asks<'elbv2'>,
  item: Json,
  ListenerArn: string,
  behind: readonly Json[] | null,
): Promise<{ readonly found: readonly Found[]; readonly part: Part }> {
  const none: Part = { field: 'Rules', value: undefined, missing: null };
  const named = itemsOf(item, 'DefaultActions').flatMap(groupsOf);
  const isHttp = ['HTTP', 'HTTPS'].includes(textOf(own(item, 'Protocol')) ?? '');
  const hasMore = behind === null || textsOf(behind, 'TargetGroupArn').some((group) => !named.includes(group));
  if (!isHttp || !hasMore) return { found: [], part: none };
  const { items, missing } = await asks.all('DescribeRules', { ListenerArn }, ListenerArn);
  const rules = items.filter((one) => own(one, 'IsDefault') !== true);
  // A rule does not say whose it is; the request did.
  const withListener = rules.map((one) => ({ ...(one as object), ListenerArn }) as Json);
  return { found: withListener.flatMap((one) => found(rule, one)), part: { ...none, missing } };
}

function groupsOf(action: Json): readonly string[] {
  const weighted = itemsOf(own(action, 'ForwardConfig'), 'TargetGroups');
  return distinct(textsOf([action, ...weighted], 'TargetGroupArn'));
}
