import { mayLead } from './follow';
import type { Graph } from './graph';
import type { Node } from './node';
import type { ParameterSpec } from './parameter';
import { parsePostgresValue } from './postgres-value';
import { ownersOf } from './select';
import type { LevelEffect, SessionContext } from './session';
import { known, levels, unknown, valueOf, type Level, type Setting, type Step } from './setting';
import { versionOf } from './version';

/** A role resource, the level on which it speaks, and why it may not be meant. */
export type RoleSource = { readonly node: Node; readonly level: RoleLevel; readonly doubt: Ignorance | null };
type RoleLevel = Extract<Level, 'all-roles' | 'database' | 'role' | 'role-in-database'>;
type Ignorance = { readonly why: string; readonly settles: string };

/**
 * What roles say, weakest first: what a source shows of all roles, the database, the login role, the role in the database;
 * what no source shows may be declared, else it is nothing, marked as assumed.
 */
export function roleLevels(parameter: ParameterSpec, context: SessionContext): readonly LevelEffect[] {
  if (parameter.context !== 'user') return [];
  const speaking = context.roles.filter(({ node }) => node.kind.role?.parameters.includes(parameter.name));
  const said = speaking.map((source) => roleSays(source, parameter, context));
  const { role } = context;
  if (role === null || speaking.some(({ level, doubt }) => level === 'role' && doubt === null)) return said;
  return [unshown(role, parameter, context), ...said];
}

/**
 * What was declared of a role that no source shows, or the assumption that it sets nothing. A template could not show a role
 * if there was one: there, nothing is assumed of the timeouts that people set per role.
 */
function unshown(role: string, parameter: ParameterSpec, context: SessionContext): LevelEffect {
  const declared = context.graph.declared.roles[role];
  const text = declared?.[parameter.name];
  if (text !== undefined)
    return { does: 'sets', to: parseValue(text, parameter, context, stepOf(parameter, 'declared', role, text)) };
  if (declared !== undefined) return { does: 'nothing' };
  if (context.database.source === 'template' && isTimeout(parameter))
    return {
      does: 'sets',
      to: unknown(
        `no CloudFormation resource makes PostgreSQL roles, so ${parameter.name} of role ${role} is not known`,
        `declare what ${role} sets under declared.roles (\`${role}: {}\` where it sets nothing), or read the catalog`,
        [stepOf(parameter, 'role', role, null)],
      ),
    };
  return {
    does: 'nothing',
    step: {
      ...stepOf(parameter, 'role', role, null),
      assumed: `no source shows ${parameter.name} of role ${role}: declare its settings under declared.roles, or read the catalog`,
    },
  };
}

/** What people limit per role: the keepalives of a role are as good as never set. */
function isTimeout({ name }: ParameterSpec): boolean {
  return name.endsWith('_timeout') && !name.startsWith('tcp_');
}

function stepOf(parameter: ParameterSpec, level: Level, subject: string, text: string | null): Step {
  return { level, subject, attribute: parameter.name, text };
}

/** The role resources of this name that live on this database, or may. */
export function rolesNamed(context: Pick<SessionContext, 'graph' | 'database'>, role: string): readonly Node[] {
  return context.graph.roles.filter((node) => valueOf(nameOf(node)) === role && livesAt(node, context) !== 'no');
}

/**
 * The role resources that have a say in a session of `role`, weakest level first. A role whose name is not known yet may be
 * any that no other resource is.
 */
export function roleSources(graph: Graph, database: Node, role: string | null): readonly RoleSource[] {
  const here = (node: Node): boolean => livesAt(node, { graph, database }) !== 'no';
  const named = role === null ? [] : rolesNamed({ graph, database }, role);
  const nameless =
    role === null || named.length > 0
      ? []
      : graph.roles.filter((node) => nameOf(node)?.state !== 'known' && here(node));
  const everyone = graph.roles.filter(
    (node) => nameOf(node)?.state === 'known' && valueOf(nameOf(node)) === null && here(node),
  );
  const sources = [...everyone, ...nameless, ...named].map((node): RoleSource => {
    const inDatabase = node.settings[node.kind.role?.inDatabase ?? ''];
    const isEveryone = everyone.includes(node);
    const level =
      inDatabase === undefined ? (isEveryone ? 'all-roles' : 'role') : isEveryone ? 'database' : 'role-in-database';
    return { node, level, doubt: doubtOf(node, { graph, database }, nameless.includes(node), inDatabase) };
  });
  return sources.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

function nameOf(node: Node): Setting | undefined {
  return node.settings[node.kind.role?.name ?? ''];
}

function doubtOf(
  node: Node,
  context: Pick<SessionContext, 'graph' | 'database'>,
  isNameless: boolean,
  inDatabase: Setting | undefined,
): Ignorance | null {
  if (livesAt(node, context) !== 'yes')
    return {
      why: `which database server ${node.subject} lives on cannot be told`,
      settles: 'set the host of its provider from the database, or declare the role under declared.roles',
    };
  if (isNameless)
    return {
      why: `the name of ${node.subject} is not known`,
      settles: 'write its name literally, or declare the role under declared.roles',
    };
  if (inDatabase === undefined) return null;
  const name = String(valueOf(inDatabase) ?? 'one database');
  return {
    why: `${node.subject} counts only for sessions in ${name}, and which database the workload uses is not declared`,
    settles: 'set the value on the role itself',
  };
}

/** Every role resource that lives on this database, or may. */
export function rolesAt(context: Pick<SessionContext, 'graph' | 'database'>): readonly Node[] {
  return context.graph.roles.filter((node) => livesAt(node, context) !== 'no');
}

function livesAt(node: Node, context: Pick<SessionContext, 'graph' | 'database'>): 'yes' | 'maybe' | 'no' {
  const links = node.links[node.kind.role?.database ?? ''] ?? [];
  const relatives = [context.database, ...ownersOf(context.graph, context.database)];
  if (links.some((link) => link.state === 'linked' && relatives.some((one) => one.id === link.node))) return 'yes';
  return links.length === 0 ||
    links.some((link) => link.state === 'named' || relatives.some((one) => mayLead(link, one)))
    ? 'maybe'
    : 'no';
}

function roleSays({ node, level, doubt }: RoleSource, parameter: ParameterSpec, context: SessionContext): LevelEffect {
  const setting = node.settings[parameter.name];
  if (setting === undefined || (setting.state === 'known' && setting.value === null)) {
    if (doubt !== null) return { does: 'nothing' };
    // Of a value that was written and does not count, the kind says why: the provider of `postgresql_role` reads 0 as RESET.
    const cite = setting?.from.at(-1)?.cite;
    const step = stepOf(parameter, level, node.subject, null);
    return { does: 'nothing', step: cite === undefined ? step : { ...step, cite } };
  }
  const to = read(setting, stepOf(parameter, level, node.subject, null), parameter, context);
  if (doubt === null) return { does: 'sets', to };
  return to.state === 'known'
    ? { does: 'may-set', to: [to], ...doubt }
    : { does: 'sets', to: unknown(doubt.why, doubt.settles) };
}

function read(setting: Setting, step: Step, parameter: ParameterSpec, context: SessionContext): Setting {
  if (setting.state !== 'known') return setting;
  const text = String(setting.value);
  const location = setting.from.at(-1)?.location;
  return parseValue(text, parameter, context, { ...step, text, ...(location === undefined ? {} : { location }) });
}

/** A value as SQL takes it. What the server would refuse is unknown, and `parameter-is-valid` says so. */
export function parseValue(text: string, parameter: ParameterSpec, context: SessionContext, step: Step): Setting {
  const result = parsePostgresValue(text, parameter, versionOf(context.database));
  if (result.ok) return known(result.value, step);
  return unknown(
    `${parameter.name} of ${step.subject} is "${text}": ${result.reason}`,
    'write a value that PostgreSQL accepts',
    [step],
  );
}
