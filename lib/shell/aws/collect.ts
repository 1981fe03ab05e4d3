import { setMaxListeners } from 'node:events';
import { InputError } from '../../core/input-error';
import type { CollectedRegion } from '../../read/collection/collection';
import { accessFor, agentsFor, withoutCredentials } from './access';
import { atMost } from './at-most';
import type { Shared, Timeouts } from './client';
import { numbered } from './numbered';
import type { Pace } from './pace';
import { readRegion, type Progress, type ReadService } from './read-region';
import { serviceNames, type ServiceName } from './services';

export type { Progress } from './read-region';

/** What to read, and how. */
export type CollectOptions = {
  /** Empty: the one Region that the SDK finds (`AWS_REGION`, the profile). */
  readonly regions: readonly string[];
  /** All that are known, unless said. */
  readonly services?: readonly ServiceName[];
  readonly onProgress: (progress: Progress) => void;
  /** Ends the reading: what was read so far comes back, and the rest has failed as interrupted. */
  readonly signal: AbortSignal;
  /** In milliseconds; 3 s and 20 s unless said. */
  readonly timeouts?: Timeouts;
  /** Instead of the paces of the services. */
  readonly pace?: Pace;
};

const defaultTimeouts: Timeouts = { connect: 3000, answer: 20_000 };
/** Regions that are read at a time. */
const parallel = 8;

/**
 * Reads one account in these Regions, and nothing of it is ever written. Credentials, endpoints and profile are those of the
 * SDK's standard configuration. A call that fails costs its own part, and is said in `failed`. Throws an `InputError` where
 * there are no valid credentials, no Region, or a name that no Region has.
 */
export async function collectRegions(options: CollectOptions): Promise<readonly CollectedRegion[]> {
  const { services = serviceNames, timeouts = defaultTimeouts, onProgress, pace } = options;
  const regions = [...new Set(options.regions)];
  refuseStrangeNames(regions);
  const shared: Shared = { agents: agentsFor(), timeouts, signal: signalLike(options.signal) };
  const restore = silenceNodeWarning();
  try {
    const access = await accessFor(regions[0], shared);
    const inTurn = atMost(parallel);
    const given = { access, shared, onProgress, ...(pace === undefined ? {} : { pace }) };
    const read = await Promise.all(
      (regions.length === 0 ? [access.region] : regions).map((region) =>
        inTurn(async () => ({ region, services: await readRegion(region, services, given) })),
      ),
    );
    const everything = read.flatMap((one) => one.services);
    refuseBadCredentials(everything);
    const account = access.account ?? accountIn(everything) ?? access.claimed;
    return read.map((one) => numbered(account, one.region, one.services));
  } finally {
    shared.agents.http.destroy();
    shared.agents.https.destroy();
    restore();
  }
}

/** One that is aborted together with the given one, and on which every call under way may listen without a warning. */
function signalLike(given: AbortSignal): AbortSignal {
  const own = new AbortController();
  setMaxListeners(0, own.signal);
  const abort = (): void => own.abort();
  if (given.aborted) abort();
  else given.addEventListener('abort', abort, { once: true });
  return own.signal;
}

function refuseStrangeNames(regions: readonly string[]): void {
  const strange = regions.filter((region) => !/^[a-z]{2,5}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2}$/.test(region));
  if (strange.length === 0) return;
  throw new InputError(
    strange.map((region) => ({
      message: `${JSON.stringify(region.slice(0, 80))} is no AWS Region, so it cannot be read; a Region is called like eu-west-1`,
    })),
  );
}

/** Forty calls that were refused for one reason are one problem. Where anything was answered, the rest is worth keeping. */
function refuseBadCredentials(read: readonly ReadService[]): void {
  const tallies = read.flatMap((one) => (one.is === 'read' ? [one.tally] : []));
  if (!tallies.some((tally) => tally.lacksCredentials) || tallies.some((tally) => tally.answered > 0)) return;
  const said = tallies.find((tally) => tally.lacksCredentials)?.failed[0]?.message;
  throw withoutCredentials(said ?? 'AWS does not know them');
}

function accountIn(read: readonly ReadService[]): string | null {
  for (const one of read) {
    for (const { arn } of one.is === 'read' ? one.found : []) {
      const account = /^arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):/.exec(arn ?? '')?.[1];
      if (account !== undefined) return account;
    }
  }
  return null;
}

/** The SDK warns of the age of Node once per process. `engines` of our package says what we run on. */
function silenceNodeWarning(): () => void {
  const name = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';
  const before = process.env[name];
  if (before !== undefined) return () => undefined;
  process.env[name] = 'true';
  return () => {
    delete process.env[name];
  };
}
