import type { Kind } from '../../../lib/core/kind';
import { evaluateTemplates, type EvaluatedTemplate } from '../../../lib/read/cloudformation/evaluate-templates';
import { parseTemplate } from '../../../lib/read/cloudformation/parse';
import type { Template } from '../../../lib/read/cloudformation/read';
import type { EvaluatedResource } from '../../../lib/read/evaluated/resource';
import type { Evaluated } from '../../../lib/read/evaluated/value';
import type { JsonObject } from '../../../lib/read/json';
import { defineKind } from '../../../lib/kinds/_kind';

/** A kind that reads the property `Judged` of `Test::Thing`. */
export const thing: Kind = defineKind({
  name: 'thing',
  title: 'thing',
  cloudformation: { types: ['Test::Thing'], names: ['Name'] },
  settings: { judged: { as: 'text', cloudformation: 'Judged', cite: 'made up' } },
  links: {},
  timers: [],
});

/** A template of YAML or JSON text. */
export function template(document: string, text: string, rest: Omit<Template, 'document' | 'body'> = {}): Template {
  return { document, body: parseTemplate(document, text) as JsonObject, ...rest };
}

/** What templates say, by the names of their documents. */
export function evaluated(...templates: readonly Template[]): Record<string, EvaluatedTemplate> {
  return Object.fromEntries(evaluateTemplates(templates, [thing]).map((one) => [one.document, one]));
}

export function resource(from: EvaluatedTemplate | undefined, logicalId: string): EvaluatedResource {
  const found = from?.resources.find(({ subject }) => subject === logicalId);
  if (found === undefined) throw new Error(`no resource ${logicalId}`);
  return found;
}

/** What `expression` comes to as a property of `It`, in a template with these sections beside it. */
export function valueOf(
  expression: string,
  sections = '',
  known: Omit<Template, 'document' | 'body'> = {},
): Evaluated | undefined {
  const text = `${sections}\nResources:\n${others}\n  It:\n    Type: Test::Thing\n    Properties:\n      Judged: ${expression}\n`;
  return resource(evaluated(template('t.yaml', text, known))['t.yaml'], 'It').attributes.Judged;
}

const others = `
  Group: { Type: 'AWS::RDS::DBParameterGroup', Properties: { Family: postgres16 } }
  Named: { Type: 'AWS::RDS::DBParameterGroup', Properties: { DBParameterGroupName: orders-pg } }`;

export function value(of: string | number | boolean): Evaluated {
  return { is: 'value', value: of };
}

export function list(...items: readonly (string | number)[]): Evaluated {
  return { is: 'list', items: items.map(value) };
}

export function unknown(why: string): Evaluated {
  return { is: 'unknown', why, settles: expect.any(String) as string };
}

export function choice(why: string, ...of: readonly Evaluated[]): Evaluated {
  return { is: 'choice', of, why, settles: expect.any(String) as string };
}

export const group: Evaluated = { is: 'reference', to: 't.yaml#Group', attribute: null, text: '!Ref Group' };
