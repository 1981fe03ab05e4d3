import type { Severity, Workload } from './configuration';
import type { Drift } from './drift';
import type { Graph } from './graph';
import type { Node } from './node';
import type { Hop, Path, Timer } from './path';
import type { Effect, Fix, Interval, Notice } from './report';
import type { Json, Provenance, Seconds, Setting, Table } from './setting';
import type { Phase } from './timer';

/** A timer measured against a promise: the one computation that timeline, policies, aspects and audit share. */
export type Judgement = {
  readonly timer: Timer;
  readonly effect: Effect;
  readonly at: Interval | null;
  /** What has to be outlived: the promise, its name in the configuration, and with headroom. `null`: not declared. */
  readonly demand: {
    readonly promise: string;
    readonly seconds: Seconds;
    readonly withHeadroom: Seconds;
    readonly orEqual: boolean;
  } | null;
  readonly because: string;
  /** What settles a `may-cut`. */
  readonly settles: string | null;
  readonly caller: Notice;
  readonly server: Notice;
  readonly queryGoesOn: boolean;
  readonly decides: boolean;
  readonly provenance: Provenance;
  /** Whether every value that decided has a verified source. */
  readonly verified: boolean;
};

export type PolicyVerdict =
  | {
      readonly outcome: 'pass';
      readonly message: string;
      readonly provenance?: Provenance;
      readonly expected?: string;
      readonly actual?: Json;
      readonly unit?: Unit;
    }
  | {
      readonly outcome: 'fail';
      readonly message: string;
      readonly provenance?: Provenance;
      readonly expected: string;
      readonly actual: Json;
      readonly unit: Unit;
      readonly fix: Fix | null;
    }
  | {
      readonly outcome: 'unknown';
      readonly message: string;
      readonly provenance?: Provenance;
      readonly settles: string;
    };
export type Unit = 's' | 'count' | 'percent' | 'text';

/** What a policy sees. Everything is frozen. */
export type HopCase = {
  readonly workload: Workload;
  readonly path: Path;
  readonly hop: Hop;
  /** Every judgement of this hop's leg, for policies that look beside themselves. */
  readonly leg: readonly Judgement[];
  readonly graph: Graph;
};
export type TimerCase = HopCase & { readonly judgement: Judgement; readonly role: string | null };
export type RoleCase = {
  readonly workload: Workload;
  readonly path: Path;
  readonly database: Hop;
  readonly role: string | null;
  /** PostgreSQL parameters as this role's session gets them on this path. Durations in seconds, `null` is off. */
  readonly session: Table<Setting>;
  readonly judgements: readonly Judgement[];
  readonly graph: Graph;
};
export type EstateCase = {
  readonly graph: Graph;
  readonly workloads: readonly { readonly workload: Workload; readonly paths: readonly Path[] }[];
};
/** The comparison of what is live with what was declared. A policy per drift is not called where nothing was compared. */
export type DriftCase = { readonly graph: Graph; readonly drift: Drift };
/** A verdict of a policy per estate or drift names what it is about. */
export type EstateVerdict = {
  readonly resource: Node;
  readonly workload: string | null;
  readonly role: string | null;
  readonly verdict: PolicyVerdict;
};

/** A small estate that shows a policy at work: its page renders it as HCL and YAML, and the tests run it. */
export type PolicyExample = {
  /**
   * Resources by Terraform address (`aws_lb.public`), with their attributes as Terraform's JSON syntax has them: a block is a
   * list of objects (an object is a map), a reference is `${aws_lb.public.arn}`.
   */
  readonly resources?: { readonly [address: string]: { readonly [attribute: string]: Json } };
  /** What is live, where the policy is about that: `resources` are then what was declared. */
  readonly collected?: CollectedExample;
  /** The configuration without `version`: at least `workloads`. */
  readonly configuration: { readonly [key: string]: Json };
};

/** The parts of a document of `holdfast collect` that an example is about; what it leaves out is the same in all of them. */
export type CollectedExample = {
  readonly resources?: readonly { readonly type: string; readonly answer: { readonly [field: string]: Json } }[];
  readonly catalogs?: readonly { readonly name: string; readonly [field: string]: Json }[];
};

type Metadata = {
  /** Kebab-case, equal to the file's name: thing first, then what holds. */
  readonly id: string;
  readonly title: string;
  /** `error` only for what cuts the promised query or silently kills its connection. */
  readonly severity: Severity;
  readonly why: string;
  /** How to fix it, in general; the exact fix is in the verdict. */
  readonly fix: string;
  readonly refs: readonly string[];
  /** What fails (or warns, or is unknown where the policy never fails), and the same estate mended. */
  readonly example?: { readonly bad: PolicyExample; readonly good: PolicyExample };
  /** Set where the rule rests on an unverified fact or an effect that is not certain: what is not a pass is unknown. */
  readonly never?: 'fail';
};

/**
 * One pure rule. `null` as verdict: does not apply here.
 * `per` says what the check is called with: each timer it judges, each hop of its kinds, the client of each path, each role at
 * each database, once for everything in view, or once for the comparison of what is live with what was declared. Of a client
 * the `leg` is the one that it opens; a client that a path leaves out shows nothing and is not judged.
 */
export type Policy = Metadata &
  (
    | {
        readonly per: 'timer';
        /** The timers it owns: each timer and phase belongs to exactly one policy. */
        readonly judges: readonly { readonly timer: string; readonly phase: Phase }[];
        readonly check: (it: TimerCase) => PolicyVerdict | null;
      }
    | { readonly per: 'hop'; readonly kinds: readonly string[]; readonly check: (it: HopCase) => PolicyVerdict | null }
    | { readonly per: 'client'; readonly check: (it: HopCase) => PolicyVerdict | null }
    | { readonly per: 'role'; readonly check: (it: RoleCase) => PolicyVerdict | null }
    | { readonly per: 'estate'; readonly check: (it: EstateCase) => readonly EstateVerdict[] }
    | { readonly per: 'drift'; readonly check: (it: DriftCase) => readonly EstateVerdict[] }
  );
