import { goalOf, parseMoments, patienceFor, type Asked } from '../../../lib/shell/probe/goal';
import { keepaliveFor } from '../../../lib/shell/probe/keepalive-choice';
import { world } from '../world';

const two = `version: 1
defaults: { headroom: 1s }
workloads:
  - { name: api, maxQueryDuration: 30s, request: { maxDuration: 90s } }
  - { name: etl, maxQueryDuration: 4h }
`;

function goal(args: readonly string[], asked: Asked = {}, configuration: string | null = null) {
  const here = world();
  if (configuration !== null) here.write('holdfast.yaml', configuration);
  return goalOf(args, asked, here.folder);
}

describe('goalOf', () => {
  it.each<
    [
      string,
      readonly string[],
      Asked,
      string | null,
      string | null,
      number | null,
      readonly number[],
      readonly string[],
    ]
  >([
    ['the only workload', ['ok.json'], {}, null, 'checkout-api', 30, [30.5], ['ok.json']],
    ['a workload and its headroom', ['etl'], {}, two, 'etl', 14_401, [14_401.5], []],
    ['a workload that a flag names', ['ok.json'], { workload: 'api' }, two, 'api', 31, [31.5], ['ok.json']],
    ['moments, in order and once', ['api'], { at: [60, 5, 60] }, two, 'api', 31, [5.5, 60.5], []],
    ['one duration for every timer', ['ok.json'], { maxQueryDuration: 6 }, null, null, 6, [6.5], ['ok.json']],
    ['one duration, and moments', [], { maxQueryDuration: 6, at: [2] }, null, null, 6, [2.5], []],
  ])('%s', (_, args, asked, configuration, name, promised, silences, files) => {
    const found = goal(args, asked, configuration);
    expect([found.isDeclared ? found.workload.name : null, found.promised, found.silences, found.files]).toEqual([
      name,
      promised,
      silences,
      files,
    ]);
  });

  it('needs no configuration for moments', () => {
    const { isDeclared, promised, silences } = goalOf([], { at: [2] }, '/');
    expect([isDeclared, promised, silences]).toEqual([false, null, [2.5]]);
  });

  it.each<[string, readonly string[], Asked, string]>([
    ['several workloads', [], {}, 'a probe is for one workload; name one of: api, etl'],
    ['a glob over several', ['*'], {}, 'a probe is for one workload; name one of: api, etl'],
    [
      'a workload that is not there',
      [],
      { workload: 'apo' },
      'no workload is called apo; did you mean api; workloads: api, etl',
    ],
    // It may hold a password.
    [
      'an address',
      ['postgres://me:secret@db/shop'],
      {},
      'an address stands where a workload or file was expected; say --postgres or --http before it',
    ],
    [
      'an address in words',
      ['host=db password=secret'],
      {},
      'an address stands where a workload or file was expected; say --postgres or --http before it',
    ],
    [
      'a workload without configuration',
      [],
      { workload: 'api', maxQueryDuration: 5 },
      '--workload api needs a configuration, and there is none; name one with --config',
    ],
  ])('refuses %s', (_, args, asked, message) => {
    expect(() => goal(args, asked, two)).toThrow(new RegExp(`^${message.replace(/[*?.]/g, '\\$&')}$`));
  });

  it('asks for a duration where nothing says one', () => {
    expect(() => goalOf([], {}, '/')).toThrow(/^no holdfast.yaml in this folder or above it, so nothing says how long/);
  });
});

describe('patienceFor', () => {
  it.each<[string, readonly string[], Asked, number]>([
    ['what a request may take', ['api'], {}, 91.5],
    ['what a query may take, where no request is declared', ['etl'], {}, 14_401.5],
    ['one duration', [], { maxQueryDuration: 6 }, 6.5],
  ])('is %s', (_, args, asked, seconds) => {
    expect(patienceFor(goal(args, asked, two))).toBe(seconds);
  });
});

describe('parseMoments', () => {
  it.each<[string, object]>([
    ['60,350', { seconds: [60, 350] }],
    ['1.5, 250ms ,6m', { seconds: [1.5, 0.25, 360] }],
    ['0', { reason: 'holds 0, and a query takes longer than that' }],
    ['', { reason: expect.stringContaining('is not a duration') as string }],
    ['60,later', { reason: expect.stringContaining('is "later"') as string }],
    ['-5', { reason: expect.stringContaining('is negative') as string }],
  ])('%s', (text, expected) => {
    expect(parseMoments(text)).toEqual(expected);
  });
});

describe('keepaliveFor', () => {
  const unsaid = { keepalives: null, idle: null, interval: null };
  const sent = (idle: number) => ({ idle, interval: 1, count: 10 });
  it.each<[string, object, number | null | 'unknown', object | null]>([
    ['nothing', {}, null, null],
    ['what is not known', {}, 'unknown', null],
    ['the period of the client', {}, 60, sent(60)],
    ['no more than Linux takes', {}, 100_000, sent(32_767)],
    ['whole seconds from one up', {}, 0.2, sent(1)],
    ['the words of the address, over the client', { idle: '40', interval: '10' }, 60, sent(40)],
    // Linux re-arms with the interval, which is 75 s unless it is said.
    ['an idle time alone', { idle: '40' }, null, sent(75)],
    ['switched on: the values of the system', { keepalives: '1' }, null, sent(7200)],
    ['0 is the value of the system', { idle: '0', interval: '10' }, null, sent(7200)],
    ['switched off', { keepalives: '0', idle: '40' }, 60, null],
  ])('%s', (_, words, client, expected) => {
    expect(keepaliveFor({ ...unsaid, ...words }, client, true).keepalive).toEqual(expected);
  });

  it('says so where it is not as the workload has it', () => {
    expect(keepaliveFor(unsaid, 'unknown', true).note).toMatch(
      /^whether the client of this workload sends keepalive probes/,
    );
    expect(keepaliveFor(unsaid, 'unknown', false).note).toBeNull();
  });

  it('refuses what is no number', () => {
    expect(() => keepaliveFor({ ...unsaid, idle: 'secret' }, null, true)).toThrow(
      /^--postgres: `keepalives_idle` is no whole number of seconds$/,
    );
  });
});
