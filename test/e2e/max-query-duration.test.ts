import { checkAll, findingOf, findingsOf, shop, sorted, verdictOf, withDocuments, type Judged } from './_command';
import {
  alb,
  app,
  bare,
  barePool,
  cluster,
  firewall,
  instance,
  nat,
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
  two,
} from './_shop';

const name = 'every timer in view';

/**
 * Every timer that can cut a query, with its seconds: one statement timeout of each Aurora instance (60 s from the cluster's
 * group), those of the server (30 s) and of its three roles, and five timers of the network. Once each: eleven in all.
 */
const timers: readonly (readonly [policy: string, resource: string, role: string | null, seconds: number])[] = [
  ['statement-timeout-allows-query', instance, 'reader', 5],
  ['statement-timeout-allows-query', instance, null, 30],
  ['statement-timeout-allows-query', instance, 'legacy', 30],
  ['statement-timeout-allows-query', one, null, 60],
  ['statement-timeout-allows-query', two, null, 60],
  ['alb-idle-timeout-outlasts-query', alb, null, 120],
  ['network-idle-timeout-is-kept-alive', nat, null, 350],
  ['nlb-idle-timeout-is-kept-alive', pg2, null, 350],
  ['network-idle-timeout-is-kept-alive', firewall, null, 600],
  ['nlb-idle-timeout-is-kept-alive', pg, null, 3600],
  ['statement-timeout-allows-query', instance, 'batch.job', 3600],
];
const idle = [nat, pg2, firewall, pg];

withDocuments('--max-query-duration on the stack of public modules (skipped without ../shared)', () => {
  const cases = [
    ['25s', 25],
    ['5m', 300],
    ['2h', 7200],
  ] as const;

  describe.each(cases)('%s', (duration, seconds) => {
    let judged: Judged;
    beforeAll(async () => {
      judged = await checkAll(duration, [shop('create')]);
    });

    it('judges every timer in view once, in a row of its own', () => {
      const rows = judged.report.workloads.flatMap((workload) =>
        workload.timeline.filter((row) => row.phase === 'query'),
      );
      expect(sorted(rows.map((row) => [row.resource, row.role, row.at?.from]))).toEqual(
        sorted(timers.map(([, resource, login, at]) => [resource, login, at])),
      );
    });

    it('finds each of them once, and nothing else', () => {
      const shorter = timers.filter(([, , , at]) => at <= seconds);
      const row = ([policy, resource, login]: (typeof timers)[number]): unknown => [policy, resource, name, login];
      // Nothing shows what the client of an idle timer alone sends, so that one is too short cannot be a failure.
      const isOpen = ([, resource]: (typeof timers)[number]): boolean => idle.includes(resource);
      expect(findingsOf(judged.report, 'fail')).toEqual(sorted(shorter.filter((it) => !isOpen(it)).map(row)));
      expect(findingsOf(judged.report, 'unknown')).toEqual(sorted(shorter.filter(isOpen).map(row)));
      expect(findingsOf(judged.report, 'pass')).toEqual(sorted(timers.filter((it) => !shorter.includes(it)).map(row)));
    });

    it('is one workload, cut by the role with the shortest limit', () => {
      expect(judged.report.workloads.map(verdictOf)).toEqual([`cut at 5 by ${instance} in query`]);
      expect(judged.code).toBe(1);
    });

    it('takes each resource by itself: no path crosses another', () => {
      expect(judged.report.workloads.flatMap((workload) => workload.paths)).toHaveLength(11);
      expect(judged.report.workloads[0]?.paths.filter((path) => path.includes('→'))).toEqual([]);
    });

    it('leaves nothing in view out, and asks for nothing that it could not be told', () => {
      const { judged: on, onNoPath, notDeclared, notes } = judged.report.coverage;
      expect(sorted(on)).toEqual(
        sorted([
          alb,
          app,
          nlb,
          pg,
          pg2,
          nlbTargets,
          nat,
          firewall,
          cluster,
          one,
          two,
          instance,
          proxy,
          proxyPool,
          slowProxy,
          slowProxyPool,
          bare,
          barePool,
        ]),
      );
      expect([onNoPath, notDeclared]).toEqual([[], []]);
      expect(notes.map((note) => [note.what, note.level])).toEqual([
        ['ALTER DATABASE ... SET and ALTER ROLE ... IN DATABASE ... SET', 'unread'],
      ]);
    });
  });

  it('speaks of a query, since nobody in particular was declared', async () => {
    const { report } = await checkAll('5m', [shop('create')]);
    expect(report.findings.filter(({ message }) => !/ a query may take 5 min/.test(message))).toEqual([]);
  });

  it('passes where every timer is longer', async () => {
    const { code, report } = await checkAll('4s', [shop('create')]);
    expect([code, report.summary]).toEqual([0, { passed: 11, failed: 0, unknown: 0, waived: 0 }]);
  });

  it('is a race where a timer equals the duration', async () => {
    const { code, report } = await checkAll('5s', [shop('create')]);
    expect(code).toBe(1);
    expect(findingsOf(report, 'fail')).toEqual([['statement-timeout-allows-query', instance, name, 'reader']]);
    const [race] = report.findings;
    expect(race?.message).toMatch(/5 s equals the promise, which is a race: 6 s outlives it$/);
    expect(race?.fix).toEqual({
      resource: role('reader'),
      type: 'postgresql_role',
      setting: 'statement_timeout',
      value: 6000,
    });
  });

  it('mends each timer where it is written', async () => {
    const { report } = await checkAll('5m', [shop('create')]);
    expect(findingOf(report, 'alb-idle-timeout-outlasts-query', name).fix).toEqual({
      resource: alb,
      type: 'aws_lb',
      setting: 'idle_timeout',
      value: 301,
    });
    expect(findingOf(report, 'statement-timeout-allows-query', name, two).fix).toEqual({
      resource: 'module.aurora.aws_rds_cluster_parameter_group.this[0]',
      type: 'aws_rds_cluster_parameter_group',
      setting: 'statement_timeout',
      value: '301000',
    });
  });

  it('knows no role in a state, since no provider says which server it lives on', async () => {
    const { report } = await checkAll('5m', [shop('state')]);
    const roles = report.findings
      .filter((finding) => finding.resource === one || finding.resource === two)
      .map((finding) => finding.outcome);
    expect(roles).toContain('fail');
    expect(report.findings.filter((finding) => finding.role !== null && finding.outcome === 'pass')).toEqual([]);
  });
});
