/** A Markdown document of ours, taken apart: what is shown as it is, what is folded, and what is left for a parser to read. */
export type ReadMarkdown = {
  readonly fences: readonly { readonly language: string; readonly lines: readonly string[] }[];
  /** The titles of folded parts, in which Markdown is not read. */
  readonly titles: readonly string[];
  /** The cells of the table, without its head. */
  readonly rows: readonly (readonly string[])[];
  /** All other lines, with each piece of code as ⟦⟧ and without our own tags. */
  readonly prose: readonly string[];
};

/** Reads the part of GitHub Flavored Markdown that reports are written in. Throws where a fence or a fold stays open. */
export function readMarkdown(document: string): ReadMarkdown {
  const fences: { language: string; lines: string[] }[] = [];
  const [titles, rows, prose]: [string[], string[][], string[]] = [[], [], []];
  let fence: string | null = null;
  let folds = 0;
  for (const line of document.split('\n').slice(1)) {
    const [, open, language = ''] = /^(`{3,})(\w*)$/.exec(line) ?? [];
    const title = /^<details><summary>(.*)<\/summary>$/.exec(line)?.[1];
    if (fence !== null) {
      if (open !== undefined && language === '' && open.length >= fence.length) fence = null;
      else fences.at(-1)!.lines.push(line);
    } else if (open !== undefined) {
      fence = open;
      fences.push({ language, lines: [] });
    } else if (title !== undefined) {
      folds += 1;
      titles.push(title.replace(/<code>[^<>]*<\/code>/g, '⟦⟧'));
    } else if (line === '</details>') {
      folds -= 1;
    } else if (line.startsWith('| ')) {
      rows.push(withoutCode(line).slice(2, -2).split(' | '));
    } else if (line !== '') {
      prose.push(withoutCode(line).replace(/\*\*(Fix:|Fix|⟦⟧)\*\*/, '$1'));
    }
    if (folds < 0) throw new Error(`a fold ends that did not begin: ${line}`);
  }
  if (fence !== null || folds !== 0) throw new Error('a fence or a fold stays open');
  return { fences, titles, rows: rows.slice(2), prose };
}

function withoutCode(line: string): string {
  return line
    .replace(/(`+)(?!`)(.*?[^`])\1(?!`)/g, '⟦⟧')
    .replace(/<code>(?:[^<>]|<!-- -->)*<\/code>/g, '⟦⟧')
    .replaceAll('<br>', ' ');
}
