/** A duration in seconds. Where a limit may be off, `null` means "never fires". */
export type Seconds = number;

/** A value as a document carries it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A dictionary whose keys come from documents: always built with {@link table}, since `__proto__` is a legal name. */
export type Table<T> = Readonly<Record<string, T>>;

/** Where a value is written: the document it was read from, and the place in it as far as the source tells. */
export type Location = {
  readonly document: string;
  readonly pointer?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The path of the construct that made it, where the document tells: `shop/api/alb`. */
  readonly construct?: string;
};

/** The precedence levels of a setting, weakest first (PostgreSQL manual, "Setting Parameters"; facts: RDS merges groups). */
export const levels = [
  'default',
  'cluster-group',
  'instance-group',
  'server',
  'all-roles',
  'database',
  'role',
  'role-in-database',
  'connection-options',
  'init-query',
  'session',
  'declared',
  'own',
] as const;
export type Level = (typeof levels)[number];

/** One level that had a say in a value. The last step of a provenance is the one that decided. */
export type Step = {
  readonly level: Level;
  /** Whose value: a resource address, a role name, a group name, an engine. */
  readonly subject: string;
  /** The variable of the subject that holds it, where it stands in one: `DATABASE_URL`. */
  readonly variable?: string;
  /** The attribute or parameter as the source spells it. */
  readonly attribute: string;
  /** The value as written; `null` where the level leaves it unset. Never a sensitive value. */
  readonly text: string | null;
  /** The source of a number that we brought ourselves. */
  readonly cite?: string;
  /** Set where the number has no verified source: it warns and never fails. */
  readonly unverified?: true;
  /**
   * Set where no source shows this level and it was assumed unset, or, with a `text`, where it counts only in one database
   * and sessions were assumed to be there: what settles it.
   */
  readonly assumed?: string;
  readonly location?: Location;
};
export type Provenance = readonly Step[];

export type Known<T> = { readonly state: 'known'; readonly value: T; readonly from: Provenance };
/** Exactly one candidate holds, and we cannot know which. Several that are all in use are several paths instead. */
export type OneOf<T> = {
  readonly state: 'one-of';
  readonly candidates: readonly Known<T>[];
  readonly why: string;
  readonly settles: string;
};
export type Unknown = {
  readonly state: 'unknown';
  readonly why: string;
  readonly settles: string;
  readonly from: Provenance;
  /** What holds whatever the value is. */
  readonly bounds?: { readonly min?: number; readonly max?: number };
};
/** A value with its provenance. */
export type Setting<T = Json> = Known<T> | OneOf<T> | Unknown;

/** An empty dictionary without a prototype, or one with the given entries. */
export function table<T>(entries: Iterable<readonly [string, T]> = []): Record<string, T> {
  const made = Object.create(null) as Record<string, T>;
  for (const [key, value] of entries) made[key] = value;
  return made;
}

export function known<T>(value: T, ...from: readonly Step[]): Known<T> {
  return { state: 'known', value, from };
}

export function unknown(why: string, settles: string, from: Provenance = [], bounds?: Unknown['bounds']): Unknown {
  return bounds === undefined
    ? { state: 'unknown', why, settles, from }
    : { state: 'unknown', why, settles, from, bounds };
}

/** One of several: collapses candidates of equal value, so that ignorance that makes no difference is none. */
export function oneOf<T>(candidates: readonly Known<T>[], why: string, settles: string): Setting<T> {
  const distinct = candidates.filter((one, at) => candidates.findIndex((other) => other.value === one.value) === at);
  const only = distinct[0];
  if (only === undefined) return unknown(why, settles);
  return distinct.length === 1 ? only : { state: 'one-of', candidates: distinct, why, settles };
}

/** The values that a setting may have, or `null` where it is unknown. */
export function candidates<T>(setting: Setting<T>): readonly Known<T>[] | null {
  if (setting.state === 'known') return [setting];
  return setting.state === 'one-of' ? setting.candidates : null;
}

/** The same setting with another value; provenance and ignorance stay. Bounds go, since they spoke of the old value. */
export function mapSetting<A, B>(setting: Setting<A>, to: (value: A) => B): Setting<B> {
  if (setting.state === 'known') return { ...setting, value: to(setting.value) };
  if (setting.state === 'one-of') {
    const mapped = setting.candidates.map((one) => ({ ...one, value: to(one.value) }));
    return oneOf(mapped, setting.why, setting.settles);
  }
  return unknown(setting.why, setting.settles, setting.from);
}

/** The value where it is known, else `undefined`. */
export function valueOf<T>(setting: Setting<T> | undefined): T | undefined {
  return setting?.state === 'known' ? setting.value : undefined;
}

/** Where a step is written, as a clause: `of aws_lb.public`, `in DATABASE_URL of aws_ecs_task_definition.api`. */
export function writtenIn({ subject, variable }: Step): string {
  return variable === undefined ? `of ${subject}` : `in ${variable} of ${subject}`;
}

/** The steps behind a setting, of every candidate where there are several. */
export function provenanceOf(setting: Setting<unknown>): Provenance {
  return setting.state === 'one-of' ? setting.candidates.flatMap((one) => one.from) : setting.from;
}
