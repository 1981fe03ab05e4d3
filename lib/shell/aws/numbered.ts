import { table } from '../../core/setting';
import type { CollectedRegion, FailedCall } from '../../read/collection/collection';
import type { ReadService } from './read-region';
import { services } from './services';

/**
 * The document's form of what one Region answered. Failed calls are sorted, so that the same failures give the same document
 * whichever came first.
 */
export function numbered(account: string | null, region: string, read: readonly ReadService[]): CollectedRegion {
  const failed = read.flatMap((one) => (one.is === 'read' ? one.tally.failed : [])).sort(inOrder);
  const at = new Map(failed.map((call, index) => [call, index] as const));
  const resources = read.flatMap((one) => (one.is === 'read' ? one.found : []));
  return {
    account,
    region,
    resources: resources.map(({ type, arn, answer, unread }) => ({
      type,
      arn,
      answer,
      unread: table(unread.flatMap(([field, call]) => (at.has(call) ? [[field, at.get(call) ?? 0] as const] : []))),
    })),
    failed,
    absent: read.flatMap((one) =>
      one.is === 'absent' ? [{ service: services[one.name].prefix, package: services[one.name].package }] : [],
    ),
  };
}

function inOrder(one: FailedCall, other: FailedCall): number {
  const keys = (call: FailedCall): readonly string[] => [call.service, call.action, call.subject ?? '', call.message];
  const mine = keys(one);
  const theirs = keys(other);
  const differing = mine.findIndex((key, at) => key !== theirs[at]);
  return differing < 0 ? 0 : (mine[differing] ?? '') < (theirs[differing] ?? '') ? -1 : 1;
}
