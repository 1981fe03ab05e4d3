import { clip, code } from '../../core/phrases';
import type { Evaluated } from '../evaluated/value';
import { evaluate, wholeBudget } from './expression/evaluate';
import { settled, unknown, value } from './expression/outcome';
import { parseText } from './expression/parse';
import type { Scope } from './expression/traversal';

export type { Scope, Traversal, TraversalStep } from './expression/traversal';

/** Longer texts are programs and certificates, of which nothing is judged. */
const longest = 100_000;

/**
 * What a string of Terraform's JSON syntax is worth: itself where it holds no template, the value of the expression with its type
 * where it is one `${...}`, else a text put together. Whatever the text holds, it ends, and what it cannot tell is unknown.
 */
export function evaluateText(text: string, scope: Scope): Evaluated {
  if (!text.includes('${') && !text.includes('%{')) return value(text);
  if (text.length > longest) return unknown('is longer than what is read here');
  const parsed = parseText(text);
  if (parsed.expression !== null) {
    return settled(evaluate(parsed.expression, { scope, names: new Map(), budget: { left: wholeBudget } }));
  }
  const shown = code(clip(text));
  switch (parsed.refused) {
    case 'directive':
      return unknown(
        `is ${shown}, a template with directives (\`%{ if }\`, \`%{ for }\`), which only Terraform carries out`,
      );
    case 'depth':
      return unknown(`is ${shown}, an expression that nests too deeply to be read`);
    case 'grammar':
      return unknown(`is ${shown}, which cannot be read as an expression`);
  }
}
