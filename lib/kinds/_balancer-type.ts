import type { Json, Table } from '../core/setting';

/**
 * Whether an `aws_lb` is of a type. Unset is an Application Load Balancer, as the provider documents; `null` where the type is
 * not known yet.
 */
export function isBalancerOf(
  type: 'application' | 'network' | 'gateway',
): (attributes: Table<Json | undefined>) => boolean | null {
  return (attributes) => {
    const value = 'load_balancer_type' in attributes ? attributes.load_balancer_type : null;
    if (value === undefined) return null;
    return (value === null || value === '' ? 'application' : value) === type;
  };
}
