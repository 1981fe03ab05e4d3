import type { Kind } from '../../core/kind';
import { own, textOf } from '../json';
import type { Region, Resource } from './form';

/** A resource with the account and Region that it was read in. */
export type Placed = { readonly resource: Resource; readonly region: Region };

/**
 * How messages name the resources of an account: the last word of the type and the name, `db:orders`, as ARNs of RDS have it,
 * since people give everything that belongs together one name. Where several Regions have one of that name, the Region comes
 * first; and where that does not tell them apart either, the ARN is what is left.
 */
export function subjectsOf(all: readonly Placed[], kinds: readonly Kind[]): readonly string[] {
  const balancers = new Map(
    all.flatMap(({ resource: { arn, answer } }) => {
      const name = textOf(own(answer, 'LoadBalancerName'));
      return arn === null || name === undefined ? [] : [[arn, name] as const];
    }),
  );
  const plain = all.map(({ resource }) => `${lastWord(resource.type)}:${nameOf(resource, kinds, balancers)}`);
  const inRegions = apart(plain, (at) => `${all[at]?.region.region ?? ''}:${plain[at] ?? ''}`);
  return apart(inRegions, (at) => all[at]?.resource.arn ?? `${inRegions[at] ?? ''} (${String(at + 1)})`);
}

function lastWord(type: string): string {
  return type.slice(type.lastIndexOf(':') + 1);
}

/** The names, and another one for each that is not the only one of its name. */
function apart(names: readonly string[], other: (at: number) => string): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name, at) => ((counts.get(name) ?? 0) > 1 ? other(at) : name));
}

function nameOf(resource: Resource, kinds: readonly Kind[], balancers: ReadonlyMap<string, string>): string {
  const { type, arn, answer } = resource;
  const field = (name: string): string | undefined => textOf(own(answer, name));
  if (type === 'rds:target-group' && field('DBProxyName') !== undefined)
    return `${field('DBProxyName') ?? ''}/${field('TargetGroupName') ?? 'default'}`;
  const balancer = balancers.get(field('LoadBalancerArn') ?? '');
  const port = own(answer, 'Port');
  if (type === 'elasticloadbalancing:listener' && balancer !== undefined)
    return typeof port === 'number' ? `${balancer}:${String(port)}` : balancer;
  const [name] = kinds.flatMap(({ account }) =>
    account?.types.includes(type) === true ? (account.names[0] ?? []) : [],
  );
  return (name === undefined ? undefined : field(name)) ?? endOf(arn) ?? 'without a name';
}

/** The name at the end of an ARN. */
export function endOf(arn: string | null): string | undefined {
  return arn === null ? undefined : (/[^:/]+$/.exec(arn)?.[0] ?? arn);
}
