import type { Node } from './node';
import type { Hop, Leg, Probe } from './path';
import {
  candidates,
  known,
  mapSetting,
  provenanceOf,
  unknown,
  valueOf,
  type Known,
  type Provenance,
  type Seconds,
  type Setting,
  type Table,
} from './setting';

/** The probes that the two ends of a leg send. */
export function probesOf(leg: Leg, session: Table<Setting>): readonly Probe[] {
  return [probeOf(leg.callerEnd, session), probeOf(leg.serverEnd, session)];
}

function probeOf(end: Hop | null, session: Table<Setting>): Probe {
  if (end === null)
    return silentEnd('the other end', 'the path does not show that end of the connection', 'declare the hop there');
  const { subject, settings, kind, source } = end.member;
  const own = end.node.kind.hop?.keepalive ?? kind.hop?.keepalive;
  if (end.key !== 'client' && own === 'session') return sessionProbe(end.member, session);
  if (end.key !== 'client' && own === 'undocumented')
    return silentEnd(
      subject,
      `AWS does not document whether ${subject} sends keepalive probes`,
      'measure it, or set keepalive at the other end',
    );
  const idle = settings.keepalive_idle;
  if (idle === undefined || (source !== 'configuration' && end.key !== 'client' && own !== 'own'))
    return silentEnd(
      subject,
      `whether ${subject} sends keepalive probes is not shown`,
      'declare it: `client: { name, keepalive: { idle, interval, count } }`',
    );
  return {
    end: subject,
    idle: idle as Setting<Seconds | null>,
    interval: (settings.keepalive_interval ?? notShown(subject)) as Setting<Seconds>,
    count: (settings.keepalive_count ?? notShown(subject)) as Setting<number>,
    userTimeout: (settings.tcp_user_timeout ?? known(null)) as Setting<Seconds | null>,
  };
}

function notShown(subject: string): Setting<number> {
  return unknown(`the keepalive interval of ${subject} is not shown`, 'declare it in `keepalive`');
}

function silentEnd(end: string, why: string, settles: string): Probe {
  const nothing = unknown(why, settles);
  return { end, idle: nothing, interval: nothing, count: nothing, userTimeout: nothing };
}

/**
 * The server's `tcp_keepalives_*`. 0 selects the operating system's values, which RDS does not document; what the system
 * refuses leaves the value before it in force (facts: postgres-rds 1.3, 1.4).
 */
function sessionProbe({ subject, kind }: Node, session: Table<Setting>): Probe {
  const read = (name: string): Setting<Seconds> => {
    const setting = session[name] as Setting<Seconds | null> | undefined;
    if (setting === undefined) return unknown(`${name} of ${subject} is not known`, 'declare it');
    const most = kind.session?.parameters[name]?.effectiveMax?.value ?? Number.POSITIVE_INFINITY;
    const odd = candidates(setting)?.find((one) => one.value === null || one.value === 0 || one.value > most);
    if (odd === undefined) return setting as Setting<Seconds>;
    return odd.value === null || odd.value === 0
      ? unknown(
          `${name} of ${subject} is 0, which selects the operating system's value`,
          `set ${name} to a positive number`,
          odd.from,
        )
      : unknown(
          `${name} of ${subject} is ${String(odd.value)}, which the operating system refuses, so the value before it stays in force`,
          `set ${name} to ${String(most)} or less`,
          odd.from,
        );
  };
  return {
    end: subject,
    idle: read('tcp_keepalives_idle'),
    interval: read('tcp_keepalives_interval'),
    count: read('tcp_keepalives_count'),
    userTimeout: (session.tcp_user_timeout ?? known(null)) as Setting<Seconds | null>,
  };
}

/** The period in which a live connection is probed: `max(idle, interval)`, since Linux re-arms with the interval (facts: measured 1). */
export function period(probe: Probe): Setting<Seconds | null> {
  const idles = candidates(probe.idle);
  if (idles?.every((idle) => idle.value === null)) return probe.idle;
  const intervals = candidates(probe.interval);
  if (idles === null || intervals === null) return openPeriod(probe.idle, probe.interval);
  const periods = idles.flatMap((idle) =>
    intervals.map((interval): Known<Seconds | null> =>
      idle.value === null
        ? idle
        : { state: 'known', value: Math.max(idle.value, interval.value), from: longerLast(idle, interval) },
    ),
  );
  const first = periods[0];
  if (first === undefined) return unknown('no keepalive is known', 'declare it');
  if (periods.every((one) => one.value === first.value)) return first;
  const why = [probe.idle, probe.interval].find((one) => one.state === 'one-of');
  return {
    state: 'one-of',
    candidates: periods,
    why: why?.state === 'one-of' ? why.why : 'the keepalive may be one of several',
    settles: why?.state === 'one-of' ? why.settles : 'declare it',
  };
}

/** The last step is the one that messages name, so the time that decides comes last. */
function longerLast(idle: Known<Seconds | null>, interval: Known<Seconds>): Provenance {
  return interval.value > (idle.value ?? 0) ? [...idle.from, ...interval.from] : [...interval.from, ...idle.from];
}

/** One of the two is not known, and the period is no shorter than the other. */
function openPeriod(idle: Setting<Seconds | null>, interval: Setting<Seconds>): Setting<Seconds | null> {
  const open = idle.state === 'unknown' ? idle : interval;
  const least = Math.max(leastOf(idle), leastOf(interval));
  return open.state === 'unknown' && least > 0 ? { ...open, bounds: { min: least } } : open;
}

/** Without probes no period is too long, so an end that may send none says nothing. */
function leastOf(part: Setting<Seconds | null>): Seconds {
  const values = candidates(part)?.map((one) => one.value ?? 0);
  return values === undefined ? 0 : Math.min(...values);
}

/** When the first probe passes that resets a timer of `limit` seconds: the latest first one of either end; 0 where none does. */
export function firstProbe(probes: readonly Probe[], limit: Seconds): Seconds {
  const firsts = probes.map(({ idle }) => (idle.state === 'known' ? (idle.value ?? 0) : 0));
  return Math.max(0, ...firsts.filter((first) => first < limit));
}

/** Whether probes of an end pass before a timer of `limit` seconds fires. */
export type Kept =
  | { readonly kept: 'yes'; readonly by: Probe; readonly period: Known<Seconds | null> }
  | { readonly kept: 'no' }
  | { readonly kept: 'unknown'; readonly why: string; readonly settles: string };

/** Either end of a leg keeps its packet-idle hops alive. Equality is a race and does not. */
export function keptAlive(probes: readonly Probe[], limit: Seconds): Kept {
  let unsure: Kept | null = null;
  for (const probe of probes) {
    const every = period(probe);
    const values = candidates(every);
    if (values === null) {
      const isTooSlow = every.state === 'unknown' && (every.bounds?.min ?? 0) >= limit;
      if (every.state === 'unknown' && !isTooSlow)
        unsure ??= { kept: 'unknown', why: every.why, settles: every.settles };
      continue;
    }
    const good = values.filter((one) => one.value !== null && one.value < limit);
    const slowest = [...good].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
    if (slowest !== undefined && good.length === values.length) return { kept: 'yes', by: probe, period: slowest };
    if (good.length > 0 && every.state === 'one-of')
      unsure ??= { kept: 'unknown', why: every.why, settles: every.settles };
  }
  return unsure ?? { kept: 'no' };
}

/**
 * When a dead peer is noticed at the latest, in seconds after the last packet heard of it; `null` where no probe is sent:
 * `max(idle, interval) + interval x count`, unless `tcp_user_timeout` is set, which then decides (facts: measured 5). The first
 * `max` because a connection that was probed before is probed again after the interval, as docs/lab.md has seen.
 */
export function deadPeerAfter(probe: Probe): Setting<Seconds | null> {
  if (valueOf(probe.idle) === null) return mapSetting(probe.idle, () => null);
  const userTimeout = valueOf(probe.userTimeout);
  // With a user timeout the count has no say, so it need not be known.
  const parts = [
    probe.idle,
    probe.interval,
    probe.userTimeout,
    ...(typeof userTimeout === 'number' ? [] : [probe.count]),
  ];
  const open = parts.find((part) => part.state !== 'known');
  if (open !== undefined) return unknownAs(open);
  const every = valueOf(period(probe)) ?? 0;
  return {
    ...known(every + givesUpAfter(probe, every)),
    from: parts.flatMap((part) => (part.state === 'known' && part.value !== null ? part.from : [])),
  };
}

/**
 * How long an end goes on after its first unanswered probe, `silence` seconds after it last heard its peer. Linux looks at
 * `tcp_user_timeout` only when the next probe is due (tcp_keepalive_timer: "elapsed >= user_timeout && probes_out > 0"), so a
 * short one ends the connection one interval after that probe and not before: measured 5, 2/2 with 3 s ends 4 s and with 15 s
 * ends 16 s after the last packet. Zero where what it takes is not known.
 */
export function givesUpAfter(probe: Probe, silence: Seconds): Seconds {
  const interval = valueOf(probe.interval) ?? 0;
  const userTimeout = valueOf(probe.userTimeout) ?? null;
  if (userTimeout === null) return interval * (valueOf(probe.count) ?? 0);
  return interval <= 0 ? 0 : interval * Math.max(1, Math.ceil((userTimeout - silence) / interval));
}

/** What is not known of one part is not known of the whole; the values of a part say nothing of it. */
function unknownAs(part: Setting<Seconds | null>): Setting<Seconds | null> {
  return part.state === 'known' ? part : unknown(part.why, part.settles, provenanceOf(part));
}
