import type { Note } from '../../core/fact';
import type { Json } from '../../core/setting';
import { entries, isObject, items, own, pointerTo, textOf, type JsonObject } from '../json';
import { dynamicBlocks, listed } from './dynamic';
import type { SynthesisedStack } from './read';

/** A block with one label (`variable.NAME`), where it is written. */
export type Labelled = { readonly name: string; readonly body: JsonObject; readonly pointer: string };

/** One `resource` block: all its instances are made from it. */
export type Block = Labelled & {
  readonly stack: Stack;
  readonly type: string;
  /** The bodies of its `dynamic` blocks, by the name of the block that they make. */
  readonly dynamic: ReadonlyMap<string, readonly Json[]>;
};

/** One stack, taken apart into what references name. */
export type Stack = {
  readonly document: string;
  /** Everything that another stack may call this one: its path in the construct tree, its id. */
  readonly ids: readonly string[];
  /** By `TYPE.NAME`. */
  readonly resources: ReadonlyMap<string, Block>;
  readonly data: ReadonlyMap<string, Labelled>;
  readonly modules: readonly Labelled[];
  readonly variables: ReadonlyMap<string, Labelled>;
  readonly outputs: ReadonlyMap<string, Labelled>;
  readonly locals: ReadonlyMap<string, Json>;
  /** By name, with its alias where it has one: `aws`, `aws.eu`. */
  readonly providers: ReadonlyMap<string, JsonObject>;
  readonly backend: { readonly type: string; readonly body: Json } | null;
  /** What could not be taken in. */
  readonly notes: readonly Note[];
};

/** Takes a stack apart. What is not of the form that Terraform's JSON syntax gives it becomes a note. */
export function stackOf({ document, stack: id, body }: SynthesisedStack): Stack {
  const notes: Note[] = [];
  const unread = (what: string, why: string, pointer: string): void => {
    notes.push({ what, why, level: 'unread', location: { document, pointer } });
  };
  const resources = new Map<string, Block>();
  const made: Stack = {
    document,
    ids: idsOf(id, body),
    resources,
    data: twice(body, 'data', unread),
    modules: [...once(body, 'module', unread).values()],
    variables: once(body, 'variable', unread),
    outputs: once(body, 'output', unread),
    locals: new Map(labels(own(body, 'locals'), '/locals').map(({ name, value }) => [name, value])),
    providers: providersOf(body),
    backend: backendOf(body),
    notes,
  };
  for (const [address, labelled] of twice(body, 'resource', unread)) {
    const type = address.slice(0, address.length - labelled.name.length - 1);
    resources.set(address, { ...labelled, stack: made, type, dynamic: dynamicBlocks(own(labelled.body, 'dynamic')) });
  }
  return made;
}

type Unread = (what: string, why: string, pointer: string) => void;
type Label = { readonly name: string; readonly value: Json; readonly pointer: string };

/** The labels of a block type. The syntax takes an object, or a list of objects, at every level; `//` is a comment. */
function labels(value: Json | undefined, pointer: string): readonly Label[] {
  const objects = Array.isArray(value)
    ? items(value).map((one, at) => ({ one, at: pointerTo(pointer, at) }))
    : [{ one: value, at: pointer }];
  return objects.flatMap(({ one, at }) =>
    entries(one).flatMap(([name, inner]) =>
      name === '//' ? [] : [{ name, value: inner, pointer: pointerTo(at, name) }],
    ),
  );
}

/** The blocks of a type with one label. */
function once(body: JsonObject, type: string, unread: Unread): ReadonlyMap<string, Labelled> {
  const found = new Map<string, Labelled>();
  for (const label of labels(own(body, type), `/${type}`))
    add(found, `${type}.${label.name}`, label.name, label, unread);
  return found;
}

/** The blocks of a type with two labels, by both: `TYPE.NAME`. */
function twice(body: JsonObject, type: string, unread: Unread): ReadonlyMap<string, Labelled> {
  const found = new Map<string, Labelled>();
  for (const outer of labels(own(body, type), `/${type}`)) {
    for (const label of labels(outer.value, outer.pointer)) {
      const address = `${outer.name}.${label.name}`;
      add(found, type === 'data' ? `data.${address}` : address, address, label, unread);
    }
  }
  return found;
}

function add(found: Map<string, Labelled>, what: string, key: string, label: Label, unread: Unread): void {
  const { name, pointer } = label;
  const [body, second] = listed(label.value);
  if (!isObject(body)) return unread(what, 'its body is not an object, so it was not read', pointer);
  if (found.has(key) || second !== undefined) {
    unread(what, 'the document declares it twice; the first was read', pointer);
  }
  if (!found.has(key)) found.set(key, { name, body, pointer: body === label.value ? pointer : pointerTo(pointer, 0) });
}

function providersOf(body: JsonObject): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const { name, value } of labels(own(body, 'provider'), '')) {
    for (const one of listed(value)) {
      const alias = textOf(own(one, 'alias'));
      const key = alias === undefined ? name : `${name}.${alias}`;
      if (isObject(one) && !found.has(key)) found.set(key, one);
    }
  }
  return found;
}

function backendOf(body: JsonObject): Stack['backend'] {
  const [terraform] = listed(own(body, 'terraform'));
  const [first] = labels(own(terraform, 'backend'), '');
  return first === undefined ? null : { type: first.name, body: first.value };
}

/**
 * cdktf names a stack by its path in the construct tree (`registerIncomingCrossStackReference` of terraform-stack.js). A file
 * holds the stack's id, and the paths of what is inside; a nested stack's own path ends with its id.
 */
function idsOf(given: string | null, body: JsonObject): readonly string[] {
  const id = textOf(own(own(own(body, '//'), 'metadata'), 'stackName'));
  const path = id === undefined ? undefined : pathOf(id, body);
  return [...new Set([given, path, id])].filter((one) => one !== null && one !== undefined);
}

function pathOf(id: string, body: JsonObject): string | undefined {
  for (const outer of labels(own(body, 'resource'), '')) {
    for (const { value } of labels(outer.value, '')) {
      const path = textOf(own(own(own(value, '//'), 'metadata'), 'path'))?.split('/') ?? [];
      const at = path.indexOf(id);
      if (at >= 0) return path.slice(0, at + 1).join('/');
    }
  }
  return undefined;
}
