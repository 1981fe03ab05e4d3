// Control characters, bidirectional and zero-width marks, line separators and lone surrogates: what a name from a document
// could steer a terminal, a CI log or a reader's eye with.
const harmful =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The longest name that is shown whole. */
const longestName = 200;
/** The longest message that is shown whole. */
const longestText = 2000;

/** A name as it may be shown: what could act is spelled out (`\u{1b}`), and the middle of a very long one is left out. */
export function visible(name: string, longest: number = longestName): string {
  return shorten(spellOut(shorten(name, longest)), longest);
}

/** A message as it may be shown: as {@link visible}, with more room. */
export function visibleText(text: string): string {
  return visible(text, longestText);
}

/** The same text with everything spelled out that could act on a terminal. */
function spellOut(text: string): string {
  return text.replace(harmful, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

/** Head and tail with a mark between: both ends of an address tell which resource it is. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const tail = Math.floor((longest - 1) / 2);
  return `${text.slice(0, longest - 1 - tail)}…${tail === 0 ? '' : text.slice(-tail)}`;
}
