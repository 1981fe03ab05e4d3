import fc from 'fast-check';
import { evaluateText } from '../../../../lib/read/cdktf/evaluate-text';
import { literal, type Evaluated } from '../../../../lib/read/evaluated/value';
import { generated } from './generated';
import { evaluated, scope, short, valueOf } from './stand';

// Wide enough for a machine that does other things beside: without limits these take hours.
jest.setTimeout(60_000);

/** What a text is worth, and that it does not take long. */
function soon(text: string, within = 10_000): Evaluated {
  const start = Date.now();
  const value = evaluateText(text, scope);
  expect(Date.now() - start).toBeLessThan(within);
  return value;
}

const unread = {
  is: 'unknown',
  why: expect.stringContaining('an expression that nests too deeply to be read') as string,
};

describe('hostile texts', () => {
  it.each<[string, string]>([
    ['brackets', `\${${'('.repeat(30_000)}1${')'.repeat(30_000)}}`],
    ['brackets that stay open', `\${${'('.repeat(30_000)}`],
    ['lists', `\${${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ['objects', `\${${'{a='.repeat(20_000)}1${'}'.repeat(20_000)}}`],
    ['templates', `${'${"'.repeat(15_000)}x${'"}'.repeat(15_000)}`],
    ['signs', `\${${'!'.repeat(50_000)}true}`],
    ['conditionals', `\${${'true ? 1 : '.repeat(5_000)}2}`],
    ['calls', `\${${'try('.repeat(15_000)}1${')'.repeat(15_000)}}`],
    ['indices', `\${${'a['.repeat(20_000)}0${']'.repeat(20_000)}}`],
    ['loops', `\${${'[for x in [1] : '.repeat(5_000)}x${']'.repeat(5_000)}}`],
  ])('%s in each other, too deep', (_, text) => {
    expect(soon(text)).toMatchObject(unread);
  });

  it('follows what is nested 90 levels deep', () => {
    expect(soon(`\${${'('.repeat(90)}1${')'.repeat(90)}}`)).toEqual({ is: 'value', value: 1 });
    expect(soon(`${'${"-'.repeat(40)}x${'"}'.repeat(40)}`)).toEqual({ is: 'value', value: `${'-'.repeat(40)}x` });
  });

  it('follows what is long and not deep', () => {
    expect(soon(`\${${'1 + '.repeat(20_000)}1}`)).toEqual({ is: 'value', value: 20_001 });
    expect(soon('${1}'.repeat(20_000))).toEqual({ is: 'value', value: '1'.repeat(20_000) });
    expect(soon(`\${aws_lb${'.a'.repeat(40_000)}}`)).toMatchObject({ is: 'reference' });
    expect(soon(`\${length([${'1,'.repeat(40_000)}])}`)).toEqual({ is: 'value', value: 40_000 });
    expect(soon(`\${max(${'1,'.repeat(40_000)})}`)).toEqual({ is: 'value', value: 1 });
  });

  it('does not read what is longer than a configuration', () => {
    expect(soon(`${'x'.repeat(100_001)}\${1}`)).toMatchObject({
      is: 'unknown',
      why: 'is longer than what is read here',
    });
    const plain = 'x'.repeat(5_000_000);
    expect(soon(plain)).toEqual({ is: 'value', value: plain });
  });

  const loops = (count: number, collection: (at: number) => string, item: string): string =>
    `\${${Array.from({ length: count }, (_, at) => `[for x${at} in ${collection(at)} : `).join('')}${item}${']'.repeat(count)}}`;

  it('ends with loops in loops', () => {
    const text = loops(12, () => '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]', 'x0');
    expect(soon(text)).toMatchObject({ is: 'unknown', why: 'is an expression that takes too long to compute' });
  });

  it.each([
    ['lists that double', loops(60, (at) => (at === 0 ? '[[1, 1]]' : `[[x${at - 1}, x${at - 1}]]`), 'x59')],
    ['texts that double', loops(60, (at) => (at === 0 ? '["xx"]' : `["\${x${at - 1}}\${x${at - 1}}"]`), 'x59')],
    [
      'texts that are joined',
      loops(30, (at) => (at === 0 ? '["xx"]' : `[join(x${at - 1}, [x${at - 1}, x${at - 1}])]`), 'x29'),
    ],
    ['texts that are replaced', loops(40, (at) => (at === 0 ? '["xx"]' : `[replace(x${at - 1}, "x", "xx")]`), 'x39')],
    ['texts that are escaped', loops(90, (at) => (at === 0 ? '["\\""]' : `[jsonencode(x${at - 1})]`), 'x89')],
    [
      'lists that are put together',
      loops(60, (at) => (at === 0 ? '[[1]]' : `[concat(x${at - 1}, x${at - 1})]`), 'x59'),
    ],
    [
      'texts that are formatted',
      loops(60, (at) => (at === 0 ? '["xx"]' : `[format("%s%s", x${at - 1}, x${at - 1})]`), 'x59'),
    ],
  ])('does not follow %s', (_, text) => {
    expect(JSON.stringify(soon(text))).toMatch(/is larger than what is read here|takes too long to compute/);
  });

  it('does not follow a value of the scope that is large or deep', () => {
    let doubled = literal('x');
    let deep = literal('x');
    for (let at = 0; at < 100; at += 1) doubled = { is: 'list', items: [doubled, doubled] };
    for (let at = 0; at < 5_000; at += 1) deep = { is: 'list', items: [deep] };
    const tooLarge = { is: 'unknown', why: 'is larger than what is read here' };
    expect(evaluateText('${jsonencode(local.x)}', () => doubled)).toMatchObject({
      is: 'unknown',
      why: expect.stringContaining(tooLarge.why) as string,
    });
    expect(evaluateText('${local.x}', () => deep)).toMatchObject(tooLarge);
    expect(evaluateText('${[for x in local.x : x]}', () => doubled)).toMatchObject({ is: 'unknown' });
  });

  it('makes no text that is longer than the engine allows', () => {
    const long = literal('x'.repeat(900_000));
    const many = literal(Array.from({ length: 10_000 }, () => 'y'));
    const both = ({ text }: { readonly text: string }): Evaluated => (text === 'local.long' ? long : many);
    for (const text of ['${join(local.long, local.many)}', '${replace(local.long, "x", local.long)}']) {
      expect(evaluateText(text, both)).toMatchObject({ is: 'unknown', why: 'is larger than what is read here' });
    }
  });

  it('compares and decodes large values soon', () => {
    const large = literal(Array.from({ length: 50_000 }, () => 'abc'));
    const start = Date.now();
    const repeated = Array.from({ length: 2_000 }, () => 'local.a == local.b').join(' && ');
    expect(evaluateText(`\${${repeated}}`, () => large).is).toBe('unknown');
    expect(Date.now() - start).toBeLessThan(20_000);
    const quotes = literal('"\\'.repeat(200_000));
    expect(evaluateText('${jsondecode(local.a)}', () => quotes).is).toBe('unknown');
    expect(evaluateText('${jsondecode(local.a)}', () => literal('['.repeat(500_000))).is).toBe('unknown');
    expect(evaluateText('${tonumber(local.a)}', () => literal('1'.repeat(500_000) + 'x')).is).toBe('unknown');
    expect(
      evaluateText('${trimspace(local.a)}', () => literal(`${' '.repeat(300_000)}x${' '.repeat(300_000)}y`)).is,
    ).toBe('value');
    expect(Date.now() - start).toBeLessThan(30_000);
  });

  it('takes the names of JavaScript for names', () => {
    expect(valueOf('{"__proto__" = 1}["constructor"]')).toBeUndefined();
    expect(valueOf('try({}.constructor, {}.__proto__, {}["toString"], "none")')).toBe('none');
    expect(valueOf('lookup({}, "__proto__", 5)')).toBe(5);
    expect(valueOf('[1].length')).toBeUndefined();
    expect(valueOf('keys(merge({"__proto__" = 1}, {for k in ["__proto__", "b"] : k => k}))')).toEqual([
      '__proto__',
      'b',
    ]);
    expect(valueOf('[for __proto__ in [1] : __proto__]')).toEqual([1]);
    expect(evaluated('constructor()')).toMatchObject({
      why: 'is the result of `constructor()`, which only Terraform computes',
    });
    expect(short(evaluated('aws_lb.__proto__.constructor'))).toBe('->aws_lb.__proto__.constructor');
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('shows no more than the beginning of long names', () => {
    expect(evaluated(`${'f'.repeat(50_000)}()`)).toMatchObject({ why: expect.stringMatching(/^.{0,140}$/) as string });
    expect(evaluated(`local.sizes["${'k'.repeat(50_000)}"]`)).toMatchObject({
      why: expect.stringMatching(/^.{0,140}$/) as string,
    });
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '${',
      '}',
      '%{',
      '$${',
      '"',
      '\\',
      '\n',
      '(',
      ')',
      '[',
      ']',
      '{',
      '~',
      '.',
      '*',
      '.*',
      '[*]',
      '...',
      ',',
      ':',
      '?',
    ],
    ...[
      '=',
      '=>',
      '==',
      '!',
      '-',
      '+',
      '/',
      '/*',
      '//',
      '#',
      '<',
      '<<EOT',
      '&&',
      '||',
      '::',
      ' ',
      '0',
      '1.5',
      '1e9',
      'é',
    ],
    ...[
      'for ',
      ' in ',
      ' if ',
      'true',
      'null',
      'a',
      'var.big',
      'var.either',
      'local.sizes',
      'aws_lb.p',
      'max',
      'try',
      'can',
    ],
  );

  it.each([
    ['of pieces of expressions', fc.array(pieces, { maxLength: 40 }).map((all) => `\${${all.join('')}}`)],
    ['of any characters', fc.string({ unit: 'binary' }).map((text) => `\${${text}}`)],
    ['of an expression', generated.map((expression) => `\${${expression}}`)],
    [
      'of an expression over what is not known',
      generated.map(
        (expression) =>
          `\${${expression.replace(/local\.(?:sizes|name|yes)/g, 'var.either').replace(/local\.(\w+)/g, 'aws_lb.$1')}}-x`,
      ),
    ],
  ])('%s is worth something, and the same each time', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const value = evaluateText(text, scope);
        expect(evaluateText(text, scope)).toEqual(value);
        if (value.is === 'unknown') expect([value.why === '', value.settles === '']).toEqual([false, false]);
        if (value.is === 'choice') expect(value.of.length).toBeGreaterThan(1);
        if (value.is === 'choice') expect(value.of.length).toBeLessThanOrEqual(16);
      }),
      { numRuns: 1000 },
    );
  });
});
