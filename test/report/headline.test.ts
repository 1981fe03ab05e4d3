import type { TimelineRow, WorkloadReport } from '../../lib/core/report';
import { headline } from '../../lib/report/headline';
import { row, workload } from './sample';

const alb = row({
  effect: 'cuts',
  at: { from: 60, to: 60 },
  caller: { sees: 'HTTP 504 from the load balancer', at: 60 },
});
const listener = row({
  class: 'packet-idle',
  resource: 'aws_lb_listener.pg',
  attribute: 'tcp_idle_timeout_seconds',
  effect: 'cuts',
  at: { from: 350, to: 350 },
  demand: 3600,
  caller: { sees: 'nothing: it waits for ever', at: 'never' },
});
const timeout = (role: string, at: number): TimelineRow =>
  row({
    class: 'server-limit',
    resource: 'aws_db_instance.orders',
    attribute: 'statement_timeout',
    role,
    effect: 'cuts',
    at: { from: at, to: at },
    demand: 30,
    caller: { sees: 'ERROR 57014', at },
    queryGoesOn: false,
  });
const maybe = row({ effect: 'may-cut', at: null, because: 'it is known only after apply' });

const cut = (change: Partial<WorkloadReport>): WorkloadReport =>
  workload({ verdict: 'cut', cutAt: 60, cutBy: 'aws_lb.public', phase: 'query', ...change });

const cases: readonly (readonly [string, WorkloadReport, readonly string[]])[] = [
  [
    'one cut, of a request that takes longer than the query',
    cut({ timeline: [alb] }),
    [
      'checkout-api is cut at 60 s by idle_timeout of aws_lb.public. Caller: HTTP 504 from the load balancer; ' +
        'the query runs on; promised 30 s, and this timer has to outlast 90 s',
    ],
  ],
  [
    'one cut by a timer that has to outlast the promise itself',
    cut({ timeline: [timeout('app', 20)], cutAt: 20 }),
    [
      'checkout-api is cut at 20 s by statement_timeout of aws_db_instance.orders for app. Caller: ERROR 57014; ' +
        'the query ends; promised 30 s',
    ],
  ],
  [
    'what cuts next, soonest first, each once',
    cut({
      timeline: [
        timeout('b', 300),
        listener,
        alb,
        alb,
        timeout('a', 90),
        row({ resource: 'aws_elb.old', effect: 'cuts', decides: false }),
      ],
    }),
    [
      'checkout-api is cut at 60 s by idle_timeout of aws_lb.public. Caller: HTTP 504 from the load balancer; ' +
        'the query runs on; promised 30 s, and this timer has to outlast 90 s',
      'next: statement_timeout of aws_db_instance.orders for a at 90 s, ' +
        'statement_timeout of aws_db_instance.orders for b at 5 min, ' +
        'tcp_idle_timeout_seconds of aws_lb_listener.pg at 350 s',
    ],
  ],
  [
    'more than three that cut next',
    cut({ timeline: [alb, ...['a', 'b', 'c', 'd', 'e'].map((role) => timeout(role, 90))] }),
    [
      expect.stringContaining('checkout-api is cut at 60 s'),
      'next: statement_timeout of aws_db_instance.orders for a at 90 s, ' +
        'statement_timeout of aws_db_instance.orders for b at 90 s, ' +
        'statement_timeout of aws_db_instance.orders for c at 90 s, and 2 more',
    ],
  ],
  [
    'a flow that dies in a pause: there is no query to run on',
    cut({
      cutAt: 350,
      phase: 'pause',
      timeline: [{ ...listener, phase: 'pause', demand: 600, caller: { sees: 'the next query hangs', at: 'unknown' } }],
    }),
    [
      'checkout-api is cut at 350 s of a pause between two queries by tcp_idle_timeout_seconds of aws_lb_listener.pg. ' +
        'Caller: the next query hangs; promised 30 s, and this timer has to outlast 10 min',
    ],
  ],
  [
    'a caller that notices later',
    cut({ timeline: [{ ...alb, demand: 30, caller: { sees: 'RST', at: 130 } }] }),
    [
      'checkout-api is cut at 60 s by idle_timeout of aws_lb.public. Caller: RST (at 130 s); the query runs on; promised 30 s',
    ],
  ],
  [
    'a timer that may be one of two, both too short: the caller notices whenever it fires',
    cut({ timeline: [{ ...timeout('app', 15), at: { from: 15, to: 20 } }], cutAt: 20 }),
    [
      'checkout-api is cut by 20 s at the latest by statement_timeout of aws_db_instance.orders for app. Caller: ERROR 57014; ' +
        'the query ends; promised 30 s',
    ],
  ],
  [
    'a cut whose timer is not told',
    cut({ timeline: [], cutBy: null }),
    ['checkout-api is cut at 60 s by a timer; promised 30 s'],
  ],
  [
    'an unknown, and what else is',
    workload({ verdict: 'unknown', timeline: [maybe, { ...listener, effect: 'may-cut' }] }),
    [
      'checkout-api is unknown: idle_timeout of aws_lb.public may cut it: it is known only after apply; promised 30 s',
      'also unknown: tcp_idle_timeout_seconds of aws_lb_listener.pg',
    ],
  ],
  [
    'an unknown without a path',
    workload({ verdict: 'unknown', timeline: [], paths: [] }),
    ['checkout-api is unknown: its path could not be judged; promised 30 s'],
  ],
  [
    'a workload that holds',
    workload({ timeline: [row(), row(), row({ decides: false })] }),
    ['checkout-api holds: 2 timers judged; promised 30 s'],
  ],
];

describe('the headline of a workload', () => {
  it.each(cases)('%s', (_, made, lines) => {
    expect(headline(made)).toEqual(lines);
  });

  it('lets no control character through', () => {
    const hostile = cut({
      name: 'a\u001b[2J',
      timeline: [{ ...alb, resource: 'b\r', attribute: 'c\u0007', demand: 30 }],
    });
    expect(headline(hostile)[0]).toMatch(/^a\\u\{1b\}\[2J is cut at 60 s by c\\u\{7\} of b\\u\{d\}\./);
  });
});
