import type { Stack } from './stack';

/**
 * The stack whose document is the file that an address or a path leads to: of those with the same file name, the one that
 * agrees in most of its path. `undefined` where none does, or several as much.
 */
export function documentNamed(place: string, stacks: readonly Stack[]): Stack | undefined {
  const wanted = segments(place);
  const scored = stacks.map((stack) => ({ stack, score: agreement(wanted, segments(stack.document)) }));
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  const [found, rival] = scored.filter(({ score }) => score === best);
  return best > 0 && rival === undefined ? found?.stack : undefined;
}

/** `../nested/db.yaml` and `https://bucket/nested/db.yaml?versionId=1` as the names on their way, last first. */
function segments(place: string): readonly string[] {
  const [path = ''] = place.slice(-maxLength).split(/[?#]/);
  return path
    .split(/[\\/]/)
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .reverse();
}

/** No path is longer. */
const maxLength = 4096;

function agreement(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((segment, at) => segment !== other[at]);
  return differs === -1 ? one.length : differs;
}
