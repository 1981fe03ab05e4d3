import {
  consequence,
  decisive,
  enough,
  promiseText,
  raceText,
  timerName,
  valueText,
  whose,
} from '../../lib/core/phrases';
import type { Demand } from '../../lib/core/demand';
import { everyTimer } from '../../lib/core/every-timer';
import { judge } from '../../lib/core/judge';
import type { Judgement } from '../../lib/core/policy';
import { known, oneOf, unknown, type Level, type Step } from '../../lib/core/setting';
import { fact, hop, inline, judged, rows, workload } from './estate';
import { is, trial } from './trial';
import type { Policy } from '../../lib/core/policy';

const step = (level: Level, own: Partial<Step> = {}): Step => ({
  level,
  subject: 'orders',
  attribute: 'x',
  text: '1',
  ...own,
});
const demand = (own: Partial<Demand> = {}): Demand => ({
  promise: 'maxQueryDuration',
  seconds: 300,
  withHeadroom: 300,
  orEqual: false,
  ...own,
});

describe('words', () => {
  it.each<[Level, string]>([
    ['default', ' (default)'],
    ['cluster-group', ' (set by cluster parameter group `orders`)'],
    ['instance-group', ' (set by parameter group `orders`)'],
    ['server', ' (as the server runs it)'],
    ['all-roles', ' (set for all roles)'],
    ['database', ' (set by database `orders`)'],
    ['role', ' (set by `orders`)'],
    ['role-in-database', ' (set for role `orders` in this database)'],
    ['connection-options', ' (set by the connection options of `orders`)'],
    ['init-query', ' (set by the init query of `orders`)'],
    ['session', ' (set by `orders` in its session)'],
    ['declared', ' (declared)'],
    ['own', ''],
  ])('say whose value it is: %s', (level, words) => {
    expect(whose([step('default'), step(level)])).toBe(words);
  });

  it('name the variable, and its resource unless that was just named', () => {
    const written = [step('connection-options', { variable: 'DATABASE_URL' })];
    expect(whose(written)).toBe(' (set in `DATABASE_URL` of `orders`)');
    expect(whose(written, 'orders')).toBe(' (set in `DATABASE_URL`)');
    expect(whose(written, 'api')).toBe(' (set in `DATABASE_URL` of `orders`)');
    expect(valueText({ state: 'known', value: 60, from: written }, 'orders')).toBe('60 s (set in `DATABASE_URL`)');
  });

  it('say what was assumed, as long as it could matter', () => {
    const assumed = step('role', { subject: 'app', text: null, assumed: 'read the catalog' });
    expect(whose([step('default'), assumed])).toBe(' (default, assuming that role `app` sets nothing)');
    expect(whose([step('default'), assumed, step('session')])).toBe(' (set by `orders` in its session)');
    const reboot = step('instance-group', { subject: 'db', text: null, assumed: 'reboot db' });
    expect(whose([step('default'), reboot])).toBe(
      ' (default, assuming that the parameter group that `db` had before sets nothing)',
    );
    const inShop = step('role-in-database', { subject: 'app', assumed: 'write dbname' });
    expect(whose([step('default'), step('role'), inShop])).toBe(
      ' (set for role `app` in this database, assuming that sessions are in this database)',
    );
    expect(whose([])).toBe('');
  });

  it('take the last step that wrote a value as the one that decided', () => {
    const role = step('role');
    expect(decisive([step('default'), role, step('role-in-database', { text: null })])).toBe(role);
    const unset = step('default', { text: null });
    expect(decisive([unset])).toBe(unset);
  });

  it('show values, and several as several', () => {
    expect(valueText(known(null, step('declared')))).toBe('off (declared)');
    expect(
      valueText(oneOf([known<number | null>(60, step('default')), known<number | null>(7200, step('role'))], 'w', 's')),
    ).toBe('60 s (default) or 2 h (set by `orders`)');
    expect(valueText(unknown('w', 's'))).toBe('not known');
  });

  it.each<[Partial<Demand>, number]>([
    [{}, 301],
    [{ withHeadroom: 300.5 }, 301],
    [{ orEqual: true }, 300],
    [{ withHeadroom: 300.5, orEqual: true }, 301],
  ])('know what is enough: %j', (own, expected) => {
    expect(enough(demand(own))).toBe(expected);
  });

  it('say that equality is a race, and nothing where it is not', () => {
    expect(raceText(known(300), demand())).toBe('; 5 min equals the promise, which is a race: 301 s outlives it');
    expect(raceText(known(300), demand(), false)).toBe('; 5 min equals the promise, which is a race');
    expect(raceText(known(299), demand())).toBe('');
    expect(raceText(known(300), demand({ orEqual: true }))).toBe('');
  });

  it.each<[string, string]>([
    ['maxQueryDuration', 'a query of `etl` may take 5 min'],
    ['maxSilence', 'a query of `etl` may be silent for 5 min'],
    ['request.maxDuration', 'a request of `etl` may take 5 min'],
    ['request.maxSilence', 'a request of `etl` may be silent for 5 min'],
    ['maxIdle', 'a pooled connection of `etl` may pause for 5 min'],
    ['maxIdleInTransaction', 'a transaction of `etl` may pause for 5 min'],
    ['maxTransactionDuration', 'a transaction of `etl` may take 5 min'],
    ['maxConnectionAge + maxQueryDuration', 'a connection of `etl` may be 5 min old when its last query ends'],
  ])('name the promise %s', (promise, text) => {
    expect(promiseText(demand({ promise }), 'etl')).toBe(text);
    expect(promiseText(demand({ promise, withHeadroom: 310 }), 'etl')).toBe(`${text} (310 s with headroom)`);
  });

  it('say what callers get as the service says it', () => {
    const consequenceOf = (sees: string | null): string =>
      consequence(judge(trial({ value: is(60), timer: { class: 'request-cap', expiry: 'request-error', sees } })));
    expect(consequenceOf('HTTP 504 from API Gateway')).toBe(
      'callers get HTTP 504 from API Gateway at 60 s and the query runs on',
    );
    expect(consequenceOf(null)).toBe('callers get an error at 60 s and the query runs on');
  });

  it('name nobody where every timer in view is judged', () => {
    expect(promiseText(demand(), everyTimer(300).workloads[0]!.name)).toBe('a query may take 5 min');
  });

  it('name a timer of a database with whose session it is', () => {
    const seen: Judgement[] = [];
    const spy: Policy = {
      id: 'spy',
      title: 't',
      severity: 'error',
      why: 'w',
      fix: 'f',
      refs: [],
      per: 'timer',
      judges: [
        { timer: 'database.statement_timeout', phase: 'query' },
        { timer: 'alb.idle_timeout', phase: 'query' },
      ],
      check: (it) => {
        seen.push(it.judgement);
        return null;
      },
    };
    const facts = [
      fact('alb', 'lb'),
      fact('instance', 'db', { links: { parameter_group: 'g' } }),
      fact('parameter-group', 'g', { settings: { parameters: rows({ statement_timeout: '1000' }) } }),
    ];
    judged(facts, [workload({ path: [hop('alb', 'lb'), inline('client', 'client', 'a'), hop('database', 'db')] })], {
      policies: [spy],
    });
    expect(seen.map((one) => [timerName(one.timer, 'app'), consequence(one)])).toEqual([
      ['`idle_timeout` of `lb`', 'callers get HTTP 504 at 60 s and the query runs on'],
      ['`statement_timeout` of `db` for role `app`', 'the server cancels the query at 1 s (ERROR 57014)'],
    ]);
  });
});
