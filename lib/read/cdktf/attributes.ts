import { table, type Table } from '../../core/setting';
import type { Evaluated } from '../evaluated/value';
import { own } from '../json';
import type { Estate, Instance, Where } from './estate';
import { evaluateBlocks, evaluateJson } from './evaluate-json';
import { inStack } from './instances';

/** What Terraform reads itself: none of it is an attribute of the resource. */
const metaArguments = new Set([
  '//',
  'connection',
  'count',
  'depends_on',
  'dynamic',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
]);

/** What a resource writes for an attribute; `undefined` where it does not write it. */
export function attributeOf(estate: Estate, instance: Instance, name: string): Evaluated | undefined {
  const { block } = instance;
  if (metaArguments.has(name)) return undefined;
  const written = own(block.body, name);
  const dynamic = block.dynamic.get(name) ?? [];
  if (written === undefined && dynamic.length === 0) return undefined;
  const where: Where = { ...inStack(block.stack), self: instance };
  return estate.trail.once(instance, `.${name}`, () =>
    dynamic.length > 0
      ? evaluateBlocks(estate, name, written, dynamic, where)
      : evaluateJson(estate, written ?? null, where),
  );
}

/** Everything that a resource writes. */
export function attributesOf(estate: Estate, instance: Instance): Table<Evaluated> {
  const { body, dynamic } = instance.block;
  const found = table<Evaluated>();
  for (const name of new Set([...Object.keys(body), ...dynamic.keys()])) {
    const value = attributeOf(estate, instance, name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}
