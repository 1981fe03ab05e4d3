import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ClientSetting, DriverParameter, DriverSpec } from '../../../lib/core/driver';
import { parameters } from '../../../lib/kinds/_parameters';
import { drivers } from '../../../lib/kinds/drivers';

const settings: readonly ClientSetting[] = [
  'keepalive_on',
  'keepalive_idle',
  'keepalive_interval',
  'keepalive_count',
  'tcp_user_timeout',
  'read_timeout',
  'query_timeout',
  'command_timeout',
];
const each: readonly (readonly [string, DriverSpec])[] = drivers.map((driver) => [driver.name, driver]);
const isTime = (as: DriverParameter['as']): boolean => as === 'seconds' || as === 'milliseconds';

describe('the table of a driver', () => {
  it('has a file of its name', () => {
    const files = readdirSync(path.join(__dirname, '../../../lib/kinds/drivers'))
      .filter((file) => !file.startsWith('_') && file !== 'index.ts')
      .map((file) => path.basename(file, '.ts'));
    expect(drivers.map(({ name }) => name)).toEqual(files.sort());
  });

  it.each(each)('%s speaks of every setting, each with a source', (_, { defaults, parameters: taken, others }) => {
    expect(Object.keys(defaults).sort()).toEqual([...settings].sort());
    for (const { cite } of [...Object.values(defaults), ...Object.values(taken), others])
      expect(cite).toMatch(/https:\/\/[^ ]+/);
  });

  it.each(each)('%s sets each setting in its unit', (_, { parameters: taken, defaults }) => {
    for (const { as, sets, sends } of Object.values(taken)) {
      if (sets === 'keepalive_on') expect(as).toBe('switch');
      else if (sets === 'keepalive_count') expect(as).toBe('number');
      else if (sets !== undefined) expect(isTime(as)).toBe(true);
      if (as === 'other' || as === 'options') expect([sets, sends]).toEqual([undefined, undefined]);
    }
    expect(typeof defaults.keepalive_on.value).toBe('boolean');
    for (const setting of ['tcp_user_timeout', 'read_timeout', 'query_timeout', 'command_timeout'] as const)
      expect(defaults[setting].value).not.toBe('system');
  });

  it.each(each)('%s sends parameters that PostgreSQL has, in the unit that it reads', (_, { parameters: taken }) => {
    for (const { as, sends } of Object.values(taken)) {
      if (sends === undefined) continue;
      expect([sends, parameters[sends]?.context]).toEqual([sends, 'user']);
      const unit = { milliseconds: 'ms', seconds: 's', number: null }[as as 'seconds'];
      expect([sends, parameters[sends]?.unit]).toEqual([sends, unit]);
    }
  });

  it.each(each)('%s knows what its variables stand for', (_, { variables, parameters: taken }) => {
    for (const [variable, name] of Object.entries(variables)) {
      expect(variable).toMatch(/^PG[A-Z_]+$/);
      expect([name, taken[name] !== undefined]).toEqual([name, true]);
    }
  });

  it.each(each)('%s knows no name twice', (_, { parameters: taken, names }) => {
    const spelled = Object.entries(taken).flatMap(([name, { aliases = [] }]) => [name, ...aliases]);
    const compared = spelled.map((name) =>
      names === 'exact' ? name : names === 'any-case' ? name.toLowerCase() : name.toLowerCase().replace(/\s+/g, ''),
    );
    expect(new Set(compared).size).toBe(compared.length);
  });

  it.each(each)('%s has no prototype to be asked for', (_, { parameters: taken, variables }) => {
    expect([taken['__proto__'], taken['constructor'], variables['toString']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('knows every setting of a keepalive from one parameter', () => {
    for (const { name, parameters: taken } of drivers) {
      const set = Object.values(taken).flatMap(({ sets }) => sets ?? []);
      expect([name, new Set(set).size]).toEqual([name, set.length]);
    }
  });
});
