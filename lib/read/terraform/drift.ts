import type { Note } from '../../core/fact';
import type { Kind } from '../../core/kind';
import { table, type Json } from '../../core/setting';
import { outermost } from '../../core/spelled';
import { entries, isObject, items, marks, own, pointerTo, sameJson, textOf, type JsonObject } from '../json';
import { shortened } from '../written';
import { judgedAttributes, secretAttributes } from './facts';
import type { KindsByType } from './kind-of';
import { plannedResources } from './plan-rows';

/** What somebody changed outside Terraform, where it touches what is judged, and whether the plan takes it back. */
export function driftNotes(document: string, plan: JsonObject, byType: KindsByType): readonly Note[] {
  const drift = items(own(plan, 'resource_drift'));
  if (drift.length === 0) return [];
  const planned = new Map(plannedResources(plan).map((one) => [one.address, one.values]));
  return drift.flatMap((row, at) => {
    const address = textOf(own(row, 'address'));
    const kinds = byType.get(textOf(own(row, 'type')) ?? '') ?? [];
    const change = own(row, 'change');
    if (address === undefined || own(row, 'mode') === 'data' || own(row, 'deposed') !== undefined) return [];
    const possible = kinds.filter((kind) => mayBe(kind, change));
    const holdsSecrets = new Set(possible.flatMap(secretAttributes).map(outermost));
    return topLevel(possible).flatMap((attribute): readonly Note[] => {
      const [before, after] = [own(own(change, 'before'), attribute), own(own(change, 'after'), attribute)];
      if (before === undefined || after === undefined || sameJson(before, after)) return [];
      const isMasked = ['before_sensitive', 'after_sensitive'].some(
        (mask) => own(change, mask) === true || marks(own(own(change, mask), attribute)),
      );
      const values = isMasked || holdsSecrets.has(attribute) ? '' : ` from ${shown(before)} to ${shown(after)}`;
      return [
        {
          what: address,
          why: `\`${attribute}\` was changed outside Terraform${values}; ${outcome(planned.get(address), attribute, after)}`,
          level: 'info',
          location: { document, pointer: pointerTo('', 'resource_drift', at) },
        },
      ];
    });
  });
}

function outcome(planned: JsonObject | undefined, attribute: string, drifted: Json): string {
  const after = own(planned, attribute);
  if (planned === undefined) return 'the plan does not touch it';
  return after !== undefined && sameJson(after, drifted) ? 'the plan leaves it so' : 'the plan changes it again';
}

/** Several kinds share a type, and an attribute of one means nothing for another. */
function mayBe(kind: Kind, change: Json | undefined): boolean {
  return kind.terraform?.when?.(table(entries(own(change, 'after')))) !== false;
}

function topLevel(kinds: readonly Kind[]): readonly string[] {
  return [...new Set(kinds.flatMap(judgedAttributes).map(outermost))];
}

/** Short values as they are; the rest by what it is. */
function shown(value: Json): string {
  if (isObject(value)) return 'one object';
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'element' : 'elements'}`;
  const text = JSON.stringify(value);
  return `\`${shortened(text, 60)}\``;
}
