import { familyOf, majorVersion } from '../../lib/core/engine-version';

describe('majorVersion', () => {
  it.each([
    ['16.4', 16],
    ['16', 16],
    ['10', 10],
    ['10.23', 10],
    ['9.6.24', 9.6],
    ['9.6', 9.6],
    [' 15.4 ', 15],
    ['13.12-R1', 13],
    ['16.4-limitless', 16],
    ['9', null],
    ['', null],
    ['latest', null],
    ['v16', null],
    ['1600', null],
    // A digest is no version, however it begins.
    ['16f4c2', null],
    ['__proto__', null],
  ])('%j is %s', (text, expected) => {
    expect(majorVersion(text)).toBe(expected);
  });
});

describe('familyOf', () => {
  it.each([
    ['postgres16', { flavour: 'rds', major: 16 }],
    ['postgres9.6', { flavour: 'rds', major: 9.6 }],
    ['aurora-postgresql14', { flavour: 'aurora', major: 14 }],
    ['aurora-postgresql9.6', { flavour: 'aurora', major: 9.6 }],
    ['postgres', null],
    ['postgresql16', null],
    ['postgres9', null],
    ['mysql8.0', null],
    ['aurora-mysql8.0', null],
    ['default.postgres16', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(familyOf(text)).toEqual(expected);
  });
});
