import {
  configurationPath,
  instancePath,
  longestReferences,
  modulesOf,
  parseTraversal,
  withinPattern,
} from '../../../lib/read/terraform/traversal';

describe('parseTraversal', () => {
  const name = (text: string): object => ({ is: 'name', name: text });
  const key = (text: string | number): object => ({ is: 'key', key: text });
  const cases: readonly (readonly [string, readonly object[] | null])[] = [
    ['aws_lb.x.arn', [name('aws_lb'), name('x'), name('arn')]],
    ['aws_lb.x[0].arn', [name('aws_lb'), name('x'), key(0), name('arn')]],
    ['x.y["0"]', [name('x'), name('y'), key('0')]],
    ['x.y[""]', [name('x'), name('y'), key('')]],
    ['x.y["a.b[0]"]', [name('x'), name('y'), key('a.b[0]')]],
    ['x.y["we\\"ird"]', [name('x'), name('y'), key('we"ird')]],
    ['x.y["back\\\\slash"]', [name('x'), name('y'), key('back\\slash')]],
    ['x.y["with $${interp}"]', [name('x'), name('y'), key('with ${interp}')]],
    ['x.y["日本語"]', [name('x'), name('y'), key('日本語')]],
    ['x.y["__proto__"]', [name('x'), name('y'), key('__proto__')]],
    ['x.y[*].id', [name('x'), name('y'), { is: 'any' }, name('id')]],
    ['', null],
    ['x..y', null],
    ['x.y[', null],
    ['x.y["a', null],
    ['x.y["a"z]', null],
    ['x.y[z]', null],
  ];
  it.each(cases)('splits %s', (text, parts) => {
    expect(parseTraversal(text)).toEqual(parts);
  });
});

describe('modulesOf', () => {
  it('reads the calls and their keys, of which "0" and 0 differ', () => {
    const modules = modulesOf('module.m["gr.een"].module.c[0].module.inner.module.z["0"]');
    expect(modules).toEqual([
      { name: 'm', key: 'gr.een' },
      { name: 'c', key: 0 },
      { name: 'inner', key: null },
      { name: 'z', key: '0' },
    ]);
    expect(configurationPath(modules)).toBe('m.c.inner.z.');
    expect(instancePath(modules)).toBe('m["gr.een"].c[0].inner[null].z["0"].');
  });

  it('has none for the root module', () => {
    expect(modulesOf(undefined)).toEqual([]);
  });

  it('compares instances with what a reference leaves open', () => {
    const here = modulesOf('module.m["a"].module.inner');
    expect(
      withinPattern(here, [
        { name: 'm', key: undefined },
        { name: 'inner', key: null },
      ]),
    ).toBe(true);
    expect(
      withinPattern(here, [
        { name: 'm', key: 'b' },
        { name: 'inner', key: null },
      ]),
    ).toBe(false);
    expect(withinPattern(here, [{ name: 'm', key: undefined }])).toBe(false);
  });
});

describe('longestReferences', () => {
  it('drops the prefixes that Terraform lists behind each reference', () => {
    expect(
      longestReferences([
        'var.use_a',
        'x.a[0].id',
        'x.a[0]',
        'x.a',
        'x.b.id',
        'x.b',
        'each.value.k',
        'each.value',
        'x.b.id',
        'x.b',
      ]),
    ).toEqual(['var.use_a', 'x.a[0].id', 'x.b.id', 'each.value.k']);
  });

  it('keeps a name that only begins like another', () => {
    expect(longestReferences(['x.ab.id', 'x.a'])).toEqual(['x.ab.id', 'x.a']);
  });
});
