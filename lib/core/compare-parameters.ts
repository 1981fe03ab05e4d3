import { carriedByGroup, carriedByQuery, carriedByRole, sqlSetting, type Carried } from './carried-parameters';
import { parameterSide, parameterUnit } from './compare-sides';
import type { Compared } from './compare-settings';
import type { Difference, Side, Uncompared } from './drift';
import type { Graph } from './graph';
import type { Node } from './node';
import type { ParameterSpec } from './parameter';
import type { Table } from './setting';
import { spelledIn } from './spelled';

/** A resource in its graph. */
export type Placed = { readonly graph: Graph; readonly node: Node };

/** The PostgreSQL parameters that are judged, by name; `null` where neither graph shows a database. */
export function judgedParameters(...graphs: readonly Graph[]): Table<ParameterSpec> | null {
  for (const graph of graphs)
    for (const { kind } of Object.values(graph.nodes)) if (kind.session !== undefined) return kind.session.parameters;
  return null;
}

/**
 * Compares what a parameter group, a login role or an init query says of every parameter that is judged, as PostgreSQL parses
 * it: `5min` equals 300000. Where one side says nothing, what counts without it is compared: a default that is spelled out is
 * no difference.
 */
export function compareParameters(declared: Placed, live: Placed, parameters: Table<ParameterSpec>): Compared {
  const of = carries(declared.node, live.node);
  if (of === null) return { compared: 0, differences: [], uncompared: [] };
  const whole = unreadable(declared.node, live.node);
  if (whole !== null) return { compared: 0, differences: [], uncompared: [whole] };
  const differences: Difference[] = [];
  const uncompared: Uncompared[] = [];
  let compared = 0;
  for (const parameter of carriable(declared.node, live.node, parameters)) {
    const said = carried(declared, parameter);
    const found = carried(live, parameter);
    if (said.own === null && found.own === null) continue;
    const was = said.own ?? said.inherited();
    const is = found.own ?? found.inherited();
    const open = { resource: live.node, attribute: parameter.name };
    if (was.state !== 'known') uncompared.push({ ...open, why: was.why, settles: was.settles });
    else if (is.state !== 'known') uncompared.push({ ...open, why: is.why, settles: is.settles });
    if (was.state !== 'known' || is.state !== 'known') continue;
    compared += 1;
    const sides = { was: parameterSide(parameter, was), is: parameterSide(parameter, is) };
    const isOneSided = of === 'init-query' && (said.own === null || found.own === null);
    if (sides.was.key === sides.is.key && !isOneSided) continue;
    differences.push({
      declared: declared.node,
      live: live.node,
      of,
      name: parameter.name,
      was: isOneSided && said.own === null ? silent(sides.was) : sides.was,
      is: isOneSided && found.own === null ? silent(sides.is) : sides.is,
      unit: parameterUnit(parameter),
    });
  }
  return { compared, differences, uncompared };
}

const silent = (side: Side): Side => ({ ...side, value: 'not set', text: 'not set', setting: null });

function carries(one: Node, other: Node): Extract<Difference['of'], 'parameter' | 'init-query'> | null {
  const isBoth = (what: 'group' | 'role'): boolean => one.kind[what] !== undefined && other.kind[what] !== undefined;
  if (isBoth('group') || isBoth('role')) return 'parameter';
  const canSpell = ({ kind, source }: Node): boolean => {
    const spec = kind.settings[sqlSetting];
    return spec !== undefined && spelledIn(source, spec) !== undefined;
  };
  return canSpell(one) && canSpell(other) ? 'init-query' : null;
}

/** A group whose rows, or an init query whose text, is not known says nothing of any parameter. */
function unreadable(declared: Node, live: Node): Uncompared | null {
  for (const node of [declared, live]) {
    const name = node.kind.group?.parameters ?? (node.kind.role === undefined ? sqlSetting : '');
    const setting = node.settings[name];
    if (setting !== undefined && setting.state !== 'known')
      return { resource: live, attribute: name, why: setting.why, settles: setting.settles };
  }
  return null;
}

/** A role's table says which parameters it can carry; where two tables differ, what both can. */
function carriable(one: Node, other: Node, parameters: Table<ParameterSpec>): readonly ParameterSpec[] {
  const limits = [one, other].flatMap(({ kind }) => (kind.role === undefined ? [] : [kind.role.parameters]));
  return Object.values(parameters).filter(({ name }) => limits.every((names) => names.includes(name)));
}

function carried({ graph, node }: Placed, parameter: ParameterSpec): Carried {
  if (node.kind.group !== undefined) return carriedByGroup(graph, node, parameter);
  return node.kind.role === undefined ? carriedByQuery(node, parameter) : carriedByRole(graph, node, parameter);
}
