import { artifactOf } from '../../lib/report/artifact';
import { report } from './sample';

const made = report();
const plan = { name: 'infra/plan.json', source: 'plan', resources: 1 };

describe('the file of a finding', () => {
  it.each([
    [
      { document: 'plan.json', pointer: '/a' },
      { path: 'plan.json', line: null, column: null },
    ],
    [
      { document: 'plan.json', file: 'a/main.tf', line: 3, column: 2 },
      { path: 'a/main.tf', line: 3, column: 2 },
    ],
    [
      { document: 'plan.json', file: './main.tf', line: 3 },
      { path: 'main.tf', line: 3, column: null },
    ],
    [
      { document: 'plan.json', column: 7 },
      { path: 'plan.json', line: null, column: null },
    ],
    [{ document: 'infra\\plan.json' }, { path: 'infra/plan.json', line: null, column: null }],
    [{ document: '../plan.json' }, { path: '../plan.json', line: null, column: null }],
    [{ document: 'a\u001b\ud800.json' }, { path: 'a\\u{1b}\\u{d800}.json', line: null, column: null }],
  ])('of %j', (location, expected) => {
    expect(artifactOf(location, made)).toEqual(expected);
  });

  it('is the first document where no place is known, else the configuration', () => {
    const covered = { ...made, coverage: { ...made.coverage, documents: [plan] } };
    expect(artifactOf(undefined, covered).path).toBe('infra/plan.json');
    expect(artifactOf(undefined, made).path).toBe('holdfast.yaml');
  });
});
