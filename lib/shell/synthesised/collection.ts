import path from 'node:path';
import type { Problem } from '../../core/configuration';
import { InputError } from '../../core/input-error';
import type { Json } from '../../core/setting';
import { decodeText } from '../../read/decode';
import type { Document } from '../../read/documents';
import type { ClosedFolder } from './closed-folder';

/** The documents of a synthesised app, and what is wrong with those that are not among them. */
export type Synthesised = { readonly documents: readonly Document[]; readonly problems: readonly Problem[] };

/** What is gathered while a folder is walked. Files are named from there; none is taken twice. */
export type Collection = Synthesised & {
  readonly folder: ClosedFolder;
  /** Whether a folder is entered for the first time; by what it really is, since links may lead to it in several ways. */
  readonly enter: (below: string) => boolean;
  /** Takes a file in. `null` where it was taken before or cannot be read, which is then a problem. */
  readonly add: (file: string, what: Omit<Document, 'name' | 'bytes'>) => Document | null;
  /** What a JSON file holds; `null` where it cannot be read, which is then a problem. */
  readonly json: (file: string) => Json | null;
  /** Notes what is wrong with a file: `message` follows its name. */
  readonly complain: (file: string, message: string) => void;
};

/** Where CDKTF and the AWS CDK list what they wrote into a folder below the app's; that is the empty text itself. */
export function manifestIn(below: string): string {
  return path.posix.join(below, 'manifest.json');
}

/** An empty collection. */
export function collectionOf(folder: ClosedFolder): Collection {
  const documents: Document[] = [];
  const problems: Problem[] = [];
  const taken = new Set<string>();
  const entered = new Set([folder.realPath('')]);
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const complain = (file: string, message: string): void => {
    problems.push({ message: `${folder.nameOf(file)} ${message}` });
  };
  return {
    folder,
    enter: (below) => {
      const real = folder.realPath(below) ?? below;
      return entered.size < entered.add(real).size;
    },
    documents,
    problems,
    complain,
    add: (file, what) => {
      if (taken.has(file)) return null;
      taken.add(file);
      const document = attempt(() => ({ ...what, name: folder.nameOf(file), bytes: folder.read(file) }));
      if (document !== null) documents.push(document);
      return document;
    },
    json: (file) => {
      const text = attempt(() => decodeText(folder.nameOf(file), folder.read(file)));
      if (text === null) return null;
      try {
        return JSON.parse(text) as Json;
      } catch {
        complain(file, 'is not JSON, so nothing says what was synthesised; synthesise the app again');
        return null;
      }
    },
  };
}
