import { withHeadroom } from '../../core/demand';
import type { Configuration, Workload } from '../../core/configuration';
import { parseDuration } from '../../core/duration';
import { everyTimer } from '../../core/every-timer';
import { matchesGlob } from '../../core/glob';
import { InputError } from '../../core/input-error';
import type { Seconds } from '../../core/setting';
import { kinds } from '../../kinds';
import { loadConfiguration } from '../configuration/load';
import { checkWorkloads, type Promised } from '../estate';
import { loadPolicies } from '../policies';
import { workloadAmong } from '../workload-argument';

/** What is asked for. */
export type Asked = Promised & { readonly workload?: string; readonly at?: readonly Seconds[] };

/** What a probe is to find out: for which workload, if any was declared, and which moments it tries. */
export type Goal = {
  readonly configuration: Configuration;
  readonly workload: Workload;
  /** Whether the workload is one of the configuration; else it stands for every timer in view. */
  readonly isDeclared: boolean;
  /** What was promised, headroom included; `null` where moments were chosen and nothing was promised. */
  readonly promised: Seconds | null;
  /** How long queries are silent, in seconds, the shortest first. */
  readonly silences: readonly Seconds[];
  readonly files: readonly string[];
};

/**
 * Half a second more than what a timer has to outlive, so that one of exactly that length fires; and not a whole one, so that
 * the next longer one, which is what a fix sets, does not.
 */
const margin: Seconds = 0.5;

/** Reads what the options and arguments say. Throws an `InputError` for what cannot be meant. */
export function goalOf(args: readonly string[], asked: Asked, cwd: string): Goal {
  refuseAddresses(args);
  const moments = [...new Set(asked.at ?? [])].sort((a, b) => a - b);
  const found = asked.maxQueryDuration === undefined ? declaredIn(asked, cwd) : null;
  if (found === null) return withoutWorkload(args, asked, moments);
  const named = workloadAmong(args, found, cwd);
  const workload = oneOf(found, named ?? asked.workload ?? null);
  const promised = withHeadroom(workload.maxQueryDuration, workload);
  return {
    configuration: found,
    workload,
    isDeclared: true,
    promised,
    silences: (moments.length === 0 ? [promised] : moments).map((one) => one + margin),
    files: named === null ? args : args.slice(1),
  };
}

function declaredIn({ config, at }: Asked, cwd: string): Configuration | null {
  const policies = loadPolicies(undefined, cwd).map(({ id }) => id);
  const found = loadConfiguration({ ...(config === undefined ? {} : { file: config }), cwd, kinds, policies });
  if (found !== null || at !== undefined) return found?.configuration ?? null;
  throw new InputError([
    {
      message:
        'no holdfast.yaml in this folder or above it, so nothing says how long a query may take; ' +
        'say --max-query-duration 6m, choose moments with --at 60,350, or name a configuration with --config',
    },
  ]);
}

/** What looks like an address is not repeated as if it were the name of a file: it may hold a password. */
function refuseAddresses(args: readonly string[]): void {
  if (args.some((arg) => arg.includes('://') || /\bpassword\s*=/i.test(arg)))
    throw new InputError([
      { message: 'an address stands where a workload or file was expected; say --postgres or --http before it' },
    ]);
}

/** Every timer in view is a suspect, and there is no path to predict anything from. */
function withoutWorkload(
  args: readonly string[],
  { maxQueryDuration, workload }: Asked,
  moments: readonly Seconds[],
): Goal {
  if (workload !== undefined)
    throw new InputError([
      { message: `--workload ${workload} needs a configuration, and there is none; name one with --config` },
    ]);
  const longest = Math.max(maxQueryDuration ?? 0, ...moments);
  const configuration = everyTimer(longest);
  const [made] = configuration.workloads;
  if (made === undefined) throw new Error('a configuration without a workload');
  const silences = moments.length === 0 ? [longest] : moments;
  return {
    configuration,
    workload: made,
    isDeclared: false,
    promised: maxQueryDuration ?? null,
    silences: silences.map((one) => one + margin),
    files: args,
  };
}

function oneOf(configuration: Configuration, name: string | null): Workload {
  checkWorkloads(configuration, name === null ? [] : [name]);
  const { workloads } = configuration;
  const chosen = workloads.filter((one) => name === null || matchesGlob(name, one.name));
  const [only, ...others] = chosen;
  if (only !== undefined && others.length === 0) return only;
  const names = chosen.map(({ name }) => name).join(', ');
  throw new InputError([{ message: `a probe is for one workload; name one of: ${names}` }]);
}

/** How long a request of the goal may take: its promise, else that of its query. */
export function patienceFor({ workload, silences }: Goal): Seconds {
  const { maxDuration } = workload.request;
  return maxDuration === null ? Math.max(...silences) : withHeadroom(maxDuration, workload) + margin;
}

/** Reads `--at 60,350s,6m`: a bare number is seconds here, as on the axis of a timeline. `reason` continues a sentence. */
export function parseMoments(text: string): { readonly seconds: readonly Seconds[] } | { readonly reason: string } {
  const seconds: Seconds[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    const parsed = parseDuration(/^\d{1,9}(\.\d{1,3})?$/.test(part) ? `${part}s` : part);
    if (!parsed.ok) return { reason: parsed.reason };
    if (parsed.seconds === 0) return { reason: 'holds 0, and a query takes longer than that' };
    seconds.push(parsed.seconds);
  }
  return { seconds };
}
