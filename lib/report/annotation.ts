import type { Kind } from '../core/kind';
import type { Finding } from '../core/report';
import { constructOf } from './construct';
import { renderFix } from './fix';
import { placeOf } from './provenance';
import { visible, visibleText } from './visible';
import { whom } from './whom';

/**
 * One finding as an annotation on the construct that it is about, in a few lines: policy and message, whom it concerns, the
 * resource, where the value was written, the exact fix or what settles it. The same finding is the same text on every run.
 */
export function annotationOf(finding: Finding, kinds: readonly Kind[]): string {
  return [
    `${visible(finding.policy)}: ${visibleText(finding.message)}`,
    `  for ${whom([finding])}`,
    `  on ${visible(finding.resource)}`,
    ...whereOf(finding),
    ...fixOf(finding, kinds),
    ...(finding.settles === null ? [] : [`  settled by: ${visibleText(finding.settles)}`]),
    `  more: holdfast explain ${visible(finding.policy)}`,
  ].join('\n');
}

/** `shop/api/lb, lib/api.ts:12:3`: what made the value that decided, and the line that did, as far as is known. */
function whereOf({ locations }: Finding): readonly string[] {
  const [first] = locations;
  if (first === undefined) return [];
  const { construct, line } = first;
  if (construct === undefined) return [`  at ${placeOf(first)}`];
  return [`  at ${visible(construct)}${line === undefined ? '' : `, ${placeOf(first)}`}`];
}

function fixOf(finding: Finding, kinds: readonly Kind[]): readonly string[] {
  const { fix } = finding;
  if (fix === null) return [];
  const { where, lines, note } = renderFix(fix, kinds, constructOf(fix, [finding]));
  return [
    `  fix:${where === null ? '' : ` ${where}`}`,
    ...lines.map((line) => `    ${line}`),
    ...(note === null ? [] : [`    ${note}`]),
  ];
}
