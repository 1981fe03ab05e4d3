import type { Reading } from '../../lib/core/fact';
import { id, inStacks, load, present, to, value } from './_stacks';
import { fact } from './small-plan';

const database = 'module.rds.module.db_instance.aws_db_instance.this[0]';
const databaseGroup = 'module.rds.module.db_parameter_group.aws_db_parameter_group.this[0]';
const cluster = 'module.aurora.aws_rds_cluster.this[0]';
const proxies = ['module.rds_proxy["instance"]', 'module.rds_proxy["batch/long"]'];
const roles = ['reader', 'batch.job', 'legacy'].map((name) => `postgresql_role.role["${name}"]`);

/** Every link of the stack; `sure` is how far a plan before the first apply can be sure of those that go through locals. */
const wires = (sure: 'exact' | 'probable'): readonly (readonly [string, string, readonly unknown[]])[] => [
  [database, 'parameter_group', [[sure, id(databaseGroup)]]],
  [cluster, 'cluster_parameter_group', [[sure, id('module.aurora.aws_rds_cluster_parameter_group.this[0]')]]],
  ...['one', 'two.b'].flatMap((name): readonly (readonly [string, string, readonly unknown[]])[] => [
    [`module.aurora.aws_rds_cluster_instance.this["${name}"]`, 'cluster', [['exact', id(cluster)]]],
    [
      `module.aurora.aws_rds_cluster_instance.this["${name}"]`,
      'parameter_group',
      [[sure, id('module.aurora.aws_db_parameter_group.this[0]')]],
    ],
  ]),
  ...proxies.flatMap((module): readonly (readonly [string, string, readonly unknown[]])[] => [
    [`${module}.aws_db_proxy_target.db_instance[0]`, 'instance', [['exact', id(database)]]],
    [`${module}.aws_db_proxy_target.db_instance[0]`, 'proxy', [['exact', id(`${module}.aws_db_proxy.this[0]`)]]],
    [`${module}.aws_db_proxy_default_target_group.this[0]`, 'proxy', [['exact', id(`${module}.aws_db_proxy.this[0]`)]]],
    [`${module}.aws_db_proxy_endpoint.this["ro"]`, 'proxy', [['exact', id(`${module}.aws_db_proxy.this[0]`)]]],
  ]),
  ['aws_db_proxy_default_target_group.bare', 'proxy', [['exact', id('aws_db_proxy.bare')]]],
  ['module.alb.aws_lb_listener.this["ex-https"]', 'load_balancer', [['exact', id('module.alb.aws_lb.this[0]')]]],
  [
    'module.alb.aws_lb_listener.this["ex-https"]',
    'target_groups',
    [[sure, id('module.alb.aws_lb_target_group.this["app"]')]],
  ],
  ...['pg', 'pg2'].flatMap((name): readonly (readonly [string, string, readonly unknown[]])[] => [
    [`module.nlb.aws_lb_listener.this["${name}"]`, 'load_balancer', [['exact', id('module.nlb.aws_lb.this[0]')]]],
    [
      `module.nlb.aws_lb_listener.this["${name}"]`,
      'target_groups',
      [[sure, id('module.nlb.aws_lb_target_group.this["pg"]')]],
    ],
  ]),
];
const roleWires = roles.map((role) => [role, 'database', [['exact', id(database)]]] as const);

inStacks('the stack of public modules (skipped without ../shared)', () => {
  describe('before the first apply', () => {
    const create = present ? load('modules-stack--create.json') : undefined;
    const reading = (): Reading => create!;

    it('is read without notes', () => {
      expect(reading()).toMatchObject({ source: 'plan', notes: [] });
      // 45 managed rows, none of them deleted; the two data sources are read at apply.
      expect(reading().facts).toHaveLength(45);
      expect(reading().facts.every((one) => one.change?.action === 'create')).toBe(true);
    });

    it.each([...wires('probable'), ...roleWires])('links %s by %s', (address, link, expected) => {
      expect(to(fact(reading(), address).links[link])).toEqual(expected);
    });

    it('tells what nobody set from what is not known', () => {
      const at = (address: string, name: string): unknown => value(fact(reading(), address), name);
      expect(at('module.nlb.aws_lb_listener.this["pg"]', 'tcp_idle_timeout')).toBe(3600);
      expect(at('module.nlb.aws_lb_listener.this["pg2"]', 'tcp_idle_timeout')).toBeUndefined();
      expect(at('module.rds_proxy["instance"].aws_db_proxy.this[0]', 'idle_client_timeout')).toBe(1200);
      expect(at('module.rds_proxy["batch/long"].aws_db_proxy.this[0]', 'idle_client_timeout')).toBeUndefined();
      expect(at('aws_db_proxy.bare', 'idle_client_timeout')).toBeUndefined();
      expect(at('aws_db_proxy_default_target_group.bare', 'connection_borrow_timeout')).toBeUndefined();
      expect(
        at('module.rds_proxy["instance"].aws_db_proxy_default_target_group.this[0]', 'connection_borrow_timeout'),
      ).toBe(60);
      expect(at('module.nlb.aws_lb_target_group.this["pg"]', 'connection_termination')).toBeUndefined();
      expect(at('module.nlb.aws_lb_target_group.this["pg"]', 'deregistration_delay')).toBe(300);
      expect(at('aws_networkfirewall_firewall_policy.this', 'tcp_idle_timeout')).toBe(600);
      expect(at('module.alb.aws_lb.this[0]', 'idle_timeout')).toBe(120);
    });

    it('reads the parameters of the group', () => {
      const row = (name: string, text: string, applyMethod = 'immediate'): object => ({
        name,
        value: text,
        state: 'known',
        applyMethod,
      });
      const rows = value(fact(reading(), databaseGroup), 'parameters') as readonly object[];
      expect(rows).toHaveLength(6);
      expect(rows).toEqual(
        expect.arrayContaining([
          row('statement_timeout', '30000'),
          row('tcp_keepalives_idle', '300'),
          row('tcp_keepalives_interval', '30'),
          row('tcp_keepalives_count', '3'),
          row('idle_in_transaction_session_timeout', '60000'),
          row('rds.force_ssl', '1', 'pending-reboot'),
        ]),
      );
    });

    it('trusts the provider alias for the region', () => {
      expect(fact(reading(), cluster).identity.region).toBe('us-west-2');
      expect(fact(reading(), database).identity.region).toBe('us-east-1');
    });

    it('knows both load balancers for what they are, and a task definition', () => {
      expect(fact(reading(), 'module.alb.aws_lb.this[0]').kind).toBe('alb');
      expect(fact(reading(), 'module.nlb.aws_lb.this[0]').kind).toBe('nlb');
      expect(fact(reading(), 'aws_ecs_task_definition.app').kind).toBe('task-definition');
    });
  });

  it.each(['noop', 'update-statement-timeout', 'drift'])(
    'is linked exactly in the plan "%s", where every name is known',
    (name) => {
      const reading = load(`modules-stack--${name}.json`);
      for (const [address, link, expected] of [...wires('exact'), ...roleWires]) {
        expect([address, to(fact(reading, address).links[link])]).toEqual([address, expected]);
      }
    },
  );

  it('keeps what changes and what was there before', () => {
    const reading = load('modules-stack--update-statement-timeout.json');
    const changed = reading.facts.filter((one) => one.change?.action !== 'keep');
    expect(changed.map((one) => [one.subject, one.change?.action])).toEqual([[databaseGroup, 'update']]);
    const [before, after] = [
      changed[0]?.change?.before.parameter,
      value(changed[0]!, 'parameters'),
    ] as readonly (readonly { name: string; value: string }[])[];
    expect(before?.find((row) => row.name === 'statement_timeout')?.value).toBe('30000');
    expect(after?.find((row) => row.name === 'statement_timeout')?.value).not.toBe('30000');
    expect(reading.notes).toEqual([]);
  });

  it('says what drifted, and whether the plan takes it back', () => {
    const { notes } = load('modules-stack--drift.json');
    const said = (address: string): string | undefined => notes.find((note) => note.what === address)?.why;
    expect(said('aws_db_proxy.bare')).toBe(
      '`idle_client_timeout` was changed outside Terraform from `1800` to `28800`; the plan leaves it so',
    );
    expect(said('module.rds_proxy["instance"].aws_db_proxy.this[0]')).toMatch(
      /from `1200` to `28800`; the plan changes it again$/,
    );
    expect(notes.every((note) => note.level === 'info')).toBe(true);
    expect(value(fact(load('modules-stack--drift.json'), 'aws_db_proxy.bare'), 'idle_client_timeout')).toBe(28800);
  });

  it('reads the state behind a refresh-only plan, and calls it incomplete', () => {
    const reading = load('modules-stack--drift-refresh-only.json');
    expect(reading.notes[0]).toMatchObject({
      level: 'incomplete',
      why: expect.stringMatching(/^a refresh-only plan/) as string,
    });
    expect(reading.facts).toHaveLength(45);
    expect(value(fact(reading, 'module.alb.aws_lb.this[0]'), 'idle_timeout')).toBe(4000);
  });

  it('reads what a targeted plan leaves out from the prior state, and calls it incomplete', () => {
    const reading = load('modules-stack--target-alb.json');
    expect(reading.notes).toEqual([
      expect.objectContaining({ level: 'incomplete', why: expect.stringMatching(/; 37 outside it/) as string }),
    ]);
    expect(reading.facts).toHaveLength(45);
    expect(fact(reading, database).location?.pointer).toMatch(/^\/prior_state\/values\//);
    expect(to(fact(reading, database).links.parameter_group)).toEqual([['exact', id(databaseGroup)]]);
  });

  it('has nothing left to judge when destroyed', () => {
    const reading = load('modules-stack--destroy.json');
    expect(reading.facts).toEqual([]);
    expect(reading.notes).toEqual([
      expect.objectContaining({ level: 'incomplete', why: expect.stringMatching(/^the plan only deletes/) as string }),
    ]);
  });

  it('is the same as a state, except that no provider tells where the roles live', () => {
    const reading = load('modules-stack--state.json');
    expect(reading).toMatchObject({ source: 'state', notes: [{ level: 'info' }] });
    expect(reading.facts).toHaveLength(45);
    for (const [address, link, expected] of wires('exact')) {
      expect([address, to(fact(reading, address).links[link])]).toEqual([address, expected]);
    }
    for (const role of roles) expect(to(fact(reading, role).links.database)).toEqual(['unknown']);
  });
});
