import type { ConnectionReads, SettingSpec } from '../../core/kind';
import { table, unknown, type Setting, type Step } from '../../core/setting';
import { processSetting } from '../connection/process-setting';
import { literal, type Evaluated } from '../evaluated/value';
import { isObject, marks, own, pointerTo } from '../json';
import { elementsOf, type Slot } from './attributes';
import type { Resource } from './resource';
import { behindUnknown } from './unset';
import type { Terrain } from './walk';

/** What a document says of the variables or the containers of a process; `undefined` for unset. */
export function processSettingOf(
  terrain: Terrain,
  resource: Resource,
  spec: SettingSpec & { readonly as: ConnectionReads },
  path: string,
  slot: Slot,
  step: Step,
): Setting | undefined {
  if (slot.unknown !== true) return processSetting(spec, evaluatedSlot(slot, 0), step, marks(slot.sensitive));
  const behind = behindUnknown(terrain, resource, path, slot.depth, null);
  if (behind.is === 'unset') return undefined;
  if (behind.is === 'written') return processSetting(spec, literal(behind.value), step);
  return unknown(`\`${step.attribute}\` of \`${step.subject}\` ${behind.why}`, behind.settles, [step]);
}

/** Variables and containers nest less deeply; what is deeper is not read. */
const deepest = 8;

const later: Evaluated = { is: 'unknown', why: 'is known only after apply', settles: 'check the state after apply' };

/** A value with its mask as one: what is not known yet is missing in the one and marked in the other. */
function evaluatedSlot(slot: Slot, depth: number): Evaluated {
  const { value, unknown: open, pointer } = slot;
  if (open === true || depth > deepest) return later;
  if (Array.isArray(value) || Array.isArray(open))
    return { is: 'list', items: elementsOf(slot).map((one) => evaluatedSlot(one, depth + 1)) };
  if (!isObject(value)) return isScalar(value) ? { is: 'value', value } : later;
  const keys = new Set([...Object.keys(value), ...(isObject(open) ? Object.keys(open) : [])]);
  const entries = [...keys].map((key): readonly [string, Evaluated] => {
    const inner = { ...slot, value: own(value, key) ?? null, unknown: own(open, key) ?? false };
    return [key, evaluatedSlot({ ...inner, pointer: pointerTo(pointer, key) }, depth + 1)];
  });
  return { is: 'object', entries: table(entries) };
}

function isScalar(value: Slot['value']): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}
