import { own, textOf } from '../../read/json';
import type { Asks } from './asks';
import { tagsOf } from './elb-tags';
import { found, textsOf, type Found, type Type } from './found';
import { fields, shaped, type Shape } from './shape';

const listeners: Shape = { Listener: fields('Protocol', 'LoadBalancerPort', 'InstanceProtocol', 'InstancePort') };

const balancer: Type = {
  type: 'elasticloadbalancing:loadbalancer-classic',
  shape: { ...fields('LoadBalancerName', 'DNSName', 'Scheme', 'VPCId'), ListenerDescriptions: listeners },
};

const attributes: Shape = {
  ConnectionSettings: fields('IdleTimeout'),
  ConnectionDraining: fields('Enabled', 'Timeout'),
};

/** Classic Load Balancers, whose attributes are an object where those of the others are a list. */
export async function readClassicBalancers(asks: Asks<'classic'>): Promise<readonly Found[]> {
  const { items } = await asks.all('DescribeLoadBalancers');
  const tags = tagsOf(textsOf(items, 'LoadBalancerName'), 'LoadBalancerName', (LoadBalancerNames, subject) =>
    asks.one('DescribeTags', { LoadBalancerNames }, subject),
  );
  const read = await Promise.all(
    items.map(async (item) => {
      const LoadBalancerName = textOf(own(item, 'LoadBalancerName')) ?? '';
      const input = { LoadBalancerName };
      const { answer, missing } = await asks.one('DescribeLoadBalancerAttributes', input, LoadBalancerName);
      const value = shaped(own(answer, 'LoadBalancerAttributes'), attributes);
      return found(balancer, item, [{ field: 'LoadBalancerAttributes', value, missing }, await tags(LoadBalancerName)]);
    }),
  );
  return read.flat();
}
