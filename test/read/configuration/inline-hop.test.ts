import type { Fact } from '../../../lib/core/fact';
import type { InlineKey } from '../../../lib/core/kind';
import type { Json } from '../../../lib/core/setting';
import { kinds as real } from '../../../lib/kinds';
import { onlyWorkload, read as readText, withPath } from './_reading';

function factOf(entry: string): Fact {
  const { path } = onlyWorkload(withPath(entry));
  const select = Array.isArray(path) ? path[0]?.select : undefined;
  if (select?.by !== 'inline') throw new Error('not inline');
  return select.fact;
}

/** Each setting as value, attribute, text, and whether the number is ours. */
function settingsOf(entry: string): Record<string, readonly [Json, string, string | null, boolean]> {
  return Object.fromEntries(
    Object.entries(factOf(entry).settings).map(([name, setting]) => {
      if (setting.state !== 'known') throw new Error('not known');
      const [step] = setting.from;
      expect(setting.from).toHaveLength(1);
      expect(step).toMatchObject({ level: 'declared', subject: 'x' });
      return [name, [setting.value, step!.attribute, step!.text, step!.cite !== undefined]];
    }),
  );
}

const noKeepalive = { keepalive_idle: [null, 'keepalive', null, false] };

describe('an inline hop', () => {
  it.each([
    ['- firewall: { name: x, idleTimeout: 5m }', { idle_timeout: [300, 'idleTimeout', '5m', false] }],
    [
      '- firewall: { name: x, relays: false, onExpiry: reset }',
      { relays: [false, 'relays', 'false', false], on_expiry: ['reset', 'onExpiry', 'reset', false] },
    ],
    ['- firewall: { name: x }', {}],
    // PgBouncer's 0 is off; what the kind does not call off is refused.
    ['- pooler: { name: x, queryTimeout: 0 }', { query_timeout: [null, 'queryTimeout', '0', false] }],
    ['- pooler: { name: x, size: 20 }', { size: [20, 'size', '20', false] }],
    // A pooler that says nothing about keepalive has what its kind documents; a client has none.
    ['- pooler: { name: x }', {}],
    ['- client: { name: x }', noKeepalive],
    ['- client: { name: x, keepalive: false }', { keepalive_idle: [null, 'keepalive', 'false', false] }],
    [
      '- client: { name: x, keepalive: { idle: 60s, interval: 10s, count: 6 } }',
      {
        keepalive_idle: [60, 'keepalive.idle', '60s', false],
        keepalive_interval: [10, 'keepalive.interval', '10s', false],
        keepalive_count: [6, 'keepalive.count', '6', false],
      },
    ],
    // Linux: 7200 s, 75 s, 9 probes where nothing else is set.
    [
      '- client: { name: x, keepalive: { idle: 1m } }',
      {
        keepalive_idle: [60, 'keepalive.idle', '1m', false],
        keepalive_interval: [75, 'keepalive', null, true],
        keepalive_count: [9, 'keepalive', null, true],
      },
    ],
    [
      '- client: { name: x, keepalive: true }',
      {
        keepalive_idle: [7200, 'keepalive', 'true', true],
        keepalive_interval: [75, 'keepalive', 'true', true],
        keepalive_count: [9, 'keepalive', 'true', true],
      },
    ],
    [
      '- client: { name: x, keepalive: system, driver: libpq }',
      {
        // Beside a driver the times that nobody wrote are the driver's.
        keepalive_on: [true, 'keepalive', 'system', false],
        driver: ['libpq', 'driver', 'libpq', false],
      },
    ],
    // Values as PostgreSQL reads them: 5m is no unit of its, 1h30m is more than one.
    [
      '- client: { name: x, settings: { statement_timeout: 5m, lock_timeout: 1h30m, work_mem: 4MB, jit: off, tcp_keepalives_idle: 60 } }',
      {
        ...noKeepalive,
        session_parameters: [
          { statement_timeout: '300s', lock_timeout: '5400s', work_mem: '4MB', jit: 'off', tcp_keepalives_idle: '60' },
          'settings',
          'statement_timeout = 5m, lock_timeout = 1h30m, work_mem = 4MB, jit = off, tcp_keepalives_idle = 60',
          false,
        ],
      },
    ],
    [
      '- client: { name: x, options: { STATEMENT_TIMEOUT: PT0.25S, lock_timeout: 250ms, fsync: true } }',
      {
        ...noKeepalive,
        startup_options: [
          { statement_timeout: '250ms', lock_timeout: '250ms', fsync: 'on' },
          'options',
          'STATEMENT_TIMEOUT = PT0.25S, lock_timeout = 250ms, fsync = true',
          false,
        ],
      },
    ],
  ])('%s', (entry, settings) => {
    expect(settingsOf(entry)).toEqual(settings);
  });

  it('is a fact of its workload', () => {
    const { settings, ...fact } = factOf('- firewall: { name: datacentre edge, idleTimeout: 5m }');
    const location = { document: 'holdfast.yaml', file: 'holdfast.yaml', line: 6, column: 9 };
    expect(fact).toEqual({
      id: 'configuration#a/datacentre edge',
      kind: 'firewall-of-others',
      type: 'firewall',
      source: 'configuration',
      subject: 'datacentre edge',
      names: ['datacentre edge'],
      identity: {},
      tags: {},
      links: {},
      location,
    });
    expect(settings.idle_timeout).toEqual({
      state: 'known',
      value: 300,
      from: [
        {
          level: 'declared',
          subject: 'datacentre edge',
          attribute: 'idleTimeout',
          text: '5m',
          location: { ...location, column: 44 },
        },
      ],
    });
  });

  it('has an id of its own for each pair of workload and name', () => {
    const ids = ['a/b', 'a', 'a~1b'].flatMap((workload, at) => {
      const name = ['c', 'b/c', 'c'][at] ?? '';
      const { path } = onlyWorkload(
        `version: 1\nworkloads: [{ name: ${workload}, maxQueryDuration: 1s, path: [{ client: { name: ${name} } }] }]`,
      );
      return Array.isArray(path) ? path.map(({ select }) => (select.by === 'inline' ? select.fact.id : null)) : [];
    });
    expect(ids).toEqual(['configuration#a~1b/c', 'configuration#a/b/c', 'configuration#a~01b/c']);
  });
});

describe('parameters of a group', () => {
  it.each([
    ['45s', '45000'],
    ['1h30m', '5400000'],
    ['0', '0'],
    ['45000', '45000'],
    ['"{DBInstanceClassMemory/1024}"', '{DBInstanceClassMemory/1024}'],
  ])('%s is %s for RDS, which takes milliseconds', (written, text) => {
    const declared = `declared: { parameterGroups: { g: { statement_timeout: ${written}, tcp_keepalives_idle: 2min } } }`;
    const configuration = readText(`version: 1\n${declared}\nworkloads: [{ name: a, maxQueryDuration: 1s }]`);
    expect(configuration.declared.parameterGroups['g']).toEqual({
      statement_timeout: text,
      tcp_keepalives_idle: '120',
    });
  });
});

const forms = real.filter(({ hop }) => hop?.inline !== undefined).map((kind) => [kind.name, kind] as const);
const examples: Record<InlineKey['as'], Json> = {
  duration: '5m',
  number: 10,
  text: 'anything',
  boolean: true,
  settings: { statement_timeout: '30s' },
  keepalive: { idle: '60s', interval: '10s', count: 6 },
  connection: 'postgresql:///?keepalives_idle=60',
};

describe('inline hops of the kinds that there are', () => {
  it.each(forms)('%s', (name, { hop, settings }) => {
    const keys = Object.entries(hop?.inline ?? {});
    const values = Object.fromEntries(keys.map(([key, { as, choices }]) => [key, choices?.[0] ?? examples[as]]));
    const entry = `- ${JSON.stringify({ [hop!.key]: { name: 'x', ...values } })}`;
    const { path } = onlyWorkload(withPath(entry), real);
    const select = Array.isArray(path) ? path[0]?.select : undefined;
    const fact = select?.by === 'inline' ? select.fact : undefined;
    expect(fact?.kind).toBe(name);
    const declared = Object.keys(fact?.settings ?? {});
    expect(declared.length).toBeGreaterThanOrEqual(keys.length);
    expect(declared.filter((setting) => settings[setting] === undefined)).toEqual([]);
  });

  it('has a form for what no document shows', () => {
    const keys = new Set(forms.map(([, { hop }]) => hop?.key));
    expect([...keys]).toEqual(expect.arrayContaining(['client', 'firewall', 'pooler', 'database']));
  });
});
