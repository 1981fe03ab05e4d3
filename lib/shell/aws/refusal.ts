import { isObject, own, textOf } from '../../read/json';
import type { Json } from '../../core/setting';
import type { Refusal } from '../../read/collection/collection';
import { cleaned } from './message';

/** Why a call failed, and what that means beyond it. */
export type Verdict = {
  readonly why: Refusal;
  readonly message: string;
  /** `gone`: the resource is no longer there. `credentials`: no call will do better until they are renewed. */
  readonly means?: 'gone' | 'credentials';
};

/** As services spell a denial: EC2, the query protocols and the JSON protocols each have their own. */
const denials = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'AuthorizationErrorException',
  'Client.UnauthorizedOperation',
  'NotAuthorized',
  'UnauthorizedOperation',
]);

/** Credentials that were good once. */
const expired = new Set(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'TokenRefreshRequired']);

/** Credentials that AWS does not know, or does not know in this Region. */
const unrecognised = new Set([
  'AuthFailure',
  'IncompleteSignature',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);

/** Errors of the SDK itself, before anything was sent: it has no credentials, or could not renew them. */
const providers = new Set(['CredentialsProviderError', 'TokenProviderError', 'ProviderError']);

/** The service does not have there what was asked. Nothing else is called so: it is taken to hide nothing. */
const unsupported = new Set(['InvalidAction', 'UnknownOperationException', 'UnsupportedOperation']);

const throttles =
  /^(?:.*Throttl.*|RequestLimitExceeded|TooManyRequestsException|RequestThrottled.*|SlowDown|LimitExceededException|BandwidthLimitExceeded|PriorRequestNotComplete)$/;

/** What an error that the SDK threw says. Never throws. */
export function verdictOf(error: unknown): Verdict {
  const { name, text, code, status } = errorParts(error);
  const said = cleaned(text === '' || text.includes(name) ? text : `${name}: ${text}`);
  const message = status !== undefined && status >= 500 ? cleaned(`HTTP ${String(status)}: ${said}`) : said;
  if (isTimeout(name, code)) return { why: 'timed-out', message };
  if (isThrottle(error)) return { why: 'throttled', message };
  if (denials.has(name)) return { why: /service control policy/i.test(text) ? 'denied-by-scp' : 'denied', message };
  if (expired.has(name) || providers.has(name)) return { why: 'failed', message, means: 'credentials' };
  if (unrecognised.has(name)) {
    const hint = '; a Region that is not enabled for the account says so too';
    return { why: 'failed', message: `${message}${hint}`, means: 'credentials' };
  }
  if (unsupported.has(name)) return { why: 'unsupported', message };
  if (/NotFound(?:Exception|Fault)?$/.test(name)) return { why: 'failed', message, means: 'gone' };
  return { why: 'failed', message: message === '' ? 'failed without a word' : message };
}

/** Whether an error is a throttle: those are tried again more often than others. */
export function isThrottle(error: unknown): boolean {
  const { name, status } = errorParts(error);
  return status === 429 || throttles.test(name);
}

/** The SDK calls a lost connection a timeout too: its code tells them apart. */
function isTimeout(name: string, code: string | undefined): boolean {
  return (name === 'TimeoutError' || code === 'ETIMEDOUT') && code !== 'ECONNRESET' && code !== 'EPIPE';
}

function errorParts(error: unknown): {
  readonly name: string;
  readonly text: string;
  readonly code: string | undefined;
  readonly status: number | undefined;
} {
  if (!(error instanceof Error)) return { name: '', text: String(error), code: undefined, status: undefined };
  const members = error as unknown as Json;
  const metadata = own(members, '$metadata');
  const response = '$response' in error ? (error.$response as Json) : undefined;
  const status = own(metadata, 'httpStatusCode') ?? (isObject(response) ? response.statusCode : undefined);
  return {
    name: error.name,
    text: error.message,
    code: textOf(own(members, 'code')),
    status: typeof status === 'number' ? status : undefined,
  };
}
