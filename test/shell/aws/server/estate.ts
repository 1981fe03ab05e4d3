import type { Json } from '../../../../lib/core/setting';

/** Something in an account, with the fields of AWS's own answer. */
export type Item = { readonly [field: string]: Json };
type Names = { readonly [name: string]: string };

/** A parameter group with its rows. */
export type Group = { readonly is: Item; readonly rows?: readonly Item[] };

export type Proxy = {
  readonly is: Item;
  readonly targetGroups?: readonly { readonly is: Item; readonly targets?: readonly Item[] }[];
  readonly endpoints?: readonly Item[];
  readonly tags?: Names;
};

export type Listener = {
  readonly is: Item;
  readonly attributes?: Names;
  readonly rules?: readonly Item[];
  readonly tags?: Names;
};

export type Balancer = {
  readonly is: Item;
  readonly attributes?: Names;
  readonly listeners?: readonly Listener[];
  readonly tags?: Names;
};

export type TargetGroup = {
  readonly is: Item;
  readonly attributes?: Names;
  readonly targets?: readonly Item[];
  readonly tags?: Names;
};

/** What one Region of the account holds. `is` of a thing is its item in the list; what further calls tell stands beside. */
export type Region = {
  readonly instances?: readonly Item[];
  readonly clusters?: readonly Item[];
  readonly parameterGroups?: readonly Group[];
  readonly clusterParameterGroups?: readonly Group[];
  /** By family. */
  readonly engineDefaults?: { readonly [family: string]: readonly Item[] };
  readonly proxies?: readonly Proxy[];
  readonly balancers?: readonly Balancer[];
  readonly targetGroups?: readonly TargetGroup[];
  readonly classicBalancers?: readonly { readonly is: Item; readonly attributes?: Item; readonly tags?: Names }[];
  readonly natGateways?: readonly Item[];
  readonly vpcEndpoints?: readonly Item[];
  readonly networkInterfaces?: readonly Item[];
  readonly firewalls?: readonly Item[];
  readonly firewallPolicies?: readonly { readonly is: Item; readonly policy: Item }[];
  /** ECS services; their clusters are those that they name. */
  readonly services?: readonly Item[];
  readonly functions?: readonly Item[];
};

/** What the account holds, by Region. */
export type Estate = { readonly [region: string]: Region };
