import { attachedGroups } from './attached-groups';
import { serversOf } from './compare-pairs';
import { familyOf } from './engine-version';
import { incoming } from './follow';
import type { Graph } from './graph';
import { groupSays } from './group-rows';
import type { Node, Resolved } from './node';
import type { ParameterSpec } from './parameter';
import { parsePostgresValue } from './postgres-value';
import { sessionOf, type LevelEffect } from './session';
import { known, unknown, valueOf, type Json, type Setting, type Step } from './setting';
import { settingsOf } from './sql-settings';
import { versionOf } from './version';

/** What a resource says of a parameter: `own` is `null` where it says nothing, and then `inherited` is what counts. */
export type Carried = { readonly own: Setting | null; readonly inherited: () => Setting };

/** The setting whose value is SQL: it is known by the parameters that it sets, and its text is never shown. */
export const sqlSetting = 'init_query';

/** What a parameter group says of a parameter; silent, it leaves what a weaker group says, else the engine's default. */
export function carriedByGroup(graph: Graph, group: Node, parameter: ParameterSpec): Carried {
  const users = databasesOf(graph, group);
  const says = groupSays(group, parameter, users[0]?.level ?? 'instance-group', graph);
  return {
    own: settingOf(says),
    inherited: () => {
      const all = users.map(({ database }) => weaker(graph, database, group, parameter));
      const [first = engineDefault(group, users[0]?.database, parameter)] = all;
      if (all.every((one) => one.state === 'known' && one.value === valueOf(first))) return first;
      return (
        all.find((one) => one.state !== 'known') ??
        unknown(
          `what ${parameter.name} is without ${group.subject} differs from database to database`,
          'compare the databases that it is attached to',
        )
      );
    },
  };
}

/** What a login role says of a parameter; silent, it leaves what its server gives every session. */
export function carriedByRole(graph: Graph, role: Node, parameter: ParameterSpec): Carried {
  const written = role.settings[parameter.name];
  const isSilent = written === undefined || (written.state === 'known' && written.value === null);
  const server = serversOf(graph, role).find(({ kind }) => kind.session !== undefined);
  return {
    own: isSilent ? null : read(written, parameter, { level: 'role', subject: role.subject }, server),
    inherited: () =>
      (server === undefined ? undefined : sessionOf(graph, server, [], null)[parameter.name]) ??
      unknown(`which server ${role.subject} lives on is not known`, 'pass the document that shows it'),
  };
}

/** What the SQL of an init query says of a parameter; silent, it leaves what the role gets, which is not one value. */
export function carriedByQuery(owner: Node, parameter: ParameterSpec): Carried {
  const sql = valueOf(owner.settings[sqlSetting]);
  const { parameters, understood } = settingsOf(typeof sql === 'string' ? sql : '');
  const text = parameters[parameter.name];
  const isHidden = !understood && String(sql).toLowerCase().includes(parameter.name);
  return {
    own:
      text !== undefined
        ? read(known<Json>(text), parameter, { level: 'init-query', subject: owner.subject }, undefined)
        : isHidden
          ? unknown(
              `the init query of ${owner.subject} mentions ${parameter.name} in a way that is not read`,
              'write it as SET name = value',
            )
          : null,
    inherited: () => known<Json>(null),
  };
}

function settingOf(says: LevelEffect): Setting | null {
  if (says.does === 'nothing') return null;
  return says.does === 'sets' ? says.to : unknown(says.why, says.settles);
}

type User = { readonly database: Node; readonly level: 'cluster-group' | 'instance-group' };

/** The databases that a group is attached to. */
function databasesOf(graph: Graph, group: Node): readonly User[] {
  return Object.keys(graph.incoming[group.id] ?? {}).flatMap((link) =>
    incoming(graph, group, link).flatMap((database) => {
      const spec = database.kind.session?.groups.find((one) => one.link === link && one.via === undefined);
      return spec === undefined ? [] : [{ database, level: spec.level }];
    }),
  );
}

/** What the groups of a database that are weaker than this one give: an instance's silent group leaves what its cluster's says. */
function weaker(graph: Graph, database: Node, group: Node, parameter: ParameterSpec): Setting {
  const attached = attachedGroups(graph, database);
  const at = attached.findIndex(({ to }) => to.state === 'linked' && to.node === group.id);
  const said = attached.slice(0, Math.max(0, at)).flatMap(({ level, to }) => {
    const setting = attachedSays(graph, to, level, parameter);
    return setting === null ? [] : [setting];
  });
  return said.at(-1) ?? engineDefault(group, database, parameter);
}

function attachedSays(graph: Graph, to: Resolved, level: User['level'], parameter: ParameterSpec): Setting | null {
  switch (to.state) {
    case 'absent':
      return null;
    case 'named':
      return to.name.startsWith('default.')
        ? null
        : unknown(`parameter group ${to.name} is not in the documents`, 'pass the document that holds it');
    case 'unknown':
    case 'one-of':
      return unknown(to.why, to.settles);
    case 'linked': {
      const node = graph.nodes[to.node];
      return node === undefined ? null : settingOf(groupSays(node, parameter, level, graph));
    }
  }
}

function engineDefault(group: Node, database: Node | undefined, parameter: ParameterSpec): Setting {
  const family = valueOf(group.settings[group.kind.group?.family ?? '']);
  const flavour = database?.kind.session?.flavour;
  const told = typeof flavour === 'function' ? flavour(database?.settings ?? group.settings) : flavour;
  const named = typeof family === 'string' ? familyOf(family)?.flavour : undefined;
  const value = parameter.defaults[named ?? told ?? 'rds'];
  return known(value.value, {
    level: 'default',
    subject: group.subject,
    attribute: parameter.name,
    text: value.value === null ? '0' : String(value.value),
    cite: value.cite,
    ...(value.unverified ? { unverified: true as const } : {}),
  });
}

/** A value as SQL takes it. The text is shown in no message, since a role may carry anything. */
function read(
  written: Setting,
  parameter: ParameterSpec,
  step: Pick<Step, 'level' | 'subject'>,
  server: Node | undefined,
): Setting {
  if (written.state !== 'known') return written;
  const text = String(written.value);
  const location = written.from.at(-1)?.location;
  const result = parsePostgresValue(text, parameter, server === undefined ? null : versionOf(server));
  const from: Step = { ...step, attribute: parameter.name, text, ...(location === undefined ? {} : { location }) };
  if (result.ok) return known<Json>(result.value, from);
  const why = `${parameter.name} of ${step.subject} is not a value that PostgreSQL takes: ${result.reason}`;
  return unknown(why, 'write one that it takes', [from]);
}
