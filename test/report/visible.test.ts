import { shorten, visible, visibleText } from '../../lib/report/visible';

describe('what a name may show', () => {
  it.each([
    ['an address', 'module.a["x/y"].aws_lb.b[0]', 'module.a["x/y"].aws_lb.b[0]'],
    ['letters of any script', 'größe-日本-🦀', 'größe-日本-🦀'],
    ['an escape sequence', 'a\u001b[31mred', 'a\\u{1b}[31mred'],
    ['an eight-bit escape', 'a\u009b31m', 'a\\u{9b}31m'],
    ['a line break', 'a\nb\rc', 'a\\nb\\u{d}c'],
    ['a tab', 'a\tb', 'a\\tb'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['text that runs backwards', 'abc\u202ecba', 'abc\\u{202e}cba'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200b}b'],
    ['half a character', 'a\ud83dz', 'a\\u{d83d}z'],
    ['delete and null', '\u0000\u007f', '\\u{0}\\u{7f}'],
  ])('%s', (_, name, shown) => {
    expect(visible(name)).toBe(shown);
  });

  it('keeps both ends of a very long name', () => {
    const shown = visible(`head${'x'.repeat(1_000_000)}tail`);
    expect(shown).toHaveLength(200);
    expect(shown).toMatch(/^headx+…x+tail$/);
  });

  it('stays short where everything has to be spelled out', () => {
    expect(visible('\u001b'.repeat(1_000_000))).toHaveLength(200);
    expect(visibleText('\u001b'.repeat(1_000_000))).toHaveLength(2000);
  });

  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 5, 'ab…ef'],
    ['abcdef', 4, 'ab…f'],
    ['abcdef', 2, 'a…'],
  ])('shortens %s to %i', (text, longest, shown) => {
    expect(shorten(text, longest)).toBe(shown);
  });
});
