import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

/** A page of the documentation, by its path in the repository. */
export type Page = { readonly file: string; readonly text: string };

/** README and everything below docs. */
export const pages: readonly Page[] = [
  'README.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join('docs', file.split(path.sep).join('/')))
    .filter((file) => file.endsWith('.md'))
    .sort(),
].map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

/** A page without what is in its blocks of code. */
export function proseOf({ text }: Page): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

/** The blocks of code in that language. */
export function blocksOf({ text }: Page, language: string): readonly string[] {
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\b.*\\n([\\s\\S]*?)^\`\`\`$`, 'gm'));
  return [...blocks].map(([, block = '']) => block);
}

/** Whether a file is there, and where a part of it is named, that part. */
export function leads(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const full = path.resolve(root, path.dirname(from), file === '' ? path.basename(from) : decodeURI(file));
  if (!existsSync(full)) return false;
  return anchor === undefined || headingsOf(readFileSync(full, 'utf8')).includes(anchor);
}

/** Headings as their hosts link them: lower case, without punctuation, hyphens for blanks. */
function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
