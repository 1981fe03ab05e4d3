import fc from 'fast-check';
import { blocksIn, type Block } from '../../../lib/read/hcl/blocks';

/** A block as `kind labels@line:column`, its attributes as `.name@line:column`, both behind the blocks around them. */
function outline(blocks: readonly Block[] | null, around = ''): readonly string[] | null {
  if (blocks === null) return null;
  return blocks.flatMap((block) => {
    const name = around + [block.kind, ...block.labels].join(' ');
    return [
      `${name}@${block.at.line}:${block.at.column}`,
      ...Object.entries(block.attributes).map(([key, { at }]) => `${name}.${key}@${at.line}:${at.column}`),
      ...(outline(block.blocks, `${name}/`) ?? []),
    ];
  });
}

describe('the blocks of a .tf file', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', '', []],
    [
      'a block on one line',
      'resource "aws_lb" "x" { name = "a" }',
      ['resource aws_lb x@1:1', 'resource aws_lb x.name@1:25'],
    ],
    ['labels without quotes', 'data aws_lb x {}', ['data aws_lb x@1:1']],
    ['an attribute of the file', 'a = 1\n', []],
    [
      'blocks in blocks',
      'module "m" {\n  a {\n    b = 1\n    c "d" { e = 2 }\n  }\n  f = 3\n}\nlocals {}\n',
      [
        'module m@1:1',
        'module m.f@6:3',
        'module m/a@2:3',
        'module m/a.b@3:5',
        'module m/a/c d@4:5',
        'module m/a/c d.e@4:13',
        'locals@8:1',
      ],
    ],
    [
      'comments of three kinds',
      '# a {\n// b {\n/* c {\n} */ d { # }\n  e = 1 // }\n  f = 2 /* }\n*/\n}',
      ['d@4:6', 'd.e@5:3', 'd.f@6:3'],
    ],
    ['comments in a header', 'a /* x */ "b" {\n  c /* = */ = 1\n}', ['a b@1:1', 'a b.c@2:3']],
    [
      'strings with brackets and quotes',
      'a {\n  b = "} \\" { [ ${"}"} $${ %%{ {"\n  c = 1\n}',
      ['a@1:1', 'a.b@2:3', 'a.c@3:3'],
    ],
    [
      'templates over lines',
      'a {\n  b = "${x(\n    "}"\n  )} %{ if y ~}z%{ endif }"\n  c = 1\n}',
      ['a@1:1', 'a.b@2:3', 'a.c@5:3'],
    ],
    ['a doubled sign before a template', 'a {\n  b = "$$${"\n  c = 1\n}', ['a@1:1', 'a.b@2:3', 'a.c@3:3']],
    [
      'lists and objects',
      'a {\n  b = [\n    { c = 1 },\n  ]\n  d = { "e" : (1 < 2), f = [] }\n  g = 6 / 2\n}',
      ['a@1:1', 'a.b@2:3', 'a.d@5:3', 'a.g@6:3'],
    ],
    [
      'a heredoc',
      'a {\n  b = <<EOT\nresource "x" "y" {\n "  EOTX\n EOT x\nEOT\n  c = 1\n}',
      ['a@1:1', 'a.b@2:3', 'a.c@7:3'],
    ],
    ['an indented heredoc', 'a {\n  b = <<-E-1\n    }\n    E-1\n  c = 1\n}', ['a@1:1', 'a.b@2:3', 'a.c@5:3']],
    ['a heredoc at the end', 'a = <<E\nE', []],
    [
      'a template in a heredoc that holds its marker, and a heredoc',
      'a {\n  b = <<E\n    ${c({\n  E\n    d = <<F\n }\nF\n    })} $${x\n  E\n  g = 1\n}',
      ['a@1:1', 'a.b@2:3', 'a.g@10:3'],
    ],
    ['heredocs in a call', 'a {\n  b = c(<<E\n}\nE\n  , 1)\n  d = 2\n}', ['a@1:1', 'a.b@2:3', 'a.d@6:3']],
    ['line breaks of Windows', 'a {\r\n  b = <<E\r\n}\r\nE\r\n  c = "d"\r\n}\r\n', ['a@1:1', 'a.b@2:3', 'a.c@5:3']],
    ['a byte order mark', '\uFEFFa {}', ['a@1:1']],
    ['names of other languages', 'a {\n  größe = 1\n}', ['a@1:1', 'a.größe@2:3']],
    [
      'names of the prototype',
      'a {\n  __proto__ = 1\n  constructor {}\n}',
      ['a@1:1', 'a.__proto__@2:3', 'a/constructor@3:3'],
    ],
  ])('%s', (_, text, expected) => {
    expect(outline(blocksIn(text))).toEqual(expected);
  });

  it.each([
    ['a plain string', '"a b"', 'a b'],
    ['one before a comment', '"a" # b', 'a'],
    ['a template', '"${a}"', null],
    ['an escape', '"\\""', null],
    ['an expression', '"a" == b', null],
    ['a number', '1', null],
  ])('know the text of %s', (_, written, literal) => {
    expect(blocksIn(`a {\n  b = ${written}\n}`)?.[0]?.attributes.b?.literal).toBe(literal);
  });

  // A place behind a mistake would be a guess.
  it.each([
    ['a string that does not end', 'a {\n  b = "c\n}\nd {}'],
    ['a template that does not end', 'a {\n  b = "${c"\n}\nd {}'],
    ['a heredoc that does not end', 'a {\n  b = <<E\n}\nd {}'],
    ['a heredoc without a marker', 'a {\n  b = << E\n}'],
    ['a comment that does not end', 'a {}\n/* b {}'],
    ['a comment in an expression that does not end', 'a {\n  b = 1 /* }\n'],
    ['brackets that do not match', 'a {\n  b = [(]\n}'],
    ['a block that does not end', 'a {\n'],
    ['a brace too many', 'a {}\n}'],
    ['an attribute that is written twice', 'a {\n  b = 1\n  b = 2\n}'],
    ['a name alone', 'a\nb {}'],
    ['a quoted name', '"a" = 1'],
    ['a comparison', 'a == 1'],
    ['JSON', '{ "resource": {} }'],
    ['a binary', 'PK\u0003\u0004\u0000'],
  ])('are none in a file with %s', (_, text) => {
    expect(blocksIn(text)).toBeNull();
  });
});

describe('any text', () => {
  const pieces = [
    ...[
      'resource "aws_lb" "x" {\n',
      'a = ',
      'name',
      ' ',
      '\n',
      '\r\n',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '"',
      '\\',
      '${',
      '$${',
    ],
    ...[
      '%{',
      '#',
      '//',
      '/*',
      '*/',
      '<<E\n',
      '<<-E\n',
      'E\n',
      '  E\n',
      '=',
      '==',
      '1',
      'ä',
      '\uFEFF',
      'a = "b"\n',
      'b {\n  c = 1\n}\n',
    ],
  ];
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  );

  it('throws nothing, and each place is where the name stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = text.replace(/^\uFEFF/, '').split('\n');
        const textAt = ({ line, column }: Block['at']): string => lines[line - 1]?.slice(column - 1) ?? '';
        const check = (block: Block): void => {
          expect(textAt(block.at).startsWith(block.kind)).toBe(true);
          for (const [name, { at }] of Object.entries(block.attributes)) expect(textAt(at).startsWith(name)).toBe(true);
          block.blocks.forEach(check);
        };
        (blocksIn(text) ?? []).forEach(check);
      }),
      { numRuns: 2000 },
    );
  });

  const name = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,5}$/);
  const filler = fc.constantFrom('', '# }\n', '/* x { */ ', '\n\n', '// "\n');
  const expression = fc.constantFrom(
    ...[
      '1',
      '"}"',
      '"${x("}")}"',
      '<<E\n } a = 1\n  E',
      '[\n{ a = 1 }]',
      '{\n a = "b"\n}',
      'x ? "#" : "//"',
      '"$${"',
      '(\n1)',
    ],
  );
  const attributes = fc.uniqueArray(fc.tuple(name, expression, filler), { selector: ([key]) => key, maxLength: 4 });

  it('tells every block and attribute that was written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, attributes, filler, fc.option(name)), { maxLength: 4 }), (written) => {
        let text = '';
        const expected: string[] = [];
        const here = (): string => `${text.split('\n').length}:${text.length - text.lastIndexOf('\n')}`;
        for (const [label, list, before, inner] of written) {
          text += before;
          expected.push(`b ${label}@${here()}`);
          text += `b "${label}" {\n`;
          for (const [key, value, between] of list) {
            text += between;
            expected.push(`b ${label}.${key}@${here()}`);
            text += `${key} = ${value}\n`;
          }
          if (inner !== null) {
            expected.push(`b ${label}/${inner}@${here()}`);
            text += `${inner} {}\n`;
          }
          text += '}\n';
        }
        expect([...(outline(blocksIn(text)) ?? ['not read'])].sort()).toEqual([...expected].sort());
      }),
      { numRuns: 500 },
    );
  });

  const much = 300_000;
  it.each([
    ['deep blocks', 'a{'.repeat(much) + '}'.repeat(much)],
    ['deep brackets', `a=${'['.repeat(much)}`],
    ['deep templates', `a="${'${"'.repeat(much)}`],
    ['deep heredocs', `a=${'<<E\n${'.repeat(much)}`],
    ['a long marker', `a=<<${'E'.repeat(much)}\n${'\n'.repeat(much)}${' '.repeat(much)}`],
    ['many comments', '/**/'.repeat(much)],
    ['many labels', 'a '.repeat(much)],
    ['many blanks', `${' '.repeat(much)}\n`.repeat(2)],
  ])('takes little time, whatever it holds: %s', (_, text) => {
    const start = performance.now();
    blocksIn(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
