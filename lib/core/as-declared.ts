import { sqlSetting } from './carried-parameters';
import type { Comparison, Difference } from './drift';
import type { Fact, Link, Reading } from './fact';
import { outgoing } from './follow';
import type { Graph } from './graph';
import { rowsOf } from './group-rows';
import type { Node } from './node';
import type { GroupParameter } from './parameter';
import { known, table, valueOf, type Json, type Setting } from './setting';

/**
 * What was read live, with every value that differs set back to what was declared: what the promises would be worth if nobody
 * had changed anything. Only the differences are taken over; what was not compared stays as it is live. What a server says
 * that it runs is the changed value, so of the parameters of changed groups it says nothing here.
 */
export function asDeclared(
  readings: readonly Reading[],
  { declared, live }: { readonly declared: Graph; readonly live: Graph },
  { differences, pairs }: Pick<Comparison, 'differences' | 'pairs'>,
): readonly Reading[] {
  const counterpart = new Map(pairs.map((pair) => [pair.declared.id, pair.live.id]));
  const byFact = new Map<string, Difference[]>();
  for (const difference of differences) {
    const same = byFact.get(difference.live.id);
    if (same === undefined) byFact.set(difference.live.id, [difference]);
    else same.push(difference);
  }
  const catalogs = new Set(live.catalogs.map(({ id }) => id));
  const restored = readings.map((reading) => ({
    ...reading,
    facts: reading.facts.map((fact) =>
      (byFact.get(fact.id) ?? []).reduce(
        (now, difference) => restore(now, difference, counterpart),
        catalogs.has(fact.id) ? silenced(fact, differences) : fact,
      ),
    ),
  }));
  // A declared group that is not live comes along as the document has it.
  const groups = differences.flatMap((difference) => declaredGroup(difference, declared));
  const missing = new Map(groups.filter(({ id }) => !counterpart.has(id)).map((node) => [node.id, factOf(node)]));
  if (missing.size === 0) return restored;
  return [...restored, { document: 'declared', source: 'state', facts: [...missing.values()], notes: [] }];
}

/** By the convention of core/kind, a catalog has what its server runs in `parameters`. */
function silenced(catalog: Fact, differences: readonly Difference[]): Fact {
  const changed = differences.filter(
    ({ live: { kind }, of }) => kind.group !== undefined || (of === 'link' && kind.session !== undefined),
  );
  const rows = valueOf(catalog.settings.parameters);
  if (changed.length === 0 || !Array.isArray(rows)) return catalog;
  const isChanged = (row: Json): boolean =>
    changed.some(({ of, name }) => of === 'link' || name === (row as { readonly name?: Json } | null)?.name);
  return withSetting(catalog, 'parameters', known<Json>(rows.filter((row: Json) => !isChanged(row))));
}

function declaredGroup({ of, name, declared: owner }: Difference, declared: Graph): readonly Node[] {
  return of === 'link' ? outgoing(declared, owner, name) : [];
}

function factOf(node: Node): Fact {
  return { ...node, kind: node.kind.name, links: table() };
}

function restore(fact: Fact, difference: Difference, counterpart: ReadonlyMap<string, string>): Fact {
  const { name, of, was } = difference;
  switch (of) {
    case 'setting':
      return withSetting(fact, name, was.setting);
    case 'parameter':
      return difference.live.kind.group === undefined
        ? withSetting(fact, name, ownOf(difference.declared, name))
        : withRow(fact, difference);
    case 'init-query': {
      const sql = valueOf(fact.settings[sqlSetting]);
      const change = was.setting === null ? `RESET ${name}` : `SET ${name} = ${String(was.raw)}`;
      return withSetting(fact, sqlSetting, known<Json>(`${typeof sql === 'string' ? sql : ''}; ${change}`));
    }
    case 'link':
      return withGroup(fact, difference, counterpart);
  }
}

function withSetting(fact: Fact, name: string, setting: Setting | null): Fact {
  const others = Object.entries(fact.settings).filter(([key]) => key !== name);
  return { ...fact, settings: table(setting === null ? others : [...others, [name, setting]]) };
}

/** What a role itself says; nothing where it leaves the parameter alone. */
function ownOf(role: Node, name: string): Setting {
  return role.settings[name] ?? known<Json>(null);
}

function withRow(fact: Fact, { declared, live, name }: Difference): Fact {
  const at = live.kind.group?.parameters ?? '';
  const rows = rowsOf(valueOf(fact.settings[at]) ?? null).filter((row) => row.name !== name);
  const said = rowsOf(valueOf(declared.settings[declared.kind.group?.parameters ?? '']) ?? null);
  // What waits for a reboot in the document was applied long ago where it is live.
  const mine = said
    .filter((row) => row.name === name)
    .map((row): GroupParameter => ({ ...row, applyMethod: 'immediate' }));
  return withSetting(fact, at, known([...rows, ...mine] as unknown as Json));
}

/** The declared parameter group in place of the live one. The targets of a proxy are no link of its own, and stay. */
function withGroup(fact: Fact, { declared, name, was }: Difference, counterpart: ReadonlyMap<string, string>): Fact {
  const said = declared.links[name]?.[0];
  if (said === undefined) return fact;
  const { attribute } = was;
  const to = said.state === 'linked' ? { id: counterpart.get(said.node) ?? said.node } : { name: String(was.value) };
  const link: Link =
    was.value === null ? { state: 'absent', attribute } : { state: 'linked', to, sure: 'exact', attribute };
  const others = Object.entries(fact.links).filter(([key]) => key !== name);
  return { ...fact, links: table([...others, [name, [link]]]) };
}
