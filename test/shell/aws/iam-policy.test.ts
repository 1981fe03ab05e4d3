import { iamPolicy } from '../../../lib/shell/aws/iam-policy';
import { collect } from './_collect';
import { everything } from './_estate';

describe('the IAM policy', () => {
  it('allows what is called and nothing else', async () => {
    const all = await collect({ estate: { 'eu-west-1': everything } });
    // Everybody may ask who they are.
    const called = all.aws.calls
      .filter(({ api }) => api !== 'sts')
      .map(({ service, action }) => `${service}:${action}`);
    const allowed = iamPolicy().Statement.flatMap(({ Action }) => Action);
    expect([...new Set(called)].sort()).toEqual([...new Set(allowed)].sort());
  });

  it('has a statement per service, and only describes and lists', () => {
    const { Version, Statement } = iamPolicy();
    expect(Version).toBe('2012-10-17');
    expect(Statement.map(({ Sid }) => Sid)).toEqual([
      'RdsRead',
      'LoadBalancersRead',
      'ClassicLoadBalancersRead',
      'NetworkRead',
      'FirewallsRead',
      'ServicesRead',
      'FunctionsRead',
    ]);
    const actions = Statement.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => !/^[a-z-0-9]+:(?:Describe|List)[A-Za-z]+$/.test(action))).toEqual([]);
    expect(Statement.map(({ Effect, Resource }) => `${Effect} ${Resource}`)).toEqual(Array(7).fill('Allow *'));
  });

  it('is as small as the services that are read', () => {
    expect(iamPolicy(['lambda'])).toEqual({
      Version: '2012-10-17',
      Statement: [{ Sid: 'FunctionsRead', Effect: 'Allow', Action: ['lambda:ListFunctions'], Resource: '*' }],
    });
  });
});
