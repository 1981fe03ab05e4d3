import type { Json, Location, Setting, Table } from './setting';

/** Where a fact was read. Stronger sources come first when the same resource is in several documents. */
export const sources = ['plan', 'state', 'cdktf', 'template', 'account', 'catalog', 'configuration'] as const;
export type Source = (typeof sources)[number];

/** The other end of a link: a fact of the same document by id, or a name that some document may know. */
export type Target = { readonly id: string } | { readonly name: string };

/**
 * A reference from one resource to another. `absent` is known to be unset (so the documented default applies);
 * `one-of` names candidates of which exactly one holds; `unknown` could not be followed and says what to declare.
 */
export type Link =
  | { readonly state: 'linked'; readonly to: Target; readonly sure: 'exact' | 'probable'; readonly attribute: string }
  | {
      readonly state: 'one-of';
      readonly to: readonly Target[];
      readonly attribute: string;
      readonly why: string;
      readonly settles: string;
    }
  | { readonly state: 'absent'; readonly attribute: string }
  | { readonly state: 'unknown'; readonly attribute: string; readonly why: string; readonly settles: string };

/** What a plan does to a resource, where that matters to us: a group attached anew counts only after a reboot. */
export type Change = {
  readonly action: 'create' | 'update' | 'replace' | 'keep';
  /** The values before the change of the attributes that links and settings were read from, by their own names. */
  readonly before: Table<Json>;
};

/** What one source says about one resource, in our words. A key that is absent was not said; only core/graph decides what that means. */
export type Fact = {
  /** Unique among all facts of all documents. */
  readonly id: string;
  /** The name of a kind (`lib/kinds`); `other` for a resource that no kind describes, which may still be a client. */
  readonly kind: string;
  /** The type as the source calls it: `aws_lb`, `AWS::RDS::DBInstance`. */
  readonly type: string;
  readonly source: Source;
  /** How messages name it: the address, construct path or identifier. */
  readonly subject: string;
  /** Every name that a selector or a link may use: addresses, identifiers, ARNs. */
  readonly names: readonly string[];
  /** What makes it the same resource in another document, as far as known. */
  readonly identity: {
    readonly arn?: string;
    readonly account?: string;
    readonly region?: string;
    readonly identifier?: string;
  };
  readonly tags: Table<string>;
  /** By the names of the kind's setting table. Absent: unset or not said. */
  readonly settings: Table<Setting>;
  /** By the names of the kind's link table. An absent key: the kind has such a link, the source does not speak of it. */
  readonly links: Table<readonly Link[]>;
  readonly change?: Change;
  readonly location?: Location;
};

/** Something that a reader met and could not take in: it goes into the report's coverage. */
export type Note = {
  readonly what: string;
  readonly why: string;
  /** `incomplete`: the input as a whole cannot be judged as asked (exit 2). `unread`: a part is not known. `info`: worth saying. */
  readonly level: 'incomplete' | 'unread' | 'info';
  readonly location?: Location;
};

/** An account and Region that was read live. What was declared there and is not among the facts is gone. */
export type View = {
  /** `null` where even the account's number could not be read. */
  readonly account: string | null;
  readonly region: string;
  /** Services (their IAM prefixes) and types of resources that were not read in full: of these, nothing is known to be gone. */
  readonly unread: readonly string[];
};

/** What a reader makes of one document. */
export type Reading = {
  readonly document: string;
  readonly source: Source;
  readonly facts: readonly Fact[];
  readonly notes: readonly Note[];
  /** Where module calls lead, as written: by the calls' names, joined by dots (`shop.db`). Absent where the source does not tell. */
  readonly modules?: Table<string>;
  /** Where it looked; absent for a document that describes what it manages. */
  readonly views?: readonly View[];
};
