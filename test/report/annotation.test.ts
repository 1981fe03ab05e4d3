import type { Finding } from '../../lib/core/report';
import { kinds } from '../../lib/kinds';
import { annotationOf } from '../../lib/report/annotation';
import { failure, finding } from './sample';

const made = { document: 'shop', pointer: '/resource/aws_lb/public', construct: 'shop/api/lb' };

const cases: readonly (readonly [string, Finding, readonly string[]])[] = [
  [
    'a failure with its construct and its fix in the language of the program',
    failure({ locations: [made] }),
    [
      'alb-idle-timeout-outlasts-query: `idle_timeout` of `aws_lb.public` is 60 s (default), so callers get HTTP 504 at 60 s while a request of `checkout-api` may take 90 s',
      '  for checkout-api',
      '  on aws_lb.public',
      '  at shop/api/lb',
      '  fix: shop/api/lb (aws_lb)',
      '    idleTimeout: 91',
      '  more: holdfast explain alb-idle-timeout-outlasts-query',
    ],
  ],
  [
    'the line that made the value, where the program tells it',
    failure({ fix: null, role: 'app', locations: [{ ...made, file: 'lib/api.ts', line: 12, column: 3 }] }),
    [
      'alb-idle-timeout-outlasts-query: `idle_timeout` of `aws_lb.public` is 60 s (default), so callers get HTTP 504 at 60 s while a request of `checkout-api` may take 90 s',
      '  for checkout-api (app)',
      '  on aws_lb.public',
      '  at shop/api/lb, lib/api.ts:12:3',
      '  more: holdfast explain alb-idle-timeout-outlasts-query',
    ],
  ],
  [
    'a resource without a construct, by its place in the document; its fix in Terraform',
    failure({ locations: [{ document: 'shop', pointer: '/resource/aws_lb/public' }] }),
    [
      'alb-idle-timeout-outlasts-query: `idle_timeout` of `aws_lb.public` is 60 s (default), so callers get HTTP 504 at 60 s while a request of `checkout-api` may take 90 s',
      '  for checkout-api',
      '  on aws_lb.public',
      '  at shop /resource/aws_lb/public',
      '  fix:',
      '    resource "aws_lb" "public" {',
      '      idle_timeout = 91',
      '    }',
      '  more: holdfast explain alb-idle-timeout-outlasts-query',
    ],
  ],
  [
    'the note of a fix, and nothing of a place that is not known',
    failure({
      locations: [],
      fix: { resource: 'api', type: 'client', setting: 'keepalive', value: 60, note: 'where the client sets it' },
    }),
    [
      'alb-idle-timeout-outlasts-query: `idle_timeout` of `aws_lb.public` is 60 s (default), so callers get HTTP 504 at 60 s while a request of `checkout-api` may take 90 s',
      '  for checkout-api',
      '  on aws_lb.public',
      '  fix: api',
      '    keepalive: 60',
      '    where the client sets it',
      '  more: holdfast explain alb-idle-timeout-outlasts-query',
    ],
  ],
  [
    'what settles an unknown',
    finding({ outcome: 'unknown', message: 'it is not known', settles: 'check the plan', workload: null }),
    [
      'alb-idle-timeout-outlasts-query: it is not known',
      '  for everything in view',
      '  on aws_lb.public',
      '  settled by: check the plan',
      '  more: holdfast explain alb-idle-timeout-outlasts-query',
    ],
  ],
];

describe('the annotation of a finding', () => {
  it.each(cases)('tells %s', (_, one, lines) => {
    expect(annotationOf(one, kinds).split('\n')).toEqual(lines);
  });

  it('spells out what a name could do to a terminal', () => {
    const text = annotationOf(failure({ resource: 'aws_lb.\u001b[31mred', message: 'a\u202eb', fix: null }), kinds);
    expect(text).toContain('  on aws_lb.\\u{1b}[31mred');
    expect(text).toContain('a\\u{202e}b');
  });
});
