import { buildGraph } from '../../lib/core/build-graph';
import { compareGraphs } from '../../lib/core/compare';
import type { Comparison } from '../../lib/core/drift';
import type { Fact, View } from '../../lib/core/fact';
import type { Graph } from '../../lib/core/graph';
import { kinds } from '../../lib/kinds';
import { configuration, fact, readingsOf, type Resource } from './estate';

export const account = '111122223333';
export const region = 'eu-west-1';
export const view = (...unread: readonly string[]): View => ({ account, region, unread });

/** A resource as `state.json` declares it. */
export function declared(kind: string, subject: string, own: Resource = {}): Fact {
  return fact(kind, subject, { source: 'state', document: 'state.json', ...own });
}

/** A resource as it was read from the account. */
export function live(kind: string, subject: string, own: Resource = {}): Fact {
  return fact(kind, subject, { source: 'account', document: 'live.json', ...own });
}

/** Account, Region and identifier, which are known in a state and live. */
export function at(identifier: string): { readonly identity: Fact['identity'] } {
  return { identity: { account, region, identifier } };
}

export function graph(facts: readonly Fact[]): Graph {
  return buildGraph(readingsOf(facts), configuration(), kinds);
}

export function compared(one: readonly Fact[], other: readonly Fact[], views: readonly View[] = [view()]): Comparison {
  return compareGraphs(graph(one), graph(other), views);
}

/** `attribute of live: declared -> live` of each difference. */
export function shown({ differences }: Comparison): readonly string[] {
  return differences.map(({ name, live: { subject }, was, is }) => `${name} of ${subject}: ${was.text} -> ${is.text}`);
}
