import { collectRegions, type CollectOptions, type Progress } from '../../../lib/shell/aws/collect';
import type { CollectedRegion, CollectedResource } from '../../../lib/read/collection/collection';
import { withEnvironment } from './server/environment';
import { startAws, type Aws, type Options } from './server/start';

/** A pace at which tests take no time. */
export const quick = { perSecond: 5000, burst: 100 };

export type Collected = {
  readonly regions: readonly CollectedRegion[];
  readonly progress: readonly Progress[];
  readonly aws: Aws;
};

/** Starts a stand-in, reads it with the real SDK, and stops it. */
export async function collect(
  options: Options,
  given: Partial<CollectOptions> & { readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Collected> {
  const aws = await startAws(options);
  const progress: Progress[] = [];
  const { env, ...wanted } = given;
  try {
    const regions = await withEnvironment({ ...aws.env, ...env }, () =>
      collectRegions({
        regions: ['eu-west-1'],
        onProgress: (event) => progress.push(event),
        signal: new AbortController().signal,
        timeouts: { connect: 1000, answer: 5000 },
        pace: quick,
        ...wanted,
      }),
    );
    return { regions, progress, aws };
  } finally {
    await aws.close();
  }
}

/** The resources of a type. */
export function ofType({ regions }: Collected, type: string): readonly CollectedResource[] {
  return regions.flatMap((region) => region.resources.filter((resource) => resource.type === type));
}
