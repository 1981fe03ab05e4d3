import { written } from '../../../lib/report/html/markup';
import { code, prose } from '../../../lib/report/html/words';

describe('a name', () => {
  it.each([
    ['aws_lb.public', '<code>aws_<wbr />lb.<wbr />public</code>'],
    ['a["x"]', '<code>a[&quot;x&quot;]</code>'],
    ['x\u202e', '<code>x\\u{202e}</code>'],
    ['', '<code></code>'],
  ])('%j is code that may be broken', (name, expected) => {
    expect(written(code(name))).toBe(expected);
  });
});

describe('a sentence', () => {
  it.each([
    ['`idle` of `a.b` is 1.5 s.', '<code>idle</code> of <code>a.<wbr />b</code> is 1.5 s.'],
    ['a ` alone', 'a ` alone'],
    ['`<b>` & <i>', '<code>&lt;b&gt;</code> &amp; &lt;i&gt;'],
    ['a\u0000b', 'a\\u{0}b'],
  ])('%j has its names as code', (text, expected) => {
    expect(written(prose(text))).toBe(expected);
  });
});
