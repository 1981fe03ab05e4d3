import type { Hop } from '../../lib/core/path';
import { valueOf, type Setting } from '../../lib/core/setting';
import type { Run } from '../../lib/core/timeline';
import type { TimerClass, TimerSpec } from '../../lib/core/timer';
import { pairsOf } from './acts';
import type { Router } from './network/router';
import type { Scenario } from './scenario';

/** What a host of the real path is made into. Seconds of the lab; `null` is never. */
export type Part =
  /** `stopTimeout`: how long it has once it is told to stop; `ends`: when whoever runs it ends it. */
  | { readonly is: 'client'; readonly stopTimeout: number | null; readonly ends: number | null }
  | { readonly is: 'router'; readonly router: Router; readonly deregistrationDelay: number | null }
  | {
      readonly is: 'balancer';
      readonly mode: 'http' | 'tcp';
      readonly idleTimeout: number;
      readonly deregistrationDelay: number | null;
    }
  /** What no proxy of Debian does: it ends a request, or a connection, at an age. */
  | { readonly is: 'gateway'; readonly answers: boolean; readonly cap: number; readonly idleTimeout: number | null }
  | { readonly is: 'pooler'; readonly settings: Readonly<Record<string, string>> }
  | { readonly is: 'database'; readonly settings: Readonly<Record<string, string>> };

/** A host of the real path, and the hop that it stands for. */
export type PlannedHost = { readonly subject: string; readonly part: Part };

/** The real path that stands for the path of a run, host by host, the caller first. Throws for a hop that the lab has no part for. */
export function planOf({ path, session }: Run, { scale = 1 }: Scenario): readonly PlannedHost[] {
  const hosts = path.hops.map((hop): PlannedHost => {
    const subject = hop.member.subject;
    if (hop === path.client) return { subject, part: clientPart(hop, scale) };
    if (hop === path.database)
      return { subject, part: { is: 'database', settings: serverSettings(hop, session, scale) } };
    return { subject, part: partOf(hop, scale) };
  });
  // Whoever calls the first load balancer is no hop of the path.
  return hosts[0]?.part.is === 'client' ? hosts : [{ subject: 'caller', part: caller }, ...hosts];
}

const caller: Part = { is: 'client', stopTimeout: null, ends: null };

function clientPart(hop: Hop, scale: number): Part {
  const ends = timerOf(hop, ({ expiry, class: of }) => expiry === 'client-ended' && of === 'request-cap');
  const stopTimeout = timerOf(hop, ({ name }) => name === 'client.stop_timeout');
  return { is: 'client', ends: over(ends, scale), stopTimeout: over(stopTimeout, scale) };
}

function partOf(hop: Hop, scale: number): Part {
  if (hop.key === 'pooler') return { is: 'pooler', settings: poolerSettings(hop) };
  const ofClass =
    (...classes: readonly TimerClass[]) =>
    (one: TimerSpec): boolean =>
      classes.includes(one.class);
  const deregistrationDelay = over(delayOf(hop), scale);
  if (hop.does === 'passes') {
    // Without a timer of its own it forgets nothing while the lab lasts.
    const idleTimeout = over(timerOf(hop, ofClass('packet-idle')), scale) ?? 3600;
    return { is: 'router', router: { idleTimeout, onExpiry: expiryOf(hop) }, deregistrationDelay };
  }
  const isCap = ofClass('request-cap', 'life-cap');
  const isIdle = ofClass('data-idle');
  const cap = over(timerOf(hop, isCap), scale);
  const idleTimeout = over(timerOf(hop, isIdle), scale);
  if (cap !== null) return { is: 'gateway', answers: answersWhen(hop, isCap), cap, idleTimeout };
  if (idleTimeout === null) throw new Error(`the lab has no part for ${hop.member.subject}`);
  return { is: 'balancer', mode: answersWhen(hop, isIdle) ? 'http' : 'tcp', idleTimeout, deregistrationDelay };
}

/** Whether the caller gets an answer when such a timer fires, and not only a closed connection. */
function answersWhen({ member }: Hop, isMeant: (one: TimerSpec) => boolean): boolean {
  return member.kind.timers.some((one) => isMeant(one) && ['http-504', 'request-error'].includes(String(one.expiry)));
}

/** The shortest of the timers of a hop that are meant, in seconds. */
function timerOf({ member, key }: Hop, isMeant: (one: TimerSpec) => boolean): number | null {
  const values = member.kind.timers
    .filter((one) => isMeant(one) && (one.as === undefined || one.as === key))
    .flatMap((one) => secondsOf(member.settings, one) ?? []);
  return values.length === 0 ? null : Math.min(...values);
}

/** When connections of a target that is taken out are closed; `null`: never, or there is no target group. */
function delayOf({ parts, member }: Hop): number | null {
  const names = ['target-group.deregistration_delay', 'clb.connection_draining_timeout'];
  const values = [member, ...parts].flatMap(({ kind, settings }) =>
    kind.timers.filter(({ name }) => names.includes(name)).flatMap((timer) => secondsOf(settings, timer) ?? []),
  );
  return values[0] ?? null;
}

function secondsOf(settings: Hop['member']['settings'], { value }: TimerSpec): number | null {
  if ('parameter' in value) return null;
  const found = 'compute' in value ? value.compute(settings) : settings[value.setting];
  const seconds = valueOf((found ?? undefined) as Setting | undefined);
  return typeof seconds === 'number' ? seconds : null;
}

function over(seconds: number | null, scale: number): number | null {
  return seconds === null ? null : seconds / scale;
}

function expiryOf({ member }: Hop): Router['onExpiry'] {
  const expiry = member.kind.timers.find((one) => one.class === 'packet-idle')?.expiry;
  const what = typeof expiry === 'function' ? expiry(member.settings) : expiry;
  return what === 'reset-on-next-packet' ? 'reset' : 'drop';
}

function poolerSettings({ member: { settings } }: Hop): Record<string, string> {
  const text = (name: string): string => {
    const value = valueOf(settings[name]);
    return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  };
  return {
    query_timeout: text('query_timeout'),
    client_idle_timeout: text('client_idle_timeout'),
    pool_mode: text('mode'),
    tcp_keepidle: text('keepalive_idle'),
    tcp_keepintvl: text('keepalive_interval'),
    tcp_keepcnt: text('keepalive_count'),
  };
}

/** As written; at another scale, what the sessions get, in milliseconds or whole seconds of the lab. */
function serverSettings(
  { member }: Hop,
  session: Readonly<Record<string, Setting>>,
  scale: number,
): Record<string, string> {
  if (scale === 1) return Object.fromEntries(pairsOf(member.settings.server_parameters));
  return Object.fromEntries(
    Object.entries(session).flatMap(([name, setting]) => {
      const value = valueOf(setting);
      if (typeof value !== 'number' || name.endsWith('_count') || !/timeout|tcp_keepalives/.test(name)) return [];
      const text = name.startsWith('tcp_keepalives')
        ? String(Math.max(1, Math.round(value / scale)))
        : `${String(Math.round((value * 1000) / scale))}ms`;
      return [[name, text]];
    }),
  );
}
