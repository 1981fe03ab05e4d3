import { notApplied, type NotApplied } from './apply-status';
import { attachedGroups, type AttachedGroup } from './attached-groups';
import { previousGroup } from './group-change';
import { declaredSays, groupSays, stepOf, untilReboot } from './group-rows';
import type { Graph } from './graph';
import type { Node, Resolved } from './node';
import type { ParameterSpec } from './parameter';
import { clip } from './phrases';
import type { LevelEffect, ServerEffect, SessionContext } from './session';
import { candidates, oneOf, unknown, type Known, type Level, type Json } from './setting';

type GroupLevel = Extract<Level, 'cluster-group' | 'instance-group'>;

/** What each parameter group says, weakest first: the cluster's, then the instance's (a row set by a user wins even when it repeats the default). */
export function groupLevels(parameter: ParameterSpec, context: SessionContext): readonly ServerEffect[] {
  const { graph, database } = context;
  return attachedGroups(graph, database).map((group): ServerEffect => {
    const { level, owner, link, to } = group;
    const now = followGroup(to, parameter, level, owner, graph);
    const status = notApplied(database, level);
    if (status !== null) return untilApplied(now, parameter, group, status, context);
    const before = previousGroup(owner, link, to, graph);
    if (before === null) return now;
    return afterReboot(now, followGroup(before, parameter, level, owner, graph), parameter, owner);
  });
}

/** A group that RDS has not applied yet: what runs until then, no source shows. */
function untilApplied(
  now: LevelEffect,
  parameter: ParameterSpec,
  { level, to: link }: AttachedGroup,
  status: NotApplied,
  { graph, database }: SessionContext,
): ServerEffect {
  const settles = `${status.settles}, or read its catalog with \`--postgres\``;
  const until = { ...stepOf(parameter, level, database.subject, null), assumed: settles };
  if (now.does === 'nothing') return { ...now, step: until };
  const to = now.does === 'sets' ? now.to : oneOf(now.to, now.why, now.settles);
  const texts = (candidates(to) ?? []).flatMap((one) => one.from.at(-1)?.text ?? []);
  const then = texts.length === 0 ? '' : `: ${parameter.name} = ${texts.map(clip).join(' or ')} runs ${status.from}`;
  const name = nameOfGroup(link, graph);
  return {
    does: 'waits',
    to,
    why: `parameter group ${name} is ${status.status} on ${database.subject}${then}, and what runs until then is not shown`,
    settles,
    until,
  };
}

function nameOfGroup(link: Resolved, graph: Graph): string {
  if (link.state === 'linked') return graph.nodes[link.node]?.subject ?? link.node;
  return link.state === 'named' ? link.name : 'of the database';
}

/** A group's say, wherever its link leads. */
function followGroup(
  link: Resolved,
  parameter: ParameterSpec,
  level: GroupLevel,
  owner: Node,
  graph: Graph,
): LevelEffect {
  switch (link.state) {
    case 'absent':
      return { does: 'nothing' };
    case 'linked': {
      const group = graph.nodes[link.node];
      return group === undefined ? { does: 'nothing' } : groupSays(group, parameter, level, graph);
    }
    case 'one-of': {
      const groups = link.nodes.flatMap((id) => graph.nodes[id] ?? []);
      return anyOf(
        groups.map((group) => groupSays(group, parameter, level, graph)),
        link,
      );
    }
    case 'named':
      return namedGroup(link.name, parameter, level, owner, graph);
    case 'unknown':
      return { does: 'sets', to: unknown(link.why, link.settles, [stepOf(parameter, level, owner.subject, null)]) };
  }
}

/** A default group carries engine defaults only and cannot be changed; of any other group, the values are elsewhere. */
function namedGroup(name: string, parameter: ParameterSpec, level: GroupLevel, owner: Node, graph: Graph): LevelEffect {
  if (name.startsWith('default.')) return { does: 'nothing' };
  const declared = declaredSays(graph, name, parameter);
  if (declared !== undefined) return declared;
  return {
    does: 'sets',
    to: unknown(
      `parameter group ${name} of ${owner.subject} is not in the documents`,
      `pass the document that defines ${name}, or declare its values under declared.parameterGroups`,
      [stepOf(parameter, level, name, null)],
    ),
  };
}

type Ignorance = { readonly why: string; readonly settles: string };

/** Exactly one of these holds, and we cannot know which. */
function anyOf(effects: readonly LevelEffect[], { why, settles }: Ignorance): LevelEffect {
  const values = effects.map(valuesOf);
  const known = values.flatMap((one) => one.values);
  if (values.some((one) => one.isOpen)) return { does: 'sets', to: unknown(why, settles) };
  if (known.length === 0) return { does: 'nothing' };
  return values.some((one) => one.mayLeave)
    ? { does: 'may-set', to: known, why, settles }
    : { does: 'sets', to: oneOf(known, why, settles) };
}

type Values = { readonly values: readonly Known<Json>[]; readonly mayLeave: boolean; readonly isOpen: boolean };

/** What an effect may come to: values, leaving what weaker levels said, or something that nobody knows. */
function valuesOf(effect: LevelEffect): Values {
  switch (effect.does) {
    case 'nothing':
      return { values: [], mayLeave: true, isOpen: false };
    case 'may-set':
      return { values: effect.to, mayLeave: true, isOpen: false };
    case 'sets':
      return effect.to.state === 'unknown'
        ? { values: [], mayLeave: false, isOpen: true }
        : { values: effect.to.state === 'known' ? [effect.to] : effect.to.candidates, mayLeave: false, isOpen: false };
  }
}

/** A group that was attached anew counts only after a reboot. Where both say the same, it makes no difference. */
function afterReboot(now: LevelEffect, old: LevelEffect, parameter: ParameterSpec, owner: Node): LevelEffect {
  return anyOf([old, now], untilReboot(`${parameter.name} of the group that this plan attaches to ${owner.subject}`));
}
