import { conclude, type Findings, type SessionFacts } from '../../lib/core/probe-report';
import type { Ending, Measurement } from '../../lib/core/probe';
import { renderProbe } from '../../lib/report/probe';
import { paint } from '../../lib/shell/colour';
import { measured, suspect } from '../core/_probe';
import { hostileText } from './_hostile-probe';

const session: SessionFacts = {
  serverVersion: '18.4',
  role: 'app',
  database: 'shop',
  inRecovery: false,
  clientAddress: '10.0.0.5',
  serverAddress: '10.0.9.9',
  backend: 4711,
  tls: 'TLSv1.3',
  keepalive: { is: 'off' },
  parameters: [
    { name: 'statement_timeout', value: 45, unit: 's', source: 'user' },
    { name: 'idle_session_timeout', value: null, unit: 's', source: 'default' },
  ],
};

const rendered = (own: Partial<Findings>): string =>
  renderProbe(
    conclude({
      tool: { name: 'holdfast', version: '0.0.0' },
      workload: 'checkout-api',
      promised: 10,
      over: 'postgres',
      target: 'db.example:5432/shop',
      session: null,
      measured: [],
      unmeasured: null,
      predicted: [],
      differences: [],
      notes: [],
      suspects: [],
      defaults: [],
      ...own,
    }),
    { width: 100, paint: paint(false) },
  );
const nothing: Ending = { is: 'nothing' };
const cut = (own: Partial<Measurement> = {}): readonly Measurement[] => [
  measured({ silence: 350.5, at: 355.5, sight: { is: 'finished' }, afterwards: { is: 'reset' }, ...own }),
];
const nat = suspect('aws_nat_gateway.main', 350, {
  attribute: 'idle_timeout',
  expiry: 'reset-on-next-packet',
  longest: 350,
});

describe('a probe as text', () => {
  it('says what was cut, as by what, what the server did, what was expected, and what to do', () => {
    const text = rendered({
      session,
      measured: cut(),
      suspects: [nat],
      predicted: [
        {
          path: 'app → db',
          is: 'cut',
          timer: nat.timer,
          resource: nat.resource,
          attribute: 'idle_timeout',
          phase: 'query',
          at: { from: 350, to: 350 },
          caller: { sees: 'nothing: it waits for ever', at: 'never' },
        },
      ],
    });
    expect(text)
      .toBe(`checkout-api at db.example:5432/shop is cut within 350.5 s of a silent query, as by idle_timeout of
  aws_nat_gateway.main (350 s)

Session
  as           app in shop, 10.0.0.5 to 10.0.9.9, backend 4711
  server       PostgreSQL 18.4, TLSv1.3
  this socket  sends no keepalive probes
  set          statement_timeout 45 s (user)
  by default   idle_session_timeout off

Measured
  350.5 s  cut within 350.5 s: nothing came: it hangs; the server has finished the query, and nobody
           heard; the next packet was answered with RST

Fits
  1  idle_timeout of aws_nat_gateway.main, 350 s

Predicted
  cut     at 350 s by idle_timeout of aws_nat_gateway.main; the client sees: nothing: it waits for
          ever
  agrees  measured and predicted are the same

Next
  -  send TCP keepalive probes more often than every 350 s from either end of that leg: the timer
     itself cannot be made long enough
`);
  });

  it('never says of what survived that everything holds', () => {
    const text = rendered({ measured: [measured({ ending: { is: 'survived' }, at: 10 })] });
    expect(text).toMatch(/^checkout-api at \S+ survived a query that was silent for 10 s\n/);
    expect(text).toMatch(/are not proven\s+by it/);
    expect(text).not.toMatch(/holds|proves|safe/);
  });

  it.each<[string, Partial<Findings>, RegExp]>([
    [
      'a default that nobody named',
      { measured: cut(), defaults: [{ ...nat, resource: 'NAT gateway', origin: 'default', effect: null }] },
      /and no timer in view fits; the default of NAT gateway \(350 s\) does.*NAT gateway: idle_timeout is always 350 s.*whichever it is: TCP keepalive probes more often than every 350 s/,
    ],
    [
      'several silent ends: moments that tell them apart',
      { measured: cut({ afterwards: nothing }), suspects: [suspect('a', 60), suspect('b', 300)] },
      /to tell them apart: --at 60,300/,
    ],
    [
      'what nobody knows',
      { measured: cut({ ending: { is: 'closed' }, at: 240, afterwards: null }) },
      /no timer that is known fits, so something on the way that nobody named cuts at about 4 min/,
    ],
    [
      'a limit of the server: the statement that raises it',
      {
        session,
        measured: cut({ ending: { is: 'sqlstate', code: '57014' }, at: 45, afterwards: null }),
        suspects: [
          suspect('db', 45, {
            timer: 'database.statement_timeout',
            class: 'server-limit',
            attribute: 'statement_timeout',
            expiry: 'error-57014',
          }),
        ],
      },
      /ALTER ROLE "app" SET statement_timeout = '351s'/,
    ],
    [
      'a timer that can be set: to what',
      {
        measured: cut({ ending: { is: 'closed' }, at: 60, afterwards: null }),
        suspects: [suspect('aws_elb.db', 60, { class: 'data-idle', expiry: 'orderly-close', longest: 4000 })],
      },
      /set idleTimeout of aws_elb.db to 351 s or more: keepalive does not help, since only data resets it/,
    ],
    [
      'a timer that cannot be set that long',
      {
        over: 'http',
        measured: cut({ over: 'http', ending: { is: 'http', status: 504 }, at: 29, afterwards: null }),
        suspects: [suspect('api', 29, { class: 'request-cap', expiry: 'http-504', layer: 'request', longest: 29 })],
      },
      /idleTimeout of api cannot be made long enough \(29 s at most\)/,
    ],
    [
      'a failover, which is no timer',
      { measured: cut({ ending: { is: 'sqlstate', code: '57P01' }, at: 20, afterwards: null }) },
      /no timer does that: look into the log of the server for a restart, a failover or pg_terminate_backend/,
    ],
    [
      'a timer that was expected not to fire',
      { measured: cut(), suspects: [{ ...nat, effect: 'kept-alive' }] },
      /the model expects that keepalive or its value keeps it from firing/,
    ],
    [
      'what could not be measured',
      { unmeasured: 'db.example:5432 refuses the connection, so nothing was measured; check host and port' },
      /^checkout-api at \S+ could not be measured: db.example:5432 refuses the connection/,
    ],
    [
      'a request that answered too soon to prove anything',
      {
        over: 'http',
        promised: 90,
        measured: [measured({ over: 'http', ending: { is: 'survived' }, at: 2, silence: 90 })],
      },
      /the endpoint answered after 2 s, so the promise of 90 s was not tried/,
    ],
    [
      'a redirect',
      { over: 'http', measured: [measured({ over: 'http', ending: { is: 'http', status: 302 }, at: 1 })] },
      /the answer is a redirect, which is not followed/,
    ],
    [
      'a value that is not the expected one',
      {
        measured: cut(),
        differences: [
          { parameter: 'statement_timeout', unit: 's', expected: null, whose: ' (default)', real: 45, source: 'user' },
        ],
      },
      /statement_timeout was expected to be off \(default\) and is 45 s \(user\)/,
    ],
  ])('tells of %s', (_, own, expected) => {
    // Lines are broken where they are full.
    expect(rendered(own).replace(/\s+/g, ' ')).toMatch(expected);
  });

  it('lets nothing act on a terminal', () => {
    const text = rendered({
      workload: hostileText,
      target: hostileText,
      session: { ...session, role: hostileText, serverVersion: hostileText },
      measured: cut({ said: hostileText, sight: { is: 'unseen', why: hostileText } }),
      suspects: [{ ...nat, resource: hostileText }],
      predicted: [{ path: hostileText, is: 'unknown', why: hostileText, settles: null }],
      notes: [hostileText],
    });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});
