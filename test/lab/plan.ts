import type { Hop } from '../../lib/core/path';
import type { Run } from '../../lib/core/timeline';
import { candidates, valueOf, type Json, type Setting } from '../../lib/core/setting';
import type { TimerClass } from '../../lib/core/timer';
import type { Router } from './network/router';

/** What a host of the real path is made into. */
export type Part =
  | { readonly is: 'client'; readonly options: Readonly<Record<string, Json>>; readonly keepalive: Keepalive | null }
  | { readonly is: 'router'; readonly router: Router; readonly deregistrationDelay: number | null }
  | { readonly is: 'balancer'; readonly mode: 'http' | 'tcp'; readonly idleTimeout: number; readonly deregistrationDelay: number | null }
  | { readonly is: 'pooler'; readonly settings: Readonly<Record<string, string>> }
  | { readonly is: 'database'; readonly settings: Readonly<Record<string, string>> };

/** Seconds, as a client's options say them. */
export type Keepalive = { readonly idle: number; readonly interval: number; readonly count: number };

/** A host of the real path, and the hop that it stands for. */
export type PlannedHost = { readonly subject: string; readonly part: Part };

/** The real path that stands for the path of a run, host by host, the caller first. Throws for a hop that the lab has no part for. */
export function planOf({ path }: Run): readonly PlannedHost[] {
  const hosts = path.hops.map((hop): PlannedHost => ({ subject: hop.member.subject, part: partOf(hop) }));
  // Whoever calls the first load balancer is no hop of the path.
  return hosts[0]?.part.is === 'client' ? hosts : [{ subject: 'caller', part: noClient }, ...hosts];
}

const noClient: Part = { is: 'client', options: {}, keepalive: null };

function partOf(hop: Hop): Part {
  const { member, key } = hop;
  if (key === 'client') return { is: 'client', options: {}, keepalive: keepaliveOf(hop) };
  if (member.kind.session !== undefined) return { is: 'database', settings: textsOf(member.settings.server_parameters) };
  if (key === 'pooler') return { is: 'pooler', settings: poolerSettings(hop) };
  const limit = limitOf(hop, hop.does === 'passes' ? 'packet-idle' : 'data-idle');
  const deregistrationDelay = delayOf(hop);
  if (hop.does === 'passes')
    return { is: 'router', router: { idleTimeout: limit, onExpiry: expiryOf(hop) }, deregistrationDelay };
  return { is: 'balancer', mode: key === 'alb' ? 'http' : 'tcp', idleTimeout: limit, deregistrationDelay };
}

/** The value of the hop's timer of a class. */
function limitOf({ member }: Hop, of: TimerClass): number {
  const timer = member.kind.timers.find((one) => one.class === of);
  const value = timer === undefined ? undefined : valueIn(member.settings, timer.value);
  if (typeof value !== 'number') throw new Error(`${member.subject} has no ${of} timer that the lab can run`);
  return value;
}

/** When connections of a target that is taken out are closed; `null`: never, or there is no target group. */
function delayOf({ parts }: Hop): number | null {
  const values = parts.flatMap((part) =>
    part.kind.timers
      .filter((timer) => timer.name === 'target-group.deregistration_delay')
      .map((timer) => valueIn(part.settings, timer.value)),
  );
  const [value] = values;
  return typeof value === 'number' ? value : null;
}

function valueIn(
  settings: Hop['member']['settings'],
  value: Hop['member']['kind']['timers'][number]['value'],
): Json | undefined {
  if ('parameter' in value) return undefined;
  return valueOf('compute' in value ? (value.compute(settings) as Setting) : settings[value.setting]);
}

function expiryOf({ member }: Hop): Router['onExpiry'] {
  const expiry = member.kind.timers.find((one) => one.class === 'packet-idle')?.expiry;
  const what = typeof expiry === 'function' ? expiry(member.settings) : expiry;
  return what === 'reset-on-next-packet' ? 'reset' : 'drop';
}

function keepaliveOf({ member: { settings } }: Hop): Keepalive | null {
  const [idle, interval, count] = [settings.keepalive_idle, settings.keepalive_interval, settings.keepalive_count].map(
    (one) => (one === undefined ? null : (candidates(one)?.[0]?.value ?? null)),
  );
  if (typeof idle !== 'number' || typeof interval !== 'number' || typeof count !== 'number') return null;
  return { idle, interval, count };
}

function poolerSettings({ member: { settings } }: Hop): Record<string, string> {
  const seconds = (name: string): string => {
    const value = valueOf(settings[name]);
    return typeof value === 'number' ? String(value) : '';
  };
  const mode = valueOf(settings.mode);
  return {
    query_timeout: seconds('query_timeout'),
    client_idle_timeout: seconds('client_idle_timeout'),
    pool_mode: typeof mode === 'string' ? mode : '',
    tcp_keepidle: seconds('keepalive_idle'),
    tcp_keepintvl: seconds('keepalive_interval'),
    tcp_keepcnt: seconds('keepalive_count'),
  };
}

function textsOf(setting: Setting | undefined): Record<string, string> {
  const value = valueOf(setting);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}
