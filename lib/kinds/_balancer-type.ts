import type { Kind } from '../core/kind';
import type { Json, Table } from '../core/setting';

type When = (attributes: Table<Json | undefined>) => boolean | null;

/**
 * Which load balancers are of a type, in each source. Unset is an Application Load Balancer, as the provider and the API
 * document; `null` where the type is not known yet. AWS itself always says the type, and it alone does: emulators write `app`
 * into the ARN of every load balancer.
 */
export function balancerOf(
  type: 'application' | 'network' | 'gateway',
): Required<Pick<Kind, 'terraform' | 'cloudformation' | 'account'>> {
  return {
    terraform: { types: ['aws_lb', 'aws_alb'], when: isOf(type, 'load_balancer_type'), names: ['name', 'arn'] },
    cloudformation: { types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'], when: isOf(type, 'Type'), names: ['Name'] },
    account: {
      types: ['elasticloadbalancing:loadbalancer'],
      when: ({ Type }) => (typeof Type === 'string' ? Type === type : null),
      names: ['LoadBalancerName', 'LoadBalancerArn'],
    },
  };
}

function isOf(type: string, attribute: string): When {
  return (attributes) => {
    const value = attribute in attributes ? attributes[attribute] : null;
    if (value === undefined) return null;
    return (value === null || value === '' ? 'application' : value) === type;
  };
}
