import { known, unknown, type Known, type Setting } from '../../lib/core/setting';
import { weigh } from '../../lib/core/weigh';

const oneOf = (...values: readonly number[]): Setting<number> => ({
  state: 'one-of',
  candidates: values.map((value): Known<number> => known(value)),
  why: 'one of two groups is attached',
  settles: 'name the group',
});
const isSmall = (value: number): boolean => value <= 10;

describe('weigh', () => {
  it.each([
    ['a good value', known(10), { is: 'good' }],
    ['a bad value', known(11), { is: 'bad' }],
    ['several that are all good', oneOf(1, 10), { is: 'good' }],
    ['several that are all bad', oneOf(11, 12), { is: 'bad' }],
    [
      'several that differ',
      oneOf(10, 11),
      { is: 'open', why: 'one of two groups is attached', settles: 'name the group' },
    ],
    [
      'nothing known',
      unknown('it is sensitive', 'unmark it'),
      { is: 'open', why: 'it is sensitive', settles: 'unmark it' },
    ],
  ] as const)('%s', (_, setting, expected) => {
    expect(weigh<number>(setting, isSmall)).toEqual(expected);
  });

  it('shows each candidate with its provenance', () => {
    const step = { level: 'role', subject: 'app', attribute: 'x', text: '1' } as const;
    expect(weigh(known(1, step), (_, candidate) => candidate.from[0]?.level === 'role')).toEqual({ is: 'good' });
  });
});
