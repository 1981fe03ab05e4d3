import { clientKeepaliveFix } from './connection-fix';
import { isGlob } from './glob';
import { code, enough, decisive } from './phrases';
import type { Judgement, TimerCase } from './policy';
import type { Fix } from './report';
import { databaseOf, rolesAt, rolesNamed } from './role-sources';
import { spanOf } from './span';
import { spelledIn } from './spelled';
import { provenanceOf, valueOf, type Seconds, type Setting, type Step } from './setting';

/**
 * The change of one setting that outlives the promise. `null` where no value can: a fixed timer, or one whose range ends
 * below what is needed.
 */
export function raise(it: TimerCase): Fix | null {
  const { timer, demand } = it.judgement;
  if (demand === null) return null;
  if (timer.subject.kind.session !== undefined) return raiseParameter(it, enough(demand));
  const spec = timer.subject.kind.settings[timer.setting];
  const needed = enough(demand);
  if (spec === undefined || spec.fixed?.(timer.subject.settings) || (spec.range && needed > spec.range.max))
    return null;
  if (spelledIn(timer.subject.source, spec) === undefined && timer.subject.source !== 'configuration') return null;
  return {
    resource: timer.subject.subject,
    type: timer.subject.type,
    setting: timer.attribute,
    value: spec.as === 'milliseconds' ? needed * 1000 : needed,
  };
}

/** Where the value came from is where it is changed: the role that wrote it, else a setting of the role, else the group. */
function raiseParameter(it: TimerCase, needed: Seconds): Fix {
  const { timer } = it.judgement;
  return setParameter(it, timer.setting, String(Math.ceil(needed * 1000)), it.role, timer.value);
}

/**
 * A PostgreSQL parameter set where this path's sessions get it from: `now` is what they get, `null` where that has no say.
 * The value is a text that every level accepts: a plain number in the parameter's own unit.
 */
export function setParameter(
  it: Pick<TimerCase, 'graph' | 'path'>,
  parameter: string,
  value: string,
  role: string | null,
  now: Setting<unknown> | null,
): Fix {
  const step = now === null ? undefined : decisive(provenanceOf(now));
  if (step?.level === 'session' || step?.level === 'connection-options') {
    const note = step.variable === undefined ? 'where the client sets it' : `in ${code(step.variable)}`;
    return { resource: step.subject, type: 'client', setting: parameter, value, note };
  }
  if (step?.level === 'init-query')
    return { resource: step.subject, type: 'init-query', setting: parameter, value, note: 'in the init query' };
  const inDatabase = step === undefined ? null : databaseWritten(it, parameter, step);
  if (step?.level === 'role-in-database' && role !== null && inDatabase !== null)
    return { resource: role, type: 'role', setting: parameter, value, inDatabase };
  if (role !== null) return roleFix(it, parameter, value, role);
  if (step?.level === 'database' && inDatabase !== null)
    return { resource: inDatabase, type: 'database', setting: parameter, value };
  const isOwn = step === undefined || step.level === 'default' || step.level === 'server';
  return { ...(isOwn ? attachedGroup(it) : groupFix(it, step.subject)), setting: parameter, value };
}

/** The database of a server that a value was written for, where it was written for one. */
function databaseWritten(
  { graph, path }: Pick<TimerCase, 'graph' | 'path'>,
  parameter: string,
  { subject, text }: Step,
): string | null {
  const database = path.database?.member;
  const names = (database === undefined ? [] : rolesAt({ graph, database })).flatMap((node) => {
    const name = valueOf(databaseOf(node) ?? undefined);
    return node.subject === subject && valueOf(node.settings[parameter]) === text && typeof name === 'string'
      ? [name]
      : [];
  });
  return names[0] ?? null;
}

/** A role resource that can carry the parameter is changed where it is written; any other role in SQL. */
function roleFix(
  { graph, path }: Pick<TimerCase, 'graph' | 'path'>,
  parameter: string,
  value: string,
  role: string,
): Fix {
  if (isGlob(role))
    return { resource: role, type: 'roles', setting: parameter, value, note: 'for each login role that this means' };
  const database = path.database?.member;
  const written = database === undefined ? [] : rolesNamed({ graph, database }, role);
  const carrier = written.find((node) => node.source !== 'catalog' && node.kind.role?.parameters.includes(parameter));
  return carrier === undefined
    ? { resource: role, type: 'role', setting: parameter, value }
    : { resource: carrier.subject, type: carrier.type, setting: parameter, value: Number(value) };
}

function groupFix(
  it: Pick<TimerCase, 'graph' | 'path'>,
  subject: string | undefined,
): Pick<Fix, 'resource' | 'type' | 'note'> {
  const group = it.graph.groups.find((node) => node.subject === subject);
  if (group !== undefined) return { resource: group.subject, type: group.type };
  const member = it.path.database?.member;
  const database = member?.subject ?? 'the database';
  if (member?.source === 'configuration') return { resource: database, type: 'server' };
  return { resource: database, type: 'parameter-group', note: `in the parameter group of ${database}` };
}

/** A keepalive that beats every timer of the leg: idle and interval below the smallest limit. */
export function keepaliveFix(it: Pick<TimerCase, 'graph' | 'path' | 'hop' | 'leg' | 'judgement'>): Fix | null {
  const timers = [it.judgement, ...it.leg].map((one) => one.timer).filter((timer) => timer.class === 'packet-idle');
  const limit = Math.min(...timers.map((timer) => spanOf(timer.value)?.min ?? Number.POSITIVE_INFINITY));
  if (!Number.isFinite(limit) || limit <= 1) return null;
  const { idle, interval } = probingBelow(limit);
  const leg = it.path.legs.find((one) =>
    // What a client's own machine forgets is forgotten on the leg that the client opens.
    it.hop === it.path.client ? one.callerEnd === it.hop : one.hops.includes(it.hop),
  );
  const serverEnd = leg?.serverEnd ?? null;
  if (serverEnd !== null && serverEnd.node.kind.session !== undefined)
    return serverKeepaliveFix(it, { idle, interval, count: 3 });
  const client = leg?.callerEnd ?? it.path.client;
  const reach =
    serverEnd === null ? [] : [`the server's tcp_keepalives_* do not reach past ${serverEnd.member.subject}`];
  const exact = client === null ? null : clientKeepaliveFix(client, { idle, interval });
  if (exact !== null) return { ...exact, note: [exact.note ?? '', ...reach].join('; ') };
  return {
    resource: client?.member.subject ?? 'the client',
    type: 'client',
    setting: 'keepalive',
    value: { idle, interval, count: 3 },
    ...(reach[0] === undefined ? {} : { note: reach[0] }),
  };
}

/** A keepalive that resets a timer of `limit` seconds well before it fires, in whole seconds. */
export function probingBelow(limit: Seconds): { readonly idle: Seconds; readonly interval: Seconds } {
  const idle = Math.max(1, Math.min(60, Math.floor(limit / 2)));
  return { idle, interval: Math.max(1, Math.min(30, idle)) };
}

/** A keepalive that resets every packet-idle timer of a leg, and that notices a dead peer in minutes where there is none. */
export function probingOn(leg: readonly Judgement[]): ReturnType<typeof probingBelow> {
  const limits = leg.flatMap(({ timer }) => (timer.class === 'packet-idle' ? (spanOf(timer.value)?.min ?? []) : []));
  return probingBelow(Math.min(120, ...limits));
}

/** The server's keepalive, set in the parameter group where there is one: the count is of probes, the times are whole seconds. */
export function serverKeepaliveFix(
  it: Pick<TimerCase, 'graph' | 'path'>,
  { idle, interval, count }: { readonly idle: Seconds; readonly interval: Seconds; readonly count: number },
): Fix {
  const group = attachedGroup(it);
  const others = `and tcp_keepalives_interval to ${String(interval)}, tcp_keepalives_count to ${String(count)}`;
  const note = group.note === undefined ? others : `${group.note}, ${others}`;
  return { ...group, setting: 'tcp_keepalives_idle', value: String(idle), note };
}

/** The group that the database takes its parameters from, the instance's own before the cluster's. */
function attachedGroup(it: Pick<TimerCase, 'graph' | 'path'>): Pick<Fix, 'resource' | 'type' | 'note'> {
  const { database } = it.path;
  const links = [database?.member.links.parameter_group, database?.node.links.cluster_parameter_group].flatMap(
    (link) => link ?? [],
  );
  const linked = links.find((link) => link.state === 'linked');
  const group = linked?.state === 'linked' ? it.graph.nodes[linked.node] : undefined;
  return groupFix(it, group?.subject);
}
