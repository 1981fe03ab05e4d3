import { isGlob, matchesGlob } from '../../lib/core/glob';

describe('matchesGlob', () => {
  it.each([
    // no wildcard: the name itself, brackets and all
    ['aws_lb.public', 'aws_lb.public', true],
    ['aws_lb.public', 'aws_lb.publi', false],
    ['aws_lb.x[0]', 'aws_lb.x[0]', true],
    ['aws_lb.x[0]', 'aws_lb.x0', false],
    ['aws_lb.x["a/b"]', 'aws_lb.x["a/b"]', true],
    ['', '', true],
    ['a?c', 'abc', false],
    ['{a,b}', 'a', false],
    // no segments in the pattern: * crosses everything
    ['*', 'module.a.aws_lb.x["b/c"]', true],
    ['*', '', true],
    ['etl_*', 'etl_nightly', true],
    ['etl_*', 'etl_', true],
    ['etl_*', 'xetl_', false],
    ['etl_*', 'etl_jane.doe', true],
    ['*-outlasts-query', 'alb-idle-timeout-outlasts-query', true],
    ['*-idle-*-query', 'alb-idle-timeout-outlasts-query', true],
    ['*-idle-*-query', 'alb-idle-query', false],
    ['plan*', 'plan.json', true],
    // dots: Terraform addresses
    ['aws_lb.*', 'aws_lb.public', true],
    ['aws_lb.*', 'aws_lb.public[0]', true],
    ['aws_lb.*', 'aws_lb.public["a.b"]', true],
    ['aws_lb.*', 'aws_lb.public["a\\"].b"]', true],
    ['aws_lb.*', 'aws_lb.public.more', false],
    ['aws_lb.*', 'module.a.aws_lb.public', false],
    ['module.*.aws_lb.x', 'module.a.aws_lb.x', true],
    ['module.*.aws_lb.x', 'module.a["b.c"].aws_lb.x', true],
    ['module.*.aws_lb.x', 'module.a.module.b.aws_lb.x', false],
    ['module.**.aws_lb.x', 'module.a.module.b.aws_lb.x', true],
    ['module.warehouse.**', 'module.warehouse.aws_lb.x[0]', true],
    ['module.warehouse.**', 'module.warehouse2.aws_lb.x', false],
    ['**.aws_lb.x', 'module.a.aws_lb.x', true],
    ['**.aws_lb.x', 'aws_lb.x', true],
    ['**.aws_lb.x', 'xaws_lb.x', false],
    ['module.**.aws_lb.x', 'module.aws_lb.x', true],
    ['aws_lb.x[*]', 'aws_lb.x["a.b"]', true],
    ['aws_lb.x["a/*"]', 'aws_lb.x["a/b"]', true],
    ['aws_lb.x["a/*"].y.*', 'aws_lb.x["a/b"].y.z/w', true],
    // slashes: files, construct paths, ARNs
    ['prod/*', 'prod/plan.json', true],
    ['prod/*', 'prod/orders/plan.json', false],
    ['prod/**', 'prod/orders/plan.json', true],
    ['prod/orders/**', 'prod/orders', false],
    ['**/plan.json', 'plan.json', true],
    ['**/plan.json', 'a/b/plan.json', true],
    ['**/plan.json', 'a/b/xplan.json', false],
    ['a/**/b', 'a/b', true],
    ['a**/b', 'a/b', true],
    ['a**/b', 'ax/y/b', true],
    ['a**/b', 'ab', false],
    ['Stack/*/Resource', 'Stack/Api/Resource', true],
    ['Stack/*/Resource', 'Stack/Api/Service/Resource', false],
    [
      'arn:aws:elasticloadbalancing:*:*:loadbalancer/app/*/**',
      'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/public/50dc6c495c0c9188',
      true,
    ],
    // a bracket that is never closed is an ordinary character
    ['a.*', 'a.[b.c', false],
    ['***', 'a.b', true],
    ['a*b', 'ab', true],
    ['a*b', 'a', false],
    ['*a', 'a', true],
    ['ab*ba', 'aba', false],
  ])('%s and %s: %s', (pattern, text, expected) => {
    expect(matchesGlob(pattern, text)).toBe(expected);
  });

  it('takes no longer for hostile patterns and texts', () => {
    const text = 'a'.repeat(100_000);
    const started = process.cpuUsage().user;
    expect(matchesGlob('*a*a*a*a*a*a*a*b*', text)).toBe(false);
    expect(matchesGlob(`${'**a'.repeat(10)}**b**`, `${text}"[`)).toBe(false);
    expect(matchesGlob('a.**.b', `a.${'['.repeat(100_000)}.b`)).toBe(true);
    expect(process.cpuUsage().user - started).toBeLessThan(5_000_000);
  });
});

describe('isGlob', () => {
  it.each([
    ['etl_*', true],
    ['aws_lb.x[0]', false],
    ['a?', false],
  ])('%s: %s', (pattern, expected) => {
    expect(isGlob(pattern)).toBe(expected);
  });
});
