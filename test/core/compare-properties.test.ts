import fc from 'fast-check';
import { pairNodes } from '../../lib/core/compare-pairs';
import { spelledIn } from '../../lib/core/spelled';
import type { Fact } from '../../lib/core/fact';
import { known, table, unknown, type Json, type Setting } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';
import { parameters } from '../../lib/kinds/_parameters';
import { account, at, compared, declared, graph, live, region, shown } from './_drift';
import { fact, rows, type Resource } from './estate';

const runs = { numRuns: 100, seed: 20261122 } as const;
const names = ['a', 'b', 'c', 'd', 'e', '__proto__', 'constructor'];
const anyName = fc.constantFrom(...names);
const anyJson: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, 0, 1, 60, 350, 86_400, -1, true, false, '', 'TCP', 'TLS', '30s', '16.4', '5min', '0'),
  fc.constantFrom<Json>([], ['x', 'y'], {}, 'SET statement_timeout = 5', 'SELECT 1; DROP'),
  fc.constantFrom<Json>(rows({ statement_timeout: '1000' }), rows({ statement_timeout: 'x' }, 'pending-reboot')),
);
const anySetting: fc.Arbitrary<Setting> = fc.oneof(
  anyJson.map((value) => known(value, { level: 'own' as const, subject: 's', attribute: 'a', text: String(value) })),
  fc.constant(unknown('known after apply', 'apply')),
);
const anyIdentity: fc.Arbitrary<Fact['identity']> = fc.record(
  {
    arn: anyName.map((name) => `arn:aws:x:${region}:${account}:${name}`),
    account: fc.constantFrom(account, '999999999999'),
    region: fc.constantFrom(region, 'us-east-1'),
    identifier: anyName,
  },
  { requiredKeys: [] },
);

/** Facts of any kind with any settings and links among themselves. */
const anyEstate: fc.Arbitrary<readonly Fact[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds.map(({ name }) => name)),
      settings: fc.dictionary(fc.constantFrom(...kinds.flatMap(({ settings }) => Object.keys(settings))), anySetting),
      to: anyName,
      identity: anyIdentity,
    }),
    { maxLength: 7 },
  )
  .map((resources) =>
    resources.map(({ kind, settings, to, identity }, index) => {
      const links = Object.keys(kinds.find(({ name }) => name === kind)?.links ?? {});
      const made = fact(kind, names[index]!, { source: 'state', document: 'state.json', identity });
      return {
        ...made,
        settings: table(Object.entries(settings)),
        links: table(
          links.map((link) => [
            link,
            [{ state: 'linked' as const, to: { id: `state.json#${to}` }, sure: 'exact' as const, attribute: link }],
          ]),
        ),
      };
    }),
  );

describe('comparing', () => {
  it('a graph with itself gives no difference', () => {
    fc.assert(
      fc.property(anyEstate, (facts) => {
        const { differences, notLive, notDeclared } = compared(facts, facts);
        expect([differences, notLive, notDeclared]).toEqual([[], [], []]);
      }),
      runs,
    );
  });

  it('two graphs pairs them the same from both sides', () => {
    fc.assert(
      fc.property(anyEstate, anyEstate, (one, other) => {
        const there = pairNodes(graph(one), graph(other)).pairs.map(
          (pair) => `${pair.declared.subject} ${pair.live.subject}`,
        );
        const back = pairNodes(graph(other), graph(one)).pairs.map(
          (pair) => `${pair.live.subject} ${pair.declared.subject}`,
        );
        expect(back.sort()).toEqual(there.sort());
      }),
      runs,
    );
  });

  it('two graphs finds the same values different from both sides, unless one leaves them to AWS', () => {
    fc.assert(
      fc.property(anyEstate, anyEstate, (one, other) => {
        const keys = (from: readonly Fact[], to: readonly Fact[]): readonly string[] =>
          compared(from, to).differences.flatMap(({ of, name, was, is }) =>
            of === 'parameter'
              ? [JSON.stringify([name, [was.value, is.value].map((value) => JSON.stringify(value)).sort()])]
              : [],
          );
        expect([...keys(one, other)].sort()).toEqual([...keys(other, one)].sort());
      }),
      runs,
    );
  });
});

/** Every setting with a documented default that a state can write. */
const defaults = kinds.flatMap((kind) =>
  Object.entries(kind.settings).flatMap(([name, spec]) => {
    const { default: value } = spec;
    const made = typeof value === 'function' ? value(table()) : value;
    return made === undefined || made === null || spelledIn('state', spec) === undefined
      ? []
      : [[`${kind.name}.${name}`, kind.name, name, made.value] as const];
  }),
);

describe('a default that is spelled out', () => {
  it('is known of many kinds', () => {
    expect(defaults.length).toBeGreaterThan(10);
  });

  it.each(defaults)('%s is the default left out', (_, kind, name, value) => {
    const spelled: Resource = { ...at('x'), settings: { [name]: value } };
    const state = (own: Resource): Fact => fact(kind, 'live', { source: 'state', document: 'other.json', ...own });
    for (const make of [live, state]) {
      expect(shown(compared([declared(kind, 'd', spelled)], [make(kind, 'l', at('x'))]))).toEqual([]);
      expect(shown(compared([declared(kind, 'd', at('x'))], [make(kind, 'l', spelled)]))).toEqual([]);
    }
  });

  const texts = Object.values(parameters).flatMap(({ name, as, unit, minusOne, defaults: { rds } }) => {
    const { value } = rds;
    if (value === null) return [[name, minusOne === 'off' ? '-1' : '0'] as const];
    return [[name, String(as === 'duration' && unit === 'ms' ? Number(value) * 1000 : value)] as const];
  });
  it.each(texts)('%s in a parameter group is the row left out', (name, text) => {
    const group = (make: typeof declared, parameters: Record<string, string>): readonly Fact[] => [
      make('instance', 'i', { ...at('i'), links: { parameter_group: 'g' } }),
      make('parameter-group', 'g', { ...at('g'), settings: { family: 'postgres17', parameters: rows(parameters) } }),
    ];
    expect(shown(compared(group(declared, { [name]: text }), group(live, {})))).toEqual([]);
    expect(shown(compared(group(declared, {}), group(live, { [name]: text })))).toEqual([]);
  });
});
