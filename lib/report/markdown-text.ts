import { visibleText } from './visible';

type Code = (name: string) => string;

// A word that no dialect of Markdown, and no host that links mentions, issues, commits, addresses or emoji, makes anything of.
const harmless = /^(?:[^\x00-\x7f]|[A-Za-z0-9'+=-]|(?<=\d)(?:[.:,](?=\d)|%)|(?<=[A-Za-z0-9])\/(?=[A-Za-z0-9]))+$/;
const reference = /(?:^|[^A-Za-z0-9])GH-\d|^(?=.*\d)[0-9a-f]{7,40}$/i;
// Punctuation around a word belongs to the sentence.
const parts = /^([("']*)(.*?)([)"'.,;:?]*)$/;
// `.`, `:` and `@` as references. Addresses are linked in an element of HTML too, unless something stands in them.
const ofAddresses = /&#(?:46|58|64);/g;
const comparison = /^[<>=]+$/;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A sentence as a paragraph, list item or table cell holds it. Names in backticks, and all words that could act (HTML, links,
 * mentions, references), become code, in which neither Markdown nor its hosts look for anything.
 */
export function markdownText(text: string): string {
  return shown(text, markdownCode);
}

/** A sentence as an HTML element in a Markdown document holds it, where Markdown is not read. */
export function htmlText(text: string): string {
  return shown(text, htmlCode);
}

/** A name as code: in backticks where it has none, and no bar that would end a table cell. */
export function markdownCode(name: string): string {
  const text = visibleText(name);
  if (!/[`|]|^ | $|^$/.test(text)) return `\`${text}\``;
  const written = text.replace(/[!-/:-@[-`{-~]/g, characterReference);
  return `<code>${written.replace(ofAddresses, '<!-- -->$&')}</code>`;
}

/** Lines that are shown as they are. The fence is longer than each row of backticks in them. */
export function fenced(lines: readonly string[], language: string): string {
  const rows = lines.join('\n').match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...rows.map((row) => row.length + 1)));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

function htmlCode(name: string): string {
  return `<code>${visibleText(name).replace(/[&<>"']/g, characterReference)}</code>`;
}

function shown(text: string, code: Code): string {
  const pieces = visibleText(text)
    .trim()
    .split(/`([^`]+)`/);
  const joined = pieces.map((piece, at) => (at % 2 === 1 ? code(piece) : prose(piece, code))).join('');
  // What would begin a list, or underline the line before.
  return joined.replace(/^(?:[-+=]|\d(?=\d*[.)]))/, characterReference);
}

function prose(text: string, code: Code): string {
  return text.replace(/\S+/g, (word) => {
    const [, before = '', core = '', after = ''] = parts.exec(word) ?? [];
    if (core === '') return word;
    if (comparison.test(core)) return before + core.replace(/[<>]/g, characterReference) + after;
    return harmless.test(core) && !reference.test(core) ? word : before + code(core) + after;
  });
}

/** A character that a reader sees and a parser does not: it never stands for structure. */
function characterReference(character: string): string {
  return entities[character] ?? `&#${character.charCodeAt(0)};`;
}
