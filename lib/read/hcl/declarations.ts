import { table, type Table } from '../../core/setting';
import { blocksIn, type Block } from './blocks';
import type { Position } from './positions';

/** A `.tf` file of a module's folder, by the path that reports show. */
export type SourceFile = { readonly file: string; readonly text: string };

/** Where something is written. */
export type Place = Position & { readonly file: string };

type Written = { readonly file: string; readonly block: Block };

/** A resource, data source or module call: what declares it, and the blocks of override files, the strongest first. */
export type Declaration = { readonly declared: Written; readonly overrides: readonly Written[] };

/** What the files of one module's folder declare, by {@link resourceKey} and {@link callKey}. */
export type Declarations = Table<Declaration>;

export function resourceKey(mode: 'managed' | 'data', type: string, name: string): string {
  return `${mode} ${type} ${name}`;
}

export function callKey(name: string): string {
  return `module ${name}`;
}

/**
 * What a module's folder declares. Left out is what two blocks declare, since nothing says which one counts (`main.tf` beside
 * a `main.tofu`, which OpenTofu reads instead), and every file that is not HCL. Override files amend what others declare
 * (Terraform, "Override Files").
 */
export function declarationsIn(files: readonly SourceFile[]): Declarations {
  const declared = table<Written[]>();
  const overrides = table<Written[]>();
  for (const { file, text } of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const into = /(?:^|[/_])override\.(?:tf|tofu)$/.test(file) ? overrides : declared;
    for (const block of blocksIn(text) ?? []) {
      const key = keyOf(block);
      if (key !== null) (into[key] ??= []).push({ file, block });
    }
  }
  return table(
    Object.entries(declared).flatMap(([key, [only, ...others]]) =>
      only === undefined || others.length > 0
        ? []
        : [[key, { declared: only, overrides: [...(overrides[key] ?? [])].reverse() }] as const],
    ),
  );
}

/** Where the block begins. */
export function placeOfBlock({ declared: { file, block } }: Declaration): Place {
  return { file, ...block.at };
}

/**
 * Where an attribute at a dotted path is written, as far as it can be told: the attribute, else the innermost block around it
 * that is the only one of its kind, else the resource itself. A `dynamic` block stands for those that it makes.
 */
export function placeOfAttribute(declaration: Declaration, path: string): Place {
  const [first = '', ...rest] = path.split('.');
  const { file, block } = strongest(declaration, first);
  let [at, body] = [block.at, block];
  for (const segment of [first, ...rest]) {
    const attribute = body.attributes[segment];
    if (attribute !== undefined) return { file, ...attribute.at };
    const inner = onlyBlock(body, segment);
    if (inner === null) break;
    [at, body] = [inner.at, inner.body];
  }
  return { file, ...at };
}

/**
 * Where the blocks of a kind begin whose `name` is written out, by that name in lower case. A name that is written twice is
 * left out.
 */
export function placesByName(declaration: Declaration, kind: string): Table<Place> {
  const { file, block } = strongest(declaration, kind);
  const places = table<Place | null>();
  for (const one of block.blocks) {
    const name = one.kind === kind ? one.attributes.name?.literal?.toLowerCase() : undefined;
    if (name !== undefined) places[name] = places[name] === undefined ? { file, ...one.at } : null;
  }
  return table(Object.entries(places).flatMap(([name, place]) => (place === null ? [] : [[name, place] as const])));
}

function keyOf({ kind, labels }: Block): string | null {
  const [first = '', second = ''] = labels;
  if (kind === 'module') return labels.length === 1 ? callKey(first) : null;
  if ((kind !== 'resource' && kind !== 'data') || labels.length !== 2) return null;
  return resourceKey(kind === 'data' ? 'data' : 'managed', first, second);
}

/** An override replaces an attribute, and all blocks of a kind at once. */
function strongest({ declared, overrides }: Declaration, segment: string): Written {
  return overrides.find(({ block }) => writes(block, segment)) ?? declared;
}

function writes(block: Block, segment: string): boolean {
  return block.attributes[segment] !== undefined || inside(block, segment).length > 0;
}

function inside({ blocks }: Block, segment: string): readonly Block[] {
  return blocks.filter(({ kind, labels }) => kind === segment || (kind === 'dynamic' && labels[0] === segment));
}

function onlyBlock(body: Block, segment: string): { readonly at: Position; readonly body: Block } | null {
  const [only, ...others] = inside(body, segment);
  if (only === undefined || others.length > 0) return null;
  if (only.kind === segment) return { at: only.at, body: only };
  return { at: only.at, body: only.blocks.find(({ kind }) => kind === 'content') ?? only };
}
