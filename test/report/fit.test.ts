import { fit } from '../../lib/report/fit';
import type { Section } from '../../lib/report/fit';

const section = (letter: string, count: number, most = 1000): Section => ({
  what: [letter, `${letter}s`],
  before: '<',
  entries: Array.from({ length: count }, () => letter.repeat(8)),
  after: '>',
  most,
});

describe('sections in a room', () => {
  // A section takes 4 characters, and each entry 8.
  it.each<readonly [string, readonly Section[], number, readonly number[], readonly string[]]>([
    ['all fit', [section('a', 2), section('b', 1)], 32, [2, 1], []],
    ['all fit, however much one takes', [section('a', 2, 4), section('b', 1)], 32, [2, 1], []],
    ['the first ones stay', [section('a', 2), section('b', 2)], 32, [2, 1], ['1 b']],
    ['one more character is too much', [section('a', 2), section('b', 1)], 31, [2], ['1 b']],
    ['none takes all', [section('a', 9, 20), section('b', 2)], 40, [2, 2], ['7 as']],
    ['what is empty is not shown', [section('a', 0), section('b', 1)], 12, [1], []],
    ['no room', [section('a', 3)], 5, [], ['3 as']],
  ])('%s', (_, sections, room, kept, leftOut) => {
    const made = fit(sections, room);
    expect(made.parts.map((part) => (part.length - 2) / 8)).toEqual(kept);
    expect(made.leftOut).toEqual(leftOut);
    expect(made.parts.reduce((size, part) => size + part.length + 2, 0)).toBeLessThanOrEqual(room);
  });
});
