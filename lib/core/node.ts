import type { Fact } from './fact';
import type { Kind } from './kind';
import type { Setting, Table } from './setting';

/** Where a link leads, once every document was seen. */
export type Resolved =
  | { readonly state: 'linked'; readonly node: string; readonly sure: 'exact' | 'probable' }
  | { readonly state: 'one-of'; readonly nodes: readonly string[]; readonly why: string; readonly settles: string }
  /** Known to be unset. */
  | { readonly state: 'absent' }
  /** A known name that no document describes (`default.postgres16`). */
  | { readonly state: 'named'; readonly name: string }
  | { readonly state: 'unknown'; readonly why: string; readonly settles: string };

/** A fact whose own settings are effective: defaults and fixed values applied. What a session gets is in core/session. */
export type Node = Omit<Fact, 'links' | 'kind'> & {
  readonly kind: Kind;
  readonly settings: Table<Setting>;
  readonly links: Table<readonly Resolved[]>;
  /** Every document that speaks of it; the one whose word counts is in `location`. */
  readonly documents?: readonly string[];
};
