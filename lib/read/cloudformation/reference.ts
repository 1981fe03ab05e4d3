import type { Json } from '../../core/setting';
import { plain, unset, type Evaluated } from '../evaluated/value';
import { own } from '../json';
import { parameterValue } from './parameter';
import { pseudoParameter } from './pseudo-parameter';
import { presenceOf } from './presence';
import { follow, inside, type Scope } from './scope';
import { idOf, resourceAt } from './stack';
import { named, unknownValue } from './unknowns';

/**
 * The property that holds what `Ref` returns, of the types whose names others write: "Ref returns the name of the DB instance"
 * and so on, in "Return values" of each type in https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/.
 */
const physicalNames: ReadonlyMap<string, string> = new Map([
  ['AWS::RDS::DBInstance', 'DBInstanceIdentifier'],
  ['AWS::RDS::DBCluster', 'DBClusterIdentifier'],
  ['AWS::RDS::DBParameterGroup', 'DBParameterGroupName'],
  ['AWS::RDS::DBClusterParameterGroup', 'DBClusterParameterGroupName'],
  ['AWS::RDS::DBProxy', 'DBProxyName'],
  ['AWS::RDS::DBProxyEndpoint', 'DBProxyEndpointName'],
  ['AWS::ElasticLoadBalancing::LoadBalancer', 'LoadBalancerName'],
]);

/** `Ref`: a parameter, a pseudo parameter or a resource. */
export function reference(argument: Json, scope: Scope): Evaluated {
  // With AWS::LanguageExtensions the name itself may be put together.
  const name = plain(inside(argument, scope));
  return typeof name === 'string' ? referenceTo(name, scope) : unknownValue('refers to a name that is not known here');
}

/** What a name means in a template, as `Ref` and `${...}` of `Fn::Sub` read it. */
export function referenceTo(name: string, scope: Scope): Evaluated {
  const { stack } = scope;
  if (name === 'AWS::NoValue') return unset;
  if (name.startsWith('AWS::')) return pseudoParameter(name, scope);
  if (own(stack.parameters, name) !== undefined) return parameterValue(name, scope);
  const resource = resourceAt(stack, name);
  if (resource === undefined || presenceOf(resource, scope) === 'absent') return missing(name);
  const to = { is: 'reference', to: idOf(stack, name), attribute: null, text: `!Ref ${name}` } as const;
  const property = physicalNames.get(resource.type);
  if (property === undefined) return to;
  const value = follow(`name of ${name}`, stack, own(own(resource.body, 'Properties'), property), scope, stack);
  return value.is === 'value' && value.value !== null ? { ...to, value } : to;
}

/** The unknown behind a name of nothing in the template, or of something that its condition leaves out. */
export function missing(name: string): Evaluated {
  return unknownValue(`refers to ${named(name)}, which the template does not have here`);
}
