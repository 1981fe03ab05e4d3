import { kinds } from '../../lib/kinds';
import { remedyOf } from '../../lib/report/remedy';
import { failure, finding } from './sample';

describe('a remedy', () => {
  it('is the exact fix, with its note', () => {
    const fix = {
      resource: 'app_user',
      type: 'role',
      setting: 'statement_timeout',
      value: '31s',
      note: 'New sessions get it.',
    };
    expect(remedyOf(failure({ fix }), kinds)).toEqual([
      'fix:',
      `  ALTER ROLE "app_user" SET statement_timeout = '31s';`,
      '  New sessions get it.',
    ]);
  });

  it('names the construct where a program made the resource', () => {
    const locations = [{ document: 'cdktf.out/stacks/shop/cdk.tf.json', construct: 'shop/api/lb' }];
    expect(remedyOf(failure({ locations }), kinds)).toEqual(['fix: shop/api/lb (aws_lb)', '  idleTimeout: 91']);
  });

  it('is what settles an unknown, and nothing for what needs nothing', () => {
    expect(remedyOf(finding({ settles: 'run `x`\n' }), kinds)).toEqual(['settled by: run `x`\\n']);
    expect(remedyOf(finding(), kinds)).toEqual([]);
  });
});
