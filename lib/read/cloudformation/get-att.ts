import type { Json } from '../../core/setting';
import { plain, type Evaluated } from '../evaluated/value';
import { isNesting } from './estate';
import { outputOf } from './output';
import { presenceOf } from './presence';
import { missing } from './reference';
import { inside, type Scope } from './scope';
import { idOf, resourceAt } from './stack';
import { named, unknownValue } from './unknowns';

/** `Fn::GetAtt`: an attribute of a resource, or an output of a nested stack. */
export function getAtt(argument: Json, scope: Scope): Evaluated {
  if (typeof argument === 'string') return attributeOf(argument, scope);
  const parts = (Array.isArray(argument) ? (argument as readonly Json[]) : []).map((one) => plain(inside(one, scope)));
  return parts.length > 1 && parts.every((part) => typeof part === 'string')
    ? attributeOf(parts.join('.'), scope)
    : unknownValue('is an attribute of a resource that is not known here');
}

/** What `Orders.Endpoint.Address` means in a template. */
export function attributeOf(written: string, scope: Scope): Evaluated {
  const { stack, estate } = scope;
  const dot = written.indexOf('.');
  const [name, attribute] = [written.slice(0, dot), written.slice(dot + 1)];
  if (dot === -1) return unknownValue(`is an attribute of ${named(written)} that is not named`);
  const resource = resourceAt(stack, name);
  if (resource === undefined || presenceOf(resource, scope) === 'absent') return missing(name);
  const output = attribute.startsWith('Outputs.') ? attribute.slice('Outputs.'.length) : undefined;
  if (output === undefined || !isNesting(resource.type)) {
    return { is: 'reference', to: idOf(stack, name), attribute, text: `!GetAtt ${written}` };
  }
  const child = estate.child(stack, name);
  if (child === undefined) {
    return unknownValue(
      `is an output of the nested stack ${named(name)}, whose template is not in view`,
      'check the template of the nested stack together with this one',
    );
  }
  return (
    outputOf(child, output, scope) ??
    unknownValue(`is the output ${named(output)} of the nested stack ${named(name)}, which has no such output`)
  );
}
