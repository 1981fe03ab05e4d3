import {
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  getScalarValue,
  SCALAR_STYLE,
  type Event,
  type ScalarEvent,
} from 'js-yaml';
import type { Trail } from '../../read/configuration/place';

/** A value of a YAML document by the offsets at which its parts begin. */
export type Position = {
  /** Where the value begins, or the key or dash-item that leads to it. */
  readonly offset: number;
  readonly members: ReadonlyMap<string | number, Position>;
};

/** A key that a mapping has twice: the offsets of both. */
export type Repeated = { readonly key: string; readonly first: number; readonly second: number };

/** The places of a document and the keys that are written twice. `events` are those of one document's content. */
export function positionsOf(
  events: readonly Event[],
  text: string,
): { readonly top: Position | null; readonly repeated: readonly Repeated[] } {
  const repeated: Repeated[] = [];
  let next = 0;

  function value(leading: number | null): Position | null {
    const event = events[next++];
    if (event === undefined) return null;
    if (event.type === EVENT_SEQUENCE) return sequence(leading ?? event.start);
    if (event.type === EVENT_MAPPING) return mapping(leading ?? event.start);
    return { offset: leading ?? (event.type === EVENT_SCALAR ? startOf(event) : -1), members: new Map() };
  }

  function sequence(offset: number): Position {
    const members = new Map<number, Position>();
    while (isInside()) {
      const item = value(null);
      if (item !== null) members.set(members.size, item.offset === -1 ? { ...item, offset } : item);
    }
    next++;
    return { offset, members };
  }

  function mapping(offset: number): Position {
    const members = new Map<string, Position>();
    while (isInside()) {
      const event = events[next];
      const isName = event?.type === EVENT_SCALAR;
      const key = isName ? getScalarValue(text, event) : null;
      const start = isName ? startOf(event) : -1;
      value(null);
      const member = value(start === -1 ? offset : start);
      if (key === null || member === null) continue;
      const before = members.get(key);
      if (before !== undefined) repeated.push({ key, first: before.offset, second: member.offset });
      members.set(key, member);
    }
    next++;
    return { offset, members };
  }

  const isInside = (): boolean => next < events.length && events[next]?.type !== EVENT_POP;
  return { top: value(null), repeated };
}

/** Where a scalar begins, its quotes included; -1 where nothing is written. */
function startOf({ style, valueStart }: ScalarEvent): number {
  const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  return isQuoted ? valueStart - 1 : valueStart;
}

/** The offset of the place at the end of a trail, or of the nearest one around it. */
export function offsetOf(top: Position | null, trail: Trail): number {
  let place = top;
  let offset = place?.offset ?? 0;
  for (const step of trail) {
    place = place?.members.get(step) ?? null;
    if (place === null) break;
    offset = place.offset;
  }
  return Math.max(0, offset);
}

/** Turns offsets of a text into lines and columns, both counted from 1. */
export function lineCounter(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
