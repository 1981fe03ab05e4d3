import { known, oneOf, unknown } from '../../lib/core/setting';
import { spanOf } from '../../lib/core/span';

describe('spanOf', () => {
  it.each([
    ['one value', known(60), { min: 60, max: 60 }],
    ['off, which is without end', known(null), { min: Infinity, max: Infinity }],
    ['one of several', oneOf([known(60), known(null), known(30)], 'why', 'settles'), { min: 30, max: Infinity }],
    ['unknown within bounds', unknown('why', 'settles', [], { min: 60, max: 6000 }), { min: 60, max: 6000 }],
    ['unknown above a bound', unknown('why', 'settles', [], { min: 60 }), { min: 60, max: Infinity }],
    ['unknown below a bound', unknown('why', 'settles', [], { max: 900 }), { min: 0, max: 900 }],
    ['unknown', unknown('why', 'settles'), null],
    ['what is no number', known('60'), null],
  ])('%s', (_, setting, expected) => {
    expect(spanOf(setting)).toEqual(expected);
  });
});
