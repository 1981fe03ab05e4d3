import { fenced, htmlText, markdownCode, markdownText } from '../../lib/report/markdown-text';
import { hostileNames } from './hostile';

describe('a sentence in Markdown', () => {
  it.each([
    ['`idle_timeout` of `aws_lb.public` is 60 s (default)', '`idle_timeout` of `aws_lb.public` is 60 s (default)'],
    ['is cut at 1.5 s by idle_timeout of aws_lb.public.', 'is cut at 1.5 s by `idle_timeout` of `aws_lb.public`.'],
    ["don't, and/or 10,000 at 12:30: 50% (really)", "don't, and/or 10,000 at 12:30: 50% (really)"],
    ['has to be >= 90 s, < 2 h', 'has to be &gt;= 90 s, &lt; 2 h'],
    ['ask @octocat', 'ask `@octocat`'],
    ['fixes #12, (GH-12) and o/r#3', 'fixes `#12`, (`GH-12`) and `o/r#3`'],
    ['in 1234567 and deadbeef1, defaced', 'in `1234567` and `deadbeef1`, defaced'],
    ['see https://example.org/x.', 'see `https://example.org/x`.'],
    ['www.example.org, a@b.co', '`www.example.org`, `a@b.co`'],
    ['<b>x</b> &amp;', '`<b>x</b>` `&amp`;'],
    [':tada: x:id:y', '`:tada`: `x:id:y`'],
    ['*x* _y_ ~z~ [q](r) $m$ \\', '`*x*` `_y_` `~z~` `[q](r`) `$m$` `\\`'],
    ['a` b', '<code>a&#96;</code> b'],
    ['a | b', 'a <code>&#124;</code> b'],
    ['- x', '&#45; x'],
    ['1. x', '&#49;. x'],
    ['1 x', '1 x'],
    ['=== x', '&#61;== x'],
    ['/close', '`/close`'],
    ['!12', '`!12`'],
    ['    x', 'x'],
    ['a\nb\u202e', '`a\\nb\\u{202e}`'],
    ['größer → ≥ 3', 'größer → ≥ 3'],
  ])('%j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  it('is cut in the middle where it is very long', () => {
    expect(markdownText('x'.repeat(9000))).toHaveLength(2000);
  });
});

describe('a sentence in HTML', () => {
  it.each([
    ['error: `a<b` on x', 'error: <code>a&lt;b</code> on x'],
    ['`"x" & y`', '<code>&#34;x&#34; &amp; y</code>'],
    ['<b> @x aws_lb.x', '<code>&lt;b&gt;</code> <code>@x</code> <code>aws_lb.x</code>'],
  ])('%j', (text, expected) => {
    expect(htmlText(text)).toBe(expected);
  });
});

describe('a name as code', () => {
  it.each([
    ['aws_lb.x["a b"]', '`aws_lb.x["a b"]`'],
    ['a|b', '<code>a&#124;b</code>'],
    ['a`b', '<code>a&#96;b</code>'],
    [' a', '<code> a</code>'],
    ['', '<code></code>'],
    ['|www.x', '<code>&#124;www<!-- -->&#46;x</code>'],
    ['|a@b', '<code>&#124;a<!-- -->&#64;b</code>'],
    ['|http:', '<code>&#124;http<!-- -->&#58;</code>'],
  ])('%j', (name, expected) => {
    expect(markdownCode(name)).toBe(expected);
  });

  it.each(hostileNames)('never ends early: %j', (name) => {
    expect(markdownCode(name)).toMatch(/^(`[^`|\n]+`|<code>([\w &#;]|[^\x00-\x7f]|<!-- -->)*<\/code>)$/);
  });
});

describe('a fenced block', () => {
  it.each([
    [['a'], '```sql\na\n```'],
    [['a `b` c'], '```sql\na `b` c\n```'],
    [['```', '<b>'], '````sql\n```\n<b>\n````'],
    [['x `````', '``'], '``````sql\nx `````\n``\n``````'],
    [[], '```sql\n```'],
  ])('%j', (lines, expected) => {
    expect(fenced(lines, 'sql')).toBe(expected);
  });
});
