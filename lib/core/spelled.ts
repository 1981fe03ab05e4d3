import type { Source } from './fact';
import type { Spelled } from './kind';

/** How the source of a resource spells one of its settings or links; `undefined` where it has no such attribute. */
export function spelledIn(source: Source, spec: Spelled): string | undefined {
  switch (source) {
    case 'template':
      return spec.cloudformation;
    case 'account':
      return spec.account;
    case 'plan':
    case 'state':
    case 'cdktf':
    case 'catalog':
    case 'configuration':
      return spec.terraform;
  }
}

/**
 * A path as messages name it: the key of an element stands for the element, since `idle_timeout.timeout_seconds` says more
 * than `LoadBalancerAttributes[Key=idle_timeout.timeout_seconds].Value`.
 */
export function shownPath(path: string): string {
  return /\[[^=\]]*=([^\]]*)\]\.[^.\]]*$/.exec(path)?.[1] ?? path;
}
