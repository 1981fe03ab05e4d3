import { parseAddress } from '../../lib/core/address';

describe('a Terraform address', () => {
  it.each([
    ['aws_lb.public', { module: null, mode: 'managed', type: 'aws_lb', name: 'public', index: null }],
    ['aws_lb.x[0]', { module: null, mode: 'managed', type: 'aws_lb', name: 'x', index: '[0]' }],
    ['data.aws_lb.x', { module: null, mode: 'data', type: 'aws_lb', name: 'x', index: null }],
    ['module.a.aws_lb.x', { module: 'module.a', mode: 'managed', type: 'aws_lb', name: 'x', index: null }],
    ['module.a.data.aws_lb.x', { module: 'module.a', mode: 'data', type: 'aws_lb', name: 'x', index: null }],
    [
      'module.a["x.y"].module.b[1].aws_lb.x["k\\".]["]',
      { module: 'module.a["x.y"].module.b[1]', mode: 'managed', type: 'aws_lb', name: 'x', index: '["k\\".]["]' },
    ],
  ])('%s', (text, address) => {
    expect(parseAddress(text)).toEqual(address);
  });

  it.each(['', 'orders', 'app_user', 'a.b.c', 'module.a', 'MyStack/Lb/Resource', 'aws_lb.', 'aws_lb.a b', 'Aws.x'])(
    '%s is none',
    (text) => {
      expect(parseAddress(text)).toBeNull();
    },
  );
});
