import { alternativesOf } from '../evaluated/choices';
import { reasonOf } from '../evaluated/reason';
import { unset, type Evaluated } from '../evaluated/value';

/** What stands in the place of a value that is needed and not in view. */
export type Open = { readonly open: Evaluated };

/** What a reference leads to, as far as documents write it. */
export function behind(value: Evaluated): Evaluated {
  let at = value;
  while (at.is === 'reference' && at.value !== undefined) at = at.value;
  return at;
}

/** A member of an object, under the first of its spellings that is written: Terraform and CloudFormation differ in case. */
export function member(value: Evaluated, ...spellings: readonly string[]): Evaluated {
  const object = behind(value);
  if (object.is !== 'object') return unset;
  const found = spellings.find((spelling) => object.entries[spelling] !== undefined);
  return (found === undefined ? undefined : object.entries[found]) ?? unset;
}

/** The elements of a list; none of what is not set. Where one is not in view, what the list holds is not known. */
export function elements(value: Evaluated): readonly Evaluated[] | Open {
  const list = behind(value);
  if (list.is === 'list') {
    const open = list.items.find((item) => alternativesOf(item)?.of.some(isUnseen) ?? true);
    return open === undefined ? list.items : { open };
  }
  return list.is === 'value' && (list.value === null || list.value === '') ? [] : { open: list };
}

function isUnseen(way: Evaluated): boolean {
  const found = behind(way);
  return found.is === 'unknown' || found.is === 'reference' || found.is === 'text';
}

/** Whether a member could not be told from the others. */
export function isOpen<T extends object>(found: T | Open): found is Open {
  return 'open' in found;
}

/** One element that is an object, or several where it depends on a condition which: then `unset` where it is not there. */
export function waysOf(element: Evaluated): readonly Evaluated[] {
  return (alternativesOf(element)?.of ?? []).map(behind);
}

/** The value that depends on a condition, of which these are the ways; the only one where there are no others. */
export function choice(of: readonly Evaluated[], cause: Evaluated): Evaluated {
  const [only = unset, second] = of;
  return second === undefined ? only : { is: 'choice', of, ...reasonOf(cause) };
}
