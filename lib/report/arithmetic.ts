import { formatDuration } from '../core/duration';
import type { Finding } from '../core/report';
import { visibleText } from './visible';

/** Both numbers of a finding: `has to be > 90 s, is 60 s`. `null` where the policy gave none. */
export function arithmeticOf({ expected, actual, unit }: Finding): string | null {
  const parts = [
    expected === null ? null : `has to be ${unit === 's' ? withUnits(visibleText(expected)) : visibleText(expected)}`,
    actual === null ? null : `is ${amount(actual, unit)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** `off or > 3600` in words of time: a comparison of a duration is in seconds, and says so only in its field `unit`. */
function withUnits(expected: string): string {
  return expected.replace(/(?<=[<>]=? )\d+(?:\.\d+)?(?![\d.])(?! (?:ms|s|min|h)\b)/g, (seconds) =>
    formatDuration(Number(seconds)),
  );
}

function amount(actual: Finding['actual'], unit: Finding['unit']): string {
  if (typeof actual === 'number' && unit === 's') return formatDuration(actual);
  const text = visibleText(typeof actual === 'string' ? actual : JSON.stringify(actual));
  return unit === 'percent' ? `${text} %` : text;
}
