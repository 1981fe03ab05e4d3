import type { Json } from '../../core/setting';
import { isObject } from '../json';

/** Texts, lists and maps that stand for a value: `BEGIN_*_TOKEN_MARKER` in tokens/private/encoding.js of cdktf 0.21 and cdktn 0.24. */
const marker = /[$#&]\{TfToken\[|<unresolved-/;

/**
 * Numbers that stand for a value have a fixed upper half (`DOUBLE_TOKEN_MARKER_BITS`, same file): -8.1e298, and -1.9e289 in
 * a list of numbers. In a text they appear as JavaScript prints them.
 */
const largestToken = -1e289;
const printedToken = /-\d(?:\.\d{1,20})?e\+2(?:89|98)/;

/** Whether a value of a stack is, or holds, a token that synth left unresolved, so that it says nothing of what is deployed. */
export function isUnresolvedToken(value: Json): boolean {
  if (typeof value === 'number') return value < largestToken;
  if (typeof value === 'string') return marker.test(value) || printedToken.test(value);
  return isObject(value) && Object.keys(value).some((key) => marker.test(key));
}
