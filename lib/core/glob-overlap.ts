import { isGlob, matchesGlob } from './glob';

/** Whether some name may be meant by both patterns. Never false where there is one; two patterns with wildcards are compared at their ends only. */
export function mayOverlap(a: string, b: string): boolean {
  if (!isGlob(b)) return matchesGlob(a, b);
  if (!isGlob(a)) return matchesGlob(b, a);
  const head = (pattern: string): string => pattern.slice(0, pattern.indexOf('*'));
  const tail = (pattern: string): string => pattern.slice(pattern.lastIndexOf('*') + 1);
  const heads = head(a).startsWith(head(b)) || head(b).startsWith(head(a));
  return heads && (tail(a).endsWith(tail(b)) || tail(b).endsWith(tail(a)));
}
