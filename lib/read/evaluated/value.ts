import { table, type Json, type Table } from '../../core/setting';

/**
 * What a document that holds expressions says about one value, its own expressions followed as far as they go: the common
 * ground of CDKTF stacks and CloudFormation templates.
 */
export type Evaluated =
  | { readonly is: 'value'; readonly value: string | number | boolean | null }
  | { readonly is: 'list'; readonly items: readonly Evaluated[] }
  | { readonly is: 'object'; readonly entries: Table<Evaluated> }
  /** An attribute of another resource (`null`: the resource as a whole). */
  | {
      readonly is: 'reference';
      /** The id of the resource, which is also the id of its fact. */
      readonly to: string;
      readonly attribute: string | null;
      /** The reference as written, for messages. */
      readonly text: string;
      /** What that resource writes for the attribute; absent where only its provider knows it. */
      readonly value?: Evaluated;
    }
  /** A text put together from parts, of which at least one is not known. */
  | { readonly is: 'text'; readonly parts: readonly Evaluated[] }
  /** Exactly one of these holds, and the document alone does not say which. */
  | {
      readonly is: 'choice';
      readonly of: readonly Evaluated[];
      readonly why: string;
      readonly settles: string;
    }
  /** `why` follows the name of the attribute ("`idle_timeout` of `aws_lb.public` WHY"). Nothing of a secret is in it. */
  | { readonly is: 'unknown'; readonly why: string; readonly settles: string };

/** What is not set. */
export const unset: Evaluated = { is: 'value', value: null };

/** A value without expressions, as it is. Takes nesting of any depth that `JSON.parse` takes. */
export function literal(value: Json): Evaluated {
  if (typeof value !== 'object' || value === null) return { is: 'value', value };
  if (isList(value)) return { is: 'list', items: value.map(literal) };
  return { is: 'object', entries: table(Object.entries(value).map(([key, one]) => [key, literal(one)])) };
}

/** The plain value where all of it is known, behind references too; `undefined` where any part is not. */
export function plain(value: Evaluated): Json | undefined {
  switch (value.is) {
    case 'value':
      return value.value;
    case 'list': {
      const items = value.items.map(plain);
      return items.includes(undefined) ? undefined : (items as readonly Json[]);
    }
    case 'object': {
      const entries = Object.entries(value.entries).map(([key, one]) => [key, plain(one)] as const);
      return entries.some(([, one]) => one === undefined)
        ? undefined
        : table(entries as readonly (readonly [string, Json])[]);
    }
    case 'reference':
      return value.value === undefined ? undefined : plain(value.value);
    case 'text':
    case 'choice':
    case 'unknown':
      return undefined;
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
