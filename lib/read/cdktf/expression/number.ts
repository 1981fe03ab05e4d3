/** Digits that a number of 64 bits holds for certain. Terraform computes with 512 bits. */
const certain = 15;

/**
 * A result of arithmetic without the noise of binary fractions (`0.1 + 0.2` is `0.3`); `null` where it is beyond what is
 * computed here.
 */
export function tidy(result: number): number | null {
  if (!Number.isFinite(result)) return null;
  const short = Number(result.toPrecision(certain));
  const near = !Number.isInteger(result) && Math.abs(short - result) <= Math.abs(result) * Number.EPSILON;
  // Adding 0 takes the sign from a zero: no timer has one.
  return (near ? short : result) + 0;
}

/** Whether a number is the one that Terraform has, digit by digit. */
export function isExact(number: number): boolean {
  return Number.isSafeInteger(number) || Number(number.toPrecision(certain)) === number;
}

/** A number as Terraform writes it into a text: never with an exponent; `null` where it has digits that are not known here. */
export function numberText(number: number): string | null {
  if (!isExact(number)) return null;
  const written = String(number);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(written) ?? [];
  if (whole === '') return written;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/**
 * The number that a text stands for, as Terraform converts it: decimal, perhaps with an exponent. `null` for a text that is none;
 * `undefined` where Terraform sees a number that is not known here digit by digit.
 */
export function numberOf(text: string): number | null | undefined {
  // Go's big.ParseFloat also takes these (https://pkg.go.dev/math/big#Float.Parse).
  if (/^[+-]?(?:inf|[\d.]+p)/i.test(text)) return undefined;
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return null;
  const digits = text
    .replace(/[eE].*$/s, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '').length;
  const number = Number(text) + 0;
  return digits > certain && !Number.isSafeInteger(number) ? undefined : Number.isFinite(number) ? number : undefined;
}
