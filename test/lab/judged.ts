import { buildGraph } from '../../lib/core/build-graph';
import type { Configuration } from '../../lib/core/configuration';
import type { Reading } from '../../lib/core/fact';
import { evaluate } from '../../lib/core/evaluate';
import type { Policy } from '../../lib/core/policy';
import type { Report } from '../../lib/core/report';
import { runWorkload } from '../../lib/core/runs';
import { table, type Json, type Table } from '../../lib/core/setting';
import type { Run } from '../../lib/core/timeline';
import { kinds } from '../../lib/kinds';
import type { CollectedCatalog, Collection } from '../../lib/read/collection/collection';
import { readConfiguration } from '../../lib/read/configuration/read';
import { readDocuments } from '../../lib/read/documents';
import type { Scenario } from './scenario';

/** The ordinary model's judgement of a scenario: the one path and role that it has. Throws where it has none or several. */
export function judged(scenario: Scenario, catalogs: readonly CollectedCatalog[] = []): Run {
  const configuration = configurationOf(scenario, []);
  const graph = buildGraph(readingsOf(scenario, catalogs), configuration, kinds);
  const [workload] = configuration.workloads;
  if (workload === undefined) throw new Error('no workload');
  const { runs, problems } = runWorkload(graph, workload);
  const [run, ...others] = runs;
  if (run === undefined || others.length > 0 || problems.length > 0)
    throw new Error(
      `${scenario.name}: ${problems.map((one) => one.message).join('; ') || `${String(runs.length)} runs`}`,
    );
  return run;
}

/** What policies find in a scenario. */
export function reported(scenario: Scenario, policies: readonly Policy[]): Report {
  return evaluate({
    readings: readingsOf(scenario, []),
    configuration: configurationOf(scenario, policies),
    kinds,
    policies,
    today: '2026-01-01',
    version: '0.0.0',
    partial: false,
  });
}

function configurationOf(scenario: Scenario, policies: readonly Policy[]): Configuration {
  const { declared = {}, workload, name } = scenario;
  return readConfiguration(
    { version: 1, declared, workloads: [{ name, ...workload }] },
    () => ({ document: 'scenario' }),
    kinds,
    { policies: policies.map(({ id }) => id) },
  );
}

function readingsOf({ resources }: Scenario, catalogs: readonly CollectedCatalog[]): readonly Reading[] {
  return [
    ...(resources === undefined ? [] : read('cdk.tf.json', { resource: byType(resources) })),
    ...(catalogs.length === 0 ? [] : read('collection.json', collected(catalogs) as unknown as Json)),
  ];
}

function collected(catalogs: readonly CollectedCatalog[]): Collection {
  return {
    format: 'holdfast-collection',
    version: 1,
    tool: { name: 'holdfast', version: '0.0.0' },
    collectedAt: '2026-01-01T00:00:00Z',
    complete: true,
    regions: [],
    catalogs,
    failedCatalogs: [],
  };
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
