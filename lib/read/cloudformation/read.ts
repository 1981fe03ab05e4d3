import type { Reading } from '../../core/fact';
import type { Kind } from '../../core/kind';
import type { JsonObject } from '../json';

/** One CloudFormation template, parsed; intrinsic functions of YAML short form are written out (`{ Ref: ... }`). */
export type Template = {
  /** What messages call the document: the file, or the construct path of the stack. */
  readonly document: string;
  readonly body: JsonObject;
  /** The name of the stack where it is known (a CDK manifest has it): what `AWS::StackName` gives. */
  readonly stackName?: string;
  readonly account?: string;
  readonly region?: string;
  /** The resource of another template of the same call that this one is nested in. */
  readonly nestedIn?: { readonly document: string; readonly logicalId: string };
};

/** What templates that are deployed together say, one reading each: imports and nested stacks lead from one to the other. */
export function readTemplates(templates: readonly Template[], kinds: readonly Kind[]): readonly Reading[] {
  void kinds;
  return templates.map(({ document }) => ({ document, source: 'template', facts: [], notes: [] }));
}
