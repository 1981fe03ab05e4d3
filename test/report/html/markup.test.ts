import { html, trusted, written } from '../../../lib/report/html/markup';
import type { Part } from '../../../lib/report/html/markup';

describe('a piece of HTML', () => {
  it.each<readonly [string, Part, string]>([
    ['text', 'a', 'a'],
    ['what would be a tag', '<b>', '&lt;b&gt;'],
    ['what would end an attribute', `"'`, '&quot;&#39;'],
    ['what would be a reference', '&lt;', '&amp;lt;'],
    ['a number', 1.5, '1.5'],
    ['nothing', null, ''],
    ['a list', ['<', html`<i>x</i>`, null, 2], '&lt;<i>x</i>2'],
    ['what was made here', html`<i>${'<'}</i>`, '<i>&lt;</i>'],
    ['what is trusted', trusted('a > b'), 'a > b'],
  ])('holds %s', (_, part, expected) => {
    expect(written(html`<p>${part}</p>`)).toBe(`<p>${expected}</p>`);
  });

  it('takes nothing that was not made here for HTML', () => {
    const forged = JSON.parse('{"markup":"<b>","isMarkup":"<b>","Symbol(markup)":"<b>"}') as Part;
    expect(written(html`${forged}`)).not.toContain('<b>');
  });

  it('leaves out the indentation of templates and nothing of what is put in', () => {
    const template = Object.assign(['<p>\n      ', '\n    </p>'], { raw: [] });
    expect(written(html(template, 'a\n    b'))).toBe('<p>\na\n    b\n</p>');
  });
});
