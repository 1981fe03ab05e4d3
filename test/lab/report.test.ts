import type { Result } from './batch';
import { optionsOf } from './options';
import { tableOf } from './report';
import type { Scenario } from './scenario';

const scenario = (name: string): Scenario => ({ name, shows: 's', does: 'query', workload: {} });
const observation = {
  events: [{ saw: 'end', at: 9000 }] as const,
  over: 9000,
  began: 1000,
  flows: {},
  socket: { last: 9000, gone: null },
  backend: { active: 9000, present: 9000 },
  log: [],
  patience: 11,
};
const result = (name: string, own: Partial<Result> = {}): Result => ({
  scenario: scenario(name),
  ran: { scenario: scenario(name), prediction: { verdict: 'holds' }, observation },
  differs: [],
  runs: 1,
  skipped: null,
  ...own,
});

describe('the table of scenarios', () => {
  it('has a line for each, what differs below it, and the count', () => {
    expect(
      tableOf(
        [
          result('one'),
          result('the second', { differs: ['the client was to see nothing'], runs: 2 }),
          result('no server', { ran: null, skipped: 'PostgreSQL 16 is not here' }),
          result('broken', { ran: null, differs: ['Error: no such host'], runs: 2 }),
        ],
        12.4,
      ),
    ).toBe(
      [
        'scenario    predicted  measured                   agrees',
        '----------  ---------  -------------------------  ------------',
        'one         holds      done at 8.0 s              yes',
        'the second  holds      done at 8.0 s              NO (2nd run)',
        '    the client was to see nothing',
        'no server              PostgreSQL 16 is not here  skipped',
        'broken                 could not be run           NO (2nd run)',
        '    Error: no such host',
        '',
        '4 scenarios: 1 agree, 2 differ, 1 skipped; 12 s',
      ].join('\n'),
    );
  });
});

describe('what the lab is asked for', () => {
  it('is everything, unless words, a mode or lots say otherwise', () => {
    expect(optionsOf([])).toEqual({ words: [], list: false, quick: false, json: null, random: null, seed: 1 });
    expect(optionsOf(['TLS', '--quick', '--random', '20', '--seed', '7', '--json', 'x.json'])).toEqual({
      words: ['TLS'],
      list: false,
      quick: true,
      json: 'x.json',
      random: 20,
      seed: 7,
    });
  });

  it.each([[['--random', 'many']], [['--random', '-1']], [['--sed', '1']]])('%j is refused', (args) => {
    expect(() => optionsOf(args)).toThrow(/--random|--sed/);
  });
});
