/** An element of the page, in the order of the document. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text in it, white space as a browser shows it. */
  readonly text: string;
};

const open = /<(!DOCTYPE html|\/?[a-z][a-z0-9]*)((?: [a-z][A-Za-z0-9-]*(?:="[^"<>]*")?|\s)*)\s?(\/?)>/y;
const attribute = /([a-z][A-Za-z0-9-]*)(?:="([^"]*)")?/g;
const empty = new Set(['meta', 'link', 'wbr', 'br', '!DOCTYPE html']);

/**
 * Reads a page that is written as strictly as ours are: every tag closed in order, every attribute in double quotes, every
 * `&` a reference. Throws on anything else, so that text that slipped into markup is found.
 */
export function readHtml(page: string): readonly Element[] {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const stack: (typeof elements)[number][] = [];
  let at = 0;
  while (at < page.length) {
    const raw = stack.at(-1)?.name;
    const end = raw === 'style' || raw === 'script' ? page.indexOf(`</${raw}>`, at) : (page + '<').indexOf('<', at);
    const text = page.slice(at, end);
    if (raw !== 'style' && raw !== 'script') checkText(text);
    for (const one of stack) one.text += text;
    at = end;
    if (at >= page.length) break;
    open.lastIndex = at;
    const tag = open.exec(page);
    if (tag === null) throw new Error(`no tag of ours: ${page.slice(at, at + 80)}`);
    const [whole, name = '', attributes = '', closed] = tag;
    at += whole.length;
    if (name.startsWith('/')) {
      const opened = stack.pop();
      if (opened?.name !== name.slice(1)) throw new Error(`${name} closes ${opened?.name}`);
      continue;
    }
    const found = [...attributes.matchAll(attribute)].map(([, key = '', value = '']) => [key, decoded(value)]);
    const element = { name, attributes: Object.fromEntries(found) as Record<string, string>, text: '' };
    elements.push(element);
    if (closed !== '/' && !empty.has(name)) stack.push(element);
  }
  if (stack.length > 0) throw new Error(`not closed: ${stack.map(({ name }) => name).join(', ')}`);
  return elements.map((one) => ({ ...one, text: decoded(one.text).replace(/\s+/g, ' ').trim() }));
}

/** The elements with that class. */
export function ofClass(elements: readonly Element[], name: string): readonly Element[] {
  return elements.filter(({ attributes }) => (attributes.class ?? '').split(' ').includes(name));
}

function checkText(text: string): void {
  const bare = /&(?!(?:amp|lt|gt|quot|#39);)|[>]/.exec(text);
  if (bare !== null) throw new Error(`not escaped: ${text.slice(Math.max(0, bare.index - 40), bare.index + 40)}`);
}

function decoded(text: string): string {
  const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name] ?? '');
}
