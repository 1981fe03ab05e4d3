import {
  candidates,
  known,
  mapSetting,
  oneOf,
  provenanceOf,
  table,
  unknown,
  valueOf,
  type Step,
} from '../../lib/core/setting';

const step = (subject: string): Step => ({ level: 'own', subject, attribute: 'x', text: '1' });

describe('settings', () => {
  it('a table has no inherited names', () => {
    const made = table<string>([['__proto__', 'x']]);
    expect(Object.keys(made)).toEqual(['__proto__']);
    expect(made.constructor).toBeUndefined();
  });

  it('one of several collapses to what makes no difference', () => {
    expect(oneOf([known(5, step('a')), known(5, step('b'))], 'why', 'settles')).toEqual(known(5, step('a')));
    expect(oneOf([known(5), known(6), known(5)], 'why', 'settles')).toEqual({
      state: 'one-of',
      candidates: [known(5), known(6)],
      why: 'why',
      settles: 'settles',
    });
    expect(oneOf([], 'why', 'settles')).toEqual(unknown('why', 'settles'));
  });

  it.each([
    ['known', known(5, step('a')), known(10, step('a'))],
    ['one of several that become equal', oneOf([known(1), known(2)], 'w', 's'), oneOf([known(10)], 'w', 's')],
    // The bounds spoke of the old value.
    ['unknown', unknown('w', 's', [step('a')], { min: 3 }), unknown('w', 's', [step('a')])],
  ])('maps what is %s', (_, from, to) => {
    expect(mapSetting(from, (value) => (value === 5 ? 10 : 10))).toEqual(to);
  });

  it('tells values, candidates and provenance apart', () => {
    const choice = oneOf([known(1, step('a')), known(2, step('b'))], 'w', 's');
    expect([valueOf(known(1)), valueOf(choice), valueOf(unknown('w', 's')), valueOf(undefined)]).toEqual([
      1,
      undefined,
      undefined,
      undefined,
    ]);
    expect([candidates(known(1))?.length, candidates(choice)?.length, candidates(unknown('w', 's'))]).toEqual([
      1,
      2,
      null,
    ]);
    expect(provenanceOf(choice).map((one) => one.subject)).toEqual(['a', 'b']);
  });
});
