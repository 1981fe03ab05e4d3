import type { Json } from '../../core/setting';
import { own, textOf } from '../../read/json';

/** A run of HCP Terraform that asks for a verdict. */
export type RunTaskRequest = {
  /** What a log calls it: `acme/orders run-i3Df post_plan`. */
  readonly name: string;
  /** What the plan is called in reports, and in the configuration's `scope`: `acme/orders`. */
  readonly document: string;
  readonly stage: string;
  /** `null` before there is a plan. */
  readonly planUrl: URL | null;
  readonly callbackUrl: URL;
  readonly token: string;
  /** Whether details may be sent beside the verdict. */
  readonly takesOutcomes: boolean;
};

/** What a signed payload is: the test that HCP Terraform makes when a run task is set up, a run, or nothing of use. */
export type Payload =
  | { readonly is: 'test' }
  | { readonly is: 'run'; readonly request: RunTaskRequest }
  | { readonly is: 'refused'; readonly why: string };

/**
 * No token at all: HCP Terraform sends it with the payload by which it verifies an endpoint
 * (https://github.com/hashicorp/terraform-run-task-scaffolding-go, `VerificationToken`).
 */
const testToken = 'test-token';

/** Reads a payload. Its addresses are taken only on the host of HCP Terraform: a payload decides nothing about whom we call. */
export function payloadOf(body: Uint8Array, address: URL): Payload {
  const json = parsed(body);
  if (json === undefined) return refused('the payload is no JSON');
  if (own(json, 'payload_version') !== 1)
    return refused('payload_version is not 1, and no other is known; update holdfast');
  const token = textOf(own(json, 'access_token'));
  if (token === testToken) return { is: 'test' };
  // What may stand in a header, and no token is longer.
  if (token === undefined || !/^[\x21-\x7e]{1,4096}$/.test(token))
    return refused('access_token is missing or malformed');
  const callbackUrl = urlOn(address, own(json, 'task_result_callback_url'));
  if (callbackUrl === null) return refused(elsewhere('task_result_callback_url', address));
  const hasPlan = (own(json, 'plan_json_api_url') ?? null) !== null;
  const planUrl = urlOn(address, own(json, 'plan_json_api_url'));
  if (hasPlan && planUrl === null) return refused(elsewhere('plan_json_api_url', address));
  const stage = nameIn(json, 'stage');
  const document = `${nameIn(json, 'organization_name')}/${nameIn(json, 'workspace_name')}`;
  const request = {
    name: `${document} ${nameIn(json, 'run_id')} ${stage}`,
    document,
    stage,
    planUrl,
    callbackUrl,
    token,
    takesOutcomes: own(own(json, 'capabilities'), 'outcomes') === true,
  };
  return { is: 'run', request };
}

function parsed(body: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as Json;
  } catch {
    return undefined;
  }
}

function refused(why: string): Payload {
  return { is: 'refused', why };
}

function elsewhere(key: string, { origin }: URL): string {
  return `${key} is no address on ${origin}, so it is not called; name the host of HCP Terraform with --tfc-address`;
}

function urlOn(address: URL, value: Json | undefined): URL | null {
  const text = textOf(value);
  if (text === undefined || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.origin === address.origin && url.username === '' && url.password === '' ? url : null;
}

/** Names of organizations, workspaces and runs have no other characters; whatever else is there is not repeated. */
function nameIn(json: Json, key: string): string {
  const text = textOf(own(json, key));
  return text !== undefined && /^[\w.-]{1,200}$/.test(text) ? text : 'unnamed';
}
