import { table, type Table } from '../../core/setting';
import { plain, type Evaluated } from '../evaluated/value';
import { own, textOf, type JsonObject } from '../json';
import { attributeOf } from './attributes';
import type { Estate, Instance } from './estate';
import { evaluateJson } from './evaluate-json';
import { inStack } from './instances';
import type { Block } from './stack';

/** What a resource's provider was given for some of its arguments. */
export function providerArguments(estate: Estate, block: Block, wanted: ReadonlySet<string>): Table<Evaluated> {
  const found = table<Evaluated>();
  for (const name of wanted) {
    const value = argumentOf(estate, block, name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** The Region that a resource is in: what it says itself, else its provider; `undefined` where that is not known. */
export function regionOf(estate: Estate, instance: Instance): string | undefined {
  for (const value of [attributeOf(estate, instance, 'region'), argumentOf(estate, instance.block, 'region')]) {
    const region = value === undefined ? null : plain(value);
    if (region !== null && region !== '') return typeof region === 'string' ? region : undefined;
  }
  return undefined;
}

function argumentOf(estate: Estate, block: Block, name: string): Evaluated | undefined {
  const provider = providerOf(block);
  const written = own(provider, name);
  if (provider === undefined || written === undefined) return undefined;
  return estate.trail.once(provider, name, () => evaluateJson(estate, written, inStack(block.stack)));
}

/** The provider that the resource names (`aws.eu`), else the one that its type is called after. */
function providerOf({ stack, type, body }: Block): JsonObject | undefined {
  const named = textOf(own(body, 'provider'))?.replace(/^\$\{(.*)\}$/, '$1');
  return stack.providers.get(named ?? type.slice(0, Math.max(type.indexOf('_'), 0)));
}
