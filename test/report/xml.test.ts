import fc from 'fast-check';
import { xmlElement, xmlText } from '../../lib/report/xml';
import { readXml } from './xml-reader';

describe('XML', () => {
  it.each([
    ['<a href="x">&amp;</a>', '&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;'],
    [']]>', ']]&gt;'],
    ['a\u0000b\u001bc\u000bd', 'a\\u{0}b\\u{1b}c\\u{b}d'],
    ['\ufffe\uffff', '\\u{fffe}\\u{ffff}'],
    ['\ud800x\udc00', '\\u{d800}x\\u{dc00}'],
    ['😀 é', '😀 é'],
    ['a\r\n\tb', 'a&#13;\n\tb'],
  ])('text %j', (text, expected) => {
    expect(xmlText(text)).toBe(expected);
  });

  it('keeps white space in attributes, and leaves an empty element without an end tag', () => {
    expect(xmlElement('a', { b: 'x\n\ty', c: 2 }, [])).toBe('<a b="x&#10;&#9;y" c="2"/>');
    expect(xmlElement('a', {}, ['<b/>', '<c/>'])).toBe('<a>\n<b/>\n<c/>\n</a>');
    expect(xmlElement('a', {}, 'x < y')).toBe('<a>x &lt; y</a>');
  });

  it('is well-formed whatever the text, and reads back as it was where XML can hold it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readXml(xmlElement('a', { b: text }, text));
        expect(read.attributes['b']).toBe(read.text);
        if (/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text)) expect(read.text).toBe(text);
      }),
    );
  });
});
