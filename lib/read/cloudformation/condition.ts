import type { Json } from '../../core/setting';
import type { Evaluated } from '../evaluated/value';
import { entries, items, own } from '../json';
import { maxCandidates } from './choices';
import { inside, isUnderWay, type Scope } from './scope';

/**
 * Whether a condition holds; `undefined` where that depends on what a deployment passes. A parameter's default decides
 * nothing, since another deployment may pass another value.
 */
export function decide(condition: Json | undefined, scope: Scope): boolean | undefined {
  const [entry, more] = entries(condition);
  scope.work.left -= 1;
  if (entry === undefined || more !== undefined || scope.depth > maxDepth || scope.work.left < 0) return undefined;
  const [name, argument] = entry;
  const deeper = { ...scope, takesDefaults: false, depth: scope.depth + 1 };
  const all = (): readonly (boolean | undefined)[] => items(argument).map((one) => decide(one, deeper));
  switch (name) {
    case 'Condition':
      return typeof argument === 'string' ? decideNamed(argument, deeper) : undefined;
    case 'Fn::And':
      return firmly(all(), false);
    case 'Fn::Or':
      return firmly(all(), true);
    case 'Fn::Not': {
      const [holds] = all();
      return holds === undefined ? undefined : !holds;
    }
    case 'Fn::Equals': {
      const [one, other] = items(argument).map((side) => textsOf(inside(side, deeper)));
      return one === undefined || other === undefined ? undefined : equal(one, other);
    }
    default:
      return undefined;
  }
}

/** More than conditions are nested. */
const maxDepth = 150;

function decideNamed(name: string, scope: Scope): boolean | undefined {
  const { stack } = scope;
  if (isUnderWay(`condition ${name}`, stack, scope)) return undefined;
  const way = [...scope.way, { name: `condition ${name}`, of: stack }];
  return decide(own(stack.conditions, name), { ...scope, way });
}

/** `false` decides a conjunction and `true` a disjunction, whatever the rest; else all have to be known. */
function firmly(all: readonly (boolean | undefined)[], decisive: boolean): boolean | undefined {
  if (all.includes(decisive)) return decisive;
  return all.length === 0 || all.includes(undefined) ? undefined : !decisive;
}

function equal(one: readonly string[], other: readonly string[]): boolean | undefined {
  const results = new Set(one.flatMap((a) => other.map((b) => a === b)));
  const [only] = results;
  return results.size === 1 ? only : undefined;
}

/** The texts that a value may be: CloudFormation compares texts. `undefined` where it is not known. */
function textsOf(value: Evaluated): readonly string[] | undefined {
  switch (value.is) {
    case 'value':
      return [String(value.value ?? '')];
    case 'reference':
      return value.value === undefined ? undefined : textsOf(value.value);
    case 'choice': {
      const texts = value.of.map(textsOf);
      const all = texts.flatMap((one) => one ?? []);
      return texts.includes(undefined) || all.length > maxCandidates ? undefined : all;
    }
    default:
      return undefined;
  }
}
