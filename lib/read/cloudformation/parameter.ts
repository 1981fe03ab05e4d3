import type { Json } from '../../core/setting';
import type { Evaluated } from '../evaluated/value';
import { items, own } from '../json';
import { choiceOf, maxCandidates, perCase } from './choices';
import { dynamicReference } from './dynamic-reference';
import { follow, type Scope } from './scope';
import { named, unknownValue } from './unknowns';

/**
 * The value of a parameter: what the stack around it passes, or else its default, which is reported to the scope. Of one
 * without a default the allowed values are known at most.
 */
export function parameterValue(name: string, scope: Scope): Evaluated {
  const { stack } = scope;
  const parameter = own(stack.parameters, name);
  const type = own(parameter, 'Type');
  if (isTrue(own(parameter, 'NoEcho'))) {
    return unknownValue(`is the parameter ${named(name)} with \`NoEcho\`, so it is not read`);
  }
  if (typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::Value')) {
    return unknownValue(`is read from Parameter Store when the stack is deployed (parameter ${named(name)})`);
  }
  const passed = passedTo(name, scope);
  if (passed !== undefined) return perCase([passed], ([value = passed]) => typed(value, type, name));
  const fallback = own(parameter, 'Default');
  if (fallback !== undefined && scope.takesDefaults) {
    scope.onDefault(stack, name);
    return typed(literalText(fallback), type, name);
  }
  const values = items(own(parameter, 'AllowedValues')).slice(0, maxCandidates + 1);
  const allowed = values.map((one) => typed(literalText(one), type, name));
  const place = `the parameter ${named(name)} of ${named(stack.document)}`;
  return allowed.length === 0
    ? unknownValue(`is ${place}, which has no default`, 'give the parameter a default, or write the value in its place')
    : choiceOf(
        allowed,
        `is ${place}, of which a deployment passes one of the allowed values`,
        'allow only values that outlive the query, or give the parameter a default',
      );
}

/** What the surrounding stack passes; `undefined` for a stack that is not nested, and for a parameter left out there. */
function passedTo(name: string, scope: Scope): Evaluated | undefined {
  const passed = (scope.estate.parents.get(scope.stack) ?? []).map(({ stack, logicalId }) => {
    const properties = own(own(stack.resources, logicalId), 'Properties');
    const argument = own(own(properties, 'Parameters'), name);
    return argument === undefined ? undefined : follow(`parameter ${name}`, scope.stack, argument, scope, stack);
  });
  const given = passed.filter((one) => one !== undefined);
  if (given.length === 0) return undefined;
  if (given.length < passed.length) {
    return unknownValue(`is the parameter ${named(name)}, which not every stack around this one passes`);
  }
  return choiceOf(
    given,
    `is the parameter ${named(name)} of ${named(scope.stack.document)}, which is nested more than once`,
    'pass values that outlive the query wherever it is nested',
  );
}

/** A value as the type of its parameter makes it: CloudFormation passes texts. */
function typed(value: Evaluated, type: Json | undefined, name: string): Evaluated {
  if (type === 'Number') return numeric(value, name);
  const isList = typeof type === 'string' && (type === 'CommaDelimitedList' || type.startsWith('List<'));
  if (!isList) return value.is === 'list' || value.is === 'object' ? unreadable(name) : value;
  if (value.is === 'list') return value.items.every(isScalar) ? value : inPart(name);
  if (value.is !== 'value') return isScalar(value) ? value : inPart(name);
  const texts = String(value.value ?? '').split(',');
  const list = texts.map((text): Evaluated => ({ is: 'value', value: text.trim() }));
  return { is: 'list', items: type === 'List<Number>' ? list.map((item) => numeric(item, name)) : list };
}

function numeric(value: Evaluated, name: string): Evaluated {
  if (value.is === 'list' || value.is === 'object') return unreadable(name);
  if (value.is !== 'value') return value;
  const text = String(value.value).trim();
  return text !== '' && Number.isFinite(Number(text)) ? { is: 'value', value: Number(text) } : unreadable(name);
}

/** Lists of lists are no parameters, and each stack on the way down would multiply them. */
function isScalar(value: Evaluated): boolean {
  return value.is === 'value' || value.is === 'reference' || value.is === 'unknown';
}

function inPart(name: string): Evaluated {
  return unknownValue(`is the parameter ${named(name)}, a list of which only a part is known here`);
}

function unreadable(name: string): Evaluated {
  return unknownValue(`is the parameter ${named(name)}, whose value does not fit its type`);
}

/** Defaults and allowed values are literals: no function is read there. */
function literalText(value: Json): Evaluated {
  if (typeof value === 'object') return { is: 'list', items: items(value).map(literalText) };
  return (typeof value === 'string' ? dynamicReference(value) : undefined) ?? { is: 'value', value };
}

function isTrue(value: Json | undefined): boolean {
  return value === true || value === 'true';
}
