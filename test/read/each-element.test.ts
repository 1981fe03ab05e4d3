import { known, unknown, type Setting, type Step } from '../../lib/core/setting';
import { ofEachElement, splitAt } from '../../lib/read/each-element';

const each = {
  depth: 1,
  why: 'differs',
  settles: 'make them equal',
  defaults: [{ value: 30, cite: 'c' }],
};
const step: Step = { level: 'own', subject: 'cdn', attribute: 'a', text: null };
const says = (setting?: Setting) => ({ step, setting });
const later = unknown('later', 'apply');

describe('the elements of a list together', () => {
  it.each<[string, readonly (Setting | undefined)[], unknown]>([
    ['none', [], undefined],
    ['one', [known(60)], { state: 'known', value: 60 }],
    ['equal ones', [known(60), known(60)], { state: 'known', value: 60 }],
    ['one that leaves it unset', [undefined], { state: 'known', value: 30 }],
    [
      'different ones',
      [known(60), undefined],
      {
        state: 'one-of',
        candidates: [{ value: 60 }, { value: 30 }],
        why: '`a` of `cdn` differs',
        settles: 'make them equal',
      },
    ],
    ['one that is not known', [known(60), later], { state: 'unknown', why: 'later' }],
  ])('%s', (_, settings, expected) => {
    const together = ofEachElement(each, settings.map(says), '`a` of `cdn`');
    if (expected === undefined) expect(together).toBeUndefined();
    else expect(together).toMatchObject(expected as object);
  });

  it('says whose default it is', () => {
    const unverified = { ...each, defaults: [{ value: null, cite: 'd', unverified: true as const }] };
    expect(ofEachElement(unverified, [says()], 'x')).toEqual(
      known(null, { ...step, level: 'default', text: null, cite: 'd', unverified: true }),
    );
  });

  it('splits a path at the element', () => {
    expect(splitAt('origin.custom.timeout', 1)).toEqual(['origin.custom', 'timeout']);
    expect(splitAt('connect.service.timeout.idle', 2)).toEqual(['connect.service', 'timeout.idle']);
  });
});
