/** What switches something, in any driver. */
const switchWords: ReadonlySet<string> = new Set(['on', 'off', 'true', 'false', 'yes', 'no']);

/** A number, or a duration as PostgreSQL (`5min`, `500 ms`), Go (`1h30m`) or .NET (`00:05:00`) write it. */
const number = /^[+-]?\d{1,15}(?:\.\d{1,9})?(?: ?(?:us|ms|s|min|m|h|d))?$/;
const compound = /^(?:\d{1,9}(?:ms|s|m|h)){2,4}$/;
const clock = /^(?:\d{1,6}\.)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?$/;

/** The value of a parameter where it is a number, a duration or a word that switches; `null` for every other text. */
export function keptText(value: string): string | null {
  if (value.length > 40) return null;
  const text = value.trim();
  const word = text.toLowerCase();
  if (switchWords.has(word)) return word;
  return [number, compound, clock].some((pattern) => pattern.test(text)) ? text : null;
}
