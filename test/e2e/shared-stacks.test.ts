import { check, findingOf, findingsOf, shop, sorted, verdictsOf, withDocuments } from './_command';
import { alb, bare, instance, instanceGroup, proxy, slowProxy, task } from './_shop';

type Verdicts = Readonly<Record<string, string>>;

/**
 * The stack as it is written. `reader` has 5 s from its role: enough for 4 s, not for 10 s, whatever the load balancer's 120 s
 * say of requests of 180 s. `legacy` has the group's 30 s, which equal its promise. `batch.job` has 1 h from its role. Aurora
 * has 60 s from the cluster's group, and in a pause of 10 min its probes every 240 s keep the listener of 350 s alive.
 */
const asWritten: Verdicts = {
  storefront: 'holds',
  export: `cut at 5 by ${instance} in query`,
  'old-app': `cut at 30 by ${instance} in query`,
  nightly: 'holds',
  'nightly-on-the-wrong-proxy': 'holds',
  analysts: 'holds',
};
/** A state names no provider: a role with a limit of its own may live on another server, where the group's 30 s hold. */
const inState: Verdicts = {
  ...asWritten,
  export: `cut at 120 by ${alb} in query`,
  nightly: 'unknown',
  'nightly-on-the-wrong-proxy': 'unknown',
};
const nothing: Verdicts = Object.fromEntries(Object.keys(asWritten).map((name) => [name, 'unknown']));

const documents: readonly (readonly [name: string, code: number, verdicts: Verdicts, incomplete: RegExp | null])[] = [
  // What the containers of the storefront connect with is known only after apply, and so is when their driver gives up.
  ['create', 1, { ...asWritten, storefront: 'unknown' }, null],
  ['noop', 1, asWritten, null],
  // The plan raises the group's 30 s to 90 s: what will be is judged, not what is.
  ['update-statement-timeout', 1, { ...asWritten, 'old-app': 'holds' }, null],
  // Somebody set the load balancer to 4000 s by hand; the plan takes that back.
  ['drift', 1, asWritten, null],
  ['drift-refresh-only', 1, asWritten, /^a refresh-only plan/],
  ['target-alb', 1, asWritten, /^the plan covers part of the configuration .*37 outside it/],
  ['destroy', 2, nothing, /^the plan only deletes/],
  ['state', 1, inState, null],
];

/** What fails in the stack as it is written: policy, resource, workload, role. */
const failures = [
  ['alb-idle-timeout-outlasts-query', alb, 'export', null],
  // Containers without a `stopTimeout` are killed 30 s after they were told to stop; the requests may take 3 min and 90 s.
  ['client-survives-rollout', task, 'export', null],
  ['client-survives-rollout', task, 'storefront', null],
  ['proxy-idle-timeout-outlasts-idle', proxy, 'nightly-on-the-wrong-proxy', null],
  ['proxy-pool-leaves-room', instance, null, null],
  ['statement-timeout-allows-query', instance, 'export', 'reader'],
  ['statement-timeout-allows-query', instance, 'old-app', 'legacy'],
  ['statement-timeout-is-set-per-role', instance, 'old-app', 'legacy'],
] as const;
const atCreation = failures.filter(([policy]) => policy !== 'client-survives-rollout');
const without = (...gone: readonly string[]): unknown =>
  failures.filter(([policy, , workload]) => !gone.includes(policy) && !gone.includes(workload ?? ''));

const failing: readonly (readonly [string, unknown])[] = [
  ['create', atCreation],
  ['noop', failures],
  // 90 s are enough for `legacy`, and are still the group's.
  [
    'update-statement-timeout',
    failures.filter(([policy, , workload]) => policy !== 'statement-timeout-allows-query' || workload !== 'old-app'),
  ],
  ['drift', failures],
  // By hand 4000 s for the load balancer and 28800 s for the proxy: nothing but the database's own limits is left.
  ['drift-refresh-only', without('alb-idle-timeout-outlasts-query', 'proxy-idle-timeout-outlasts-idle')],
  ['target-alb', failures],
  ['destroy', []],
  // Whose limit it is cannot be told of a role that may live elsewhere.
  [
    'state',
    failures.filter(
      ([policy, , workload]) =>
        policy !== 'statement-timeout-is-set-per-role' &&
        (policy !== 'statement-timeout-allows-query' || workload === 'old-app'),
    ),
  ],
];

withDocuments('the stack of public modules through the command (skipped without ../shared)', () => {
  it.each(documents)('%s', async (name, code, verdicts, incomplete) => {
    const judged = await check('shop', [shop(name)]);
    expect(judged.code).toBe(code);
    expect(verdictsOf(judged.report)).toEqual(verdicts);
    const notes = judged.report.coverage.notes.filter((note) => note.level === 'incomplete');
    if (incomplete === null) expect(notes).toEqual([]);
    else expect(notes[0]?.why).toMatch(incomplete);
  });

  it.each(failing)('%s fails in nothing else', async (name, expected) => {
    const { report } = await check('shop', [shop(name)]);
    expect(findingsOf(report, 'fail')).toEqual(expected);
  });

  it.each(['storefront', 'analysts'])('%s, which holds, is not green in a plan that is not whole', async (workload) => {
    for (const name of ['target-alb', 'drift-refresh-only', 'destroy']) {
      const whole = await check(
        'shop',
        [shop(name)],
        '--workload',
        workload,
        '--skip-policy',
        'proxy-pool-leaves-room',
      );
      const partial = await check('shop', [shop(name)], '--workload', workload, '--partial');
      expect([name, whole.code, partial.code]).toEqual([name, 2, 2]);
    }
    expect((await check('shop', [shop('noop')], '--workload', workload)).code).toBe(0);
  });

  it('says what the update changes: 90 s from the same group, at once', async () => {
    const { report } = await check('shop', [shop('update-statement-timeout')]);
    const finding = findingOf(report, 'statement-timeout-allows-query', 'old-app');
    expect(finding.message).toContain(`is 90 s (set by parameter group \`${instanceGroup}\`)`);
    expect(finding.provenance.map(({ level, text }) => [level, text])).toEqual([
      ['default', '0'],
      ['instance-group', '90000'],
      ['role', null],
    ]);
    expect(findingOf(report, 'parameter-is-applied', 'old-app').outcome).toBe('pass');
  });

  it('tells what drifted of the kinds that have the timer', async () => {
    for (const name of ['drift', 'drift-refresh-only']) {
      const { notes } = (await check('shop', [shop(name)])).report.coverage;
      const drifted = notes
        .filter((note) => note.why.includes('was changed outside Terraform'))
        .map((note) => note.what);
      expect([name, sorted(drifted)]).toEqual([name, sorted([alb, bare, proxy, slowProxy])]);
    }
  });

  it('reports nothing judged as judged where only parameter groups could be looked at', async () => {
    const { code, err, report } = await check('nothing-there', [shop('create')], '--partial');
    expect([code, verdictsOf(report)]).toEqual([2, { orders: 'unknown' }]);
    expect(err).toMatch(/nothing was judged/);
  });

  describe('in several documents', () => {
    it('is one estate: what the plan says wins, and it tells the server of the roles that the state cannot', async () => {
      const { code, report } = await check('shop', [shop('state'), shop('noop')]);
      expect([code, verdictsOf(report)]).toEqual([1, asWritten]);
      expect(findingsOf(report, 'fail')).toEqual(failures);
      expect(report.coverage.documents.map((one) => [one.name, one.source])).toEqual([
        ['state', 'state'],
        ['noop', 'plan'],
      ]);
      expect(report.coverage.onNoPath).toEqual([bare]);
    });

    it('is what will be, in whichever order they are named', async () => {
      const raised = { ...asWritten, 'old-app': 'holds' };
      for (const order of [
        ['state', 'update-statement-timeout'],
        ['update-statement-timeout', 'state'],
      ]) {
        const { report } = await check(
          'shop',
          order.map((name) => shop(name)),
        );
        expect([order, verdictsOf(report)]).toEqual([order, raised]);
      }
    });

    it('is two estates where nothing says that they are one: names before the first apply may be those of two accounts', async () => {
      const { code, report } = await check('shop', [shop('create', 'blue'), shop('create', 'green')]);
      const verdicts = verdictsOf(report);
      expect(code).toBe(1);
      expect(verdicts['old-app']).toBe(`cut at 30 by blue:${instance} in query`);
      expect([verdicts.nightly, verdicts.storefront]).toEqual(['holds', 'unknown']);
      expect(
        findingsOf(report, 'fail').filter(
          ([policy, , workload]) => policy === 'statement-timeout-allows-query' && workload === 'old-app',
        ),
      ).toEqual([
        ['statement-timeout-allows-query', `blue:${instance}`, 'old-app', 'legacy'],
        ['statement-timeout-allows-query', `green:${instance}`, 'old-app', 'legacy'],
      ]);
      const open = report.coverage.notes.filter((note) => note.level === 'incomplete').map((note) => note.why);
      expect(open.find((why) => why.includes('workload storefront'))).toMatch(
        /nothing says which of blue:module\.alb\S+ green:module\.alb\S+ leads to which of blue:aws_ecs\S+ green:aws_ecs\S+: name one of them$/,
      );
    });
  });
});
