import { table, type Json, type Table } from '../../../lib/core/setting';
import type { EvaluatedResource } from '../../../lib/read/evaluated/resource';
import { literal, type Evaluated } from '../../../lib/read/evaluated/value';

/** A resource of a stack; attributes are plain JSON, or evaluated values where an `is` says so. */
export function resource(
  subject: string,
  attributes: { readonly [name: string]: Json | Evaluated } = {},
  more: Partial<EvaluatedResource> = {},
): EvaluatedResource {
  const [type = '', name = ''] = subject.split('.');
  return {
    id: `stack#${subject}`,
    source: 'cdktf',
    type,
    subject,
    names: [],
    attributes: evaluated(attributes),
    provider: table(),
    identity: {},
    location: { document: 'stack', pointer: `/resource/${type}/${name}`, construct: `shop/${name}` },
    ...more,
  };
}

/** A resource of a template. */
export function templated(
  type: string,
  logicalId: string,
  properties: { readonly [name: string]: Json | Evaluated } = {},
): EvaluatedResource {
  return resource(logicalId, properties, {
    id: `template#${logicalId}`,
    source: 'template',
    type,
    location: { document: 'template', pointer: `/Resources/${logicalId}/Properties` },
  });
}

/** A resource of an account, as its answer has it. */
export function answered(
  type: string,
  name: string,
  answer: { readonly [name: string]: Json | Evaluated } = {},
): EvaluatedResource {
  return resource(name, answer, {
    id: `account#${name}`,
    source: 'account',
    type,
    identity: { arn: `arn:aws:x:eu-west-1:123456789012:${name}`, account: '123456789012', region: 'eu-west-1' },
    location: { document: 'account', pointer: `/regions/0/resources/0/answer` },
  });
}

export function evaluated(attributes: { readonly [name: string]: Json | Evaluated }): Table<Evaluated> {
  return table(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && 'is' in value ? (value as Evaluated) : literal(value as Json),
    ]),
  );
}

export const open: Evaluated = { is: 'unknown', why: 'comes from `var.x`', settles: 'check the plan' };

export function either(...of: readonly (Json | Evaluated)[]): Evaluated {
  return {
    is: 'choice',
    of: of.map((one) =>
      typeof one === 'object' && one !== null && 'is' in one ? (one as Evaluated) : literal(one as Json),
    ),
    why: 'depends on `var.big`',
    settles: 'check the plan',
  };
}

export function ref(to: string, attribute: string | null = null, value?: Evaluated): Evaluated {
  return {
    is: 'reference',
    to,
    attribute,
    text: `${to}.${attribute ?? ''}`,
    ...(value === undefined ? {} : { value }),
  };
}
