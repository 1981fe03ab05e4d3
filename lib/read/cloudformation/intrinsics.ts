import { findInMap } from './find-in-map';
import { conditional } from './conditional';
import { getAtt } from './get-att';
import { getStackOutput } from './get-stack-output';
import { importValue } from './import-value';
import { length, select, split, toJsonString } from './lists';
import { reference } from './reference';
import type { Intrinsic } from './scope';
import { join, substitute } from './texts';
import { unknownValue } from './unknowns';

const atDeployment = (what: string): Intrinsic => {
  const value = unknownValue(`${what}, which is known when the stack is deployed`);
  return () => value;
};

/** The functions of a template by their long names. */
export const intrinsics: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Ref', reference],
  ['Fn::GetAtt', getAtt],
  ['Fn::ImportValue', importValue],
  ['Fn::GetStackOutput', getStackOutput],
  ['Fn::If', conditional],
  ['Fn::FindInMap', findInMap],
  ['Fn::Sub', substitute],
  ['Fn::Join', join],
  ['Fn::Split', split],
  ['Fn::Select', select],
  ['Fn::Length', length],
  ['Fn::ToJsonString', toJsonString],
  ['Fn::Base64', () => unknownValue('is encoded with `Fn::Base64`, and is not read')],
  ['Fn::Cidr', atDeployment('is a range of `Fn::Cidr`')],
  ['Fn::GetAZs', atDeployment('is a zone of `Fn::GetAZs`')],
]);
