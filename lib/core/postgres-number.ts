/** The start of a text read as a number: its value, and what follows it. `value: null`: the number is beyond what can be held. */
export type LeadingNumber = { readonly value: number | null; readonly rest: string };

const space = '[ \\t\\n\\v\\f\\r]*';
const whole = new RegExp(`^${space}([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)`);
const floating = new RegExp(`^${space}[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?`);
const longMaximum = 2n ** 63n;
/** A 64-bit number has at most 22 octal digits: a longer one need not be read to know that it does not fit. */
const longestWhole = 22;
/** Below it C reports a range error, so that `1e-400` is refused and not read as 0, which would be off. */
const smallest = 2.2250738585072014e-308;

/**
 * The number at the start of a text as C's `strtol` with base 0 reads it: decimal, octal after a leading 0, hexadecimal after
 * `0x`. `null` where the text does not begin with a number.
 */
export function leadingWhole(text: string): LeadingNumber | null {
  const [all, sign, digits] = whole.exec(text) ?? [];
  if (all === undefined || digits === undefined) return null;
  const rest = text.slice(all.length);
  const size = magnitude(digits);
  if (size === null || size > longMaximum || (size === longMaximum && sign !== '-')) return { value: null, rest };
  return { value: sign === '-' ? -Number(size) : Number(size), rest };
}

function magnitude(digits: string): bigint | null {
  const isHexadecimal = /^0[xX]/.test(digits);
  const isOctal = !isHexadecimal && digits.startsWith('0');
  const significant = digits.replace(/^0[xX]?0*/, '');
  if (significant === '') return 0n;
  if (significant.length > longestWhole) return null;
  if (isHexadecimal) return BigInt(`0x${significant}`);
  return BigInt(isOctal ? `0o${significant}` : significant);
}

/**
 * The number at the start of a text as PostgreSQL 12 and later read it: whole as above, or with a decimal point or exponent.
 * `null` where the text does not begin with a number.
 */
export function leadingNumber(text: string): LeadingNumber | null {
  const integer = leadingWhole(text);
  // Without a digit before the point nothing was read, so the point has to be the very first character.
  const next = integer === null ? text[0] : integer.rest[0];
  const isFractional = next === '.' || next === 'e' || next === 'E';
  if (!isFractional && integer?.value !== null) return integer;
  const found = floating.exec(text)?.[0];
  if (found === undefined) return integer;
  const value = Number(found);
  const isTooSmall = Math.abs(value) < smallest && /[1-9]/.test(found.replace(/[eE].*/, ''));
  return { value: Number.isFinite(value) && !isTooSmall ? value : null, rest: text.slice(found.length) };
}

/** Rounds to the nearest whole number, a half to the even one, as C's `rint` does. */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const above = value - below;
  if (above === 0.5) return below % 2 === 0 ? below : below + 1;
  return above < 0.5 ? below : below + 1;
}
