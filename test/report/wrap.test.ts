import { lengthOf, pad, usableWidth, wrap } from '../../lib/report/wrap';

describe('wrap', () => {
  it.each([
    ['a short text', 'one two', 20, '', '', ['one two']],
    ['a text that just fits', 'one two', 7, '', '', ['one two']],
    ['a text that does not', 'one two', 6, '', '', ['one', 'two']],
    ['an indent', 'one two three', 9, '- ', '  ', ['- one two', '  three']],
    ['a word that is longer than a line', 'a aws_lb.very_long b', 6, '', ' ', ['a', ' aws_lb.very_long', ' b']],
    ['runs of spaces', '  one   two ', 20, '', '', ['one two']],
    ['nothing', '', 20, '  fix:', '', ['  fix:']],
    ['characters beyond 16 bits', '🦀🦀 🦀', 4, '', '', ['🦀🦀 🦀']],
  ])('%s', (_, text, width, first, rest, lines) => {
    expect(wrap(text, width, first, rest)).toEqual(lines);
  });

  it('indents what follows as far as the first line, unless told otherwise', () => {
    expect(wrap('one two', 8, '  at ')).toEqual(['  at one', '     two']);
  });
});

it.each([
  [20, 60],
  [60, 60],
  [99.9, 99],
  [160, 160],
  [500, 160],
])('%f columns are laid out in %i', (columns, width) => {
  expect(usableWidth(columns)).toBe(width);
});

it('counts and pads characters, not bytes', () => {
  expect(lengthOf('é🦀')).toBe(2);
  expect(pad('🦀', 3)).toBe('🦀  ');
  expect(pad('long', 3)).toBe('long');
});

it('keeps a number and its unit together', () => {
  expect(wrap('it is cut at 30 s of 90 s', 14)).toEqual(['it is cut at', '30 s of 90 s']);
  expect(wrap('after 30 seconds', 8)).toEqual(['after 30', 'seconds']);
});
