import type { Policy } from 'holdfast/policy';
import { evaluate } from '../../lib/core/evaluate';
import type { Finding } from '../../lib/core/report';
import type { Json } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';
import { readConfiguration } from '../../lib/read/configuration/read';
import { factsOf } from '../../lib/read/evaluated/facts';
import type { Resources } from '../kinds/template';
import { templated } from '../read/evaluated/_resources';

/** What one policy finds in a template with these resources, for these workloads. */
export function findingsInTemplate(policy: Policy, resources: Resources, workloads: Json): readonly Finding[] {
  const { facts, notes } = factsOf(
    Object.entries(resources).map(([id, [type, properties]]) => templated(type, id, properties)),
    kinds,
  );
  const configuration = readConfiguration({ version: 1, workloads }, () => ({ document: 'holdfast.yaml' }), kinds, {
    policies: [policy.id],
  });
  return evaluate({
    readings: [{ document: 'template', source: 'template', facts, notes }],
    configuration,
    kinds,
    policies: [policy],
    today: '2026-01-01',
    version: '0.0.0',
    partial: false,
  }).findings;
}
