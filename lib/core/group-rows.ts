import { isNewRow, previousRow } from './group-change';
import type { Graph } from './graph';
import type { Node } from './node';
import type { GroupParameter, ParameterSpec } from './parameter';
import { parseGroupValue } from './postgres-value';
import type { LevelEffect } from './session';
import { known, oneOf, unknown, type Json, type Known, type Level, type Setting, type Step } from './setting';

/** What a parameter group that a document describes says of one parameter. */
export function groupSays(group: Node, parameter: ParameterSpec, level: Level, graph: Graph): LevelEffect {
  const read = rowsSay(group, parameter, level);
  if (read.does !== 'sets' || read.to.state !== 'unknown') return read;
  // What no document shows may be declared.
  const name = group.names.find((one) => graph.declared.parameterGroups[one] !== undefined);
  const declared = name === undefined ? undefined : declaredSays(graph, name, parameter);
  if (declared === undefined) return read;
  return declared.does === 'nothing' && isNamed(group, parameter) ? read : declared;
}

/** What was declared of a group; `undefined` where nothing was. A declared group sets what its table holds and nothing else. */
export function declaredSays(graph: Graph, name: string, parameter: ParameterSpec): LevelEffect | undefined {
  const declared = graph.declared.parameterGroups[name];
  if (declared === undefined) return undefined;
  const text = declared[parameter.name];
  if (text === undefined) return { does: 'nothing' };
  return { does: 'sets', to: parsed(text, parameter, stepOf(parameter, 'declared', name, text)) };
}

/** One level's step in the provenance of a parameter. */
export function stepOf(parameter: ParameterSpec, level: Level, subject: string, text: string | null): Step {
  return { level, subject, attribute: parameter.name, text };
}

/** The rows of a group, as the reader stored them. */
export function rowsOf(value: Json): readonly GroupParameter[] {
  return Array.isArray(value) ? (value as unknown as readonly GroupParameter[]) : [];
}

/** Why a new value of a parameter may not count yet, and what settles it. */
export function untilReboot(what: string): { readonly why: string; readonly settles: string } {
  return {
    why: `${what} counts only after a reboot`,
    settles: 'reboot the instance after the apply, then check again',
  };
}

function isNamed(group: Node, parameter: ParameterSpec): boolean {
  const setting = group.settings[group.kind.group?.parameters ?? ''];
  return setting?.state === 'known' && rowsOf(setting.value).some((row) => row.name === parameter.name);
}

function rowsSay(group: Node, parameter: ParameterSpec, level: Level): LevelEffect {
  const setting = group.settings[group.kind.group?.parameters ?? ''];
  if (setting === undefined) return { does: 'nothing' };
  const silent = stepOf(parameter, level, group.subject, null);
  if (setting.state !== 'known') return { does: 'sets', to: unknown(setting.why, setting.settles, [silent]) };
  const rows = rowsOf(setting.value);
  const mine = rows.filter((row) => row.name === parameter.name);
  if (mine.length === 0)
    return rows.some((row) => row.name === null) ? nameless(group, parameter, silent) : { does: 'nothing' };
  const values = mine.map((row) => {
    const location = row.location ?? setting.from.at(-1)?.location;
    return rowValue(row, parameter, {
      ...stepOf(parameter, level, group.subject, row.value),
      ...(location === undefined ? {} : { location }),
    });
  });
  const now = single(values, parameter, group);
  const sometimes = mine.find((row) => row.candidates?.includes(null));
  if (sometimes !== undefined && now.state !== 'unknown') {
    const sure = now.state === 'known' ? [now] : now.candidates;
    return { does: 'may-set', to: sure, ...openRow(sometimes, `${parameter.name} of ${group.subject}`) };
  }
  return mine.some((row) => row.applyMethod === 'pending-reboot')
    ? withPrevious(now, parameter, group, level)
    : { does: 'sets', to: now };
}

function nameless(group: Node, parameter: ParameterSpec, step: Step): LevelEffect {
  const why = `the name of a parameter of ${group.subject} is known only after apply, and it may be ${parameter.name}`;
  const settles = 'write the name literally, or declare the group under declared.parameterGroups';
  return { does: 'sets', to: unknown(why, settles, [step]) };
}

function rowValue(row: GroupParameter, parameter: ParameterSpec, step: Step): Setting {
  if (row.state === 'sensitive')
    return unknown(
      `${parameter.name} of ${step.subject} is marked sensitive`,
      'unmark it with nonsensitive(), or declare the group under declared.parameterGroups',
      [step],
    );
  if (row.state === 'one-of') {
    const { why, settles } = openRow(row, `${parameter.name} of ${step.subject}`);
    const all = (row.candidates ?? []).flatMap((text) =>
      text === null ? [] : [parsed(text, parameter, { ...step, text })],
    );
    const sure = all.flatMap((value): readonly Known<Json>[] => (value.state === 'known' ? [value] : []));
    return sure.length === all.length
      ? oneOf(sure, why, settles)
      : (all.find((one) => one.state !== 'known') ?? unknown(why, settles, [step]));
  }
  if (row.state === 'unknown' || row.value === null) {
    const { why, settles } = openRow(row, `${parameter.name} of ${step.subject}`);
    return unknown(why, settles, [step]);
  }
  return parsed(row.value, parameter, step);
}

function openRow(row: GroupParameter, what: string): { readonly why: string; readonly settles: string } {
  return {
    why: `${what} ${row.why ?? 'is known only after apply'}`,
    settles: row.settles ?? 'write the value literally, or declare the group under declared.parameterGroups',
  };
}

function parsed(text: string, parameter: ParameterSpec, step: Step): Setting {
  const result = parseGroupValue(text, parameter);
  if (result.ok) return known(result.value, step);
  return unknown(`${parameter.name} of ${step.subject} is "${text}": ${result.reason}`, 'write a plain integer', [
    step,
  ]);
}

/** Names differing in case are one parameter to RDS; of two values, one wins and nobody says which. */
function single(values: readonly Setting[], parameter: ParameterSpec, group: Node): Setting {
  const [first] = values;
  if (values.length === 1 && first !== undefined) return first;
  const sure = values.flatMap((value): readonly Known<Json>[] => (value.state === 'known' ? [value] : []));
  const why = `${group.subject} sets ${parameter.name} ${String(values.length)} times`;
  return sure.length === values.length ? oneOf(sure, why, 'keep one of them') : unknown(why, 'keep one of them');
}

/** A changed row that waits for a reboot: until then the old value runs, or what weaker levels say where the row is new. */
function withPrevious(now: Setting, parameter: ParameterSpec, group: Node, level: Level): LevelEffect {
  if (now.state !== 'known') return { does: 'sets', to: now };
  const { why, settles } = untilReboot(`the new ${parameter.name} of ${group.subject}`);
  if (isNewRow(group, parameter.name)) return { does: 'may-set', to: [now], why, settles };
  const old = previousRow(group, parameter.name);
  if (old === null) return { does: 'sets', to: now };
  const before = parsed(old, parameter, stepOf(parameter, level, `${group.subject} until the reboot`, old));
  return { does: 'sets', to: before.state === 'known' ? oneOf([before, now], why, settles) : unknown(why, settles) };
}
