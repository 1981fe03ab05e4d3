import type { Report } from '../../lib/core/report';
import { check, findingOf, shop, sorted, withDocuments } from './_command';
import {
  alb,
  app,
  bare,
  cluster,
  instance,
  nlb,
  nlbTargets,
  one,
  pg,
  pg2,
  proxy,
  proxyPool,
  role,
  slowProxy,
  slowProxyPool,
  task,
  two,
} from './_shop';

withDocuments('the findings of the stack of public modules (skipped without ../shared)', () => {
  let report: Report;
  beforeAll(async () => {
    ({ report } = await check('shop', [shop('create')]));
  });

  const levels: readonly (readonly [string, string, string | null, readonly (readonly [string, string | null])[]])[] = [
    [
      'storefront',
      instance,
      '5 s',
      [
        ['default', '0'],
        ['instance-group', '30000'],
        ['role', '5000'],
      ],
    ],
    [
      'old-app',
      instance,
      '30 s',
      [
        ['default', '0'],
        ['instance-group', '30000'],
        ['role', null],
      ],
    ],
    [
      'nightly',
      instance,
      '1 h',
      [
        ['default', '0'],
        ['instance-group', '30000'],
        ['role', '3600000'],
      ],
    ],
    [
      'analysts',
      one,
      '60 s',
      [
        ['default', '0'],
        ['cluster-group', '60000'],
      ],
    ],
    [
      'analysts',
      two,
      '60 s',
      [
        ['default', '0'],
        ['cluster-group', '60000'],
      ],
    ],
  ];
  it.each(levels)(
    'the statement timeout of %s on %s is %s, by every level that has a say',
    (workload, resource, value, steps) => {
      const finding = findingOf(report, 'statement-timeout-allows-query', workload, resource);
      expect(finding.provenance.map(({ level, text }) => [level, text])).toEqual(steps);
      expect(finding.message).toContain(` is ${String(value)} (set by `);
    },
  );

  it('mends each failure where its value is written', () => {
    const fixes = report.findings.flatMap(({ fix }) => (fix === null ? [] : [[fix.resource, fix.setting, fix.value]]));
    expect(sorted(fixes)).toEqual(
      sorted([
        [alb, 'idle_timeout', 181],
        [role('reader'), 'statement_timeout', 11000],
        [role('legacy'), 'statement_timeout', 31000],
        [role('legacy'), 'statement_timeout', 31000],
        [proxy, 'idle_client_timeout', 1501],
        [proxyPool, 'connection_pool_config.max_connections_percent', 50],
      ]),
    );
  });

  const says: readonly (readonly [string, string | null, string | undefined, 'pass' | 'fail' | 'unknown', RegExp])[] = [
    [
      'alb-idle-timeout-outlasts-query',
      'storefront',
      undefined,
      'pass',
      /is 2 min; .* a request of `storefront` may take 90 s$/,
    ],
    ['target-group-drains-after-query', 'storefront', app, 'pass', /`deregistration_delay` .* is 5 min; it outlives/],
    [
      'target-group-drains-after-query',
      'analysts',
      nlbTargets,
      'pass',
      /closes no connection when it takes a target out/,
    ],
    // Requests of 90 s and the load balancer's 120 s leave room; when the driver gives up is known only after apply.
    [
      'proxy-borrow-timeout-fits',
      'storefront',
      proxy,
      'unknown',
      /is 60 s, so for a query of `storefront` of 4 s a caller may wait 64 s; whether `read_timeout` .* is not known/,
    ],
    ['proxy-borrow-timeout-fits', 'export', proxy, 'unknown', /a caller may wait 70 s; .* known only after apply$/],
    ['proxy-pool-leaves-room', null, instance, 'fail', /\(90 %\) and .*\(90 %\) may open 180 % of the connections/],
    [
      'proxy-idle-timeout-outlasts-idle',
      'nightly',
      slowProxy,
      'pass',
      /is 30 min \(default\); it outlives .* may pause for 25 min$/,
    ],
    [
      'proxy-idle-timeout-outlasts-idle',
      'nightly-on-the-wrong-proxy',
      proxy,
      'fail',
      /is 20 min, so an idle connection is closed after 20 min/,
    ],
    ['proxy-client-is-kept-alive', 'nightly', slowProxy, 'pass', /^nothing between `scheduler` and /],
    ['nlb-idle-timeout-is-kept-alive', 'analysts', pg, 'pass', /is 1 h; it outlives/],
    ['nlb-idle-timeout-is-kept-alive', 'analysts', pg2, 'pass', /is 350 s \(default\); it outlives/],
    ['pooled-connection-survives-idle', 'analysts', pg, 'pass', /is 1 h; it outlives/],
    [
      'pooled-connection-survives-idle',
      'analysts',
      pg2,
      'pass',
      /is 350 s \(default\); .*cluster_instance\.this\["one"\] sends a keepalive probe every 4 min/,
    ],
    ['reader-conflict-outlasts-query', 'analysts', one, 'unknown', /is 14 s \(default, without a verified source\)/],
    ['reader-conflict-outlasts-query', 'analysts', two, 'unknown', /with no conflict nothing is cancelled$/],
  ];
  it.each(says)('%s for %s on %s: %s', (policy, workload, resource, outcome, message) => {
    const finding = findingOf(report, policy, workload, resource);
    expect(finding.outcome).toBe(outcome);
    expect(finding.message).toMatch(message);
  });

  it('sends analysts through both listeners to both instances, and keeps their pauses alive', () => {
    const analysts = report.workloads.find((workload) => workload.name === 'analysts');
    expect(sorted(analysts?.paths ?? [])).toEqual(
      sorted([pg, pg2].flatMap((listener) => [one, two].map((member) => `psql → ${listener} → ${member}`))),
    );
    const pauses = analysts?.timeline.filter((row) => row.phase === 'pause' && row.class === 'packet-idle') ?? [];
    expect(sorted(pauses.map((row) => [row.resource, row.effect, row.at?.from, row.demand]))).toEqual(
      sorted([
        [pg, 'outlives', 3600, 600],
        [pg, 'outlives', 3600, 600],
        [pg2, 'kept-alive', 350, 600],
        [pg2, 'kept-alive', 350, 600],
      ]),
    );
  });

  it('covers what is on a path once, and names the proxy that is on none', () => {
    const { judged: on, onNoPath } = report.coverage;
    const hops = [
      task,
      alb,
      app,
      cluster,
      one,
      two,
      nlb,
      pg,
      pg2,
      nlbTargets,
      proxy,
      proxyPool,
      slowProxy,
      slowProxyPool,
    ];
    expect(sorted(on)).toEqual(sorted([...hops, instance, 'old app', 'scheduler', 'psql']));
    expect(onNoPath).toEqual([bare]);
  });
});
