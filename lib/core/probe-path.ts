import type { Workload } from './configuration';
import type { Graph } from './graph';
import { impliedClient } from './hops';
import { period, probesOf } from './keepalive';
import { makePath } from './paths';
import type { Hop, Path } from './path';
import type { Experiment, ProbeKeepalive } from './probe';
import { runWorkload } from './runs';
import { known, table, type Json, type Seconds, type Setting, type Table } from './setting';
import { runPath, type Run } from './timeline';

/** Who connects, as far as it is known: what counts for the session. */
export type Login = {
  readonly role: string | null;
  readonly dbname: string | null;
  /** What it sends when it connects (`options`), by parameter. */
  readonly startup: Table<string>;
};

/** The paths of a workload, each once, and what kept one from being made. */
export type Paths = { readonly paths: readonly Path[]; readonly problems: readonly string[] };

/** The paths that a workload's queries take. */
export function pathsOf(graph: Graph, workload: Workload): Paths {
  const { runs, problems } = runWorkload(graph, workload);
  return { paths: [...new Set(runs.map(({ path }) => path))], problems: problems.map(({ message }) => message) };
}

/**
 * How often the client of these paths sends keepalive probes; `null` where it sends none. `unknown` where no source tells, or
 * paths differ.
 */
export function clientPeriod(paths: readonly Path[]): Seconds | null | 'unknown' {
  const all = paths.flatMap(({ client, legs }) => {
    const leg = legs.find(({ callerEnd }) => callerEnd !== null && callerEnd === client);
    const [probe] = leg === undefined ? [] : probesOf(leg, table());
    if (probe === undefined) return [];
    const every = period(probe);
    return [every.state === 'known' ? every.value : ('unknown' as const)];
  });
  const [first, ...others] = [...new Set(all)];
  return first === undefined || others.length > 0 ? 'unknown' : first;
}

/** The model's judgement of an experiment on a path: what this very session, opened by the probe itself, meets. */
export function runExperiment(graph: Graph, workload: Workload, path: Path, experiment: Experiment, login: Login): Run {
  const probed = experiment.over === 'postgres' ? fromProbe(path, experiment, login) : toService(path, experiment);
  return runPath(graph, promises(workload, experiment), probed, login.role);
}

/** What the experiment tries, as promises: timers are judged against it and nothing else. */
function promises(workload: Workload, { over, idle, silence }: Experiment): Workload {
  const headroom = { as: 'duration', seconds: 0 } as const;
  if (over === 'http')
    return { ...workload, headroom, request: { maxDuration: silence, maxSilence: null, maxConnectionAge: 0 } };
  return {
    ...workload,
    headroom,
    maxQueryDuration: silence,
    maxSilence: null,
    maxTransactionDuration: null,
    maxIdle: idle === 0 ? null : idle,
    maxIdleInTransaction: null,
    maxConnectionAge: idle,
  };
}

/** The path as the probe's own connection takes it: its program has no limits of the workload's. */
function fromProbe(path: Path, experiment: Experiment, { startup, dbname }: Login): Path {
  const hops = path.hops.map((hop) => {
    if (hop === path.client) return asProbe(hop, experiment.keepalive, startup);
    return hop === path.database && dbname !== null ? { ...hop, dbname } : hop;
  });
  const clientAt = path.client === null ? -1 : path.hops.indexOf(path.client);
  return { ...makePath(hops, clientAt, path.membership), name: path.name };
}

/** The first leg's caller is the probe, which sends no keepalive. */
function toService(path: Path, experiment: Experiment): Path {
  const caller = asProbe(impliedClient(), experiment.keepalive, table());
  const legs = path.legs.map((leg, at) => (at === 0 && leg.callerEnd === null ? { ...leg, callerEnd: caller } : leg));
  return { ...path, legs };
}

function asProbe(hop: Hop, keepalive: ProbeKeepalive | null, startup: Table<string>): Hop {
  const settings: Table<Setting> = table<Setting>([
    ['keepalive_idle', known<Json>(keepalive?.idle ?? null)],
    ['keepalive_interval', known<Json>(keepalive?.interval ?? null)],
    ['keepalive_count', known<Json>(keepalive?.count ?? null)],
    ['startup_options', known<Json>(startup)],
  ]);
  const node = { ...hop.node, subject: 'the probe', settings };
  const { opens: _, ...rest } = hop;
  return { ...rest, node, member: node, parts: [] };
}

/** What the workload's client SETs in its sessions and the probe does not: names of parameters. */
export function unsetByProbe({ client }: Path): readonly string[] {
  const own = client?.node.settings.session_parameters;
  const value = own?.state === 'known' ? own.value : null;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
