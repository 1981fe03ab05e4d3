import { fact, readOne } from './_stacks';

const at = (...stackTrace: readonly unknown[]): unknown => {
  const body = { '//': { metadata: { path: 'shop/lb', stackTrace } } };
  const { location } = fact(readOne({ resource: { aws_lb: { a: body } } }), 'aws_lb.a');
  return location?.file === undefined ? null : [location.file, location.line, location.column];
};

describe('where a construct was made', () => {
  const cases: readonly (readonly [string, readonly unknown[], unknown])[] = [
    [
      'the first frame of the program',
      ['new Lb (/shop/lb.ts:12:5)', 'main (/shop/main.ts:3:1)'],
      ['/shop/lb.ts', 12, 5],
    ],
    [
      'not of a package, nor of Node',
      [
        'new TerraformElement (/shop/node_modules/cdktf/lib/terraform-element.js:34:19)',
        'node:internal/modules/cjs/loader:1521:14',
        'Object.<anonymous> (/shop/main.ts:3:1)',
      ],
      ['/shop/main.ts', 3, 1],
    ],
    ['with `at`', ['    at new Lb (/shop/lb.ts:12:5)'], ['/shop/lb.ts', 12, 5]],
    ['without a function', ['/shop/main.ts:3:1'], ['/shop/main.ts', 3, 1]],
    ['with `at`, without a function', ['at async /shop/main.ts:3:1'], ['/shop/main.ts', 3, 1]],
    ['of a module', ['file:///shop/main.mjs:3:1'], ['/shop/main.mjs', 3, 1]],
    ['on Windows', ['new Lb (C:\\shop\\lb.ts:12:5)'], ['C:\\shop\\lb.ts', 12, 5]],
    ['of a package on Windows', ['new X (C:\\shop\\node_modules\\x\\lb.js:12:5)'], null],
    ['in a folder with brackets', ['new Lb (/shop (copy)/lb.ts:12:5)'], ['/shop (copy)/lb.ts', 12, 5]],
    ['native code', ['Array.map (<anonymous>)'], null],
    ['no text', [5, null, {}], null],
    ['none', [], null],
  ];
  it.each(cases)('%s', (_, frames, expected) => {
    expect(at(...frames)).toEqual(expected);
  });
});
