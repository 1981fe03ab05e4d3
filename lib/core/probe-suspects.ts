import type { Kind } from './kind';
import type { PlacedJudgement, Run } from './timeline';
import type { Effect, Interval } from './report';
import { candidates, known, table, type Json, type Seconds, type Setting, type Table } from './setting';
import type { Expiry, Phase, TimerClass, TimerSpec } from './timer';

/** A timer that may be behind a cut. */
export type Suspect = {
  /** Where it is known from: the workload's path, what the session itself shows, or what the vendors apply unasked. */
  readonly origin: 'path' | 'session' | 'default';
  readonly timer: string;
  readonly class: TimerClass;
  readonly phase: Phase;
  readonly layer: 'request' | 'connection';
  /** Whether it runs on the connection that the probe itself opens, and not behind something that opens another. */
  readonly isOnOwnLeg: boolean;
  /** Whose it is; of a default, what kinds of hop have it. */
  readonly resource: string;
  readonly attribute: string;
  readonly expiry: Expiry;
  /** What the caller of a service gets, in its words. */
  readonly sees: string | null;
  /** When it fires, in seconds from the start of its phase: one interval for each value that it may have. */
  readonly fires: readonly Interval[];
  /** The longest that it can be set to, in seconds, where there is such a limit; what cannot be changed is that long already. */
  readonly longest: Seconds | null;
  /** What the model expects of it in this experiment; `null` where it was not judged. */
  readonly effect: Effect | null;
};

const tried: readonly Phase[] = ['query', 'pause', 'conflict'];

/** The timers of the judged runs of one experiment, each once. What the session shows of itself wins over what was expected. */
export function pathSuspects(runs: readonly Run[], session: Table<Seconds | null>): readonly Suspect[] {
  const all = runs.flatMap((run) => run.rows.flatMap((row) => suspectOf(row, run, session)));
  const keyOf = ({ timer, phase, layer, resource }: Suspect): string => JSON.stringify([timer, phase, layer, resource]);
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

function suspectOf(
  { judgement, leg }: PlacedJudgement,
  { path }: Run,
  session: Table<Seconds | null>,
): readonly Suspect[] {
  const { timer, effect, at } = judgement;
  if (!tried.includes(timer.phase)) return [];
  const shown = timer.subject.kind.session === undefined ? undefined : session[timer.setting];
  const fires =
    shown === undefined ? (effect === 'cuts' && at !== null ? [at] : momentsIn(timer.value)) : momentsIn(known(shown));
  if (fires.length === 0) return [];
  return [
    {
      origin: shown === undefined ? 'path' : 'session',
      timer: timer.name,
      class: timer.class,
      phase: timer.phase,
      layer: leg.layer,
      isOnOwnLeg: leg === path.legs.find((one) => one.layer === leg.layer),
      resource: timer.subject.subject,
      attribute: timer.attribute,
      expiry: timer.expiry,
      sees: timer.sees,
      fires,
      longest: longestOf(timer.subject.kind, timer.setting, timer.subject.settings),
      effect: shown === undefined ? effect : null,
    },
  ];
}

/** The limits that a session shows of itself (`SHOW`), by parameter; `null` is off. */
export function sessionSuspects(kinds: readonly Kind[], session: Table<Seconds | null>): readonly Suspect[] {
  const specs = new Map(
    kinds.flatMap(({ timers }) => timers.flatMap((spec) => ('parameter' in spec.value ? [[spec.name, spec]] : []))),
  );
  return [...specs.values()].flatMap((spec) => {
    const parameter = 'parameter' in spec.value ? spec.value.parameter : '';
    const value = session[parameter] ?? null;
    if (value === null || spec.bounds === 'idle-in-transaction') return [];
    return fromSpec(spec, known(value), {
      origin: 'session',
      layer: 'connection',
      resource: 'this session',
      attribute: parameter,
      longest: null,
    });
  });
}

/** What the vendors of all kinds of hop apply where nobody says otherwise. */
export function defaultSuspects(kinds: readonly Kind[]): readonly Suspect[] {
  const found = new Map<string, Suspect>();
  for (const kind of kinds.filter((one) => !isStoodFor(one, kinds)))
    for (const one of ofKind(kind)) {
      const key = JSON.stringify([one.timer, one.phase, one.layer, one.fires, one.expiry]);
      // A kind that stands for a real resource in the configuration has the same timers under another title.
      if (!found.has(key) || isRead(kind)) found.set(key, one);
    }
  return [...found.values()];
}

/** How a listener ends depends on its protocol; the load balancers that may be declared run the same timer, each its own way. */
function isStoodFor({ name, timers }: Kind, kinds: readonly Kind[]): boolean {
  return timers.some(
    (own) =>
      typeof own.expiry === 'function' &&
      kinds.some((one) => one.name !== name && one.timers.some((other) => isSameButSure(other, own))),
  );
}

function isSameButSure(other: TimerSpec, { name }: TimerSpec): boolean {
  return other.name === name && typeof other.expiry !== 'function';
}

function isRead({ terraform, cloudformation, account }: Kind): boolean {
  return (terraform ?? cloudformation ?? account) !== undefined;
}

/** Classes of timers that a silent query or a pause meets. */
const met: readonly TimerClass[] = ['packet-idle', 'data-idle', 'request-cap', 'server-limit', 'between-queries'];

function ofKind(kind: Kind): readonly Suspect[] {
  const settings = untouched(kind);
  const side = kind.hop?.side ?? 'connection';
  const layers: readonly Suspect['layer'][] = side === 'either' ? ['request', 'connection'] : [side];
  return kind.timers.flatMap((spec) => {
    // What runs only where its resource stands for a load balancer or mesh is named as that.
    if (!met.includes(spec.class) || spec.as !== undefined || 'parameter' in spec.value) return [];
    const value = 'compute' in spec.value ? spec.value.compute(settings) : settings[spec.value.setting];
    const attribute = spec.value.setting;
    return layers.flatMap((layer) =>
      value?.state !== 'known'
        ? []
        : fromSpec(
            spec,
            value,
            {
              origin: 'default',
              layer,
              // Where one stands for the real thing, that is what is meant.
              resource: kind.title.replace(/^declared /, ''),
              attribute,
              longest: longestOf(kind, attribute, settings),
            },
            settings,
          ),
    );
  });
}

/** The settings of a resource that nothing is written of. */
function untouched(kind: Kind): Table<Setting> {
  return table(
    Object.entries(kind.settings).flatMap(([name, spec]): (readonly [string, Setting])[] => {
      const fixed = spec.fixed?.(table());
      const otherwise = fixed ?? (typeof spec.default === 'function' ? spec.default(table()) : spec.default);
      return otherwise === undefined || otherwise === null ? [] : [[name, known<Json>(otherwise.value)]];
    }),
  );
}

function fromSpec(
  spec: TimerSpec,
  value: Setting,
  own: Pick<Suspect, 'origin' | 'layer' | 'resource' | 'attribute' | 'longest'>,
  settings: Table<Setting> = table(),
): readonly Suspect[] {
  const fires = momentsIn(value);
  if (fires.length === 0) return [];
  return spec.phases
    .filter((phase) => tried.includes(phase))
    .map((phase) => ({
      ...own,
      isOnOwnLeg: true,
      timer: spec.name,
      class: spec.class,
      phase,
      expiry: typeof spec.expiry === 'function' ? spec.expiry(settings) : spec.expiry,
      sees: spec.sees ?? null,
      fires,
      effect: null,
    }));
}

function longestOf(kind: Kind, setting: string, settings: Table<Setting>): Seconds | null {
  const spec = kind.settings[setting];
  const fixed = spec?.fixed?.(settings)?.value;
  return typeof fixed === 'number' ? fixed : (spec?.range?.max ?? null);
}

/** When a limit may fire; none where it is off for sure. */
function momentsIn(value: Setting): readonly Interval[] {
  const values = candidates(value);
  if (values !== null) return values.flatMap((one) => (typeof one.value === 'number' ? [exactly(one.value)] : []));
  const bounds = value.state === 'unknown' ? value.bounds : undefined;
  return [{ from: bounds?.min ?? 0, to: bounds?.max ?? null }];
}

function exactly(seconds: Seconds): Interval {
  return { from: seconds, to: seconds };
}
