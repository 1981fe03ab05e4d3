import type { Graph } from './graph';
import { isReader } from './members';
import type { Node } from './node';
import type { Hop, Path, Timer } from './path';
import { decisive } from './phrases';
import { candidates, known, provenanceOf, unknown, type Seconds, type Setting, type Step, type Table } from './setting';
import { shownPath, spelledIn } from './spelled';
import type { TimerSpec } from './timer';

/** A timer where it runs. */
export type PlacedTimer = { readonly timer: Timer; readonly hop: Hop };

/** Every timer of a hop on this path: its member's (or its own) and those of its parts. */
export function timersOf(graph: Graph, path: Path, hop: Hop, session: Table<Setting>): readonly PlacedTimer[] {
  if (hop.key === 'client' && hop.member.kind.hop?.key !== 'client' && hop.member.kind.client === undefined) return [];
  const nodes = hop.member === hop.node ? [hop.node] : [hop.node, hop.member];
  // What stands behind a client speaks through the client's own settings.
  const parts = hop.key === 'client' ? [] : hop.parts;
  return [...nodes, ...parts].flatMap((node) =>
    node.kind.timers.flatMap((spec) => {
      if (spec.as !== undefined && spec.as !== hop.key) return [];
      const isStoodFor = node === hop.node && node !== hop.member;
      if (isStoodFor && node.kind.session !== undefined) return [];
      if (spec.alone !== undefined && spec.alone === isStoodFor) return [];
      const value = valueFor(spec, node, session);
      if (value === null || !applies(spec, graph, path, hop)) return [];
      const subject = node === hop.node ? carrierOf(hop, value) : node;
      return spec.phases.map((phase): PlacedTimer => ({
        hop,
        timer: { ...describe(spec, node, subject), phase, value },
      }));
    }),
  );
}

/** The resource that a value is written in, where a client has it from one behind it: its task definition, its launch template. */
function carrierOf({ key, node, parts }: Hop, value: Setting): Node {
  if (key !== 'client') return node;
  const ways = value.state === 'one-of' ? value.candidates : [value];
  const steps = ways.map((way) => decisive(provenanceOf(way)) ?? provenanceOf(way).at(-1));
  const [subject, ...others] = [...new Set(steps.map((step) => step?.subject))];
  return parts.find((part) => others.length === 0 && part.subject === subject) ?? node;
}

function describe(spec: TimerSpec, node: Node, subject: Node): Omit<Timer, 'phase' | 'value'> {
  const setting = 'parameter' in spec.value ? spec.value.parameter : spec.value.setting;
  return {
    name: spec.name,
    class: spec.class,
    subject,
    setting,
    attribute: attributeOf(node, setting, subject),
    expiry: typeof spec.expiry === 'function' ? spec.expiry(node.settings) : spec.expiry,
    bounds: spec.bounds ?? null,
    uncertain: spec.uncertain ?? null,
    sees: spec.sees ?? null,
    cite: spec.cite,
  };
}

/** The attribute as the source of `of` spells it, whose value the node has; our own word where the source has none. */
export function attributeOf(node: Node, setting: string, of: Node = node): string {
  const { kind, source } = of;
  const written = node.settings[setting];
  const ways = (written === undefined ? null : candidates(written)) ?? [];
  const [attribute, ...others] = [...new Set(ways.map((way) => way.from.at(-1)?.attribute))];
  if (attribute !== undefined && others.length === 0) return attribute;
  const spec = kind.settings[setting];
  const path = spec && spelledIn(source, { ...spec, ...spec.called });
  return path === undefined ? setting : shownPath(path);
}

/** The value in seconds; `null` where this resource runs no such timer. */
function valueFor(spec: TimerSpec, node: Node, session: Table<Setting>): Setting<Seconds | null> | null {
  if ('parameter' in spec.value) {
    const setting = session[spec.value.parameter];
    return setting === undefined || isForeign(setting) ? null : durationOf(setting, spec.value.parameter);
  }
  if ('compute' in spec.value) return spec.value.compute(node.settings);
  const setting = node.settings[spec.value.setting];
  if (setting === undefined) return null;
  if (setting.state === 'known' && setting.value === null && setting.from.at(-1)?.level === 'default') return null;
  return durationOf(setting, spec.value.setting);
}

/** A parameter that this version of the server does not have: the engine itself says nothing of it. */
function isForeign(setting: Setting): boolean {
  return (
    setting.state === 'known' &&
    setting.value === null &&
    setting.from.every((step) => step.level === 'default' && step.text === null)
  );
}

/** A setting as a duration in seconds. A reader parses at the border; what is no number here is unknown, never a guess. */
export function durationOf(setting: Setting, name: string): Setting<Seconds | null> {
  const isNumber = (value: unknown): value is Seconds | null => value === null || typeof value === 'number';
  if (setting.state === 'known')
    return isNumber(setting.value) ? known(setting.value, ...setting.from) : unreadable(name, setting.from);
  if (setting.state === 'one-of')
    return setting.candidates.every((one) => isNumber(one.value))
      ? (setting as Setting<Seconds | null>)
      : unreadable(name, []);
  return setting;
}

function unreadable(name: string, from: readonly Step[]): Setting<Seconds | null> {
  return unknown(`the value of ${name} is not a duration`, 'write a number', from);
}

/** Replay conflicts are a reader's. */
function applies(spec: TimerSpec, graph: Graph, path: Path, hop: Hop): boolean {
  if (spec.class !== 'conflict') return true;
  return path.database === hop && isReader(graph, hop.member, hop.endpoint) !== 'no';
}
