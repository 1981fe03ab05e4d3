import type { Prediction } from './predict';
import type { Ran } from './run';
import { symptomOf } from './symptom';
import { seconds } from './tolerance';

/** A prediction in one line. */
export function toldPrediction(prediction: Prediction): string {
  switch (prediction.verdict) {
    case 'holds':
      return 'holds';
    case 'unknown':
      return 'unknown';
    case 'lost': {
      const { queryEnds, connectionEnds } = prediction;
      const connection = connectionEnds === null ? '' : `, connection by ${seconds(connectionEnds.to)}`;
      return `query ends by ${seconds(queryEnds.to)}${connection}`;
    }
    case 'cut': {
      const { cut, seen, race } = prediction;
      const { sees, at } = (seen ?? cut).caller;
      const when = typeof at === 'number' && at !== cut.at ? ` at ${seconds(at)}` : '';
      return `${race ? 'race, ' : ''}cut at ${seconds(cut.at)} by ${cut.by}: ${firstWords(sees)}${when}`;
    }
  }
}

function firstWords(text: string): string {
  return text.split(/[:,]/)[0] ?? text;
}

/** What was measured, in one line: what the client saw, when a hop forgot the flow, how long the query went on. */
export function toldMeasurement({ observation, prediction }: Ran): string {
  const { flows, backend, socket, began } = observation;
  const seen = symptomOf(observation);
  const since = (at: number): string => seconds((at - began) / 1000);
  const ran = backend.active > began ? [`query ran to ${since(backend.active)}`] : [];
  if (prediction.verdict === 'lost') {
    const gone = socket.gone === null ? 'connection stays' : `connection gone at ${since(socket.gone)}`;
    return [...ran, gone].join('; ');
  }
  if (seen.sees === 'done') return `done at ${seconds(seen.at)}`;
  const forgot = Object.entries(flows).flatMap(([subject, { gone }]) =>
    gone === null ? [] : [`${subject} forgot at ${since(gone)}`],
  );
  const first = seen.sees === 'nothing' ? `nothing by ${seconds(seen.at)}` : `${seen.sees} at ${seconds(seen.at)}`;
  return [first, ...forgot, ...ran].join('; ');
}
