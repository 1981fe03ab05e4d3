import type { Measurement, ProbeVerdict } from './probe';
import type { Fit } from './probe-fit';
import type { Judgement } from './policy';
import type { Interval, Notice } from './report';
import type { Run } from './timeline';
import type { Phase } from './timer';

/** What the model says of an experiment on one path. */
export type Prediction = { readonly path: string } & (
  | { readonly is: 'survives' }
  | {
      readonly is: 'cut';
      readonly timer: string;
      readonly resource: string;
      readonly attribute: string;
      readonly phase: Phase;
      readonly at: Interval;
      readonly caller: Notice;
    }
  | { readonly is: 'unknown'; readonly why: string; readonly settles: string | null }
);

/** The first sure cut that the model sees; unknown where something may cut before, or nothing was judged. */
export function predictionOf(run: Run, { over, idle }: Pick<Measurement, 'over' | 'idle'>): Prediction {
  const layer = over === 'http' ? 'request' : 'connection';
  const isMet = ({ timer }: Judgement): boolean => timer.phase === 'query' || (timer.phase === 'pause' && idle > 0);
  const rows = run.rows
    .filter(({ leg }) => leg.layer === layer)
    .map(({ judgement }) => judgement)
    .filter((one) => isMet(one) && one.timer.uncertain === null);
  const path = run.path.name;
  const [first] = rows.filter(({ effect }) => effect === 'cuts').sort(soonest);
  const open = rows.filter(({ effect }) => effect === 'may-cut').sort(soonest)[0];
  if (first?.at != null && (open === undefined || soonest(first, open) <= 0)) {
    const { timer, at, caller } = first;
    const { name, subject, attribute, phase } = timer;
    return { path, is: 'cut', timer: name, resource: subject.subject, attribute, phase, at, caller };
  }
  if (open !== undefined) {
    const why = `${open.timer.attribute} of ${open.timer.subject.subject} may cut it: ${open.because}`;
    return { path, is: 'unknown', why, settles: open.settles };
  }
  if (rows.length > 0) return { path, is: 'survives' };
  return { path, is: 'unknown', why: 'no timer of this path is known', settles: 'name its hops in `path`' };
}

/** A pause comes before the statement that follows it. */
function soonest(a: Judgement, b: Judgement): number {
  const start = ({ timer }: Judgement): number => (timer.phase === 'pause' ? 0 : 1);
  return start(a) - start(b) || (a.at?.from ?? 0) - (b.at?.from ?? 0);
}

/** Whether what was measured is what the documents predict. */
export type Agreement = 'yes' | 'no' | 'not-known';

/** Whether a measurement bears the predictions out; of several paths, which one was taken is not known. */
export function agreementOf(
  predictions: readonly Prediction[],
  verdict: ProbeVerdict,
  found: readonly Fit[],
): Agreement | null {
  if (predictions.length === 0 || verdict === 'not-measured') return null;
  const answers = new Set(predictions.map((one) => borneOut(one, verdict, found)));
  const [only, ...others] = answers;
  return only === undefined || others.length > 0 ? 'not-known' : only;
}

function borneOut(prediction: Prediction, verdict: ProbeVerdict, found: readonly Fit[]): Agreement {
  if (prediction.is === 'unknown') return 'not-known';
  if (prediction.is === 'survives') return verdict === 'survived' ? 'yes' : 'no';
  if (verdict === 'survived') return 'no';
  const { timer, resource, phase } = prediction;
  const isFound = ({ suspect }: Fit): boolean =>
    suspect.timer === timer && suspect.resource === resource && suspect.phase === phase;
  return found.some(isFound) ? 'yes' : 'no';
}
