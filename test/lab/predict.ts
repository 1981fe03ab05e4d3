import { buildGraph } from '../../lib/core/build-graph';
import type { Reading } from '../../lib/core/fact';
import type { Notice } from '../../lib/core/report';
import type { Judgement } from '../../lib/core/policy';
import { runWorkload } from '../../lib/core/runs';
import type { Run } from '../../lib/core/timeline';
import type { Expiry, Phase } from '../../lib/core/timer';
import { table, type Json, type Table } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';
import { readConfiguration } from '../../lib/read/configuration/read';
import type { CollectedCatalog, Collection } from '../../lib/read/collection/collection';
import { readDocuments } from '../../lib/read/documents';
import type { Scenario } from './scenario';

/** The first sure cut that the model sees, in seconds from the start of its phase. */
export type PredictedCut = {
  readonly by: string;
  readonly timer: string;
  readonly phase: Phase;
  readonly expiry: Expiry;
  readonly at: number;
  readonly caller: Notice;
  readonly server: Notice;
  readonly queryGoesOn: boolean;
};

/** What the model says of a scenario: it holds, is cut, or the model does not know. */
export type Prediction =
  | { readonly verdict: 'holds' }
  | {
      readonly verdict: 'cut';
      readonly cut: PredictedCut;
      /** Where it is not the first cut that the caller of an HTTP request sees: the one that it does see. */
      readonly seen: PredictedCut | null;
    }
  | { readonly verdict: 'unknown'; readonly why: string };

/** The ordinary model's judgement of a scenario: the one path and role that it has. Throws where it has none or several. */
export function judged(scenario: Scenario, catalogs: readonly CollectedCatalog[] = []): Run {
  const configuration = readConfiguration(
    { version: 1, declared: scenario.declared ?? {}, workloads: [{ name: scenario.name, ...scenario.workload }] },
    () => ({ document: 'scenario' }),
    kinds,
    { policies: [] },
  );
  const graph = buildGraph([...readingsOf(scenario), ...readingsOfCatalogs(catalogs)], configuration, kinds);
  const [workload] = configuration.workloads;
  if (workload === undefined) throw new Error('no workload');
  const { runs, problems } = runWorkload(graph, workload);
  const [run, ...others] = runs;
  if (run === undefined || others.length > 0 || problems.length > 0)
    throw new Error(`${scenario.name}: ${problems.map((one) => one.message).join('; ') || `${String(runs.length)} runs`}`);
  return run;
}

/** The first sure cut of those phases that the scenario goes through. */
export function predictionOf(scenario: Scenario, run: Run): Prediction {
  const met = run.rows.filter(({ judgement }) => isMet(scenario, judgement.timer.phase));
  const rows = met.map((row) => row.judgement);
  const [first] = cutsOf(rows);
  const [seen] = cutsOf(met.filter(({ leg }) => leg.layer === 'request').map((row) => row.judgement));
  if (first !== undefined) return { verdict: 'cut', cut: cutOf(first), seen: seen === undefined ? null : cutOf(seen) };
  const open = rows.find((one) => one.effect === 'may-cut' && one.timer.uncertain === null);
  return open === undefined ? { verdict: 'holds' } : { verdict: 'unknown', why: open.because };
}

/** The sure cuts, the earliest first. */
function cutsOf(rows: readonly Judgement[]): readonly Judgement[] {
  const cuts = rows.filter((one) => one.effect === 'cuts' && one.timer.uncertain === null);
  return [...cuts].sort((a, b) => startOf(a) - startOf(b) || (a.at?.from ?? 0) - (b.at?.from ?? 0));
}

function cutOf(judgement: Judgement): PredictedCut {
  const { timer, at, caller, server, queryGoesOn } = judgement;
  return {
    by: timer.subject.subject,
    timer: timer.name,
    phase: timer.phase,
    expiry: timer.expiry,
    at: at?.from ?? 0,
    caller,
    server,
    queryGoesOn,
  };
}

/** Pauses come before the statement that follows them. */
function startOf({ timer }: Judgement): number {
  return timer.phase === 'pause' ? 0 : 1;
}

function isMet({ does, then }: Scenario, phase: Phase): boolean {
  if (phase === 'pause') return does === 'pause' || does === 'transaction';
  if (phase === 'rollout') return then?.some((one) => one.does === 'deregister') === true;
  return phase === 'query';
}

function readingsOf({ resources }: Scenario): readonly Reading[] {
  return resources === undefined ? [] : read('cdk.tf.json', { resource: byType(resources) });
}

function readingsOfCatalogs(catalogs: readonly CollectedCatalog[]): readonly Reading[] {
  if (catalogs.length === 0) return [];
  const collection: Collection = {
    format: 'holdfast-collection',
    version: 1,
    tool: { name: 'holdfast', version: '0.0.0' },
    collectedAt: '2026-01-01T00:00:00Z',
    complete: true,
    regions: [],
    catalogs,
    failedCatalogs: [],
  };
  return read('collection.json', collection as unknown as Json);
}

function read(name: string, value: Json | Table<Json>): readonly Reading[] {
  const { readings, problems } = readDocuments([{ name, bytes: Buffer.from(JSON.stringify(value)) }], kinds);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(problem.message);
  return readings;
}

function byType(resources: NonNullable<Scenario['resources']>): Table<Table<Json>> {
  const types = table<Record<string, Json>>();
  for (const [address, attributes] of Object.entries(resources)) {
    const [type = '', name = ''] = address.split('.');
    (types[type] ??= table<Json>())[name] = attributes;
  }
  return types;
}
