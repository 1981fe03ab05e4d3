import { compareLinks } from './compare-links';
import { compareParameters, judgedParameters } from './compare-parameters';
import { pairNodes } from './compare-pairs';
import { presenceOf } from './compare-presence';
import { compareSettings } from './compare-settings';
import type { Comparison, Difference, Pair, Uncompared } from './drift';
import type { View } from './fact';
import type { Graph } from './graph';

/**
 * What is live and not as it was declared. Both graphs are compared by what takes effect, in the same units: whether a value
 * was written or is the default makes no difference, nor how it is spelled, nor the order of lists. What is not known on either
 * side is no difference and is listed with the reason. `views` say where the live side looked; without any, nothing is known to
 * be missing.
 */
export function compareGraphs(declared: Graph, live: Graph, views: readonly View[]): Comparison {
  const pairing = pairNodes(declared, live);
  const counterpart = new Map(pairing.pairs.map((pair) => [pair.declared, pair.live]));
  const parameters = judgedParameters(live, declared);
  const pairs: Pair[] = [];
  const differences: Difference[] = [];
  const uncompared: Uncompared[] = [];
  for (const pair of pairing.pairs) {
    const parts = [
      compareSettings(pair),
      compareLinks(pair, { declared, live, counterpart }),
      ...(parameters === null
        ? []
        : [compareParameters({ graph: declared, node: pair.declared }, { graph: live, node: pair.live }, parameters)]),
    ];
    pairs.push({ ...pair, compared: parts.reduce((sum, part) => sum + part.compared, 0) });
    differences.push(...parts.flatMap((part) => part.differences));
    uncompared.push(...parts.flatMap((part) => part.uncompared));
  }
  const presence = presenceOf(pairing, declared, live, views);
  return { ...presence, pairs, differences, uncompared: [...uncompared, ...presence.uncompared] };
}
