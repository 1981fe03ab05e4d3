import { formatDuration } from '../../core/duration';
import type { Seconds } from '../../core/setting';
import type { Place } from './place';

/** The promises of a workload that bear on each other, in seconds. */
type Promised = {
  readonly maxQueryDuration: Seconds;
  readonly maxSilence?: Seconds | undefined;
  readonly maxTransactionDuration?: Seconds | undefined;
  readonly maxStatementTimeout?: Seconds | undefined;
  readonly request?:
    { readonly maxDuration: Seconds | undefined; readonly maxSilence: Seconds | undefined } | undefined;
};

/** Files each pair of promises that cannot both hold; true where there is none. `placeOf` finds a key where it was written: in the workload, or in the defaults. */
export function contradictions(it: Promised, workload: string, placeOf: (key: keyof Promised) => Place): boolean {
  const query = `\`maxQueryDuration\` of ${JSON.stringify(workload)} is ${formatDuration(it.maxQueryDuration)}`;
  const is = (seconds: Seconds): string => `is ${formatDuration(seconds)}`;
  const request = it.request;
  const found: (readonly [boolean, Place, string])[] = [];
  const check = (
    seconds: Seconds | undefined,
    place: Place,
    contradicts: (seconds: Seconds) => boolean,
    clause: string,
  ): void => {
    if (seconds !== undefined) found.push([contradicts(seconds), place, `${is(seconds)} and ${clause}`]);
  };
  check(
    it.maxSilence,
    placeOf('maxSilence'),
    (silence) => silence > it.maxQueryDuration,
    `${query}: a query is not silent for longer than it runs; lower \`maxSilence\``,
  );
  check(
    it.maxTransactionDuration,
    placeOf('maxTransactionDuration'),
    (transaction) => transaction < it.maxQueryDuration,
    `${query}: a transaction outlasts each of its queries; raise \`maxTransactionDuration\``,
  );
  check(
    it.maxStatementTimeout,
    placeOf('maxStatementTimeout'),
    (net) => net <= it.maxQueryDuration,
    `${query}: no \`statement_timeout\` lies between them; raise \`maxStatementTimeout\``,
  );
  check(
    request?.maxDuration,
    placeOf('request').inside('maxDuration'),
    (duration) => duration < it.maxQueryDuration,
    `${query}: a request outlasts each of its queries; raise \`request.maxDuration\``,
  );
  check(
    request?.maxSilence,
    placeOf('request').inside('maxSilence'),
    (silence) => request?.maxDuration !== undefined && silence > request.maxDuration,
    `\`request.maxDuration\` is ${formatDuration(request?.maxDuration ?? 0)}: a response is not silent for longer than the request; lower \`request.maxSilence\``,
  );
  for (const [contradicts, place, clause] of found) if (contradicts) place.problem(clause);
  return found.every(([contradicts]) => !contradicts);
}
