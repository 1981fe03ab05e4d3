import type { Connection } from '../../core/connection';
import { reasonOf } from '../evaluated/reason';
import { plain, type Evaluated } from '../evaluated/value';
import { opaque } from './taken-apart';

/** The text of a variable as far as it is in view, and why the rest is not. */
export type Seen = { readonly text: string; readonly cause: Connection['hidden'] };

/** A value as a text in which `opaque` stands for each part that is not known; `null` for what is not set or no text. */
export function seen(value: Evaluated): Seen | null {
  switch (value.is) {
    case 'value':
      return value.value === null ? null : { text: String(value.value), cause: null };
    case 'reference':
      return value.value === undefined ? { text: opaque, cause: causeOf(value) } : seen(value.value);
    case 'text': {
      const parts = value.parts.map((part) => seen(part));
      const open = value.parts.find((part) => plain(part) === undefined);
      return {
        text: parts.map((part) => part?.text ?? '').join(''),
        cause: open === undefined ? null : causeOf(open),
      };
    }
    case 'choice':
    case 'unknown':
      return { text: opaque, cause: causeOf(value) };
    case 'list':
    case 'object':
      return null;
  }
}

/**
 * The reasons that name what only a deployment knows. Others may quote the expression that stands in a variable, and with it a
 * password.
 */
const quotable = [
  /^comes from `[^`]*`, which is known only after /,
  /^comes from (?:an? |the )?(?:secret|parameter)\b/,
  /^is the (?:variable|parameter) `[^`]*`/,
  /^sets `net\.[\w.-]+` to /,
  /^is (?:read|known|set|not)\b[^`]*$/,
];

/** Why a value is not in view, as it follows the name of its variable. */
export function causeOf(value: Evaluated): NonNullable<Connection['hidden']> {
  const { why, settles } = reasonOf(value);
  return quotable.some((one) => one.test(why))
    ? { why, settles }
    : {
        why: 'comes from an expression that is not evaluated here',
        settles: 'write it in the open, but for the password',
      };
}
