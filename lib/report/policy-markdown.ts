import type { Policy } from '../core/policy';
import { fenced } from './markdown-text';
import { manner, policyContent, type Item, type Part, type Surroundings, type Target } from './policy-content';
import { visible, visibleText } from './visible';

/** A policy's page as `docs/policies/ID.md`, with the content of {@link policyPage}. Ends with a line break. */
export function policyMarkdown(policy: Policy, surroundings: Surroundings): string {
  const sections = policyContent(policy, surroundings).flatMap(({ title, parts }) => [
    `## ${title}`,
    ...parts.map(partText),
  ]);
  const lead = [`# ${visible(policy.id)}`, `${policyProse(policy.title)}.`, manner(policy)];
  return `${[...lead, ...sections].join('\n\n')}\n`;
}

/**
 * A text of a policy as Markdown: code in backticks stays, and nothing else in it is meant as Markdown. Policies are part of
 * the program, so their links may be followed.
 */
export function policyProse(text: string): string {
  const parts = visibleText(text).split(/(`[^`]+`)/);
  return parts.map((part, at) => (at % 2 === 1 ? part : part.replace(/[<&*[\]\\|]/g, '\\$&'))).join('');
}

function partText(part: Part): string {
  switch (part.is) {
    case 'text':
      return policyProse(part.text);
    case 'list':
      return part.items.map((item) => `- ${itemText(item)}`).join('\n');
    case 'code':
      return fenced(part.lines, part.language);
  }
}

function itemText({ text, target }: Item): string {
  if (target === undefined) return policyProse(text);
  return target.to === 'url' ? `<${visible(text)}>` : `[${policyProse(text)}](${addressOf(target)})`;
}

/** From one page of a policy to another page. */
function addressOf(target: Exclude<Target, { readonly to: 'url' }>): string {
  return target.to === 'policy' ? `${target.id}.md` : `../symptoms/${target.name}.md`;
}
