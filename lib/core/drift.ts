import type { Node } from './node';
import type { Judgement, Unit } from './policy';
import type { Json, Known } from './setting';

/** The same resource as a document declares it and as it is live. */
export type Pair = {
  readonly declared: Node;
  readonly live: Node;
  /** How many values both sides show. */
  readonly compared: number;
};

/** One side of a difference. */
export type Side = {
  /** In our words: durations in seconds, `null` is off or not set. */
  readonly value: Json;
  /** As messages show it: `60 s (default)`. Never a text that may hold a secret. */
  readonly text: string;
  /** As the source writes it: what a fix sets. */
  readonly raw: Json;
  /** As the source of that side spells the setting, parameter or link. */
  readonly attribute: string;
  /** The value with its provenance, where it is one of a setting. */
  readonly setting: Known<Json> | null;
};

/** A value that is live and not what was declared. */
export type Difference = {
  readonly declared: Node;
  readonly live: Node;
  /** `init-query`: a parameter that the SQL of a proxy's init query sets. */
  readonly of: 'setting' | 'parameter' | 'init-query' | 'link';
  /** Our name of the setting or link, or the PostgreSQL parameter. */
  readonly name: string;
  readonly was: Side;
  readonly is: Side;
  readonly unit: Unit | null;
};

/** Something that could not be compared: `attribute` is `null` where it is the resource as a whole. */
export type Uncompared = {
  readonly resource: Node;
  readonly attribute: string | null;
  readonly why: string;
  readonly settles: string;
};

/** What two graphs say differently of the same estate. */
export type Comparison = {
  readonly pairs: readonly Pair[];
  readonly differences: readonly Difference[];
  /** Declared, and not there although everything of its kind was read in its account and Region. */
  readonly notLive: readonly Node[];
  /** Declared, and whether it is there cannot be told, since a call in its account and Region gave no answer. */
  readonly perhapsNotLive: readonly Uncompared[];
  /** Live, and in none of the documents. */
  readonly notDeclared: readonly Node[];
  readonly uncompared: readonly Uncompared[];
};

/** A promise that a live value breaks and that the declared one keeps. */
export type Broken = {
  readonly workload: string;
  readonly role: string | null;
  /** What the timer does with the live value. */
  readonly judgement: Judgement;
  /** `false`: the live value may break it, or the declared one may break it as well. */
  readonly sure: boolean;
};

/** A difference with what follows from it. */
export type JudgedDifference = Difference & {
  /** The promises that it breaks, one per workload and role. */
  readonly breaks: readonly Broken[];
  /** What else is to be said: whether the timers that depend on it keep their promises, break them with either value, or none does. */
  readonly otherwise: 'kept' | 'broken-anyway' | 'open' | 'unused';
};

/** The comparison of what is live with what was declared, judged. */
export type Drift = Omit<Comparison, 'differences'> & { readonly differences: readonly JudgedDifference[] };
