import { known } from './cases';
import { refused } from './refused';
import { evaluated, valueOf } from './stand';

describe('an expression over what is known', () => {
  it.each(known)('%s', (expression, expected) => {
    expect(valueOf(expression)).toEqual(expected);
  });

  it('has no zero with a sign', () => {
    expect(Object.is(valueOf('ceil(-0.5)'), 0)).toBe(true);
    expect(Object.is(valueOf('-0'), 0)).toBe(true);
    expect(evaluated('0 * -1')).toEqual({ is: 'value', value: 0 });
  });
});

describe('an expression that Terraform refuses', () => {
  it.each(refused)('%s', (expression) => {
    expect(evaluated(expression).is).toBe('unknown');
    // Whoever asks for that can go on from it.
    expect(valueOf(`try(${expression}, "refused")`)).toBe('refused');
    expect(valueOf(`can(${expression})`)).toBe(false);
  });
});
