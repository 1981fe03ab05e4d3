import type { Paint } from '../core/format';
import type { Policy } from '../core/policy';
import { manner, policyContent, type Part, type Surroundings } from './policy-content';
import { visible, visibleText } from './visible';
import { pad, wrap } from './wrap';

/** How a page is laid out. */
export type Page = Surroundings & { readonly width: number; readonly paint: Paint };

/** A policy's page in a terminal: what it says, why, an example, how to fix what it finds, where to read on. */
export function policyPage(policy: Policy, page: Page): string {
  const { width, paint } = page;
  const sections = policyContent(policy, page).flatMap(({ title, parts }) => [
    '',
    paint.bold(title),
    ...parts.flatMap((part, at) => linesOf(part, at, width)),
  ]);
  const lines = [
    paint.bold(visible(policy.id)),
    ...wrap(visibleText(policy.title), width),
    ...wrap(manner(policy), width),
    ...sections,
  ];
  return `${lines.join('\n')}\n`;
}

/** Code stands by itself, so that it can be copied. */
function linesOf(part: Part, at: number, width: number): readonly string[] {
  switch (part.is) {
    case 'text':
      return [...(at === 0 ? [] : ['']), ...wrap(part.text, width, '  ')];
    case 'list':
      return part.items.flatMap(({ text }) => wrap(text, width, '  ', '    '));
    case 'code':
      return [...(at === 0 ? [] : ['']), ...part.lines.map((line) => (line === '' ? '' : `    ${line}`))];
  }
}

/** All policies, one line each. */
export function policyList(policies: readonly Policy[], width: number): string {
  const columns = Math.max(0, ...policies.map(({ id }) => id.length));
  const lines = policies.flatMap(({ id, severity, title }) => {
    const lead = `${pad(visible(id), columns)}  ${pad(severity, 'warning'.length)}  `;
    // Where the title would be squeezed into a ribbon it stands below.
    return width - lead.length >= 30
      ? wrap(visibleText(title), width, lead)
      : [lead.trimEnd(), ...wrap(visibleText(title), width, '    ')];
  });
  return lines.map((line) => `${line}\n`).join('');
}
