import { durationPattern, formatDuration, parseDuration } from '../../core/duration';
import { closest } from '../../core/did-you-mean';
import type { Headroom } from '../../core/configuration';
import type { Seconds } from '../../core/setting';
import { listed, mismatch, quoted, shown } from './place';
import type { JsonSchema, Shape } from './shape';

/** Non-empty text, exactly as written. Numbers are refused rather than turned into text, since YAML has dropped their leading zeros. */
export function text(what: string, example: string): Shape<string> {
  return {
    schema: { type: 'string', pattern: '\\S' },
    read: (value, at) => {
      if (typeof value === 'number' || typeof value === 'boolean')
        return at.problem(`is ${shown(value)}, where ${what} is expected, which is text; write it in quotes`);
      if (typeof value !== 'string' || value.trim() === '') return at.problem(mismatch(value, what, example));
      return value;
    },
  };
}

/** Non-empty text of any number of lines, without the blanks around it. */
export function prose(what: string, example: string): Shape<string> {
  return {
    schema: { type: 'string', pattern: '\\S' },
    read: (value, at) =>
      typeof value === 'string' && value.trim() !== '' ? value.trim() : at.problem(mismatch(value, what, example)),
  };
}

/** One of a few words. */
export function choice<T extends string>(words: readonly T[]): Shape<T> {
  return {
    schema: { enum: words },
    read: (value, at) => {
      const found = words.find((word) => word === value);
      if (found !== undefined) return found;
      const near = typeof value === 'string' ? closest(value, words) : null;
      return at.problem(
        `is ${shown(value)}; ${near === null ? `write ${listed(words, 'or')}` : `did you mean \`${near}\`?`}`,
      );
    },
  };
}

export const flag: Shape<boolean> = {
  schema: { type: 'boolean' },
  read: (value, at) =>
    typeof value === 'boolean' ? value : at.problem(`is ${shown(value)}; write \`true\` or \`false\``),
};

/** A whole number within bounds, both included. */
export function whole(what: string, min: number, max: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum: min, maximum: max },
    read: (value, at) =>
      typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
        ? value
        : at.problem(
            `is ${shown(value)}, where ${what} is expected; write a whole number from ${String(min)} to ${String(max)}`,
          ),
  };
}

const durationSchema: JsonSchema = { anyOf: [{ type: 'string', pattern: durationPattern }, { const: 0 }] };

/** A duration, in seconds; 0 included. */
export const duration: Shape<Seconds> = {
  schema: durationSchema,
  read: (value, at) => {
    if (value === null) return at.problem('has no value; write a duration like 30s, or remove the key');
    const parsed = parseDuration(value);
    return parsed.ok ? parsed.seconds : at.problem(parsed.reason);
  },
};

/** A duration above zero, in seconds. */
export const promise: Shape<Seconds> = {
  schema: { type: 'string', pattern: durationPattern },
  read: (value, at) => {
    const seconds = duration.read(value, at);
    return seconds === 0
      ? at.problem('is 0, which promises nothing; write how long it may take, or remove the key')
      : seconds;
  },
};

/** What a vendor accepts, both ends included, and who says so. */
type Range = { readonly min: number; readonly max: number; readonly cite: string };

/** A number that is not negative, within what the vendor accepts. */
export function amount(range: Range | undefined): Shape<number> {
  const { min, max } = range ?? { min: 0, max: Number.MAX_SAFE_INTEGER };
  return {
    schema: { type: 'number', minimum: min, maximum: max },
    read: (value, at) =>
      typeof value === 'number' && value >= min && value <= max
        ? value
        : at.problem(`is ${shown(value)}, where a number is expected; write one from ${String(min)} to ${String(max)}`),
  };
}

/** A timer's duration within what the vendor accepts; `null` for 0 where that turns it off. */
export function limit(range: Range | undefined, zeroIsOff: boolean): Shape<Seconds | null> {
  return {
    schema: zeroIsOff ? durationSchema : { type: 'string', pattern: durationPattern },
    read: (value, at) => {
      const seconds = duration.read(value, at);
      if (seconds === undefined) return undefined;
      if (seconds === 0 && zeroIsOff) return null;
      if (range !== undefined && (seconds < range.min || seconds > range.max))
        return at.problem(
          `is ${formatDuration(seconds)}, which is not possible here; write a duration from ${formatDuration(range.min)} to ${formatDuration(range.max)}`,
        );
      return seconds === 0
        ? at.problem('is 0, which could mean at once or never; write the duration, or remove the key')
        : seconds;
    },
  };
}

/** Whole seconds, as TCP keepalive takes them. */
export function wholeSeconds(min: Seconds, max: Seconds): Shape<Seconds> {
  return {
    schema: { type: 'string', pattern: durationPattern },
    read: (value, at) => {
      const seconds = duration.read(value, at);
      if (seconds === undefined || (Number.isInteger(seconds) && seconds >= min && seconds <= max)) return seconds;
      return at.problem(
        `is ${formatDuration(seconds)}, which Linux refuses for a keepalive; write whole seconds from ${String(min)}s to ${String(max)}s`,
      );
    },
  };
}

/** A duration or a percentage of the duration that it is added to. */
export const headroom: Shape<Headroom> = {
  schema: {
    anyOf: [
      { type: 'string', pattern: durationPattern },
      { type: 'string', pattern: '^\\d{1,4}(\\.\\d{1,3})? ?%$' },
      { const: 0 },
    ],
  },
  read: (value, at) => {
    const percent = typeof value === 'string' ? /^(\d{1,4}(?:\.\d{1,3})?) ?%$/.exec(value.trim())?.[1] : undefined;
    if (percent !== undefined) return { as: 'percentage', percent: Number(percent) };
    if (typeof value === 'string' && value.includes('%'))
      return at.problem(`is ${quoted(value)}, which is not a percentage; write it like 10%`);
    const seconds = duration.read(value, at);
    return seconds === undefined ? undefined : { as: 'duration', seconds };
  },
};
