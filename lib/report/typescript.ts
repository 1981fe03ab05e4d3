import type { Json } from '../core/setting';
import { escaped } from './escaped';

/** A value in TypeScript, on one line. */
export function typescriptValue(value: Json): string {
  if (typeof value === 'string') return typescriptString(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) return `[${value.map(typescriptValue).join(', ')}]`;
  const members = typescriptMembers(value);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** The members of an object, as they stand between its braces: `idleTimeout: 310`. */
export function typescriptMembers(value: { readonly [key: string]: Json }): string[] {
  return Object.entries(value).map(([key, one]) => `${memberName(key)}: ${typescriptValue(one)}`);
}

/** The name that bindings generated from a Terraform provider give an attribute: `idle_timeout` is `idleTimeout`. */
export function memberOfAttribute(attribute: string): string {
  return attribute.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The name that aws-cdk-lib gives a CloudFormation property: `DBParameterGroupName` is `dbParameterGroupName`. */
export function memberOfProperty(property: string): string {
  const words = property.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/g) ?? [property];
  return words
    .map((word, at) => (at === 0 ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase()))
    .join('');
}

function typescriptString(text: string): string {
  return `'${escaped(text.replace(/[\\']/g, '\\$&'))}'`;
}

/** In brackets, `__proto__` names a member; bare or quoted it would name the prototype. */
function memberName(key: string): string {
  if (key === '__proto__') return `['__proto__']`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : typescriptString(key);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
