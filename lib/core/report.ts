import type { Severity, Waiver } from './configuration';
import type { Fact } from './fact';
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

/** One hop of one path. */
export type HopRow = {
  readonly path: string;
  /** As the configuration keys it: `alb`, `client`, `database`. */
  readonly key: string;
  readonly name: string;
  /** The leg that it ends or passes on, as in the timeline; `null` for the client that a path begins with. */
  readonly leg: number | null;
  readonly layer: TimelineRow['layer'];
  /** `terminates`: a leg ends here. */
  readonly does: 'passes' | 'relays-probes' | 'terminates';
  readonly membership: 'declared' | 'linked' | 'assumed' | 'implied';
  /** What runs its timers: itself, and the resources that belong to it. */
  readonly resources: readonly string[];
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
  /** The hops of each path, from caller to database; absent where nothing tells of them. */
  readonly hops?: readonly HopRow[];
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
  /** Of a role: the one database that the change is for. */
  readonly inDatabase?: string;
  /** Of a resource that was read from an account: what a command names it by. */
  readonly identity?: Fact['identity'];
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

/** A value, a link or a whole resource that is live and not as it was declared. Durations are seconds. */
export type DriftRow = {
  /** `value`: both have the resource; `not-live`: only a document has it; `not-declared`: only the account has it. */
  readonly is: 'value' | 'not-live' | 'not-declared';
  /** As it is called live; `null` where it is not. */
  readonly live: string | null;
  /** As the document calls it; `null` where none has it. */
  readonly declared: string | null;
  readonly document: string | null;
  /** The setting, parameter or link, as the live source spells it; `null` for a whole resource. */
  readonly attribute: string | null;
  readonly liveValue: Json;
  readonly declaredValue: Json;
  readonly unit: Finding['unit'];
  /** Both values, as a reader sees them. */
  readonly message: string;
  /** The workloads whose promises the live value breaks and the declared one keeps. */
  readonly breaks: readonly string[];
};

/** How what is live compares with what was declared. */
export type DriftReport = {
  /** What was compared with, and how many of its resources are live. */
  readonly documents: readonly {
    readonly name: string;
    readonly source: string;
    readonly resources: number;
    readonly matched: number;
  }[];
  /** Resources that both sides have. */
  readonly matched: number;
  /** Resources among them of which a value differs. */
  readonly drifted: number;
  readonly rows: readonly DriftRow[];
  /** What could not be compared: `attribute` is `null` for a whole resource. */
  readonly notCompared: readonly {
    readonly resource: string;
    readonly attribute: string | null;
    readonly why: string;
    readonly settles: string;
  }[];
};

/** What a finding is about, in two reports the same. */
export type FindingKey = Pick<Finding, 'policy' | 'resource' | 'workload' | 'role'>;

/** What changed since an earlier report. */
export type Since = {
  /** The UTC day of that report, `YYYY-MM-DD`; `null` where it does not tell. */
  readonly day: string | null;
  readonly newFailures: readonly FindingKey[];
  /** What failed then and does not now: `now` says whether it passes, cannot be told, is waived, or was not judged. */
  readonly goneFailures: readonly (FindingKey & { readonly now: 'pass' | 'unknown' | 'waived' | 'not-judged' })[];
  readonly verdicts: readonly {
    readonly workload: string;
    readonly from: Verdict | null;
    readonly to: Verdict | null;
  }[];
  readonly values: readonly (FindingKey & {
    readonly from: Json;
    readonly to: Json;
    readonly unit: Finding['unit'];
  })[];
  /** Resources in view now that were not then, and the other way round. */
  readonly come: readonly string[];
  readonly gone: readonly string[];
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
  /** The UTC day on which something live was judged, `YYYY-MM-DD`. */
  readonly judgedOn?: string;
  /** Only where what is live was compared with what was declared. */
  readonly drift?: DriftReport;
  /** Only where an earlier report was named. */
  readonly since?: Since;
};
