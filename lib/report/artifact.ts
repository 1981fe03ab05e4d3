import type { Report } from '../core/report';
import type { Location } from '../core/setting';
import { visible } from './visible';

/** The longest path that is written whole. */
const longestPath = 1000;

/**
 * A file as hosts want it: relative to where the run was started wherever it was named so, with forward slashes. `line` and
 * `column` count from 1; `line` is `null` where only the document is known.
 */
export type Artifact = { readonly path: string; readonly line: number | null; readonly column: number | null };

/**
 * The file to open for a finding: the source line where it is known, else the document. Without any place it is the first
 * document, or the configuration, since a host refuses a report or leaves out what names no file.
 */
export function artifactOf(location: Location | undefined, { coverage }: Report): Artifact {
  if (location === undefined) {
    return { path: pathOf(coverage.documents[0]?.name ?? 'holdfast.yaml'), line: null, column: null };
  }
  const { document, file, line, column } = location;
  return { path: pathOf(file ?? document), line: line ?? null, column: line === undefined ? null : (column ?? null) };
}

function pathOf(name: string): string {
  return visible(name.replace(/\\/g, '/').replace(/^(\.\/+)+/, ''), longestPath);
}
