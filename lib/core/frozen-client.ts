import type { Leg } from './path';
import type { Judgement } from './policy';

/**
 * What becomes of a pause that probes were to survive, where the client is frozen between two requests: whether it sends or
 * answers probes then is not documented, and a server whose probes go unanswered gives the connection up.
 */
export function whileFrozen(leg: Leg, judgement: Judgement): Judgement {
  const client = leg.callerEnd?.key === 'client' ? leg.callerEnd.member : null;
  const { timer, effect } = judgement;
  if (client?.kind.client?.freezes !== true || timer.phase !== 'pause' || effect !== 'kept-alive') return judgement;
  return {
    ...judgement,
    effect: 'may-cut',
    because: `${client.subject} may be frozen between two requests, and whether it sends or answers keepalive probes then is not documented`,
    settles: 'close its connections before such a pause, or measure one with `holdfast probe --idle`',
  };
}
