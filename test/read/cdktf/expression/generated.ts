import fc from 'fast-check';

const scalar = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map(String),
  fc.constantFrom('0.5', '1.25', '1e2', 'true', 'false', 'null'),
  fc.constantFrom('""', '"a"', '"b"', '"60"', '"x-y"', '"A b "', '"$${x}"'),
  fc.constantFrom('local.idle', 'local.name', 'local.yes', 'local.none', 'local.sizes.big', 'local.zones[2]'),
);

const collection = fc.constantFrom(
  'local.zones',
  'local.sizes',
  'local.groups',
  'local.groups[*].name',
  '["a", "", "b", "a"]',
  '[1, 2, 2]',
  '{a = 1, b = 2}',
  '{}',
  '[]',
);

/** Expressions that keep to the grammar, sensible or not: Terraform refuses many, and then so do we. */
export const generated: fc.Arbitrary<string> = fc.letrec<{ any: string; leaf: string; inner: string }>((tie) => {
  const any = tie('inner');
  const one = (name: string): fc.Arbitrary<string> => any.map((arg) => `${name}(${arg})`);
  return {
    any: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('inner')),
    leaf: fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 2, arbitrary: collection }),
    inner: fc.oneof(
      { depthSize: 'medium', maxDepth: 3 },
      tie('leaf'),
      fc
        .tuple(any, fc.constantFrom('+', '-', '*', '/', '%', '<', '<=', '>', '>=', '==', '!=', '&&', '||'), any)
        .map(([left, operator, right]) => `${left} ${operator} ${right}`),
      any.map((inner) => `(${inner})`),
      any.map((inner) => `-(${inner})`),
      any.map((inner) => `!${inner}`),
      fc.tuple(any, any, any).map(([condition, then, otherwise]) => `(${condition}) ? ${then} : ${otherwise}`),
      fc.tuple(any, any).map(([first, second]) => `"${'${'}${first}}-${'${'}${second}}"`),
      fc.array(any, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc.tuple(any, any).map(([first, second]) => `{a = ${first}, (${second}) = 2}`),
      fc.tuple(any, any).map(([of, key]) => `(${of})[${key}]`),
      any.map((of) => `(${of})[*]`),
      fc.tuple(any, any).map(([of, item]) => `[for k, v in ${of} : [k, ${item}]]`),
      fc.tuple(any, any).map(([of, only]) => `{for k, v in ${of} : k => v if ${only}}`),
      fc.oneof(
        ...['length', 'keys', 'values', 'flatten', 'distinct', 'compact', 'one', 'tostring', 'tonumber'].map(one),
        ...['tobool', 'tolist', 'toset', 'tomap', 'lower', 'upper', 'trimspace', 'floor', 'ceil', 'abs'].map(one),
        ...['jsonencode', 'can', 'try', 'nonsensitive', 'sum', 'reverse'].map(one),
      ),
      fc
        .tuple(fc.constantFrom('max', 'min', 'coalesce', 'merge', 'concat', 'contains', 'element', 'try'), any, any)
        .map(([name, first, second]) => `${name}(${first}, ${second})`),
      fc
        .tuple(fc.constantFrom('join', 'split', 'zipmap', 'format'), any, any)
        .map(([name, first, second]) => `${name}(${first}, ${second})`),
      fc
        .tuple(fc.constantFrom('lookup', 'replace'), any, any, any)
        .map(([name, first, second, third]) => `${name}(${first}, ${second}, ${third})`),
    ),
  };
}).inner;
