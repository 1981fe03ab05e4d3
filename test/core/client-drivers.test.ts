import { driversFor, driversOfRuntime, parameterIn, readsIt } from '../../lib/core/client-drivers';
import { takenAs } from '../../lib/core/client-parameters';
import type { DriverParameter, DriverSpec } from '../../lib/core/driver';
import { table } from '../../lib/core/setting';
import { ado, connection, hidden, jdbc, variables } from './_connection';

const cite = 'a test';
const nothing = { value: null, attribute: 'nothing', cite };
const times: DriverParameter = { as: 'seconds', sets: 'keepalive_idle', aliases: ['Probe After'], cite };

function driver(name: string, own: Partial<DriverSpec>): DriverSpec {
  return {
    name,
    title: name,
    forms: ['url'],
    schemes: ['postgresql'],
    runtimes: [],
    names: 'exact',
    parameters: table([['Keep Alive', times]]),
    variables: table(),
    others: { become: 'ignored', cite },
    defaults: {
      keepalive_on: nothing,
      keepalive_idle: nothing,
      keepalive_interval: nothing,
      keepalive_count: nothing,
      tcp_user_timeout: nothing,
      read_timeout: nothing,
      query_timeout: nothing,
      command_timeout: nothing,
    },
    ...own,
  };
}

describe('parameterIn', () => {
  it.each<[DriverSpec['names'], string, boolean]>([
    ['exact', 'Keep Alive', true],
    ['exact', 'Probe After', true],
    ['exact', 'keep alive', false],
    ['any-case', 'KEEP ALIVE', true],
    ['any-case', 'KeepAlive', false],
    ['any-case-and-spaces', 'keepalive', true],
    ['any-case-and-spaces', 'PROBEAFTER', true],
    ['any-case-and-spaces', 'probe_after', false],
    ['exact', '__proto__', false],
    ['any-case', 'constructor', false],
  ])('where names are %s, %s', (names, asked, found) => {
    expect(parameterIn(driver('one', { names }), asked)).toEqual(found ? { ...times, name: 'Keep Alive' } : null);
  });
});

describe('a switch', () => {
  // pgjdbc: Boolean.parseBoolean. libpq 15 and PgBouncer 1.18 refuse words ("invalid integer value", measured). .NET: no numbers.
  it.each<[DriverParameter['on'], string, boolean | undefined]>([
    ['true', 'TRUE', true],
    ['true', '1', false],
    ['true', 'on', false],
    ['true', 'yes', false],
    ['number', '1', true],
    ['number', '2', true],
    ['number', '0', false],
    ['number', 'true', undefined],
    ['word', 'True', true],
    ['word', 'false', false],
    ['word', '1', undefined],
    ['word', 'yes', undefined],
  ])('that takes %s: %s is %s', (on, text, expected) => {
    const parameter = { name: 'keepalive', as: 'switch', cite, ...(on === undefined ? {} : { on }) } as const;
    expect(takenAs(parameter, text)).toBe(expected);
  });
});

describe('the drivers of a connection', () => {
  const all = [
    driver('a', { forms: ['url', 'variables'], schemes: ['postgresql', 'postgres'] }),
    driver('b', { schemes: ['postgresql', 'postgresql+b'] }),
    driver('c', { forms: ['jdbc'], schemes: ['jdbc:postgresql'] }),
    driver('d', { forms: ['ado'], schemes: [] }),
  ];

  it.each([
    ['a scheme of two', connection('X'), ['a', 'b']],
    ['a scheme of one', connection('X', { scheme: 'postgresql+b' }), ['b']],
    ['a scheme of none', connection('X', { scheme: 'cockroach' }), ['a', 'b']],
    ['JDBC', connection('X', jdbc), ['c']],
    ['key=value;', connection('X', ado), ['d']],
    ['variables', connection('X', variables), ['a']],
    ['what is not in view', hidden('X'), ['a', 'b', 'c', 'd']],
  ])('%s', (_, one, expected) => {
    expect(driversFor(one, all).map(({ name }) => name)).toEqual(expected);
  });

  it('are not those of another form', () => {
    expect(all.map((one) => readsIt(one, connection('X', jdbc)))).toEqual([false, false, true, false]);
  });
});

it.each([
  ['nodejs22.x', ['node']],
  ['dotnet8', ['net']],
  ['dotnetcore3.1', ['net']],
  // Nobody's: any of them.
  ['java21', ['node', 'net']],
  ['', ['node', 'net']],
])('the drivers of runtime %s', (runtime, expected) => {
  const all = [driver('node', { runtimes: ['nodejs'] }), driver('net', { runtimes: ['dotnet'] })];
  expect(driversOfRuntime(runtime, all).map(({ name }) => name)).toEqual(expected);
});

it.each<[DriverParameter['as'], DriverParameter['zero'], string, unknown]>([
  ['seconds', undefined, '30', 30],
  ['seconds', undefined, ' 1.5 ', 1.5],
  ['milliseconds', undefined, '1500', 1.5],
  ['number', undefined, '6', 6],
  ['seconds', undefined, '0', 0],
  ['seconds', 'off', '0', null],
  ['milliseconds', 'system', '0', 'system'],
  ['seconds', 'off', '0.0', null],
  // Words that switch off, where the driver takes 0 for off.
  ['seconds', 'off', 'false', null],
  ['seconds', undefined, 'false', undefined],
  ['seconds', 'off', 'true', undefined],
  ['seconds', 'off', '-1', undefined],
  ['seconds', 'off', '5min', undefined],
  ['seconds', 'off', '1e3', undefined],
  ['seconds', 'off', '', undefined],
  ['switch', undefined, 'TRUE', true],
  ['switch', undefined, '0', false],
  ['switch', undefined, 'no', false],
  ['switch', undefined, '2', undefined],
  ['switch', undefined, '__proto__', undefined],
])('%s whose 0 is %s reads %s', (as, zero, text, expected) => {
  const parameter = { name: 'x', as, cite, ...(zero === undefined ? {} : { zero }) };
  expect(takenAs(parameter, text)).toBe(expected);
});
