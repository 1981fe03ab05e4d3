// What XML 1.0 cannot hold in any spelling (its production Char): controls, U+FFFE, U+FFFF and lone surrogates.
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as an element holds it: what XML cannot hold is spelled out (`\u{1b}`). */
export function xmlText(text: string): string {
  return text
    .replace(forbidden, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/\r/g, '&#13;');
}

/** An element with its attributes in the order given. Children are markup and stand on lines of their own; a text does not. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | readonly string[],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`);
  const open = `<${name}${written.join('')}`;
  if (content.length === 0) return `${open}/>`;
  if (typeof content === 'string') return `${open}>${xmlText(content)}</${name}>`;
  return [`${open}>`, ...content, `</${name}>`].join('\n');
}

/** A parser turns white space in attributes into spaces unless it is written as a reference. */
function attributeText(text: string): string {
  return xmlText(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}
