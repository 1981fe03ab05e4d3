import { constructFromEvents, EVENT_DOCUMENT, parseEvents, YAMLException } from 'js-yaml';
import { InputError } from '../../core/input-error';
import type { Json } from '../../core/setting';
import { templateSchema } from './short-form';

/**
 * The data of a template, JSON or YAML, with short forms (`!Ref`) written out. `name` is what messages call the document.
 * Throws an `InputError` with line and column for what is neither, for keys written twice, for tags that CloudFormation does
 * not know and for aliases that make a document without end.
 */
export function parseTemplate(name: string, text: string): Json {
  return jsonOf(text) ?? yamlOf(name, text);
}

/** Most templates are JSON that a program wrote; what is broken is parsed once more, for its place. */
function jsonOf(text: string): Json | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Far deeper than CloudFormation takes. */
const maxDepth = 200;

function yamlOf(name: string, text: string): Json {
  try {
    const events = parseEvents(text, { maxDepth });
    if (events.filter(({ type }) => type === EVENT_DOCUMENT).length > 1) {
      return refuse(name, 'several YAML documents, and a template is one. Check them one by one');
    }
    const [parsed = null] = constructFromEvents(events, { source: text, schema: templateSchema });
    if (!isTooLarge(parsed as Json)) return parsed as Json;
    return refuse(
      name,
      'its aliases repeat so much that it has no end. Write it without aliases: `aws cloudformation package` does',
    );
  } catch (error) {
    if (error instanceof InputError) throw error;
    const mark = error instanceof YAMLException ? error.mark : null;
    // The parser documents that it may throw other errors on hostile text.
    const reason = error instanceof YAMLException ? error.reason.slice(0, 200) : 'it cannot be parsed';
    return refuse(name, `neither JSON nor YAML: ${reason}; mend it here or just above`, mark ?? undefined);
  }
}

function refuse(name: string, message: string, mark?: { readonly line: number; readonly column: number }): never {
  const location = mark ? { document: name, line: mark.line + 1, column: mark.column + 1 } : { document: name };
  throw new InputError([{ message: `${name}: ${message}`, location }]);
}

/** CloudFormation takes templates of 1 MB, and a value takes two characters at least, with what parts it from the next. */
const maxValues = 500_000;

/** Whether a value has more parts than any template, its aliases written out: an alias may repeat others, or itself. */
function isTooLarge(top: Json): boolean {
  const pending: Json[] = [top];
  let count = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const inner of Object.values(next)) {
      count += 1;
      if (count > maxValues) return true;
      pending.push(inner as Json);
    }
  }
  return false;
}
