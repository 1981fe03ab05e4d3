import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that HCP Terraform signs a request in, as Node spells it. */
export const signatureHeader = 'x-tfc-task-signature';

/**
 * Whether a body was signed with that key: HMAC-SHA512 over its bytes, in hexadecimal. The comparison takes as long for a
 * wrong signature as for the right one.
 */
export function isSigned(body: Uint8Array, signature: string | readonly string[] | undefined, key: string): boolean {
  if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/i.test(signature)) return false;
  return timingSafeEqual(createHmac('sha512', key).update(body).digest(), Buffer.from(signature, 'hex'));
}
