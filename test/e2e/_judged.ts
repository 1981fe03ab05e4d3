import { evaluate } from '../../lib/core/evaluate';
import type { Report } from '../../lib/core/report';
import { kinds } from '../../lib/kinds';
import { readConfiguration } from '../../lib/read/configuration/read';
import { readDocument } from '../../lib/read/document';
import { builtinPolicies } from '../../lib/shell/builtin-policies';
import type { Json } from '../../lib/core/setting';

/** Judges documents by name, as JSON, against workloads as `holdfast.yaml` has them. */
export function judgedDocuments(documents: { readonly [name: string]: unknown }, workloads: readonly Json[]): Report {
  const readings = Object.entries(documents).flatMap(([name, document]) =>
    readDocument(name, new TextEncoder().encode(JSON.stringify(document)), kinds),
  );
  return evaluate({
    readings,
    configuration: readConfiguration({ version: 1, workloads }, () => ({ document: 'holdfast.yaml' }), kinds, {
      policies: builtinPolicies.map(({ id }) => id),
    }),
    kinds,
    policies: builtinPolicies,
    today: '2027-01-15',
    version: '0.0.0',
    partial: false,
  });
}
