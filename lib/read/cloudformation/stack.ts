import { isObject, own, type JsonObject } from '../json';
import type { Template } from './read';
import { withGlobals } from './serverless';

/** A template by its sections, and what is known of its deployment. */
export type Stack = {
  readonly document: string;
  readonly body: JsonObject;
  readonly parameters: JsonObject;
  readonly mappings: JsonObject;
  readonly conditions: JsonObject;
  readonly resources: JsonObject;
  readonly outputs: JsonObject;
  /** As far as they are known. */
  readonly stackName?: string;
  readonly account?: string;
  readonly region?: string;
};

/** The sections of a template. Account and Region are left out where a CDK synth does not know them (`unknown-region`). */
export function stackOf({ document, body, stackName, account, region }: Template): Stack {
  const section = (name: string): JsonObject => {
    const written = own(body, name);
    return isObject(written) ? written : {};
  };
  return {
    document,
    body,
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    resources: section('Resources'),
    outputs: section('Outputs'),
    ...(stackName !== undefined && stackName !== '' && { stackName }),
    ...(account !== undefined && /^\d{12}$/.test(account) && { account }),
    ...(region !== undefined && /^[a-z]{2,5}(-[a-z]{2,20}){1,3}-\d{1,2}$/.test(region) && { region }),
  };
}

/** A resource as the template writes it; `undefined` where there is none of that name, or nothing says what it is. */
export function resourceAt(stack: Stack, logicalId: string): Resource | undefined {
  const resource = own(stack.resources, logicalId);
  const type = own(resource, 'Type');
  if (!isObject(resource) || typeof type !== 'string') return undefined;
  return withGlobals({ body: resource, type }, own(stack.body, 'Globals'));
}

export type Resource = { readonly body: JsonObject; readonly type: string };

/** The id of a resource, unique among all documents. */
export function idOf(stack: Stack, logicalId: string): string {
  return `${stack.document}#${logicalId}`;
}
