import { unreadCatalogOf } from './catalogs';
import type { ParameterSpec } from './parameter';
import { parsePostgresValue } from './postgres-value';
import { isNoRole, type RoleSource } from './role-sources';
import type { LevelEffect, SessionContext } from './session';
import { known, unknown, writtenIn, type Level, type Setting, type Step } from './setting';
import { versionOf } from './version';

/**
 * What roles say, weakest first: what a source shows of all roles, the database, the login role, the role in the database;
 * what no source shows may be declared, else it is nothing, marked as assumed.
 */
export function roleLevels(parameter: ParameterSpec, context: SessionContext): readonly LevelEffect[] {
  if (parameter.context !== 'user') return [];
  const carriers = context.roles.filter(({ node }) => node.kind.role?.parameters.includes(parameter.name));
  const speaking = carriers.filter((source) => !isOverruled(source, carriers));
  const said = speaking.map((source) => roleSays(source, parameter, context));
  const { role } = context;
  if (role === null || speaking.some(({ level, doubt }) => level === 'role' && doubt === null)) return said;
  return [unshown(role, parameter, context), ...said];
}

/** Of two sources that show one role for sure, the stronger one counts: a plan says what will be, a catalog what is. */
function isOverruled({ node, level }: RoleSource, carriers: readonly RoleSource[]): boolean {
  if (level !== 'role' || node.source !== 'catalog') return false;
  return carriers.some((one) => one.level === 'role' && one.doubt === null && one.node.source !== 'catalog');
}

/**
 * What was declared of a role that no source shows, or the assumption that it sets nothing. A template could not show a role
 * if there was one: there, nothing is assumed of the timeouts that people set per role, and neither is it where the catalog was
 * asked for and could not be read. A catalog shows every role, so one that it lacks cannot log in.
 */
function unshown(role: string, parameter: ParameterSpec, context: SessionContext): LevelEffect {
  if (isNoRole(context, role)) return noSuchRole(role, parameter, context);
  const declared = context.graph.declared.roles[role];
  const text = declared?.[parameter.name];
  if (text !== undefined)
    return { does: 'sets', to: parseValue(text, parameter, context, stepOf(parameter, 'declared', role, text)) };
  if (declared !== undefined) return { does: 'nothing' };
  const unread = unreadCatalogOf(context.graph, context.database);
  if (unread !== null && isTimeout(parameter))
    return {
      does: 'sets',
      to: unknown(`${unread.why}; so ${parameter.name} of role ${role} is not known`, unread.settles, [
        stepOf(parameter, 'role', role, null),
      ]),
    };
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

function noSuchRole(role: string, parameter: ParameterSpec, { database }: SessionContext): LevelEffect {
  if (!isTimeout(parameter)) return { does: 'nothing' };
  return {
    does: 'sets',
    to: unknown(
      `the catalog of ${database.subject} has no login role ${role}, so nobody can query as ${role}`,
      `correct its name under \`roles\`, or create it and read the catalog again`,
      [stepOf(parameter, 'role', role, null)],
    ),
  };
}

/** What people limit per role: the keepalives of a role are as good as never set. */
function isTimeout({ name }: ParameterSpec): boolean {
  return name.endsWith('_timeout') && !name.startsWith('tcp_');
}

function stepOf(parameter: ParameterSpec, level: Level, subject: string, text: string | null): Step {
  return { level, subject, attribute: parameter.name, text };
}

function roleSays(
  { node, level, doubt, assumed }: RoleSource,
  parameter: ParameterSpec,
  context: SessionContext,
): LevelEffect {
  const setting = node.settings[parameter.name];
  if (setting === undefined || (setting.state === 'known' && setting.value === null)) {
    if (doubt !== null) return { does: 'nothing' };
    // Of a value that was written and does not count, the kind says why: the provider of `postgresql_role` reads 0 as RESET.
    const cite = setting?.from.at(-1)?.cite;
    const step = stepOf(parameter, level, node.subject, null);
    return { does: 'nothing', step: cite === undefined ? step : { ...step, cite } };
  }
  const step = { ...stepOf(parameter, level, node.subject, null), ...(assumed === undefined ? {} : { assumed }) };
  const to = read(setting, step, parameter, context);
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
export function parseValue(
  text: string,
  parameter: ParameterSpec,
  context: Pick<SessionContext, 'database'>,
  step: Step,
): Setting {
  const result = parsePostgresValue(text, parameter, versionOf(context.database));
  if (result.ok) return known(result.value, step);
  return unknown(
    `${parameter.name} ${writtenIn(step)} is "${text}": ${result.reason}`,
    'write a value that PostgreSQL accepts',
    [step],
  );
}
