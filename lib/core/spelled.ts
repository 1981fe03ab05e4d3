import type { Source } from './fact';
import type { Spelled } from './kind';

/** In whose words a source speaks: the key of a kind's tables. */
export function spellingOf(source: Source): keyof Spelled {
  switch (source) {
    case 'template':
      return 'cloudformation';
    case 'account':
      return 'account';
    case 'plan':
    case 'state':
    case 'cdktf':
    case 'catalog':
    case 'configuration':
      return 'terraform';
  }
}

/** How the source of a resource spells one of its settings or links; `undefined` where it has no such attribute. */
export function spelledIn(source: Source, spec: Spelled): string | undefined {
  return spec[spellingOf(source)];
}

/** The outermost attribute of a path: `LoadBalancerAttributes` of `LoadBalancerAttributes[Key=x].Value`. */
export function outermost(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? path;
}

/** One step of a spelled path: a member, and of a list the element that has every one of these keys. */
export type PathStep = {
  readonly name: string;
  readonly where: readonly { readonly key: string; readonly value: string }[];
};

/** The paths of the kinds are few and are asked for with every resource. */
const parsed = new Map<string, readonly PathStep[]>();

/** The steps of a spelled path (core/kind `Spelled`). Dots in brackets belong to the key. */
export function pathSteps(path: string): readonly PathStep[] {
  const seen = parsed.get(path);
  if (seen !== undefined) return seen;
  const steps = (path.match(/[^.[\]]+(?:\[[^\]]*\])*/g) ?? []).map((text): PathStep => {
    const conditions = [...text.matchAll(/\[([^=\]]*)=([^\]]*)\]/g)];
    return {
      name: text.split('[', 1)[0] ?? text,
      where: conditions.map(([, key = '', value = '']) => ({ key, value })),
    };
  });
  parsed.set(path, steps);
  return steps;
}

/**
 * A path as messages name it: the key of an element stands for the element, since `idle_timeout.timeout_seconds` says more
 * than `LoadBalancerAttributes[Key=idle_timeout.timeout_seconds].Value`.
 */
export function shownPath(path: string): string {
  return /\[[^=\]]*=([^\]]*)\]\.[^.\]]*$/.exec(path)?.[1] ?? path;
}
