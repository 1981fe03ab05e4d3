/** A Terraform address taken apart. */
export type Address = {
  /** `module.rds["a"].module.x`, without the last dot; `null` in the root module. */
  readonly module: string | null;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  /** `[0]` or `["eu"]` as written; `null` for a single resource. */
  readonly index: string | null;
};

/** Takes a Terraform address apart; `null` where the text is none. Dots in brackets belong to an instance's key. */
export function parseAddress(text: string): Address | null {
  const parts = segments(text);
  const last = parts.at(-1);
  const type = parts.at(-2);
  if (last === undefined || type === undefined || type === 'module' || !/^[a-z][a-z0-9_-]*$/.test(type)) return null;
  const isData = parts.at(-3) === 'data' && parts.length % 2 === 1;
  const modules = parts.slice(0, isData ? -3 : -2);
  if (modules.length % 2 !== 0 || modules.some((part, at) => at % 2 === 0 && part !== 'module')) return null;
  const bracket = last.indexOf('[');
  const name = bracket < 0 ? last : last.slice(0, bracket);
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name)) return null;
  return {
    module: modules.length === 0 ? null : modules.join('.'),
    mode: isData ? 'data' : 'managed',
    type,
    name,
    index: bracket < 0 ? null : last.slice(bracket),
  };
}

function segments(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted && character === '\\') {
      part += character + text.charAt(at + 1);
      at += 1;
      continue;
    }
    if (character === '"' && depth > 0) quoted = !quoted;
    if (!quoted && character === '[') depth += 1;
    if (!quoted && character === ']') depth -= 1;
    if (character === '.' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}
