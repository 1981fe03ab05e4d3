import type { Evaluated } from '../evaluated/value';

/** What settles a value that only a deployment knows. */
const settledByAudit = 'write the value into the template, or check what is deployed: holdfast audit';

/** A value that the template does not tell; `why` follows the name of the property. */
export function unknownValue(why: string, settles: string = settledByAudit): Evaluated {
  return { is: 'unknown', why, settles };
}

/** A name of the template as messages show it: on one line, and not long, since a document may write anything. */
export function named(name: string): string {
  const line = name.replace(/\s+/g, ' ');
  return `\`${line.length > 80 ? `${line.slice(0, 80)}…` : line}\``;
}
