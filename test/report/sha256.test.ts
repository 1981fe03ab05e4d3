import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from '../../lib/report/sha256';

describe('sha256', () => {
  // FIPS 180-4 examples; the lengths around a block's end are where padding goes wrong.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %p', (text, expected) => {
    expect(sha256(text)).toBe(expected);
  });

  it.each([55, 56, 63, 64, 65, 119, 120, 1000])('of %d characters is what Node computes', (length) => {
    const text = 'ä'.padStart(length, 'x');
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is what Node computes, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
  });
});
