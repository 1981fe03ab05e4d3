import type { Access } from './access';
import { asksOf, type Asks, type Tally } from './asks';
import { clientOf, loadSdk, type Sdk, type Shared } from './client';
import type { Found } from './found';
import { paced, type Pace } from './pace';
import { readers } from './readers';
import { services, type ServiceName } from './services';

/** How far the reading of one service in one Region is. */
export type Progress = {
  readonly region: string;
  /** As users know it: `rds`, `elbv2`. */
  readonly service: ServiceName;
  /** Calls that were answered, and calls that failed. */
  readonly answered: number;
  readonly failed: number;
  /** Nothing more will be asked of it. */
  readonly done: boolean;
};

/** What one service in one Region answered. `absent`: its client is not installed. */
export type ReadService =
  | { readonly is: 'absent'; readonly name: ServiceName }
  | { readonly is: 'read'; readonly name: ServiceName; readonly found: readonly Found[]; readonly tally: Tally };

/** Asks these services in one Region, all at once, each at its own pace. */
export async function readRegion(
  region: string,
  names: readonly ServiceName[],
  given: {
    readonly access: Access;
    readonly shared: Shared;
    /** Instead of the paces of the table. */
    readonly pace?: Pace;
    readonly onProgress: (progress: Progress) => void;
  },
): Promise<readonly ReadService[]> {
  const turns = new Map<string, (signal: AbortSignal) => Promise<void>>();
  return Promise.all(
    names.map(async (name) => {
      const { prefix, package: packageName, pace } = services[name];
      const sdk = loadSdk(packageName);
      if (sdk === null) return { is: 'absent', name };
      // Services of one prefix share AWS's limit, and so our pace.
      const turn = turns.get(prefix) ?? paced(given.pace ?? pace);
      turns.set(prefix, turn);
      return readService(name, sdk, region, turn, given);
    }),
  );
}

async function readService<S extends ServiceName>(
  name: S,
  sdk: Sdk,
  region: string,
  turn: (signal: AbortSignal) => Promise<void>,
  { access, shared, onProgress }: Parameters<typeof readRegion>[2],
): Promise<ReadService> {
  const client = clientOf(sdk, services[name], { region, credentials: access.credentials }, shared, turn);
  const report = ({ answered, failed }: Tally, done: boolean): void =>
    onProgress({ region, service: name, answered, failed: failed.length, done });
  const { asks, tally } = asksOf(name, { sdk, client, signal: shared.signal, onCall: (now) => report(now, false) });
  const read: (asks: Asks<S>) => Promise<readonly Found[]> = readers[name];
  const found = await read(asks);
  report(tally(), true);
  return { is: 'read', name, found, tally: tally() };
}
