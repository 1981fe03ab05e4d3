const isMarkup: unique symbol = Symbol('markup');

/** HTML that was made here. No document can hold one, so whatever else stands in a template is text and is escaped. */
export type Markup = { readonly [isMarkup]: string };

/** What a template takes: text and numbers are escaped, lists are joined, `null` is nothing. */
export type Part = string | number | Markup | readonly Part[] | null;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A piece of HTML: html`<li>${name}</li>`. Everything put in is escaped, for elements and quoted attributes alike, unless it
 * was made by this function. A few lines do what a dependency would, and a report needs no more.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  // The indentation of a template is for who reads the source.
  const [first = '', ...rest] = strings.map((string) => string.replace(/\n\s*/g, '\n'));
  return { [isMarkup]: rest.reduce((text, string, at) => text + textOf(parts[at] ?? null) + string, first) };
}

/** HTML that stands in this folder as it is: the style sheet and the script, which are no templates. */
export function trusted(text: string): Markup {
  return { [isMarkup]: text };
}

/** The HTML as text, to be written. */
export function written(markup: Markup): string {
  return markup[isMarkup];
}

function textOf(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => entities[character] ?? character);
  return isList(part) ? part.map(textOf).join('') : part[isMarkup];
}

const isList = (part: Markup | readonly Part[]): part is readonly Part[] => Array.isArray(part);
