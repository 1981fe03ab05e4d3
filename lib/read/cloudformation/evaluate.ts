import { table, type Json } from '../../core/setting';
import { unset, type Evaluated } from '../evaluated/value';
import { isObject } from '../json';
import { dynamicReference } from './dynamic-reference';
import { isExpanded } from './expansion';
import { intrinsics } from './intrinsics';
import { inside, type Scope } from './scope';
import { named, unknownValue } from './unknowns';

/** Deeper than any template, and shallow enough for every call stack. */
const maxDepth = 150;

/** What a value of a template comes to, its functions followed as far as the given documents go. */
export function evaluate(value: Json | undefined, scope: Scope): Evaluated {
  scope.work.left -= 1;
  if (scope.work.left < 0) return unknownValue('was not read: the template takes too long to evaluate');
  if (scope.depth > maxDepth) return unknownValue('refers to itself, or is nested too deeply to be read');
  if (value === undefined || value === null) return unset;
  if (typeof value === 'string') return dynamicReference(value) ?? { is: 'value', value };
  if (typeof value !== 'object') return { is: 'value', value };
  if (!isObject(value)) {
    const items = (value as readonly Json[]).map((item) => inside(item, scope));
    return { is: 'list', items: items.filter(isSet) };
  }
  const keys = Object.keys(value);
  const [name = ''] = keys;
  if (keys.length === 1) {
    const intrinsic = intrinsics.get(name);
    if (intrinsic !== undefined) return intrinsic(value[name] ?? null, scope);
  }
  const expanded = keys.find(isExpanded);
  if (expanded !== undefined) {
    return unknownValue(`is expanded by CloudFormation (${named(expanded)}), so it is not judged here`);
  }
  if (keys.length === 1 && name.startsWith('Fn::')) {
    return unknownValue(`comes from ${named(name)}, which is not evaluated here`);
  }
  const entries = keys.map((key) => [key, inside(value[key], scope)] as const);
  return { is: 'object', entries: table(entries.filter(([, entry]) => isSet(entry))) };
}

/** `AWS::NoValue` removes the property or the element that it stands for. */
function isSet(value: Evaluated): boolean {
  return value.is !== 'value' || value.value !== null;
}
