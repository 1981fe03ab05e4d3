import { asDeclared } from './as-declared';
import { buildGraph } from './build-graph';
import { compareGraphs } from './compare';
import type { Configuration, Workload } from './configuration';
import type { Drift } from './drift';
import { effectsOf } from './drift-effects';
import type { Note, Reading } from './fact';
import type { Graph } from './graph';
import type { Kind } from './kind';
import type { Node } from './node';
import type { DriftReport } from './report';
import { runWorkload } from './runs';
import { table } from './setting';
import type { Run } from './timeline';

/** What is compared: the live estate as it was judged, and what documents declare. */
export type Comparable = {
  readonly against: readonly Reading[];
  readonly readings: readonly Reading[];
  readonly configuration: Configuration;
  readonly kinds: readonly Kind[];
  readonly live: Graph;
  readonly workloads: readonly Workload[];
  readonly runs: readonly Run[];
};

/**
 * Compares the live estate with what documents declare, and says what each difference does to the promises. A document of which
 * nothing is live leaves the comparison incomplete: it is the wrong one, or the account is.
 */
export function compareAgainst(input: Comparable): {
  readonly drift: Drift;
  readonly documents: DriftReport['documents'];
  readonly notes: readonly Note[];
} {
  const { against, readings, configuration, kinds, live, workloads, runs } = input;
  const declared = buildGraph(against, declaring(configuration), kinds);
  const views = readings.flatMap((reading) => reading.views ?? []);
  const comparison = compareGraphs(declared, live, views);
  const isChanged = comparison.differences.length > 0;
  const restored = isChanged
    ? buildGraph(asDeclared(readings, { declared, live }, comparison), configuration, kinds)
    : live;
  const declaredRuns = isChanged ? workloads.flatMap((workload) => runWorkload(restored, workload).runs) : [];
  const documents = against.map(({ document, source, facts }) => ({
    name: document,
    source,
    resources: facts.length,
    matched: comparison.pairs.filter((pair) => documentsOf(pair.declared).includes(document)).length,
  }));
  return {
    drift: effectsOf(comparison, live, runs, declaredRuns),
    documents,
    notes: [...declared.notes, ...documents.flatMap((document) => unmatched(document))],
  };
}

/** Documents are compared for what they say themselves; a scope over the labels of documents means those that are judged. */
function declaring({ scope }: Configuration): Configuration {
  const { account, region } = scope ?? {};
  return {
    workloads: [],
    policies: [],
    declared: { roles: table(), parameterGroups: table() },
    waivers: [],
    scope:
      scope === null
        ? null
        : { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) },
  };
}

function documentsOf({ documents, location }: Node): readonly string[] {
  return documents ?? (location === undefined ? [] : [location.document]);
}

function unmatched({ name, resources, matched }: DriftReport['documents'][number]): readonly Note[] {
  if (matched > 0) return [];
  const what =
    resources === 0 ? 'it holds no resource' : `none of its ${String(resources)} resources is among what was read live`;
  const why = `${what}, so nothing was compared with it: pass the document of this account and Region, or read the account that it is about`;
  return [{ what: name, why, level: 'incomplete' }];
}
