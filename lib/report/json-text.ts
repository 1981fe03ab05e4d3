// What a terminal or a log may act upon although it stands in a JSON string.
const harmful = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** A value as indented JSON that ends with a line, and in which nothing can act on a terminal. */
export function jsonText(value: object): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value, null, 2).replace(harmful, escape)}\n`;
}
