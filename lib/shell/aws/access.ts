import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { InputError } from '../../core/input-error';
import type { Json } from '../../core/setting';
import { own, textOf } from '../../read/json';
import { clientOf, loadSdk, type Client, type Shared } from './client';
import { verdictOf } from './refusal';
import { identity, services } from './services';
import { untilAborted } from './until-aborted';

/** Who we are to AWS. */
export type Access = {
  /** Shared by all clients, so that they are fetched once. */
  readonly credentials: Client['config']['credentials'];
  /** The Region that was given, or the one that the SDK finds. */
  readonly region: string;
  /** The number of the account, as AWS says it. */
  readonly account: string | null;
  /** As the credentials say it: of those from the environment that is `AWS_ACCOUNT_ID`, which anybody may have set to anything. */
  readonly claimed: string | null;
};

/** One pool of connections for all clients of a run. */
export function agentsFor(): Shared['agents'] {
  const options = { keepAlive: true, maxSockets: 200 };
  return { http: new HttpAgent(options), https: new HttpsAgent(options) };
}

/**
 * The standard credential chain of the SDK, tried once, and its Region where none is given. Throws an `InputError` where
 * there are no credentials or there is no Region; where `shared.signal` is aborted the wait ends, and the calls that follow say so.
 */
export async function accessFor(given: string | undefined, shared: Shared): Promise<Access> {
  const sdk = loadSdk(services.rds.package);
  if (sdk === null) {
    throw new InputError([{ message: `${services.rds.package} is not installed, so AWS cannot be read; install it` }]);
  }
  const atOnce = (): Promise<void> => Promise.resolve();
  const client = clientOf(sdk, services.rds, given === undefined ? {} : { region: given }, shared, atOnce);
  const { credentials } = client.config;
  const region = given ?? (await defaultRegion(client));
  const who = await untilAborted(credentials(), shared.signal).catch((error: unknown) => {
    throw withoutCredentials(verdictOf(error).message);
  });
  const account = await accountOf(region, credentials, shared);
  return { credentials, region, account, claimed: who?.accountId ?? null };
}

async function defaultRegion(client: Client): Promise<string> {
  try {
    return await client.config.region();
  } catch {
    const message = 'no Region is named, so AWS cannot be read; say --regions eu-west-1, or set AWS_REGION';
    throw new InputError([{ message }]);
  }
}

/** Whatever goes wrong here shows again, and better, in the calls that matter: an account is also named by what is read. */
async function accountOf(region: string, credentials: Access['credentials'], shared: Shared): Promise<string | null> {
  const sdk = loadSdk(identity.package);
  const [action] = Object.keys(identity.calls);
  const Command = sdk?.[`${String(action)}Command`];
  if (sdk === null || Command === undefined) return null;
  const client = clientOf(sdk, identity, { region, credentials }, shared, () => Promise.resolve());
  try {
    const answer = await client.send(new Command({}), { abortSignal: shared.signal });
    return textOf(own(answer as Json, 'Account')) ?? null;
  } catch {
    return null;
  }
}

/** Bad credentials, and what to do about them. */
export function withoutCredentials(said: string): InputError {
  const message =
    `AWS cannot be read without valid credentials (${said}); run \`aws sso login\`, set AWS_PROFILE, or renew ` +
    'AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN';
  return new InputError([{ message }]);
}
