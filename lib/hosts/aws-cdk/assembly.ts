import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Note, Reading } from '../../core/fact';
import { table, type Json, type Table } from '../../core/setting';
import type { Template } from '../../read/cloudformation/read';
import { isObject, type JsonObject } from '../../read/json';
import { readManifest, uploads, type ListedTemplate } from '../../read/manifest';
import { nestedTemplates, type NestedTemplate } from '../../read/nested-templates';
import { withConstructPaths } from '../../read/cloudformation/construct-paths';
import {
  listedConstructs,
  nestedStackPath,
  pathsIn,
  type ListedConstructs,
} from '../../read/cloudformation/listed-constructs';
import type { Relevance } from './relevance';
import { unreadable } from './unreadable';

/** A template as it was written to the cloud assembly. */
export type WrittenTemplate = Template & {
  /** Absolute. */
  readonly file: string;
};

/** What was written, and what of it could not be read. */
export type Assembly = {
  readonly templates: readonly WrittenTemplate[];
  readonly unread: readonly Reading[];
  readonly notes: readonly Note[];
};

/** What a folder of the assembly says of the templates in it. */
type Folder = {
  readonly listed: readonly ListedTemplate[];
  readonly uploaded: Table<string>;
  readonly missing: readonly string[];
  /** Those of a template, by its file. */
  readonly constructsOf: (file: string) => ListedConstructs;
};

type Wanted = Pick<Template, 'account' | 'region' | 'nestedIn'> & {
  readonly file: string;
  /** Of a nested stack: its path, where it is known, and the constructs that its outermost stack lists. */
  readonly nested?: { readonly path: string | null; readonly constructs: ListedConstructs };
};

/**
 * Reads the templates at the given paths and those of the stacks nested in them, which AWS CDK does not name. The template is
 * what is deployed, so overrides and escape hatches count; resources bear the paths of their constructs. What cannot be read
 * stops nothing, and what cannot matter is left out.
 */
export function readAssembly(templatePaths: readonly string[], cwd: string, mayMatter: Relevance): Assembly {
  const folders = table<Folder>();
  const templates: WrittenTemplate[] = [];
  const unread: Reading[] = [];
  // A Stage and its App may both hand in the same stack.
  const seen = new Set<string>();
  const pending: Wanted[] = templatePaths.map((file) => ({ file: path.resolve(cwd, file) }));
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { file } = next;
    if (seen.has(file)) continue;
    seen.add(file);
    const document = nameOf(file, cwd);
    const text = textIn(file);
    if (text !== undefined && !mayMatter(text)) continue;
    const body = text === undefined ? undefined : parsed(text);
    if (!isObject(body)) {
      unread.push(unreadable(document, 'cannot be read'));
      continue;
    }
    const folder = (folders[path.dirname(file)] ??= folderOf(path.dirname(file)));
    const name = path.basename(file);
    const {
      stackName,
      account = next.account,
      region = next.region,
    } = folder.listed.find((one) => one.file === name) ?? {};
    const constructs = next.nested?.constructs ?? folder.constructsOf(name);
    const paths = next.nested?.path === null ? table<string>() : pathsIn(constructs, next.nested?.path ?? null);
    const environment = { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
    templates.push({
      document,
      file,
      body: withConstructPaths(body, paths),
      ...environment,
      ...(stackName !== undefined && { stackName }),
      ...(next.nestedIn !== undefined && { nestedIn: next.nestedIn }),
    });
    for (const { logicalId, file: beside } of nestedBeside(body, folder)) {
      pending.push({
        file: path.join(path.dirname(file), beside),
        nestedIn: { document, logicalId },
        nested: { path: nestedStackPath(paths[logicalId] ?? ''), constructs },
        ...environment,
      });
    }
  }
  return { templates, unread, notes: placeholders(Object.values(folders)) };
}

/** The command line looks up what an app asks for and synthesises again, so this is no failure: it would end there. */
function placeholders(folders: readonly Folder[]): readonly Note[] {
  const missing = [...new Set(folders.flatMap((folder) => folder.missing))];
  const why = `${missing.join(', ')} had no answer yet, so the templates hold placeholders; run \`cdk synth\``;
  return missing.length === 0 ? [] : [{ what: 'lookups in the account', why, level: 'unread' }];
}

/** Only files beside the parent are read: what a template says of a file may lead anywhere. */
function nestedBeside(body: JsonObject, { uploaded }: Folder): readonly NestedTemplate[] {
  return nestedTemplates(body, uploaded).filter(({ file }) => file === path.basename(file) && !/^\.*$/.test(file));
}

/** What messages call a file: its path from the working directory where it lies below, as users name files themselves. */
function nameOf(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  const name = relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
  return name.split(path.sep).join('/');
}

function folderOf(folder: string): Folder {
  const body = jsonIn(path.join(folder, 'manifest.json')) ?? null;
  const manifest = readManifest(body);
  const assets = readdirSync(folder).filter((file) => file.endsWith('.assets.json'));
  const listed = manifest.of === 'cdk' ? manifest.templates : [];
  return {
    listed,
    missing: manifest.of === 'cdk' ? manifest.missing : [],
    uploaded: uploads(assets.flatMap((file) => jsonIn(path.join(folder, file)) ?? [])),
    constructsOf: (file) => listed.filter((one) => one.file === file).flatMap((one) => constructsOf(one, folder)),
  };
}

function constructsOf({ metadata }: ListedTemplate, folder: string): ListedConstructs {
  return listedConstructs(
    'inline' in metadata ? metadata.inline : jsonIn(path.join(folder, path.basename(metadata.file))),
  );
}

/** What is in a JSON file; `undefined` where it cannot be read. */
function jsonIn(file: string): Json | undefined {
  const text = textIn(file);
  return text === undefined ? undefined : parsed(text);
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
