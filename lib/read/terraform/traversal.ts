/** One step of an address or reference: `.name`, `[0]`, `["key"]`, or `[*]`, which stands for any element. */
export type Part =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'key'; readonly key: string | number }
  | { readonly is: 'any' };

/** A module call on the way to a resource. `key` is `null` for a single call, `undefined` where a reference leaves it open. */
export type ModuleStep = { readonly name: string; readonly key: string | number | null | undefined };

/**
 * Splits an address or reference as Terraform writes it. Dots and brackets inside a quoted key are part of the key, which is
 * why no address may be split on dots. `null` for text that is none.
 */
export function parseTraversal(text: string): readonly Part[] | null {
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '[') {
      const closed = endOfKey(text, at);
      if (closed === null) return null;
      const part = keyPart(text.slice(at + 1, closed));
      if (part === null) return null;
      parts.push(part);
      at = closed + 1;
    } else {
      if (text[at] === '.') at += 1;
      const start = at;
      while (at < text.length && text[at] !== '.' && text[at] !== '[') at += 1;
      if (at === start) return null;
      parts.push({ is: 'name', name: text.slice(start, at) });
    }
  }
  return parts.length === 0 ? null : parts;
}

/** Where the bracket that opens at `open` closes; a bracket inside quotes does not. */
function endOfKey(text: string, open: number): number | null {
  if (text[open + 1] !== '"') {
    const close = text.indexOf(']', open);
    return close < 0 ? null : close;
  }
  for (let at = open + 2; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return text[at + 1] === ']' ? at + 1 : null;
  }
  return null;
}

function keyPart(inside: string): Part | null {
  if (inside === '*') return { is: 'any' };
  if (/^\d{1,15}$/.test(inside)) return { is: 'key', key: Number(inside) };
  if (!inside.startsWith('"')) return null;
  try {
    // HCL doubles the sign that would begin a template; the rest of its escapes are JSON's.
    return {
      is: 'key',
      key: String(JSON.parse(inside))
        .replace(/\$\$\{/g, '${')
        .replace(/%%\{/g, '%{'),
    };
  } catch {
    return null;
  }
}

/** The module calls at the beginning of an address; none for a resource of the root module. */
export function modulesOf(moduleAddress: string | undefined): readonly ModuleStep[] {
  const parts = moduleAddress === undefined ? [] : (parseTraversal(moduleAddress) ?? []);
  const steps: ModuleStep[] = [];
  for (let at = 0; at + 1 < parts.length;) {
    const [word, name, key] = [parts[at], parts[at + 1], parts[at + 2]];
    if (word?.is !== 'name' || word.name !== 'module' || name?.is !== 'name') return steps;
    if (key?.is === 'key') steps.push({ name: name.name, key: key.key });
    else steps.push({ name: name.name, key: key?.is === 'any' ? undefined : null });
    at += key === undefined || key.is === 'name' ? 2 : 3;
  }
  return steps;
}

/** The place of a module in the configuration, where all instances of a call are one. */
export function configurationPath(modules: readonly ModuleStep[]): string {
  return modules.map((step) => `${step.name}.`).join('');
}

/** One module instance as a key of dictionaries; `"0"` and `0` differ. */
export function instancePath(modules: readonly ModuleStep[]): string {
  return modules.map((step) => `${step.name}[${keyText(step.key)}].`).join('');
}

/** An instance key as text that keeps strings, numbers and "none" apart. */
export function keyText(key: string | number | null | undefined): string {
  return key === undefined ? '*' : JSON.stringify(key);
}

/** Whether a module instance is the one, or one of those, that a reference speaks of. */
export function withinPattern(modules: readonly ModuleStep[], pattern: readonly ModuleStep[]): boolean {
  return (
    modules.length === pattern.length &&
    pattern.every(
      (step, at) => step.name === modules[at]?.name && (step.key === undefined || step.key === modules[at].key),
    )
  );
}

/**
 * The references that say most. Terraform lists each with all its prefixes (`a["k"].id`, `a["k"]`, `a`), which would
 * otherwise look like references to the whole of it.
 */
export function longestReferences(references: readonly string[]): readonly string[] {
  const kept = new Set<string>();
  let last = '';
  for (const reference of references) {
    const rest = last.startsWith(reference) ? last.slice(reference.length) : null;
    if (rest !== null && (rest === '' || rest.startsWith('.') || rest.startsWith('['))) continue;
    kept.add(reference);
    last = reference;
  }
  return [...kept];
}
