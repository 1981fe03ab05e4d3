import type { PathEntry } from '../../lib/core/configuration';
import type { Experiment } from '../../lib/core/probe';
import { clientPeriod, pathsOf, runExperiment, unsetByProbe, type Login } from '../../lib/core/probe-path';
import { agreementOf, predictionOf, type Prediction } from '../../lib/core/probe-predict';
import { pathSuspects } from '../../lib/core/probe-suspects';
import { table } from '../../lib/core/setting';
import type { Graph } from '../../lib/core/graph';
import type { Workload } from '../../lib/core/configuration';
import { graphOf, inline, workload } from './estate';
import { suspect } from './_probe';

const login: Login = { role: 'app', dbname: 'shop', startup: table() };
const experiment = (own: Partial<Experiment> = {}): Experiment => ({
  over: 'postgres',
  idle: 0,
  silence: 10.5,
  keepalive: null,
  ...own,
});

const client = (settings = {}): PathEntry => inline('client', 'client', 'app', settings);
const firewall = (name: string, seconds: number): PathEntry =>
  inline('firewall', 'declared-firewall', name, { tcp_idle_timeout: seconds, on_expiry: 'drop' });
const database = (parameters = {}): PathEntry =>
  inline('database', 'declared-database', 'db', { server_parameters: parameters });

function declared(...path: readonly PathEntry[]): { readonly graph: Graph; readonly promised: Workload } {
  const promised = workload({ path, maxQueryDuration: 3600, roles: ['app'] });
  return { promised, graph: graphOf([], { workloads: [promised] }) };
}

function predicted(path: readonly PathEntry[], tried: Experiment, as: Login = login): Prediction {
  const { graph, promised } = declared(...path);
  const [only] = pathsOf(graph, promised).paths;
  return predictionOf(runExperiment(graph, promised, only!, tried, as), tried);
}

const said = (prediction: Prediction): string =>
  prediction.is === 'cut'
    ? `cut by ${prediction.resource} in ${prediction.phase} at ${String(prediction.at.from)}`
    : prediction.is;

describe('what is expected of an experiment', () => {
  // Not the promise of one hour is judged, but what is tried.
  it.each<[string, readonly PathEntry[], Partial<Experiment>, string]>([
    ['silence longer than a timer', [client(), firewall('edge', 10), database()], {}, 'cut by edge in query at 10'],
    ['silence shorter than a timer', [client(), firewall('edge', 11), database()], {}, 'survives'],
    ['the first of two', [client(), firewall('a', 9), firewall('b', 7), database()], {}, 'cut by b in query at 7'],
    [
      'a pause before, that no timer outlives',
      [client(), firewall('edge', 4), database()],
      { idle: 5, silence: 1.5 },
      'cut by edge in pause at 4',
    ],
    [
      'keepalive of the probe',
      [client(), firewall('edge', 5), database()],
      { keepalive: { idle: 4, interval: 1, count: 10 } },
      'survives',
    ],
    // What the workload's client does is not what the probe does.
    [
      'keepalive of the client, which the probe does not send',
      [client({ keepalive_idle: 2, keepalive_interval: 2, keepalive_count: 5 }), firewall('edge', 5), database()],
      {},
      'cut by edge in query at 5',
    ],
    ['a limit of the server', [client(), database({ statement_timeout: '8s' })], {}, 'cut by db in query at 8'],
    [
      'a limit that the client SETs off, and the probe does not',
      [client({ session_parameters: { statement_timeout: '0' } }), database({ statement_timeout: '8s' })],
      {},
      'cut by db in query at 8',
    ],
  ])('%s', (_, path, own, expected) => {
    expect(said(predicted(path, experiment(own)))).toBe(expected);
  });

  it('counts what the probe sends when it connects', () => {
    const startup = table([['statement_timeout', '0']]);
    const path = [client(), database({ statement_timeout: '8s' })];
    expect(said(predicted(path, experiment(), { ...login, startup }))).toBe('survives');
  });
});

describe('clientPeriod', () => {
  it.each<[string, object, number | null | 'unknown']>([
    ['the longer of idle time and interval', { keepalive_idle: 2, keepalive_interval: 6, keepalive_count: 5 }, 6],
    ['none', {}, null],
  ])('is %s', (_, settings, expected) => {
    const { graph, promised } = declared(client(settings), database());
    expect(clientPeriod(pathsOf(graph, promised).paths)).toBe(expected);
  });

  it('is not known of no path', () => {
    expect(clientPeriod([])).toBe('unknown');
  });
});

describe('unsetByProbe', () => {
  it('names what the client SETs', () => {
    const { graph, promised } = declared(
      client({ session_parameters: { statement_timeout: '0', lock_timeout: '1s' } }),
      database(),
    );
    expect(pathsOf(graph, promised).paths.flatMap(unsetByProbe)).toEqual(['statement_timeout', 'lock_timeout']);
  });
});

describe('pathSuspects', () => {
  const suspects = (session: Readonly<Record<string, number | null>>) => {
    const pooler = inline('pooler', 'pooler', 'pool', {});
    const { graph, promised } = declared(
      client(),
      firewall('edge', 5),
      pooler,
      firewall('inner', 7),
      database({ statement_timeout: '8s' }),
    );
    const { paths } = pathsOf(graph, promised);
    const runs = paths.map((path) => runExperiment(graph, promised, path, experiment(), login));
    return pathSuspects(runs, table(Object.entries(session))).map(
      ({ resource, attribute, isOnOwnLeg, origin, fires }) =>
        `${attribute} of ${resource}, ${isOnOwnLeg ? 'own' : 'further'} leg, ${origin}: ${String(fires[0]?.from)}`,
    );
  };

  it('tell the leg of the probe from those beyond', () => {
    expect(suspects({})).toEqual([
      'tcp_idle_timeout of edge, own leg, path: 5',
      'tcp_idle_timeout of inner, further leg, path: 7',
      'statement_timeout of db, further leg, path: 8',
    ]);
  });

  it('take what the session shows over what was expected', () => {
    expect(suspects({ statement_timeout: 3 })).toContain('statement_timeout of db, further leg, session: 3');
    expect(suspects({ statement_timeout: null }).join()).not.toContain('statement_timeout');
  });
});

describe('agreementOf', () => {
  const cut = (resource: string): Prediction => ({
    path: 'p',
    is: 'cut',
    timer: 'firewall.tcp_idle_timeout',
    resource,
    attribute: 'idleTimeout',
    phase: 'query',
    at: { from: 5, to: 5 },
    caller: { sees: 'nothing', at: 'never' },
  });
  const survives: Prediction = { path: 'p', is: 'survives' };
  const unknown: Prediction = { path: 'p', is: 'unknown', why: 'it is', settles: null };
  const found = [{ suspect: suspect('edge', 5), how: 'exact' as const, isUnexpected: false }];
  it.each<[string, readonly Prediction[], 'survived' | 'cut' | 'not-measured', string | null]>([
    ['both survive', [survives], 'survived', 'yes'],
    ['it survives and was to be cut', [cut('edge')], 'survived', 'no'],
    ['it is cut and was to survive', [survives], 'cut', 'no'],
    ['it is cut by what was to cut', [cut('edge')], 'cut', 'yes'],
    ['it is cut by something else', [cut('other')], 'cut', 'no'],
    ['nothing was sure', [unknown], 'cut', 'not-known'],
    ['two paths differ', [survives, cut('edge')], 'cut', 'not-known'],
    ['two paths agree', [survives, survives], 'survived', 'yes'],
    ['nothing was predicted', [], 'cut', null],
    ['nothing was measured', [survives], 'not-measured', null],
  ])('%s', (_, predictions, verdict, expected) => {
    expect(agreementOf(predictions, verdict, found)).toBe(expected);
  });
});
