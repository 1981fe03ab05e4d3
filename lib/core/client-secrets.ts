import { connectionsIn } from './client-carriers';
import type { Connection } from './connection';
import type { Graph } from './graph';
import type { Node } from './node';

/** What holds the value of a variable that comes from elsewhere, where a document shows it. */
export type Held = { readonly connections: readonly Connection[]; readonly carrier: Node };

/**
 * The parameter of Systems Manager that an ARN or a name means, with the connection strings in it; `null` where none is in
 * view, where several are meant, or where what it holds is not shown.
 */
export function heldBy(graph: Graph, reference: string): Held | null {
  const names = namesOf(reference);
  const meant = Object.values(graph.nodes).filter(
    ({ kind, names: own, identity }) =>
      kind.name === 'ssm-parameter' && names.some((name) => own.includes(name) || identity.arn === name),
  );
  const [carrier] = meant;
  if (carrier === undefined || meant.length > 1) return null;
  const connections = connectionsIn(carrier.settings.connections);
  return connections === null ? null : { connections, carrier };
}

/** An ARN leaves the slash out that a name in a hierarchy begins with (`parameter/shop/url` is `/shop/url`). */
function namesOf(reference: string): readonly string[] {
  const [, name] = /^arn:[^:]*:ssm:[^:]*:[^:]*:parameter\/(.+)$/.exec(reference) ?? [];
  return name === undefined ? [reference] : [reference, name, `/${name}`];
}
