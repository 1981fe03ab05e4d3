import { compareLost } from './compare-lost';
import { isNear, isWithin, seconds, tolerance } from './tolerance';
import type { PredictedCut, Prediction } from './predict';
import type { Ran } from './run';
import { serverStateOf, symptomOf, symptomsFor, type SeenByClient } from './symptom';

type Cut = Extract<Prediction, { verdict: 'cut' }>;

/** Everything in which the measurement differs from the prediction; empty where they agree. */
export function differences(ran: Ran): readonly string[] {
  const { prediction, scenario } = ran;
  const seen = symptomOf(ran.observation);
  const isUnknown = prediction.verdict === 'unknown';
  if (scenario.model === 'unknown')
    return isUnknown ? [] : [`the model was not to know, and says: ${prediction.verdict}`];
  const isRace = prediction.verdict === 'cut' && prediction.race;
  const unlike =
    (scenario.model === 'race') === isRace
      ? []
      : [isRace ? 'the model calls it a race: say `model: race`' : 'the model was to call it a race, and does not'];
  switch (prediction.verdict) {
    case 'unknown':
      return [...unlike, `the model does not know: ${prediction.why}`];
    case 'holds':
      return seen.sees === 'done'
        ? unlike
        : [...unlike, `holds was predicted, and the client sees: ${seen.sees} at ${seconds(seen.at)}`];
    case 'lost':
      return [...unlike, ...compareLost(prediction, ran.observation)];
    case 'cut':
      return [...unlike, ...compareCut(prediction, ran, seen)];
  }
}

/** Where timer and promise are equal either may come first, at that time: what holds agrees, and so does the cut. */
function compareCut(predicted: Cut, ran: Ran, seen: SeenByClient): readonly string[] {
  const { cut, seen: above, race } = predicted;
  if (seen.sees === 'done' && race) return [];
  if (seen.sees === 'done')
    return [`a cut by ${cut.by} at ${seconds(cut.at)} was predicted, and the query came through`];
  return [
    ...ofCaller(above ?? cut, seen, ran),
    ...ofHop(cut, ran),
    ...ofServer(predicted, ran),
    ...(race ? [] : ofQuery(cut, ran)),
  ];
}

function ofCaller(cut: PredictedCut, seen: SeenByClient, { observation, scenario }: Ran): readonly string[] {
  const { patience } = observation;
  const expected = symptomsFor(cut, patience, scenario.does === 'request');
  if (!expected.includes(seen.sees))
    return [`the client was to see ${expected.join(' or ')}, and sees ${seen.sees} at ${seconds(seen.at)}`];
  const { at } = cut.caller;
  if (typeof at !== 'number' || at > patience || isNear(seen.at, at)) return [];
  // Between two queries some drivers listen and hear of a close at once, others at their next query.
  if (cut.phase === 'pause' && isWithin(seen.at, at, cut.phaseEnds)) return [];
  return [`the client was to notice at ${seconds(at)}, and notices at ${seconds(seen.at)}`];
}

/** A router that is said to forget the flow does so, at that time. */
function ofHop(cut: PredictedCut, { observation: { flows, began } }: Ran): readonly string[] {
  const own = flows[cut.by];
  if (own === undefined || cut.phase === 'rollout') return [];
  if (own.gone === null) return [`${cut.by} was to forget the flow at ${seconds(cut.at)}, and remembers it to the end`];
  const [from, to] = [(own.last - began) / 1000, (own.gone - began) / 1000];
  if (to >= cut.at - tolerance.early && from <= cut.at + tolerance.late) return [];
  return [
    `${cut.by} was to forget the flow at ${seconds(cut.at)}, and forgets it between ${seconds(from)} and ${seconds(to)}`,
  ];
}

/** What the server ends it says in its log; what a reset or a dropped packet does to it shows on its socket. */
function ofServer({ cut, others }: Cut, { observation: { log, socket, began, patience } }: Ran): readonly string[] {
  const state = serverStateOf(cut.expiry);
  if (state !== null) {
    const said = log.filter((line) => line.state === state).map(({ at }) => (at - began) / 1000);
    if (said.some((at) => isNear(at, cut.at))) return [];
    const when = said.length === 0 ? 'does not' : `does at ${said.map(seconds).join(', ')}`;
    return [`the server was to act with ${state} at ${seconds(cut.at)}, and ${when}`];
  }
  const { at } = cut.server;
  if (!cut.ofDatabase || cut.expiry !== 'reset-on-next-packet' || typeof at !== 'number' || at > patience) return [];
  // What the server ends before that, it hears of when it says so.
  if (others.some((one) => serverStateOf(one.expiry) !== null && one.at < at)) return [];
  const gone = socket.gone === null ? null : (socket.gone - began) / 1000;
  if (gone !== null && isNear(gone, at)) return [];
  const when = gone === null ? 'keeps its connection to the end' : `loses it at ${seconds(gone)}`;
  return [`the server was to notice at ${seconds(at)}, and ${when}`];
}

/** Whether the statement went on at the server after the cut. */
function ofQuery(cut: PredictedCut, { observation: { backend, began } }: Ran): readonly string[] {
  if (cut.phase !== 'query' && cut.phase !== 'rollout' && cut.phase !== 'conflict') return [];
  const wentOn = (backend.active - began) / 1000 - cut.at;
  const end = seconds(cut.at + wentOn);
  if (cut.queryGoesOn && wentOn < 1 - tolerance.early)
    return [`the query was to go on after ${seconds(cut.at)}, and ended at ${end}`];
  if (!cut.queryGoesOn && wentOn > tolerance.late)
    return [`the query was to end at ${seconds(cut.at)}, and went on to ${end}`];
  return [];
}
