import type { Evaluated } from '../evaluated/value';
import { unknownValue } from './unknowns';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const stores: ReadonlyMap<string, string> = new Map([
  ['ssm', 'Parameter Store'],
  ['ssm-secure', 'Parameter Store'],
  ['secretsmanager', 'Secrets Manager'],
]);

const opening = '{{resolve:';
const closing = '}}';

/**
 * The unknown behind a text with a dynamic reference (`{{resolve:ssm:/shop/idle}}`), and the rest of the text around it;
 * `undefined` for any other text. Only the store is named: the rest may tell of a secret.
 */
export function dynamicReference(text: string): Evaluated | undefined {
  if (!text.includes(opening)) return undefined;
  const parts = withoutReferences([{ is: 'value', value: text }]);
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { is: 'text', parts };
}

/** The parts of a text with an unknown in the place of each dynamic reference, which may stretch over several parts. */
export function withoutReferences(parts: readonly Evaluated[]): readonly Evaluated[] {
  const kept: Evaluated[] = [];
  let isInside = false;
  for (const part of parts) {
    if (part.is !== 'value' || typeof part.value !== 'string') {
      if (!isInside) kept.push(part);
      continue;
    }
    let at = 0;
    while (at < part.value.length) {
      if (isInside) {
        const end = part.value.indexOf(closing, at);
        isInside = end === -1;
        at = isInside ? part.value.length : end + closing.length;
        continue;
      }
      const start = part.value.indexOf(opening, at);
      const before = part.value.slice(at, start === -1 ? undefined : start);
      if (before !== '') kept.push({ is: 'value', value: before });
      if (start === -1) break;
      isInside = true;
      at = start + opening.length;
      kept.push(readFrom(part.value.slice(at, at + 40)));
    }
  }
  return kept;
}

function readFrom(rest: string): Evaluated {
  const [service = ''] = rest.split(':');
  return unknownValue(`is read from ${stores.get(service) ?? 'another service'} when the stack is deployed`);
}
