import type { Kind } from '../../core/kind';
import { outermost } from '../../core/spelled';

/** What is judged of the resources of one type. */
export type Judged = {
  /** The attributes that settings and links are read from. */
  readonly attributes: ReadonlySet<string>;
  /** The arguments of the provider that links are read from. */
  readonly provider: ReadonlySet<string>;
};

/** What is judged, by the Terraform types that kinds describe. */
export function judgedByType(kinds: readonly Kind[]): ReadonlyMap<string, Judged> {
  const byType = new Map<string, { attributes: Set<string>; provider: Set<string> }>();
  for (const { terraform, settings, links } of kinds) {
    for (const type of terraform?.types ?? []) {
      const judged = byType.get(type) ?? { attributes: new Set(), provider: new Set() };
      byType.set(type, judged);
      for (const spec of Object.values(settings))
        if (spec.terraform !== undefined) judged.attributes.add(outermost(spec.terraform));
      for (const spec of Object.values(links)) {
        if (spec.provider === undefined) judged.attributes.add(outermost(spec.terraform));
        else judged.provider.add(spec.provider);
      }
    }
  }
  return byType;
}
