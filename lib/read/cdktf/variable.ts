import type { Note } from '../../core/fact';
import { clip, code } from '../../core/phrases';
import type { Json } from '../../core/setting';
import { literal, type Evaluated } from '../evaluated/value';
import { own } from '../json';
import type { Estate } from './estate';
import { unknown } from './expression/outcome';
import type { Labelled, Stack } from './stack';
import { isUnresolvedToken } from './unresolved-token';

/** What a variable is worth at synth: its default, as far as it has one that anybody may read. */
export function variableValue(estate: Estate, stack: Stack, name: string): Evaluated {
  const variable = stack.variables.get(name);
  const what = `is the variable ${code(clip(name))}`;
  if (variable === undefined) return unknown(`${what}, which the stack does not declare`);
  if (own(variable.body, 'sensitive') === true) {
    return unknown(`${what}, which is marked sensitive, so it is not read`, 'unmark the variable');
  }
  const written = own(variable.body, 'default');
  if (written === undefined) {
    return unknown(`${what}, which has no default: its value is known when a plan is made`);
  }
  if (isUnresolvedToken(written)) return unknown(`${what}, whose default is an unresolved token`);
  estate.trail.uses(variable);
  // Terraform takes a default as it is written: nothing in it is an expression.
  return literal(written);
}

/** Says that what was judged rests on the default of a variable. */
export function defaultNote({ document }: Stack, { name, body, pointer }: Labelled): Note {
  return {
    what: `var.${name}`,
    why: `taken at its default${shown(own(body, 'default'))}; the plan check judges the value that is really passed`,
    level: 'info',
    location: { document, pointer },
  };
}

/** Numbers and booleans only: a text may be a secret that nobody marked. */
function shown(value: Json | undefined): string {
  return typeof value === 'number' || typeof value === 'boolean' ? ` (${value})` : '';
}
