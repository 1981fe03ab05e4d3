import type { Report } from '../../lib/core/report';
import { check, findingOf, findingsOf, shop, sorted, verdictsOf, withDocuments } from './_command';
import {
  alb,
  app,
  bare,
  cluster,
  firewall,
  instance,
  instanceGroup,
  nat,
  nlb,
  one,
  pg,
  pg2,
  proxy,
  role,
  slowProxy,
  two,
} from './_shop';

withDocuments('what lies between the clients and the stack of public modules (skipped without ../shared)', () => {
  let report: Report;
  beforeAll(async () => {
    ({ report } = await check('network', [shop('create')]));
  });

  /**
   * The instance probes every max(300 s, 30 s) = 300 s: in time for 350 s and 600 s, and a race at 300 s. Behind a proxy it
   * probes another connection, and whether the proxy probes its clients is not documented.
   */
  it('judges each path by the probes of the leg that it lies on', () => {
    expect(verdictsOf(report)).toEqual({
      'over-nat': 'holds',
      'over-network-firewall': 'holds',
      'over-edge': 'cut at 300 by office edge in query',
      'over-edge-with-probes': 'holds',
      'nat-before-proxy': 'unknown',
      'nat-before-proxy-with-probes': 'holds',
      dashboards: `cut at 60 by ${one} in query`,
      'dashboards-without-limit': 'holds',
      'behind-pg2': 'unknown',
      'slow-pages': `cut at 120 by ${alb} in query`,
    });
  });

  const rows: readonly (readonly [
    workload: string,
    resource: string,
    phase: string,
    effect: string,
    at: number,
    because: RegExp,
  ])[] = [
    ['over-nat', nat, 'query', 'kept-alive', 350, /db_instance\.this\[0\] sends a keepalive probe every 5 min$/],
    ['over-nat', nat, 'pause', 'kept-alive', 350, /db_instance\.this\[0\] sends a keepalive probe every 5 min$/],
    ['over-network-firewall', firewall, 'query', 'kept-alive', 600, /every 5 min$/],
    ['over-network-firewall', firewall, 'pause', 'kept-alive', 600, /every 5 min$/],
    ['over-edge', 'office edge', 'query', 'cuts', 300, /^it fires first$/],
    [
      'over-edge-with-probes',
      'office edge',
      'query',
      'kept-alive',
      300,
      /^office with probes sends a keepalive probe every 60 s$/,
    ],
    [
      'nat-before-proxy',
      nat,
      'query',
      'may-cut',
      350,
      /^AWS does not document whether .*batch\/long.* sends keepalive probes$/,
    ],
    ['nat-before-proxy', nat, 'pause', 'may-cut', 350, /^AWS does not document whether/],
    ['nat-before-proxy-with-probes', nat, 'query', 'kept-alive', 350, /^office with probes/],
    ['nat-before-proxy-with-probes', nat, 'pause', 'kept-alive', 350, /^office with probes/],
    ['behind-pg2', pg2, 'query', 'may-cut', 350, /^the path does not show that end of the connection$/],
  ];
  it.each(rows)('%s: %s in a %s: %s at %d s', (workload, resource, phase, effect, at, because) => {
    const found = report.workloads
      .find((one) => one.name === workload)
      ?.timeline.filter((row) => row.resource === resource && row.phase === phase);
    expect(found?.map((row) => [row.effect, row.at?.from])).toEqual([[effect, at]]);
    expect(found?.[0]?.because).toMatch(because);
  });

  it('tells what the caller of a flow that is dropped sees', () => {
    const edge = report.workloads.find((workload) => workload.name === 'over-edge');
    expect(edge?.timeline[0]).toMatchObject({
      caller: { sees: 'nothing: it waits for ever', at: 'never' },
      queryGoesOn: true,
    });
  });

  it('leaves the query running when a load balancer lets a target go, since the server is not told', () => {
    const slow = report.workloads.find((workload) => workload.name === 'slow-pages')?.timeline ?? [];
    const drain = slow.find((row) => row.timer === 'target-group.deregistration_delay');
    expect(drain).toMatchObject({ phase: 'rollout', effect: 'cuts', decides: false, queryGoesOn: true });
  });

  it('fails in nothing else', () => {
    expect(findingsOf(report, 'fail')).toEqual(
      sorted([
        ['network-idle-timeout-is-kept-alive', 'office edge', 'over-edge', null],
        ['statement-timeout-allows-query', one, 'dashboards', null],
        ['statement-timeout-allows-query', two, 'dashboards', null],
        ['alb-idle-timeout-outlasts-query', alb, 'slow-pages', null],
        ['target-group-drains-after-query', app, 'slow-pages', null],
        ['keepalive-notices-dead-peer', instance, 'behind-pg2', 'batch.job'],
        ['lost-client-is-noticed', instance, 'behind-pg2', 'batch.job'],
        ['lost-client-is-noticed', one, 'dashboards-without-limit', null],
        ['lost-client-is-noticed', two, 'dashboards-without-limit', null],
        ['statement-timeout-bounds-query', instance, 'behind-pg2', 'batch.job'],
        ['workload-promises-agree', instance, 'behind-pg2', 'batch.job'],
        ['proxy-pool-leaves-room', instance, null, null],
      ]),
    );
  });

  const details: readonly (readonly [string, string, string | undefined, RegExp, object | null])[] = [
    // 300 + 3 x 30 s on the instance, 240 + 2 x 30 s on Aurora, where only the idle time is set.
    [
      'keepalive-notices-dead-peer',
      'behind-pg2',
      undefined,
      /notices a dead peer after 390 s/,
      { resource: instanceGroup, setting: 'tcp_keepalives_idle', value: '60' },
    ],
    [
      'keepalive-notices-dead-peer',
      'dashboards-without-limit',
      one,
      /notices a dead peer after 5 min \(`tcp_keepalives_idle` 240 s \(set by cluster/,
      null,
    ],
    [
      'lost-client-is-noticed',
      'dashboards-without-limit',
      two,
      /runs on for up to 10 min/,
      // The keepalive takes all of the 5 min: it has to become shorter too.
      {
        resource: 'module.aurora.aws_db_parameter_group.this[0]',
        type: 'aws_db_parameter_group',
        setting: 'client_connection_check_interval',
        value: '150000',
        note: 'and shorten the keepalive, which notices a dead peer after 5 min',
      },
    ],
    [
      'lost-client-is-noticed',
      'behind-pg2',
      undefined,
      /is off \(default, assuming/,
      { resource: 'batch.job', type: 'role' },
    ],
    [
      'statement-timeout-bounds-query',
      'behind-pg2',
      undefined,
      /is 1 h .* so a runaway query runs for 1 h/,
      { resource: role('batch.job'), value: 1800000 },
    ],
    [
      'workload-promises-agree',
      'behind-pg2',
      undefined,
      /ended at 30 min .* promises queries of 30 min/,
      { type: 'workload', setting: 'roles' },
    ],
    [
      'target-group-drains-after-query',
      'slow-pages',
      app,
      /is 5 min, .* may take 6 min$/,
      { resource: app, setting: 'deregistration_delay', value: 360 },
    ],
    [
      'statement-timeout-allows-query',
      'dashboards-without-limit',
      one,
      /is off \(set by `dashboards without limit` in its session\)/,
      null,
    ],
    [
      'proxy-client-is-kept-alive',
      'nat-before-proxy',
      slowProxy,
      /`on-premises` sends no keepalive probes, so nothing that is documented keeps the flow alive/,
      null,
    ],
    ['proxy-client-is-kept-alive', 'nat-before-proxy-with-probes', slowProxy, /survives silence: .* every 60 s$/, null],
    [
      'proxy-connection-lifetime',
      'nat-before-proxy-with-probes',
      slowProxy,
      /is 24 h \(default\); .* may be 24 h 15 min old/,
      null,
    ],
  ];
  it.each(details)('%s for %s', (policy, workload, resource, message, fix) => {
    const finding = findingOf(report, policy, workload, resource);
    expect(finding.message).toMatch(message);
    if (fix === null) expect(finding.fix).toBeNull();
    else expect(finding.fix).toMatchObject(fix);
  });
});

withDocuments('the stack of public modules without any path (skipped without ../shared)', () => {
  let report: Report;
  beforeAll(async () => {
    ({ report } = await check('no-path', [shop('create')]));
  });
  const pathsOf = (name: string): readonly string[] =>
    report.workloads.find((workload) => workload.name === name)?.paths ?? [];

  it('is its databases with the proxies that lead to them, and each load balancer by itself', () => {
    const balancers = [alb, pg, pg2];
    const throughProxies = [proxy, slowProxy].map((through) => `${through} → ${instance}`);
    expect(sorted(pathsOf('everything'))).toEqual(sorted([...throughProxies, one, two, ...balancers]));
    expect(sorted(pathsOf('the-instance'))).toEqual(sorted([...throughProxies, ...balancers]));
  });

  it('cuts by what is known, and never by what is assumed', () => {
    expect(verdictsOf(report)).toEqual({ everything: 'holds', 'the-instance': `cut at 5 by ${instance} in query` });
    const assumed = findingOf(report, 'alb-idle-timeout-outlasts-query', 'the-instance');
    expect([assumed.outcome, assumed.settles]).toEqual([
      'unknown',
      `put ${alb} into the path of the workload, or leave it out by declaring the path`,
    ]);
    expect(assumed.message).toMatch(/ is on the path, it cuts at 2 min$/);
  });

  it('judges every role in view where the roles are a wildcard', () => {
    const limits = report.findings.filter(
      (finding) => finding.policy === 'statement-timeout-allows-query' && finding.workload === 'the-instance',
    );
    expect(sorted(limits.map((finding) => [finding.role, finding.outcome]))).toEqual([
      ['batch.job', 'pass'],
      ['legacy', 'fail'],
      ['reader', 'fail'],
    ]);
  });

  it('proves nothing of what lies between client and proxy, since nobody said it', () => {
    expect(report.findings.filter((finding) => finding.policy === 'proxy-client-is-kept-alive')).toEqual([]);
  });

  it('leaves load balancers and the proxy without target on nobody’s path', () => {
    expect(sorted(report.coverage.onNoPath)).toEqual(sorted([bare, alb, nlb]));
    expect(report.coverage.judged).toContain(cluster);
  });
});
