import { collect } from './_collect';
import { everything } from './_estate';

// As Node says it of a package that is not installed.
jest.mock('@aws-sdk/client-lambda', () => {
  throw Object.assign(new Error("Cannot find module '@aws-sdk/client-lambda'"), { code: 'MODULE_NOT_FOUND' });
});

describe('a client that is not installed', () => {
  it('leaves its service unasked, and says so', async () => {
    const all = await collect({ estate: { 'eu-west-1': everything } }, { services: ['ec2', 'lambda'] });
    expect(all.regions[0]?.absent).toEqual([{ service: 'lambda', package: '@aws-sdk/client-lambda' }]);
    expect(all.regions[0]?.failed).toEqual([]);
    expect(all.regions[0]?.resources.map(({ type }) => type)).toContain('ec2:natgateway');
    expect(all.aws.calls.filter(({ api }) => api === 'lambda')).toEqual([]);
  });
});
