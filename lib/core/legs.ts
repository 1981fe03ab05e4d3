import type { Hop, Leg } from './path';

/**
 * Cuts the hops of a path where a TCP connection ends. The hop that ends a leg is its last one; what lies above the client
 * is on request legs, what lies below on connection legs.
 */
export function legsOf(hops: readonly Hop[], clientAt: number): readonly Leg[] {
  const legs: Leg[] = [];
  let open: Hop[] = [];
  let caller: Hop | null = clientAt === 0 ? (hops[0] ?? null) : null;
  hops.forEach((hop, position) => {
    if (position === 0 && clientAt === 0) return;
    open.push(hop);
    const ends = hop.does === 'terminates' || position === clientAt;
    const last = position === hops.length - 1;
    if (!ends && !last) return;
    legs.push({
      index: legs.length,
      layer: clientAt >= 0 && position > clientAt ? 'connection' : 'request',
      hops: open,
      callerEnd: caller,
      serverEnd: ends ? hop : null,
    });
    caller = hop;
    open = [];
  });
  return legs;
}
