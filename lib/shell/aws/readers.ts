import type { Asks } from './asks';
import { readNetwork } from './ec2';
import { readServices } from './ecs';
import { readClassicBalancers } from './elb-classic';
import { readBalancers } from './elb-v2';
import type { Found } from './found';
import { readFunctions } from './lambda';
import { readFirewalls } from './network-firewall';
import { readRds } from './rds';
import type { ServiceName } from './services';

/** How each service is read. */
export const readers: { readonly [S in ServiceName]: (asks: Asks<S>) => Promise<readonly Found[]> } = {
  rds: readRds,
  elbv2: readBalancers,
  classic: readClassicBalancers,
  ec2: readNetwork,
  firewall: readFirewalls,
  ecs: readServices,
  lambda: readFunctions,
};
