import type { Json, Seconds } from './setting';

const secondsPer = { d: 86400, h: 3600, min: 60, s: 1, ms: 0.001 } as const;
const number = String.raw`(\d{1,9}(?:\.\d{1,3})?)`;
const plain = `(?=\\d)(?:${number} ?d ?)?(?:${number} ?h ?)?(?:${number} ?(?:min|m) ?)?(?:${number} ?s ?)?(?:${number} ?ms)?`;
const iso = `P(?=[\\dT])(?:${number}D)?(?:T(?=\\d)(?:${number}H)?(?:${number}M)?(?:${number}S)?)?`;

/** What {@link parseDuration} accepts as text, as a regular expression that schemas may show. */
export const durationPattern = `^(?:0|${plain}|${iso})$`.replace(/\((?=\\d\{1,9\})/g, '(?:');

const plainForm = new RegExp(`^${plain}$`);
const isoForm = new RegExp(`^${iso}$`);
const units = ['d', 'h', 'min', 's', 'ms'] as const;

export type ParsedDuration =
  { readonly ok: true; readonly seconds: Seconds } | { readonly ok: false; readonly reason: string };

/**
 * Reads a duration: `250ms`, `30s`, `5m` or `5min`, `4h`, `1h30m`, `1d`, ISO 8601 (`PT1H30M`), or 0. A number without a unit is
 * refused, since it is seconds to some and milliseconds to others. Resolution is one microsecond.
 * `reason` continues a sentence whose subject is the key: "is 30 without a unit; write 30s or 30ms".
 */
export function parseDuration(value: Json): ParsedDuration {
  if (value === 0) return { ok: true, seconds: 0 };
  if (typeof value === 'number' && Number.isFinite(value))
    return refuse(value < 0 ? negative : withoutUnit(String(value)));
  if (typeof value !== 'string') return refuse(`is not a duration; ${howToWrite}`);
  const text = value.trim();
  if (text === '0') return { ok: true, seconds: 0 };
  if (text.startsWith('-')) return refuse(negative);
  if (/^\d{1,15}(\.\d{1,15})?$/.test(text)) return refuse(withoutUnit(text));
  if (text.length > longest) return refuse(`is not a duration; ${howToWrite}`);
  const parts = (plainForm.exec(text) ?? isoForm.exec(text))?.slice(1);
  if (parts === undefined || parts.every((part) => part === undefined))
    return refuse(`is ${JSON.stringify(text)}, which is not a duration; ${howToWrite}`);
  const seconds = units.reduce((sum, unit, at) => sum + Number(parts[at] ?? 0) * secondsPer[unit], 0);
  return { ok: true, seconds: toMicroseconds(seconds) };
}

const longest = 64;
const negative = 'is negative; write a duration from 0 up';
const howToWrite = 'write it like 250ms, 30s, 5min, 1h30m or PT5M';

function refuse(reason: string): ParsedDuration {
  return { ok: false, reason };
}

function withoutUnit(text: string): string {
  return `is ${text} without a unit, which could be seconds or milliseconds; write ${text}s or ${text}ms`;
}

/** Binary fractions are not exact (1.1 h is not 3960 s), so sums are rounded to what durations can express. */
function toMicroseconds(seconds: Seconds): Seconds {
  return Math.round(seconds * 1e6) / 1e6;
}

/**
 * A duration as messages show it, always exact: `250 ms`, `90 s`, `350 s`, `5 min`, `1 h 30 min`. Seconds below two minutes
 * and wherever it is not a whole minute.
 */
export function formatDuration(seconds: Seconds): string {
  const exact = toMicroseconds(seconds);
  if (exact > 0 && exact < 1) return `${toMicroseconds(exact * 1000)} ms`;
  if (exact < 120 || exact % 60 !== 0) return `${exact} s`;
  const hours = Math.floor(exact / 3600);
  const minutes = (exact % 3600) / 60;
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}
