import { parseAddress, type Address } from '../core/address';
import type { Fact, Reading } from '../core/fact';
import type { GroupParameter } from '../core/parameter';
import { table, type Json, type Known, type Location, type Provenance, type Setting } from '../core/setting';
import {
  callKey,
  placeOfAttribute,
  placeOfBlock,
  placesByName,
  resourceKey,
  type Declaration,
  type Declarations,
  type Place,
} from './hcl/declarations';
import { own } from './json';
import { modulesOf } from './terraform/traversal';

/**
 * What the folder of a module declares; `null` where its files are not at hand. The module is named by its calls, joined by
 * dots, without instance keys (`shop.db`); the root module is the empty text.
 */
export type FilesOfModule = (module: string) => Declarations | null;

/** Whether a document is made from `.tf` files. */
export function hasSources({ source }: Reading): boolean {
  return source === 'plan' || source === 'state';
}

/**
 * The same facts, whose places name the file, line and column where the resource, and the attribute that a setting was read
 * from, are written. A value that its block does not write has the block's place. What was not found stays as it is: no place
 * is ever made up.
 */
export function withSources(reading: Reading, files: FilesOfModule): Reading {
  return { ...reading, facts: reading.facts.map((fact) => located(fact, files)) };
}

/** The keys of {@link Declarations} that a document has in its root module: resources, data sources and module calls. */
export function rootKeys({ facts, modules = table() }: Reading): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { subject } of facts) {
    const address = parseAddress(subject);
    if (address === null) continue;
    const [call] = modulesOf(address.module ?? undefined);
    keys.add(call === undefined ? keyOf(address) : callKey(call.name));
  }
  for (const module of Object.keys(modules)) if (!module.includes('.')) keys.add(callKey(module));
  return keys;
}

function keyOf({ mode, type, name }: Address): string {
  return resourceKey(mode, type, name);
}

function located(fact: Fact, files: FilesOfModule): Fact {
  const address = parseAddress(fact.subject);
  if (address === null) return fact;
  const module = modulesOf(address.module ?? undefined).map((step) => step.name);
  const declaration = files(module.join('.'))?.[keyOf(address)];
  if (declaration === undefined) return fact;
  return {
    ...fact,
    settings: table(
      Object.entries(fact.settings).map(([name, setting]) => [name, settingAt(setting, fact.subject, declaration)]),
    ),
    ...(fact.location && { location: at(fact.location, placeOfBlock(declaration)) }),
  };
}

function settingAt(setting: Setting, subject: string, declaration: Declaration): Setting {
  switch (setting.state) {
    case 'known':
      return {
        ...setting,
        value: rowsAt(setting, subject, declaration),
        from: stepsAt(setting.from, subject, declaration),
      };
    case 'one-of':
      return {
        ...setting,
        candidates: setting.candidates.map((one) => ({ ...one, from: stepsAt(one.from, subject, declaration) })),
      };
    case 'unknown':
      return { ...setting, from: stepsAt(setting.from, subject, declaration) };
  }
}

function stepsAt(steps: Provenance, subject: string, declaration: Declaration): Provenance {
  return steps.map((step) =>
    step.location === undefined || step.subject !== subject
      ? step
      : { ...step, location: at(step.location, placeOfAttribute(declaration, step.attribute)) },
  );
}

/** The rows of a parameter group each have a block of their own; a name that is there twice says not which. */
function rowsAt(setting: Known<Json>, subject: string, declaration: Declaration): Json {
  const { value } = setting;
  const step = setting.from.at(-1);
  if (!isRows(value) || step?.location === undefined || step.subject !== subject) return value;
  const { location, attribute } = step;
  const places = placesByName(declaration, attribute);
  const once = new Set<string | null>();
  const twice = new Set<string | null>();
  for (const { name } of value) (once.has(name) ? twice : once).add(name);
  return value.map((row) => {
    const place = row.name === null || twice.has(row.name) ? undefined : places[row.name];
    return place === undefined ? row : { ...row, location: at(location, place) };
  });
}

function isRows(value: Json): value is readonly (GroupParameter & { readonly [key: string]: Json })[] {
  return Array.isArray(value) && value.every((row: Json) => own(row, 'applyMethod') !== undefined);
}

function at(location: Location, place: Place): Location {
  return { ...location, ...place };
}
