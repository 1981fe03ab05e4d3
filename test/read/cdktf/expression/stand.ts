import type { Json } from '../../../../lib/core/setting';
import { evaluateText, type Scope } from '../../../../lib/read/cdktf/evaluate-text';
import { literal, plain, type Evaluated } from '../../../../lib/read/evaluated/value';
import { locals } from './cases';

/** A reference to an attribute that only the provider of the resource knows, or that the resource writes. */
export function reference(text: string, value?: Json): Evaluated {
  const parts = text.split('.');
  const to = `doc#${parts.slice(0, 2).join('.')}`;
  const attribute = parts.slice(2).join('.') || null;
  return { is: 'reference', to, attribute, text, ...(value === undefined ? {} : { value: literal(value) }) };
}

export const big: Evaluated = { is: 'unknown', why: 'is the variable `big`, which has no default', settles: 'set it' };

/**
 * Locals of {@link locals}; variables without value, but `var.either`, which is one of two; `aws_lb` whose attributes only the
 * provider knows, three of them at `aws_lb.p`; `aws_pg`, whose attributes are written: all are their own name.
 */
export const scope: Scope = ({ root, steps, text }) => {
  const [first, second] = steps;
  const name = first?.is === 'name' ? first.name : '';
  if (root === 'local') return Object.hasOwn(locals, name) ? literal(locals[name] as Json) : gone(text);
  if (root === 'var' && name === 'either') {
    return { is: 'choice', of: [literal(60), literal(300)], why: 'depends on `stage`', settles: 'say which' };
  }
  if (root === 'var') return { ...big, why: `is the variable \`${name}\`, which has no default` } as Evaluated;
  if (root === 'aws_lb' && second?.is === 'splat') {
    return { is: 'list', items: [0, 1, 2].map((at) => reference(text.replace('[*]', `[${at}]`))) };
  }
  if (root === 'aws_lb') return reference(text);
  return root === 'aws_pg' ? reference(text, text) : gone(text);
};

function gone(text: string): Evaluated {
  return { is: 'unknown', why: `refers to \`${text}\`, which is not there`, settles: 'declare it' };
}

export function evaluated(expression: string): Evaluated {
  return evaluateText(`\${${expression}}`, scope);
}

/** The plain value of an expression, as the JSON that it would be written as; `undefined` where it is not known. */
export function valueOf(expression: string): Json | undefined {
  const value = plain(evaluated(expression));
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json);
}

/** A value in short: references as `->text`, parts of texts in `parts`, ways of a choice in `either`, `why` of an unknown. */
export function short(value: Evaluated): unknown {
  switch (value.is) {
    case 'value':
      return value.value;
    case 'list':
      return value.items.map(short);
    case 'object':
      return Object.fromEntries(Object.entries(value.entries).map(([key, one]) => [key, short(one)]));
    case 'reference':
      return `->${value.text}`;
    case 'text':
      return { parts: value.parts.map(short) };
    case 'choice':
      return { either: value.of.map(short) };
    case 'unknown':
      return { why: value.why };
  }
}
