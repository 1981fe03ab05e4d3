import type { Lost } from './lost';
import type { Observation } from './observation';
import { isWithin, seconds, tolerance } from './tolerance';

/** In what the server differs from what was predicted of it once its client was lost. */
export function compareLost(lost: Lost, { backend, socket, began }: Observation): readonly string[] {
  const queryEnded = (backend.active - began) / 1000;
  const gone = socket.gone === null ? null : (socket.gone - began) / 1000;
  return [...ofConnection(lost, gone), ...ofQuery(lost, queryEnded), ...ofClaims(lost, queryEnded, gone)];
}

function ofConnection({ connectionEnds }: Lost, gone: number | null): readonly string[] {
  if (connectionEnds === null) return [];
  const { from, to } = connectionEnds;
  const due = `the server's connection was to end between ${seconds(from)} and ${seconds(to)}`;
  if (gone === null) return [`${due}, and is there to the end`];
  return isWithin(gone, from, to) ? [] : [`${due}, and ends at ${seconds(gone)}`];
}

function ofQuery({ queryEnds: { from, to } }: Lost, ended: number): readonly string[] {
  if (isWithin(ended, from, to)) return [];
  return [`the query was to end between ${seconds(from)} and ${seconds(to)}, and ends at ${seconds(ended)}`];
}

/** A policy that passes promises an end within so many seconds of the loss; one that fails says that it comes later. */
function ofClaims(lost: Lost, queryEnded: number, connectionGone: number | null): readonly string[] {
  return lost.claims.flatMap(({ policy, about, outcome, within }) => {
    const ended = about === 'query' ? queryEnded : connectionGone;
    const took = ended === null ? Number.POSITIVE_INFINITY : ended - lost.at;
    const isSlow = took > within + tolerance.late;
    const isFast = took < within - tolerance.early;
    if ((outcome === 'pass' && isSlow) || (outcome === 'fail' && isFast))
      return [
        `${policy} says ${outcome} for ${seconds(within)}, and the ${about} ends ${ended === null ? 'never' : `${seconds(took)} after the loss`}`,
      ];
    return [];
  });
}
