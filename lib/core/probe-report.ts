import type { Measurement, ProbeVerdict } from './probe';
import { verdictOf } from './probe';
import { fits, type Fit } from './probe-fit';
import { agreementOf, type Agreement, type Prediction } from './probe-predict';
import type { Suspect } from './probe-suspects';
import { whose } from './phrases';
import type { Seconds, Setting, Table } from './setting';

/** What the system tells of a socket's keepalive: when the next probe is due, in seconds. */
export type SocketKeepalive =
  | { readonly is: 'off' }
  | { readonly is: 'on'; readonly next: Seconds }
  | { readonly is: 'not-told'; readonly why: string };

/** A PostgreSQL parameter as the session has it, and who set it (`pg_settings.source`). */
export type SessionParameter = {
  readonly name: string;
  /** Durations in seconds, counts as they are; `null` is off. */
  readonly value: number | null;
  readonly unit: 's' | null;
  readonly source: string;
};

/** What a connection really got. */
export type SessionFacts = {
  readonly serverVersion: string;
  readonly role: string;
  readonly database: string;
  readonly inRecovery: boolean;
  /** Addresses as the server sees them; `null` over a Unix socket. */
  readonly clientAddress: string | null;
  readonly serverAddress: string | null;
  readonly backend: number;
  /** The version of TLS; `null`: not encrypted. */
  readonly tls: string | null;
  readonly keepalive: SocketKeepalive;
  readonly parameters: readonly SessionParameter[];
};

/** A parameter whose value the model expected to be another. */
export type SessionDifference = {
  readonly parameter: string;
  readonly unit: 's' | null;
  readonly expected: number | null;
  /** Whose value was expected, in words; empty where the resource's own configuration says it. */
  readonly whose: string;
  readonly real: number | null;
  readonly source: string;
};

/** Everything that a probe tried, saw and expected. */
export type ProbeReport = {
  readonly version: 1;
  readonly tool: { readonly name: 'holdfast'; readonly version: string };
  readonly verdict: ProbeVerdict;
  readonly workload: string | null;
  /** What was promised, in seconds; `null` where moments were chosen instead. */
  readonly promised: Seconds | null;
  readonly over: 'postgres' | 'http';
  /** The server or URL, without secrets. */
  readonly target: string;
  readonly session: SessionFacts | null;
  /** Each experiment, in order; the last one decides. */
  readonly measured: readonly Measurement[];
  /** Why an experiment could not be made; `null` where all could. */
  readonly unmeasured: string | null;
  /** Timers behind the cut, likeliest first. */
  readonly fits: readonly Fit[];
  /** What the model expected of the last experiment, for each path of the workload. */
  readonly predicted: readonly Prediction[];
  readonly agrees: Agreement | null;
  readonly differences: readonly SessionDifference[];
  /** In what the probe was not like the workload, and what could not be read. */
  readonly notes: readonly string[];
};

/** What is known before the conclusion is drawn. `defaults` are asked only where nothing that is known fits. */
export type Findings = Omit<ProbeReport, 'version' | 'verdict' | 'fits' | 'agrees'> & {
  readonly suspects: readonly Suspect[];
  readonly defaults: readonly Suspect[];
};

/** Draws the conclusion: the verdict of the last experiment, the timers that fit, whether the prediction is borne out. */
export function conclude({ suspects, defaults, ...known }: Findings): ProbeReport {
  const { measured, predicted } = known;
  const last = measured.at(-1);
  const verdict = last === undefined || known.unmeasured !== null ? 'not-measured' : verdictOf(last);
  const found =
    last === undefined || verdict !== 'cut' ? [] : fitting(last, survivedBefore(measured), suspects, defaults);
  return { version: 1, ...known, verdict, fits: found, agrees: agreementOf(predicted, verdict, expectedAmong(found)) };
}

function fitting(
  last: Measurement,
  survived: Seconds | null,
  suspects: readonly Suspect[],
  defaults: readonly Suspect[],
): readonly Fit[] {
  const own = fits(last, suspects, survived);
  return expectedAmong(own).length > 0 ? own : [...own, ...fits(last, defaults, survived)];
}

function expectedAmong(found: readonly Fit[]): readonly Fit[] {
  return found.filter(({ isUnexpected }) => !isUnexpected);
}

/** The longest silence that passed. */
export function survivedBefore(measured: readonly Measurement[]): Seconds | null {
  const passed = measured.filter((one) => verdictOf(one) === 'survived').map(({ silence }) => silence);
  return passed.length === 0 ? null : Math.max(...passed);
}

/** Where the session has another value than the model expected for sure. */
export function differencesIn(
  expected: Table<Setting>,
  real: readonly SessionParameter[],
): readonly SessionDifference[] {
  return real.flatMap(({ name, value, unit, source }): readonly SessionDifference[] => {
    const setting = expected[name];
    if (setting?.state !== 'known') return [];
    const thought = setting.value;
    if ((typeof thought !== 'number' && thought !== null) || thought === value) return [];
    return [{ parameter: name, unit, expected: thought, whose: whose(setting.from), real: value, source }];
  });
}
