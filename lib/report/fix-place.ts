import type { Kind, Spelled } from '../core/kind';
import type { Fix } from '../core/report';
import { shownPath } from '../core/spelled';

/** Where in a resource a fix goes, in the words of its source: an attribute or property, or a row of a parameter group. */
export type FixPlace =
  { readonly is: 'path'; readonly path: string } | { readonly is: 'parameter'; readonly path: string };

/** The language that a type belongs to: `aws_lb`, `AWS::RDS::DBInstance`, or `rds:db` as accounts have it. */
export function languageOf(type: string): keyof Spelled {
  if (type.includes('::')) return 'cloudformation';
  return type.includes(':') ? 'account' : 'terraform';
}

/**
 * Finds the place through the kinds that describe the resource: a fix names its setting by our name or as messages show it.
 * What no kind knows is taken for a path, and in a parameter group for a parameter. `null` where it can be neither: our own
 * word for what a template or an answer of AWS has no member for.
 */
export function placeOf({ type, setting }: Fix, kinds: readonly Kind[]): FixPlace | null {
  const language = languageOf(type);
  const described = kinds.filter((kind) => kind[language]?.types.includes(type));
  for (const kind of described) {
    for (const [name, spec] of [...Object.entries(kind.settings), ...Object.entries(kind.links)]) {
      const path = spec[language];
      if (path !== undefined && (name === setting || shownPath(path) === setting)) return { is: 'path', path };
    }
  }
  const group = described.find((kind) => kind.group !== undefined);
  const rows = group === undefined ? undefined : group.settings[group.group?.parameters ?? '']?.[language];
  if (rows !== undefined) return { is: 'parameter', path: rows };
  const mayBePath = language === 'terraform' || /^[A-Z]\w*(\.[A-Z]\w*)*$/.test(setting);
  return mayBePath ? { is: 'path', path: setting } : null;
}
