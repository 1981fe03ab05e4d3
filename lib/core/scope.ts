import type { Scope } from './configuration';
import type { Fact } from './fact';
import { matchesGlob } from './glob';
import type { Node } from './node';

/** Whether a resource is among the documents, regions and accounts meant. What it does not say does not exclude it. */
export function isInScope(
  resource: Pick<Fact, 'location' | 'identity' | 'source'> & Pick<Node, 'documents'>,
  scope: Scope | null,
): boolean {
  if (scope === null || resource.source === 'configuration') return true;
  const { account, region } = resource.identity;
  if (scope.region !== undefined && region !== undefined && region !== scope.region) return false;
  if (scope.account !== undefined && account !== undefined && account !== scope.account) return false;
  const { source } = scope;
  const documents = resource.documents ?? (resource.location === undefined ? [] : [resource.location.document]);
  return (
    source === undefined ||
    documents.length === 0 ||
    documents.some((one) => source.some((glob) => matchesGlob(glob, one)))
  );
}
