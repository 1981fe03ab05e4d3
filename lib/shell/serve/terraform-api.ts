import { errorCode } from '../error-code';
import { persistently, type Attempt, type Tried, type Wait } from './persistently';

/** What is asked of HCP Terraform. Neither rejects: what went wrong is a clause. */
export type TerraformApi = {
  /** The plan of a run as JSON. */
  readonly plan: (url: URL, token: string, signal: AbortSignal) => Promise<Tried<Uint8Array>>;
  /** Tells of a run, in that body. With `once` it is not tried again. */
  readonly tell: (url: URL, token: string, body: string, signal: AbortSignal, once?: boolean) => Promise<Tried<null>>;
};

/** How much is taken and waited for. */
export type ApiLimits = {
  /** The longest plan, in bytes. */
  readonly planBytes: number;
  /** How long one attempt to download a plan may take, in seconds. */
  readonly downloadWithin: number;
  /** How long one other call may take, in seconds. */
  readonly callWithin: number;
};

/** What is taken and waited for unless a test says otherwise: 256 MiB of plan, 2 min for it, 15 s for a call. */
export const apiLimits: ApiLimits = { planBytes: 256 << 20, downloadWithin: 120, callWithin: 15 };

/** The download of a plan leads to where it is stored, in one step. */
const mostRedirects = 3;
const redirects: readonly number[] = [301, 302, 303, 307, 308];
/** What may be otherwise in a moment. 204: the plan is not finished (api-docs/plans, "Retrieve the JSON execution plan"). */
const passing: readonly number[] = [204, 408, 425, 429, 500, 502, 503, 504];

/** The API of HCP Terraform at that address. The token goes to that host alone. */
export function terraformApi(address: URL, limits: ApiLimits, wait?: Wait): TerraformApi {
  const { planBytes, downloadWithin, callWithin } = limits;
  return {
    plan: (url, token, signal) =>
      persistently(
        (stop) =>
          answered(() => download(url, token, address, planBytes, within(stop, downloadWithin)), downloadWithin),
        signal,
        wait,
      ),
    tell: async (url, token, body, signal, once = false) => {
      const attempt = (stop: AbortSignal): Promise<Attempt<null>> =>
        answered(() => patch(url, token, body, within(stop, callWithin)), callWithin);
      if (!once) return persistently(attempt, signal, wait);
      const tried = await attempt(signal);
      return tried.is === 'again' ? { is: 'refused', why: tried.why } : tried;
    },
  };
}

async function patch(url: URL, token: string, body: string, signal: AbortSignal): Promise<Attempt<null>> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/vnd.api+json' };
  const response = await fetch(url, { method: 'PATCH', headers, body, redirect: 'manual', signal });
  await response.body?.cancel();
  return response.ok ? { is: 'done', value: null } : notDone(response);
}

async function download(
  start: URL,
  token: string,
  address: URL,
  most: number,
  signal: AbortSignal,
): Promise<Attempt<Uint8Array>> {
  let url = start;
  for (let left = mostRedirects; left >= 0; left--) {
    const isOurs = url.origin === address.origin;
    const headers: Record<string, string> = isOurs ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(url, { headers, redirect: 'manual', signal });
    if (!redirects.includes(response.status)) {
      if (response.status === 200) return bytesOf(response, most);
      await response.body?.cancel();
      return notDone(response);
    }
    await response.body?.cancel();
    const next = target(response, url);
    // Only HCP Terraform itself says where the plan is stored, and never on a connection that anybody could read.
    if (next === null || next.protocol !== address.protocol)
      return { is: 'refused', why: `HTTP ${response.status} leads to no address with ${address.protocol}//` };
    url = next;
  }
  return { is: 'refused', why: `more than ${mostRedirects} redirects` };
}

function target({ headers }: Response, from: URL): URL | null {
  const location = headers.get('location');
  return location !== null && URL.canParse(location, from.href) ? new URL(location, from) : null;
}

async function bytesOf(response: Response, most: number): Promise<Attempt<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > most) return { is: 'refused', why: `it is longer than ${most} bytes` };
    chunks.push(chunk);
  }
  return { is: 'done', value: Buffer.concat(chunks) };
}

function notDone({ status, headers }: Response): Attempt<never> {
  const why = `HTTP ${status}`;
  if (!passing.includes(status)) return { is: 'refused', why };
  const after = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(after) ? { is: 'again', why, after } : { is: 'again', why };
}

/** Lost connections are worth another attempt. */
async function answered<T>(call: () => Promise<Attempt<T>>, seconds: number): Promise<Attempt<T>> {
  try {
    return await call();
  } catch (error) {
    const { name, cause } = error as { readonly name?: unknown; readonly cause?: unknown };
    const why = name === 'TimeoutError' ? `no answer within ${seconds} s` : (errorCode(cause) ?? 'no connection');
    return { is: 'again', why };
  }
}

function within(signal: AbortSignal, seconds: number): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]);
}
