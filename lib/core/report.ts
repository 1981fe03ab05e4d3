import type { Severity, Waiver } from './configuration';
import type { Phase, TimerClass } from './timer';
import type { Json, Location, Provenance, Seconds } from './setting';

/** What an end of the connection notices, and when, in seconds from the start of the phase; `never` without help, `unknown` where it depends. */
export type Notice = { readonly sees: string; readonly at: Seconds | 'never' | 'unknown' };

export type Effect = 'outlives' | 'kept-alive' | 'cuts' | 'may-cut';

/** When a timer fires, in seconds: an interval, since its value may be one of several. `to: null`: may never. */
export type Interval = { readonly from: Seconds; readonly to: Seconds | null };

/** One timer of one path, for one role. */
export type TimelineRow = {
  readonly timer: string;
  readonly class: TimerClass;
  readonly resource: string;
  readonly attribute: string;
  readonly path: string;
  readonly role: string | null;
  readonly leg: number;
  readonly layer: 'request' | 'connection';
  readonly phase: Phase;
  readonly effect: Effect;
  /** `null`: off, or unknown without bounds. */
  readonly at: Interval | null;
  /** What the timer has to exceed, headroom included, in seconds; `null` where it was not declared. */
  readonly demand: Seconds | null;
  /** Why it holds or may not, in one clause. */
  readonly because: string;
  readonly caller: Notice;
  readonly server: Notice;
  readonly queryGoesOn: boolean;
  /** Whether it counts for the workload's verdict. */
  readonly decides: boolean;
};

export type Verdict = 'holds' | 'cut' | 'unknown';

/** One workload, judged. */
export type WorkloadReport = {
  readonly name: string;
  readonly verdict: Verdict;
  /** The first sure cut, in seconds from the start of its phase: where a value is one of several, when it has fired whichever it is. */
  readonly cutAt: Seconds | null;
  readonly cutBy: string | null;
  readonly phase: Phase | null;
  readonly maxQueryDuration: Seconds;
  readonly paths: readonly string[];
  readonly timeline: readonly TimelineRow[];
};

/** The exact change that mends a finding; report formats render it as HCL, TypeScript, SQL or CLI. */
export type Fix = {
  readonly resource: string;
  /** The type in the source's language (`aws_lb`), for rendering. */
  readonly type: string;
  readonly setting: string;
  readonly value: Json;
  /** What else is to be done, in one sentence. */
  readonly note?: string;
};

export type Outcome = 'pass' | 'fail' | 'unknown' | 'waived';

export type Finding = {
  readonly policy: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly workload: string | null;
  readonly role: string | null;
  readonly resource: string;
  readonly message: string;
  readonly expected: string | null;
  readonly actual: Json;
  readonly unit: 's' | 'count' | 'percent' | 'text' | null;
  readonly fix: Fix | null;
  /** What settles an unknown. */
  readonly settles: string | null;
  readonly provenance: Provenance;
  readonly locations: readonly Location[];
  readonly waiver: Waiver | null;
};

/** What was judged and what was not. */
export type Coverage = {
  readonly documents: readonly { readonly name: string; readonly source: string; readonly resources: number }[];
  /** Resources that stand on some workload's path. */
  readonly judged: readonly string[];
  /** Databases, load balancers and proxies in view that are on nobody's path. */
  readonly onNoPath: readonly string[];
  readonly notDeclared: readonly { readonly workload: string; readonly what: string; readonly why: string }[];
  readonly notes: readonly {
    readonly what: string;
    readonly why: string;
    readonly level: 'incomplete' | 'unread' | 'info';
  }[];
};

/** Everything found, plus what was looked at and what was not. Frozen by `schema/report.schema.json`. */
export type Report = {
  readonly version: 1;
  readonly tool: { readonly name: 'holdfast'; readonly version: string };
  readonly summary: {
    readonly passed: number;
    readonly failed: number;
    readonly unknown: number;
    readonly waived: number;
  };
  readonly workloads: readonly WorkloadReport[];
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
};
