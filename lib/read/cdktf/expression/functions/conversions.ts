import { compare } from '../../../../core/order';
import { table, type Json } from '../../../../core/setting';
import { isObject } from '../../../json';
import { literal, plain, type Evaluated } from '../../../evaluated/value';
import { numberIn, textOf, truthOf, type Converted } from '../convert';
import { isExact } from '../number';
import { behind, failure, value, type Outcome } from '../outcome';
import { unified } from '../unify';
import { encoded } from './encoded';
import { isNull, ofList, ofObject, taking, type Function, type Functions, type List } from './function';

/** A reference stays one, with what it is worth converted; null stays null. */
function scalar(to: (one: Evaluated) => Converted<string | number | boolean>): Function {
  return taking(1, ([one]) => {
    if (one === undefined || isNull(one)) return one;
    const converted = to(one);
    if (converted?.is === 'failure') return converted;
    if (converted === undefined) return one.is === 'reference' && one.value === undefined ? one : undefined;
    return one.is === 'reference' ? { ...one, value: value(converted.to) } : value(converted.to);
  });
}

const mixed = failure('is a collection of values of different types, which Terraform refuses');

function list({ items }: List): Outcome {
  const alike = unified(items);
  return alike === null ? mixed : { is: 'list', items: alike };
}

/** In the order in which Terraform goes through a set, each value once; not known where a value is not. */
function set({ items }: List): Outcome | undefined {
  const alike = unified(items);
  if (alike === null) return mixed;
  const once = distinctOf(alike);
  if (once === undefined || once.length < 2) return once && { is: 'list', items: once };
  if (!once.every(isScalar)) return undefined;
  return { is: 'list', items: [...once].sort(byValue) };
}

/** The values in their order, each once; `undefined` where some are not known, so that they may be equal. */
export function distinctOf(items: readonly Evaluated[]): readonly Evaluated[] | undefined {
  if (items.length < 2) return items;
  const found = new Map<string, Evaluated>();
  for (const item of items) {
    const known = plain(item);
    if (known === undefined) return undefined;
    const key = JSON.stringify(known, inOrder);
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.values()];
}

/** Objects are equal whatever the order of their keys. */
function inOrder(_key: string, json: Json): Json {
  return isObject(json) ? table(Object.entries(json).sort(([one], [other]) => compare(one, other))) : json;
}

function isScalar(one: Evaluated): boolean {
  const found = behind(one);
  return found.is === 'value' && found.value !== null;
}

function byValue(one: Evaluated, other: Evaluated): number {
  const [a, b] = [plain(one), plain(other)];
  return typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
}

function map(entries: Readonly<Record<string, Evaluated>>): Outcome {
  const keys = Object.keys(entries);
  const alike = unified(Object.values(entries));
  if (alike === null) return mixed;
  return { is: 'object', entries: table(keys.map((key, at) => [key, alike[at] ?? value(null)])) };
}

/** Deeper than this nobody writes, and every level costs stack. */
const deepest = 100;

function decoded(text: string): Outcome | undefined {
  if (depthOf(text) > deepest) return undefined;
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    return failure('is decoded from a text that is not JSON');
  }
  return isFaithful(json) ? literal(json) : undefined;
}

/** How deep brackets nest, those inside strings left out. */
function depthOf(text: string): number {
  let [depth, most, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '[' || character === '{')) most = Math.max(most, ++depth);
    else if (!quoted && (character === ']' || character === '}')) depth -= 1;
  }
  return most;
}

function isFaithful(json: Json): boolean {
  if (typeof json === 'number') return isExact(json);
  return typeof json !== 'object' || json === null || Object.values(json).every(isFaithful);
}

/** https://developer.hashicorp.com/terraform/language/functions, "Type Conversion Functions" and "Encoding Functions". */
export const conversionFunctions: Functions = new Map([
  ['tostring', scalar(textOf)],
  ['tonumber', scalar(numberIn)],
  ['tobool', scalar(truthOf)],
  ['nonsensitive', taking(1, ([one]) => one)],
  ['tolist', taking(1, keepingNull(ofList(list)))],
  ['toset', taking(1, keepingNull(ofList(set)))],
  ['tomap', taking(1, keepingNull(ofObject(({ entries }) => map(entries))))],
  ['jsonencode', taking(1, ([one]) => (one === undefined ? undefined : encoded(one)))],
  [
    'jsondecode',
    taking(1, ([one]) => {
      const text = one === undefined ? undefined : textOf(one);
      return text?.is === 'converted' ? decoded(text.to) : text;
    }),
  ],
]);

/** A null of any type stays null; a reference stays one. */
function keepingNull(run: Function['run']): Function['run'] {
  return (args) => {
    const [one] = args;
    const keeps = one !== undefined && (isNull(one) || (one.is === 'reference' && one.value === undefined));
    return keeps ? one : run(args);
  };
}
