import type { Seconds } from '../../core/setting';
import { errorCode } from '../error-code';

/** Why a catalog could not be read. */
export type Failure =
  | { readonly is: 'interrupted' }
  | { readonly is: 'silent'; readonly doing: 'connecting' | 'reading'; readonly seconds: Seconds }
  /** What answered does not speak PostgreSQL's protocol. */
  | { readonly is: 'stranger' }
  | { readonly is: 'closed' }
  | { readonly is: 'no-password' }
  | { readonly is: 'no-tls' }
  /** TLS failed; `code` is Node's: `SELF_SIGNED_CERT_IN_CHAIN`. */
  | { readonly is: 'tls'; readonly code: string }
  /** The network or the system says no: `ECONNREFUSED`. */
  | { readonly is: 'system'; readonly code: string }
  /** The server says no: its SQLSTATE and its words, which may hold the user's name. */
  | { readonly is: 'answer'; readonly code: string; readonly message: string }
  | { readonly is: 'other'; readonly message: string };

/** Tells from an error of `pg` or of Node.js what happened. */
export function failureOf(error: unknown): Failure {
  const code = errorCode(error) ?? '';
  const message = error instanceof Error ? error.message : '';
  if (isSqlState(code)) return { is: 'answer', code, message };
  // These two have no code, so their words tell (pg/lib/connection.js).
  if (message.startsWith('The server does not support SSL')) return { is: 'no-tls' };
  if (message.startsWith('There was an error establishing an SSL')) return { is: 'tls', code: 'refused' };
  if (message.startsWith('Connection terminated') || code === 'ECONNRESET' || code === 'EPIPE') return { is: 'closed' };
  if (/^ERR_(TLS|SSL|OSSL)|^EPROTO$|CERT|ISSUER|SIGNATURE|^CRL_|^HOSTNAME_/.test(code)) return { is: 'tls', code };
  if (/^E[A-Z_0-9]+$/.test(code)) return { is: 'system', code };
  return { is: 'other', message };
}

/** Two digits or letters of a class, three of a condition; at least one digit tells it from `EPIPE`. */
function isSqlState(code: string): boolean {
  return /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
}
