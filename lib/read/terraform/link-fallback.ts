import type { LinkSpec } from '../../core/kind';
import type { Json } from '../../core/setting';
import { entries, items, marks, own, textOf } from '../json';
import { slotsAt } from './attributes';
import { blockFor } from './configuration';
import { sameRegion } from './link-known';
import { plainText } from './identity';
import { reach } from './references';
import { instancePath, type ModuleStep } from './traversal';
import { mostCandidates, type Seen, type View } from './view';

/**
 * What a local value may hold: the resources inside the outermost module instance where the reference died (everything, for
 * the root module) that fit the reader and whose name is not known either. The most used RDS module links its parameter
 * group through a local, and plans leave locals out.
 */
export function behindLocal(view: View, reader: Seen, spec: LinkSpec, modules: readonly ModuleStep[]): readonly Seen[] {
  const outermost = instancePath(modules.slice(0, 1));
  const lists = spec.to.map((kind) => (outermost === '' ? view.ofKind(kind) : view.inside(kind, outermost)));
  if (lists.reduce((sum, list) => sum + list.length, 0) > mostCandidates) return [];
  return lists.flat().filter((one) => one !== reader && fits(reader, spec, one));
}

/** What a `dynamic` block may refer to: as behind a local; of several, those whose instance key the reader's own `for_each` element names. */
export function behindDynamic(view: View, reader: Seen, spec: LinkSpec): readonly Seen[] {
  const candidates = behindLocal(view, reader, spec, reader.resource.modules);
  if (candidates.length < 2) return candidates;
  const named = textsOf(ownElement(view, reader));
  const here = instancePath(reader.resource.modules);
  const chosen = candidates.filter(
    ({ resource }) =>
      typeof resource.index === 'string' && named.has(resource.index) && instancePath(resource.modules) === here,
  );
  return chosen.length > 0 ? chosen : candidates;
}

/** The name that is not known yet, the region, and for a parameter group the engine and its major version. */
function fits(reader: Seen, spec: LinkSpec, candidate: Seen): boolean {
  const { resource, kind } = candidate;
  const open = [...spec.by, 'id'].some((attribute) => marks(own(resource.unknown, attribute)));
  if (!open || !sameRegion(reader, candidate)) return false;
  const family = kind?.group && kind.settings[kind.group.family]?.terraform;
  const [slot] = family === undefined ? [] : slotsAt(resource, family);
  return familyFits(
    textOf(slot?.value),
    plainText(reader.resource, 'engine'),
    plainText(reader.resource, 'engine_version'),
  );
}

/** Whether a parameter group's family (`postgres16`, `aurora-postgresql16`) is that of an engine and version; what is not known fits. */
function familyFits(family: string | undefined, engine: string | undefined, version: string | undefined): boolean {
  if (family === undefined || engine === undefined) return true;
  if (!family.startsWith(engine)) return false;
  const major = family.slice(engine.length);
  return /^\d+(\.\d+)*$/.test(major) && (version === undefined || version === major || version.startsWith(`${major}.`));
}

/** The reader's element of its `for_each`, where the map is written out. */
function ownElement(view: View, { resource }: Seen): Json | undefined {
  const expression = blockFor(view.terrain.configured, resource)?.forEach;
  if (expression === undefined || typeof resource.index !== 'string') return undefined;
  const { constants } = reach(view.terrain, { expression, modules: resource.modules, self: null });
  const { index } = resource;
  return constants.map((constant) => own(constant, index)).find((element) => element !== undefined);
}

/** Every text in a value. Written without recursion, since a document decides how deep a value is. */
function textsOf(value: Json | undefined): ReadonlySet<string> {
  const texts = new Set<string>();
  const pending: (Json | undefined)[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === 'string') texts.add(next);
    else pending.push(...items(next), ...entries(next).map(([, inner]) => inner));
  }
  return texts;
}
