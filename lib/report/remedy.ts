import type { Kind } from '../core/kind';
import type { Finding } from '../core/report';
import { constructOf } from './construct';
import { renderFix } from './fix';
import { visible, visibleText } from './visible';

/** What to do about a finding, in lines: the exact fix in the language of its source, or what settles an unknown. */
export function remedyOf(finding: Finding, kinds: readonly Kind[]): readonly string[] {
  const { fix, settles } = finding;
  const settled = settles === null ? [] : [`settled by: ${visibleText(settles)}`];
  if (fix === null) return settled;
  const { where, lines, note } = renderFix(fix, kinds, constructOf(fix, [finding]));
  const title = where === null ? 'fix:' : `fix: ${where}`;
  return [title, ...lines.map((line) => `  ${line}`), ...(note === null ? [] : [`  ${note}`]), ...settled];
}

/** Where to read on about a policy. */
export function readOn(policy: string): string {
  return `more: holdfast explain ${visible(policy)}`;
}
