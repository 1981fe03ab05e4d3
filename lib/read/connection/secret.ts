import type { Evaluated } from '../evaluated/value';
import { behind, elements, isOpen, member, waysOf, type Open } from './members';
import { seen } from './seen';
import { opaque } from './taken-apart';
import { shownName } from './variable';

/** An ARN of Secrets Manager or Systems Manager, or the name of a parameter: nothing else may stand where a secret is named. */
const reference = /^(?:arn:aws[a-z-]*:(?:secretsmanager|ssm):[\w:/.+=@-]{1,600}|[\w/.-]{1,600})$/;

/** What tells where a variable gets its value when the process starts. */
export function fromSecret(valueFrom: Evaluated): Evaluated {
  const name = referenceIn(valueFrom);
  const shown = name?.startsWith('arn:') === true ? name.split(':').slice(5).join(':') : name;
  return {
    is: 'unknown',
    why: shown == null ? 'comes from a secret' : `comes from secret \`${shown.slice(0, 80)}\``,
    settles: 'write the URL without its password in the open and only the password as a secret',
  };
}

/** A variable, and the ARN or name of what holds its value. */
export type SecretRow = readonly [variable: string, from: string];

/** Which variables come from where, of a table or a list of names and references. One that is not in view is left out. */
export function secretsIn(value: Evaluated): readonly SecretRow[] | Open {
  const found = behind(value);
  if (found.is === 'object') return Object.entries(found.entries).flatMap(([name, from]) => rowOf(name, from));
  const list = elements(found);
  if (isOpen(list)) return list;
  return list.flatMap(waysOf).flatMap((row) => {
    const name = seen(member(row, 'name', 'Name'))?.text;
    return name === undefined ? [] : rowOf(name, member(row, 'valueFrom', 'ValueFrom', 'value', 'Value'));
  });
}

function rowOf(name: string, from: Evaluated): readonly SecretRow[] {
  const written = referenceIn(from);
  return written === null ? [] : [[shownName(name), written]];
}

/** The reference as written; of one to a resource its address, and of a parameter's ARN at least the parameter. */
function referenceIn(value: Evaluated): string | null {
  if (value.is === 'reference')
    return value.value?.is === 'reference' ? referenceIn(value.value) : value.to.slice(value.to.indexOf('#') + 1);
  const text = seen(value)?.text;
  if (text === undefined) return null;
  const [, parameter] = /^arn:[^:]*:ssm:[^:]*:[^:]*:(parameter\/[\w/.-]{1,600})$/.exec(text) ?? [];
  if (text.includes(opaque)) return parameter === undefined ? parameterAtEnd(value) : `arn:aws:ssm:::${parameter}`;
  return reference.test(text) ? text : null;
}

/** The AWS CDK puts the ARN of a parameter of its own together, with a reference to the parameter where its name belongs. */
function parameterAtEnd(value: Evaluated): string | null {
  const [before, last] = value.is === 'text' ? value.parts.slice(-2) : [];
  if (before === undefined || last?.is !== 'reference') return null;
  return /:parameter\/?$/.test(seen(before)?.text ?? '') ? referenceIn(last) : null;
}
