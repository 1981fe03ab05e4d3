import type { Evaluated } from '../evaluated/value';
import { unknownValue } from './unknowns';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const stores: ReadonlyMap<string, string> = new Map([
  ['ssm', 'Parameter Store'],
  ['ssm-secure', 'Parameter Store'],
  ['secretsmanager', 'Secrets Manager'],
]);

/**
 * The unknown behind a text with a dynamic reference (`{{resolve:ssm:/shop/idle}}`); `undefined` for any other text. Only the
 * store is named: the rest may tell of a secret.
 */
export function dynamicReference(text: string): Evaluated | undefined {
  const at = text.indexOf('{{resolve:');
  if (at === -1) return undefined;
  const [, service = ''] = text.slice(at, at + 40).split(':');
  return unknownValue(`is read from ${stores.get(service) ?? 'another service'} when the stack is deployed`);
}
