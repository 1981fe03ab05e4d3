import type { Table } from '../../core/setting';
import type { Evaluated } from '../evaluated/value';
import type { Block, Stack } from './stack';
import type { Trail } from './trail';

/** What `each` or the iterator of a `dynamic` block stands for in one round. */
export type Iteration = { readonly key: Evaluated; readonly value: Evaluated };

/** One instance of a resource block. */
export type Instance = {
  readonly block: Block;
  /** `null` for the only instance, and for one that stands for all where how many there are is not known. */
  readonly key: string | number | null;
  readonly address: string;
  /** The id of its fact: `DOCUMENT#ADDRESS`. */
  readonly id: string;
  readonly each: Iteration | null;
  readonly count: Evaluated | null;
};

/** All instances of a resource block. `stand-in`: how many there are is not known, and one stands for all. */
export type Instances =
  | { readonly as: 'single'; readonly only: Instance }
  | {
      readonly as: 'many';
      readonly argument: 'count' | 'for_each';
      readonly all: readonly Instance[];
      readonly byKey: ReadonlyMap<string, Instance>;
    }
  | {
      readonly as: 'stand-in';
      readonly only: Instance;
      readonly argument: 'count' | 'for_each';
      /** Follows the name of the argument. */
      readonly why: string;
      readonly settles: string;
    };

/** Where an expression stands, which decides what its names mean. */
export type Where = {
  readonly stack: Stack;
  readonly self: Instance | null;
  /** The `dynamic` blocks around it, by the names of their iterators. */
  readonly iterators: Table<Iteration>;
  /** In how many rounds of `dynamic` blocks it is evaluated. */
  readonly rounds: number;
};

/** The stacks that are read together, and what is known of them so far. */
export type Estate = {
  readonly stacks: readonly Stack[];
  /** The blocks of each `TYPE.NAME`, in every stack that declares it. */
  readonly declaring: ReadonlyMap<string, readonly Block[]>;
  readonly trail: Trail;
  readonly instances: Map<Block, Instances>;
  readonly byId: Map<string, Instance>;
  /** How many more instances are made before the rest counts as not known: a document of a few lines may ask for millions. */
  readonly room: { left: number };
  /** A text at its place, the expressions in it followed as far as the stacks go. */
  readonly evaluate: (text: string, where: Where) => Evaluated;
};
