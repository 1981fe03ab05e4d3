/** An element as a strict reader of XML 1.0 sees it. `text` is its own character data, references resolved. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const allowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const token = /<\?[^>]*\?>|<!--[^]*?-->|<\/([\w:-]+)>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;

/** Reads a document; throws where it is not well-formed. */
export function readXml(source: string): Element {
  if (!allowed.test(source)) throw new Error('a character that XML 1.0 does not have');
  const top = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open: (Omit<Element, 'children' | 'text'> & { children: Element[]; text: string })[] = [top];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    if (match === null) throw new Error(`not well-formed at ${source.slice(at, at + 60)}`);
    const [whole, closed, opened, attributes = '', empty] = match;
    const current = open.at(-1)!;
    if (opened !== undefined) {
      const element = { name: opened, attributes: readAttributes(attributes), children: [], text: '' };
      current.children.push(element);
      if (empty === '') open.push(element);
    } else if (closed !== undefined) {
      if (closed !== current.name) throw new Error(`</${closed}> closes <${current.name}>`);
      // An element that is closed is read to its end.
      open.pop();
    } else if (!whole.startsWith('<')) current.text += resolved(whole);
  }
  if (open.length !== 1 || top.children.length !== 1) throw new Error('not one root element');
  return top.children[0]!;
}

function readAttributes(source: string): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [, name, value] of source.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (read[name!] !== undefined) throw new Error(`${name} is written twice`);
    // White space in an attribute becomes a space, unless it is written as a reference.
    read[name!] = resolved(value!.replace(/[\t\n\r]/g, ' '));
  }
  return read;
}

function resolved(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in character data');
  return text.replace(/&(#(\d+);|(\w+);|)/g, (reference, _, code?: string, name?: string) => {
    const character = code === undefined ? entities[name ?? ''] : String.fromCodePoint(Number(code));
    if (character === undefined || !allowed.test(character)) throw new Error(`${reference} is no reference`);
    return character;
  });
}
