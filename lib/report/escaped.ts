// Controls, format characters (bidirectional and zero-width marks), lone surrogates, line and paragraph separators.
const harmful = /[\p{C}\p{Zl}\p{Zp}]/gu;
const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Whether a text holds what {@link escaped} spells out. */
export function needsEscapes(text: string): boolean {
  return text.search(harmful) >= 0;
}

/** What could act on a terminal, as YAML (in double quotes) and TypeScript both read it: `\n`, `\u001b`. */
export function escaped(text: string): string {
  return text.replace(harmful, (character) => short[character] ?? [...unitsOf(character)].map(escapeOf).join(''));
}

function* unitsOf(character: string): Iterable<number> {
  for (let at = 0; at < character.length; at += 1) yield character.charCodeAt(at);
}

function escapeOf(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
