import { isInScope } from '../../lib/core/scope';

const resource = {
  source: 'plan',
  identity: { region: 'eu-west-1', account: '1' },
  location: { document: 'prod/app.json' },
} as const;

describe('scope', () => {
  it.each([
    ['none', null, true],
    ['a document', { source: ['prod/*.json'] }, true],
    ['one of two globs', { source: ['test/**', 'prod/**'] }, true],
    ['another document', { source: ['test/**'] }, false],
    ['its region', { region: 'eu-west-1' }, true],
    ['another region', { region: 'us-east-1' }, false],
    ['its account', { account: '1' }, true],
    ['another account', { account: '2' }, false],
    ['a document in another region', { source: ['prod/**'], region: 'us-east-1' }, false],
  ] as const)('%s', (_, scope, expected) => {
    expect(isInScope(resource, scope)).toBe(expected);
  });

  it('never leaves out what the configuration declares, nor what does not say where it is', () => {
    expect(isInScope({ ...resource, source: 'configuration' }, { source: ['test/**'], region: 'x' })).toBe(true);
    expect(isInScope({ source: 'plan', identity: {} }, { source: ['test/**'], region: 'x', account: 'y' })).toBe(true);
  });

  it('takes any of the documents that speak of a resource', () => {
    expect(isInScope({ ...resource, documents: ['net.json', 'prod/app.json'] }, { source: ['prod/**'] })).toBe(true);
    expect(isInScope({ ...resource, documents: ['net.json'] }, { source: ['prod/**'] })).toBe(false);
  });
});
