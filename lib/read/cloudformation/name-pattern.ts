import { plain, type Evaluated } from '../evaluated/value';

/** A name as far as it is known: what it begins and ends with. */
export type NamePattern = { readonly start: string; readonly end: string; readonly isWhole: boolean };

/** What is known of a name; `undefined` where nothing of the name is known. */
export function patternOf(name: Evaluated): NamePattern | undefined {
  const text = plain(name);
  if (typeof text === 'string') return { start: text, end: text, isWhole: true };
  if (name.is !== 'text') return undefined;
  const [start, end] = [textAt(name.parts, 0), textAt(name.parts, -1)];
  return start + end === '' ? undefined : { start, end, isWhole: false };
}

function textAt(parts: readonly Evaluated[], at: 0 | -1): string {
  const part = parts.at(at);
  return part?.is === 'value' ? String(part.value) : '';
}

/** Whether two names may be the same. Names that have no known text in common say nothing of each other. */
export function mayBe(one: NamePattern, other: NamePattern): boolean {
  if (one.isWhole && other.isWhole) return false;
  const starts = one.start.startsWith(other.start) || other.start.startsWith(one.start);
  const ends = one.end.endsWith(other.end) || other.end.endsWith(one.end);
  const common = Math.min(one.start.length, other.start.length) + Math.min(one.end.length, other.end.length);
  const isLongEnough = [one, other].every(({ isWhole, start }) => !isWhole || common <= start.length);
  return starts && ends && common > 0 && isLongEnough;
}
