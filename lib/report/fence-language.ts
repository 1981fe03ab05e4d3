import type { Fix } from '../core/report';
import type { RenderedFix } from './fix';
import { languageOf } from './fix-place';
import { visible } from './visible';

/** The language that a rendered fix is in, as fenced blocks of Markdown name it. `construct` as for `renderFix`. */
export function fenceLanguage(fix: Fix, { where }: RenderedFix, construct: string | null): string {
  if (fix.type === 'role' || fix.type === 'database') return 'sql';
  const name = visible(fix.resource);
  // In words: the setting of a resource that no language has an attribute for.
  if (where !== null && (where === name || where.startsWith(`${name}, `))) return 'text';
  const language = languageOf(fix.type);
  if (language === 'account') return 'sh';
  if (construct !== null && where?.startsWith(`${visible(construct)} (`) === true) return 'ts';
  return language === 'cloudformation' ? 'yaml' : 'hcl';
}
