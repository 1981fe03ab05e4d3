import { isUnset } from './compare-sides';
import type { Broken, Difference, JudgedDifference } from './drift';
import type { Node } from './node';
import { aftermath, code, consequence, promiseText } from './phrases';
import type { Fix } from './report';

/** The document that declares a resource. */
export function documentOf({ documents, location, source }: Node): string {
  return documents?.[0] ?? location?.document ?? source;
}

/** Whether a promise is broken for sure, and it is one that the verdict of a workload rests on. */
export function isBreaking({ sure, judgement }: Broken): boolean {
  return sure && judgement.decides;
}

/** Both values: `` `idle_timeout` of `public` is 60 s live and 120 s in state.json``. */
export function differenceText({ of, live, declared, name, is, was }: Difference): string {
  const what =
    of === 'init-query'
      ? `${code(name)} in the init query of ${code(live.subject)}`
      : `${code(is.attribute)} of ${code(live.subject)}`;
  return `${what} is ${is.text} live and ${was.text} in ${documentOf(declared)}`;
}

/** What follows for a promise that the live value breaks: `callers get HTTP 504 at 60 s ... while a request of ... may take 90 s`. */
export function brokenText({ judgement, workload, sure }: Broken): string {
  const { demand, effect } = judgement;
  if (demand === null) return `whether that holds cannot be told, since ${judgement.because}`;
  const promise = promiseText(demand, workload);
  if (effect === 'may-cut') return `${promise}, and it may cut that: ${judgement.because}`;
  const doubt = sure ? '' : `; whether the declared value keeps that cannot be told`;
  return `${consequence(judgement)} while ${promise}${aftermath(judgement)}${doubt}`;
}

/** What follows for the promises that a difference does not break. */
export function otherwiseText({ otherwise }: JudgedDifference): string {
  return {
    kept: 'every promise still holds',
    'broken-anyway': 'the promises that depend on it are broken with either value',
    open: 'whether the promises that depend on it hold cannot be told',
    unused: 'no promise that is judged depends on it',
  }[otherwise];
}

/** Sets what is live back to what was declared; the note names the command that does it, and the other way out. */
export function restoreFix(difference: Difference): Fix {
  const { live, declared, was, is } = difference;
  const command = applyCommand(declared);
  const again = command === null ? '' : `${command} does it as well; `;
  // What is not set has no value that a command could write.
  const change = isUnset(was.raw)
    ? { resource: live.subject, type: 'unset', setting: is.attribute, value: was.text }
    : { ...fixOn(difference, live, is.attribute), value: was.raw };
  return {
    ...change,
    note: `${again}to keep ${is.text}, write it where ${code(declared.subject)} is declared, and change the promise`,
  };
}

/** Writes what is live where it is declared; the note names the command that sets it back instead. */
export function adoptFix(difference: Difference): Fix {
  const { declared, live, was, is } = difference;
  // There is nothing to write for what is not set.
  if (isUnset(is.raw)) return restoreFix(difference);
  const command = applyCommand(declared) ?? `setting ${code(is.attribute)} of ${code(live.subject)}`;
  return {
    ...fixOn(difference, declared, was.attribute),
    value: is.raw,
    note: `where ${is.text} is meant; else ${command} brings back ${was.text}`,
  };
}

function fixOn({ of, name }: Difference, node: Node, attribute: string): Omit<Fix, 'value' | 'note'> {
  if (of === 'init-query') return { resource: node.subject, type: 'init-query', setting: name };
  const isCatalog = node.kind.role !== undefined && node.source === 'catalog';
  return {
    resource: node.subject,
    type: isCatalog ? 'role' : node.type,
    setting: attribute,
    ...(node.source === 'account' ? { identity: node.identity } : {}),
  };
}

/** The command that makes live what a document says, where it is one. */
function applyCommand({ source }: Node): string | null {
  switch (source) {
    case 'plan':
    case 'state':
      return '`terraform apply`';
    case 'cdktf':
      return '`cdktf deploy`';
    case 'template':
    case 'account':
    case 'catalog':
    case 'configuration':
      return null;
  }
}
