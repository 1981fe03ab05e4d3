import type { Workload } from './configuration';
import { isGlob, matchesGlob } from './glob';
import type { Graph } from './graph';
import type { Path } from './path';
import { rolesAt } from './role-sources';
import { valueOf } from './setting';

/**
 * The login roles whose sessions a path is judged for. A glob means the roles in view that it matches; where it matches none,
 * it stands for itself, since roles may live outside every document. `null`: no role is declared, the server's own values count.
 */
export function rolesOf(graph: Graph, workload: Workload, path: Path): readonly (string | null)[] {
  const database = path.database?.member;
  if (database === undefined) return [null];
  const inView = rolesAt({ graph, database }).flatMap((node) => {
    const name = valueOf(node.settings[node.kind.role?.name ?? '']);
    return typeof name === 'string' ? [name] : [];
  });
  const all = [...new Set([...inView, ...Object.keys(graph.declared.roles)])];
  if (workload.roles.length === 0) return workload.path === 'every-timer' ? [null, ...all] : [null];
  const chosen = workload.roles.flatMap((pattern) => {
    if (!isGlob(pattern)) return [pattern];
    const matching = all.filter((name) => matchesGlob(pattern, name));
    return matching.length > 0 ? matching : [pattern];
  });
  return [...new Set(chosen)];
}
