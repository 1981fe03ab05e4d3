import { sessionOf } from '../../lib/core/session';
import { table, unknown, type Setting } from '../../lib/core/setting';
import { timersOf } from '../../lib/core/timers';
import type { Fact } from '../../lib/core/fact';
import type { PathEntry } from '../../lib/core/configuration';
import { ado, connection, holding, jdbc } from './_connection';
import { fact, hop, inline, pathsThrough, type Resource } from './estate';

const listener = (own: Resource['settings']): Fact =>
  fact('listener', 'l', {
    links: { load_balancer: 'lb', target_groups: ['tg'] },
    settings: { protocol: 'TCP', ...own },
  });

/** `name phase value` of each timer of one hop. */
function timers(facts: readonly Fact[], entries: readonly PathEntry[], key: string): readonly string[] {
  const { graph, paths } = pathsThrough(facts, entries);
  const [path] = paths;
  const at = path!.hops.find((one) => one.key === key)!;
  const session: ReturnType<typeof sessionOf> =
    path!.database === null ? table<Setting>() : sessionOf(graph, path!.database.member, path!.hops, null);
  return timersOf(graph, path!, at, session).map(({ timer }) => {
    const value = timer.value.state === 'known' ? String(timer.value.value) : timer.value.state;
    return `${timer.subject.subject} ${timer.name} ${timer.phase} ${value}`;
  });
}

const db = fact('instance', 'db');
const client = inline('client', 'client', 'app');

describe('the timers of a hop', () => {
  it('are those of the listener and of the target groups behind it', () => {
    const facts = [
      fact('nlb', 'lb'),
      listener({ tcp_idle_timeout: 500 }),
      fact('target-group', 'tg', {
        settings: { protocol: 'TCP', connection_termination: true, unhealthy_connection_termination: false },
      }),
      db,
    ];
    expect(timers(facts, [client, hop('nlb', 'lb'), hop('database', 'db')], 'nlb')).toEqual([
      'l listener.tcp_idle_timeout query 500',
      'l listener.tcp_idle_timeout pause 500',
      'tg target-group.deregistration_delay rollout 300',
      'tg target-group.unhealthy_draining_interval rollout null',
    ]);
  });

  it('of a client stand where their value is written', () => {
    const url = connection('JDBC_URL', { ...jdbc, parameters: { socketTimeout: '60' } });
    const facts = [
      fact('service', 'api', { links: { task_definition: 'task' } }),
      fact('task-definition', 'task', { settings: holding(url) }),
      db,
    ];
    const entries = [hop('client', 'api'), hop('database', 'db')];
    expect(timers(facts, entries, 'client')).toEqual([
      'task client.read_timeout query 60',
      'task client.stop_timeout rollout 30',
    ]);
    // What a driver does unasked is written nowhere.
    const npgsql = fact('task-definition', 'task', { settings: holding(connection('A', ado)) });
    expect(timers([facts[0]!, npgsql, db], entries, 'client')).toContain('api client.command_timeout query 30');
  });

  it('of a client are called as the resource calls them that they are written in', () => {
    const machine = fact('ec2-instance', 'host', {
      links: { launch_template: 'lt' },
      settings: { launch_template: 'lt' },
    });
    const { graph, paths } = pathsThrough(
      [machine, fact('launch-template', 'lt'), db],
      [hop('client', 'host'), hop('database', 'db')],
    );
    const [path] = paths;
    const [tracked] = timersOf(graph, path!, path!.client!, table());
    expect([tracked?.timer.subject.subject, tracked?.timer.value.state, tracked?.timer.attribute]).toEqual([
      'lt',
      'one-of',
      'network_interfaces.connection_tracking_specification.tcp_established_timeout',
    ]);
  });

  it('are the session’s where PostgreSQL runs, once for the instance and not again for its cluster', () => {
    const facts = [fact('cluster', 'c'), fact('cluster-instance', 'i', { links: { cluster: 'c' } })];
    const found = timers(facts, [client, hop('database', 'c')], 'database');
    expect(found).toEqual([
      'i database.statement_timeout query null',
      'i database.transaction_timeout query null',
      'i database.idle_session_timeout pause null',
      'i database.idle_in_transaction_session_timeout pause 86400',
    ]);
  });

  it('count replay conflicts of readers only', () => {
    const replica = fact('instance', 'db', { links: { replicate_source_db: { name: 'primary' } } });
    const conflicts = (one: Fact): number =>
      timers([one], [client, hop('database', 'db')], 'database').filter((name) => name.includes('streaming')).length;
    expect([conflicts(replica), conflicts(db)]).toEqual([1, 0]);
  });

  it('are none of a resource that stands as client only', () => {
    expect(timers([fact('nat', 'n'), db], [hop('client', 'n'), hop('database', 'db')], 'client')).toEqual([]);
  });

  it.each<[string, Setting, readonly string[]]>([
    ['unknown', unknown('later', 'apply'), ['n alb.idle_timeout query unknown']],
    ['no duration', { state: 'known', value: 'soon', from: [] }, ['n alb.idle_timeout query unknown']],
    [
      'one of several, one no duration',
      {
        state: 'one-of',
        candidates: [
          { state: 'known', value: 1, from: [] },
          { state: 'known', value: 'x', from: [] },
        ],
        why: 'w',
        settles: 's',
      },
      ['n alb.idle_timeout query unknown'],
    ],
    [
      'one of several',
      {
        state: 'one-of',
        candidates: [
          { state: 'known', value: 1, from: [] },
          { state: 'known', value: 2, from: [] },
        ],
        why: 'w',
        settles: 's',
      },
      ['n alb.idle_timeout query one-of'],
    ],
    [
      'written as off',
      { state: 'known', value: null, from: [{ level: 'own', subject: 'n', attribute: 'idle_timeout', text: null }] },
      ['n alb.idle_timeout query null'],
    ],
  ])('take a value that is %s for what it is', (_, idle, expected) => {
    expect(
      timers(
        [fact('alb', 'n', { settings: { idle_timeout: idle } }), db],
        [hop('alb', 'n'), client, hop('database', 'db')],
        'alb',
      ),
    ).toEqual(expected);
  });

  const connected = fact('service', 's', {
    settings: { service_connect: true, idle_timeout: 600, request_timeout: 60 },
  });
  it('of another key run only where the resource stands under it', () => {
    const entries = [hop('mesh', 's'), hop('client', 's'), hop('database', 'db')];
    expect(timers([connected, db], entries, 'mesh')).toEqual([
      's mesh.idle_timeout query 600',
      's mesh.idle_timeout pause 600',
      's mesh.request_timeout query 60',
    ]);
    expect(timers([connected, db], entries, 'client')).toEqual([]);
  });

  it('that run alone do so while no member stands for the resource', () => {
    const integration = fact('rest-integration', 'i', {
      links: { rest_api: 'api' },
      settings: { integration_timeout: 5 },
    });
    const entries = [hop('api', 'api'), client, hop('database', 'db')];
    expect(timers([fact('rest-api', 'api'), db], entries, 'api')).toEqual([
      'api api.integration_timeout query unknown',
    ]);
    expect(timers([fact('rest-api', 'api'), integration, db], entries, 'api')).toEqual([
      'i api.integration_timeout query 5',
    ]);
    // The limit of an HTTP API holds besides.
    const facts = [
      fact('http-api', 'api', { settings: { protocol: 'HTTP' } }),
      fact('http-integration', 'i', { links: { api: 'api' }, settings: { integration_timeout: 5 } }),
      db,
    ];
    expect(timers(facts, entries, 'api')).toEqual([
      'api api.integration_timeout query 30',
      'i api.integration_timeout query 5',
    ]);
  });

  it('leave out those that a resource does not run', () => {
    // A default of "no such timer": PgBouncer runs none unless told to.
    const found = timers(
      [db],
      [client, inline('pooler', 'pooler', 'bouncer', { query_timeout: 60 }), hop('database', 'db')],
      'pooler',
    );
    expect(found).toEqual(['bouncer pooler.query_timeout query 60']);
  });
});
