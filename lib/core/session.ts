import type { Graph } from './graph';
import type { SessionSpec } from './kind';
import type { Node } from './node';
import type { ParameterSpec } from './parameter';
import { groupLevels } from './session-groups';
import { hopLevels, textIn } from './session-hops';
import { roleSources, type RoleSource } from './role-sources';
import { sessionDatabase } from './session-database';
import { parseValue, roleLevels } from './session-roles';
import { runningLevels } from './session-running';
import {
  known,
  oneOf,
  provenanceOf,
  table,
  unknown,
  valueOf,
  type Json,
  type Known,
  type Setting,
  type Step,
  type Table,
} from './setting';
import type { Hop } from './path';
import { versionOf } from './version';

/** What one precedence level does to a parameter. */
export type LevelEffect =
  /** Sets it, for sure or to a value that is not known. */
  | { readonly does: 'sets'; readonly to: Setting }
  /** Leaves it; `step` says so where that was assumed. */
  | { readonly does: 'nothing'; readonly step?: Step }
  /** Sets it to one of these, or leaves what weaker levels said: we cannot know which. */
  | { readonly does: 'may-set'; readonly to: readonly Known<Json>[]; readonly why: string; readonly settles: string };

/** What the parameter groups of a server do, and what it shows that it runs. */
export type ServerEffect =
  | LevelEffect
  /** Will set it; until then it runs, or something that no source shows. `until` is the step of what ran before. */
  | {
      readonly does: 'waits';
      readonly to: Setting;
      readonly why: string;
      readonly settles: string;
      readonly until: Step;
    }
  /** Says what it is where weaker levels leave it unknown. */
  | { readonly does: 'settles'; readonly to: Setting };

/** The parameters of PostgreSQL as a session of `role` gets them over these hops. Durations in seconds, `null` is off. */
export function sessionOf(graph: Graph, database: Node, hops: readonly Hop[], role: string | null): Table<Setting> {
  const spec = database.kind.session;
  if (spec === undefined) return table();
  const roles = roleSources(graph, database, role, sessionDatabase(graph, database, hops));
  const context = { graph, database, hops, role, roles, spec };
  return table(Object.values(spec.parameters).map((parameter) => [parameter.name, effective(parameter, context)]));
}

/** Everything that the levels look at. */
export type SessionContext = {
  readonly graph: Graph;
  readonly database: Node;
  readonly hops: readonly Hop[];
  readonly role: string | null;
  /** The role resources that have a say, weakest level first. */
  readonly roles: readonly RoleSource[];
  readonly spec: SessionSpec;
};

/** Weakest level first; each one overrides, leaves, or leaves us unsure. */
function effective(parameter: ParameterSpec, context: SessionContext): Setting {
  if (isTooOld(parameter, context.database)) return engineDefault(parameter, context);
  const levels = [
    ...serverLevels(parameter, context),
    ...groupLevels(parameter, context),
    ...runningLevels(parameter, context),
    ...roleLevels(parameter, context),
    ...hopLevels(parameter, context),
  ];
  let current: Setting = engineDefault(parameter, context);
  for (const level of levels) current = apply(current, level);
  return current;
}

/** What a declared server's own configuration says. */
function serverLevels(parameter: ParameterSpec, context: SessionContext): readonly LevelEffect[] {
  const { database } = context;
  const text = textIn(valueOf(database.settings.server_parameters), parameter.name);
  if (text === undefined) return [];
  const step: Step = { level: 'declared', subject: database.subject, attribute: parameter.name, text };
  return [{ does: 'sets', to: parseValue(text, parameter, context, step) }];
}

/** Whatever is written, a server that lacks the parameter refuses it (`ERROR 42704`; `parameter-is-valid` says so). */
function isTooOld(parameter: ParameterSpec, database: Node): boolean {
  const version = versionOf(database);
  return version !== null && version < parameter.since;
}

function engineDefault(parameter: ParameterSpec, context: SessionContext): Setting {
  const { database, spec } = context;
  if (isTooOld(parameter, database))
    return known(null, {
      level: 'default',
      subject: `PostgreSQL ${String(versionOf(database))}`,
      attribute: parameter.name,
      text: null,
      cite: `${parameter.name} exists from PostgreSQL ${String(parameter.since)} on`,
    });
  const flavour = typeof spec.flavour === 'function' ? spec.flavour(database.settings) : spec.flavour;
  const value = parameter.defaults[flavour];
  return known(value.value, {
    level: 'default',
    subject: flavourTitles[flavour],
    attribute: parameter.name,
    text: value.value === null ? '0' : String(value.value),
    cite: value.cite,
    ...(value.unverified ? { unverified: true as const } : {}),
  });
}

const flavourTitles = { rds: 'RDS for PostgreSQL', aurora: 'Aurora PostgreSQL', vanilla: 'PostgreSQL' } as const;

function apply(current: Setting, level: ServerEffect): Setting {
  if (level.does === 'nothing') return level.step === undefined ? current : withStep(current, level.step);
  const before = provenanceOf(current);
  if (level.does === 'sets') return prefixed(level.to, before);
  if (level.does === 'settles') return current.state === 'unknown' ? prefixed(level.to, before) : current;
  if (level.does === 'waits') return waiting(current, level);
  if (current.state === 'unknown') return current;
  const others = current.state === 'known' ? [current] : current.candidates;
  const set = level.to.map((one) => ({ ...one, from: [...before, ...one.from] }));
  return oneOf([...others, ...set], level.why, level.settles);
}

/** A value that is set again makes no difference, unless what ran before set another one; of any other, it may not count yet. */
function waiting(current: Setting, { to, why, settles, until }: Extract<ServerEffect, { does: 'waits' }>): Setting {
  const before = provenanceOf(current);
  return to.state === 'known' && current.state === 'known' && to.value === current.value
    ? prefixed({ ...to, from: [...to.from, until] }, before)
    : unknown(why, settles, [...before, ...provenanceOf(to)]);
}

function withStep(setting: Setting, step: Step): Setting {
  if (setting.state === 'one-of')
    return { ...setting, candidates: setting.candidates.map((one) => ({ ...one, from: [...one.from, step] })) };
  return { ...setting, from: [...setting.from, step] };
}

function prefixed(setting: Setting, before: readonly Step[]): Setting {
  if (setting.state === 'known') return { ...setting, from: [...before, ...setting.from] };
  if (setting.state === 'unknown')
    return unknown(setting.why, setting.settles, [...before, ...setting.from], setting.bounds);
  return { ...setting, candidates: setting.candidates.map((one) => ({ ...one, from: [...before, ...one.from] })) };
}
