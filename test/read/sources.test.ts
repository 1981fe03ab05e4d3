import type { Fact, Reading } from '../../lib/core/fact';
import { known, oneOf, provenanceOf, table, unknown, valueOf, type Setting, type Step } from '../../lib/core/setting';
import { declarationsIn, type Declarations } from '../../lib/read/hcl/declarations';
import { hasSources, rootKeys, withSources } from '../../lib/read/sources';
import { constant, plan, read, row } from './small-plan';

const document = 'plan.json';

function fact(subject: string, settings: Readonly<Record<string, Setting>> = {}): Fact {
  return {
    id: `${document}#${subject}`,
    kind: 'alb',
    type: 'aws_lb',
    source: 'plan',
    subject,
    names: [subject],
    identity: {},
    tags: table(),
    settings: table(Object.entries(settings)),
    links: table(),
    location: { document, pointer: '/0' },
  };
}

function reading(facts: readonly Fact[], more: Partial<Reading> = {}): Reading {
  return { document, source: 'plan', facts, notes: [], ...more };
}

const step = (attribute: string, subject = 'aws_lb.x'): Step => ({
  level: 'own',
  subject,
  attribute,
  text: '1',
  location: { document, pointer: `/0/${attribute}` },
});

/** By module, what its files declare. */
function files(modules: Readonly<Record<string, string>>): (module: string) => Declarations | null {
  return (module) => {
    const text = Object.hasOwn(modules, module) ? modules[module] : undefined;
    return text === undefined
      ? null
      : declarationsIn([{ file: module === '' ? 'main.tf' : `${module}/main.tf`, text }]);
  };
}

const root = 'resource "aws_lb" "x" {\n  a = 1\n}\ndata "aws_lb" "x" {}\n';

describe('facts with sources', () => {
  it.each([
    ['a resource', 'aws_lb.x', 'main.tf', 1],
    ['an instance of it', 'aws_lb.x["a.b"]', 'main.tf', 1],
    ['a data source', 'data.aws_lb.x', 'main.tf', 4],
    ['a resource of a module', 'module.shop["eu"].module.db[0].aws_lb.y', 'shop.db/main.tf', 2],
  ])('name the file of %s', (_, subject, file, line) => {
    const given = reading([fact(subject)]);
    const located = withSources(given, files({ '': root, 'shop.db': '\nresource "aws_lb" "y" {}' }));
    expect(located.facts[0]?.location).toEqual({ document, pointer: '/0', file, line, column: 1 });
  });

  it.each([
    ['nobody declares', 'aws_lb.z'],
    ['is of another type', 'aws_alb.x'],
    ['is in a module without files', 'module.other.aws_lb.x'],
    ['has no address', 'checkout'],
    ['is called as the prototype is', 'aws_lb.__proto__'],
  ])('stay as they are where the resource %s', (_, subject) => {
    const given = reading([fact(subject, { a: known(1, step('a', subject)) })]);
    expect(withSources(given, files({ '': root }))).toEqual(given);
  });

  it('name the line of each attribute, and of the resource where it does not write it', () => {
    const settings = {
      known: known(1, step('a')),
      several: oneOf([known(1, step('a')), known(2, step('b'))], 'why', 'settles'),
      unknown: unknown('why', 'settles', [step('a')]),
      elsewhere: known(1, step('a', 'checkout')),
      nowhere: known(1, { level: 'default', subject: 'aws_lb.x', attribute: 'a', text: '1' }),
    };
    const located = withSources(reading([fact('aws_lb.x', settings)]), files({ '': root }));
    const lines = Object.entries(located.facts[0]?.settings ?? {}).map(([name, setting]) => [
      name,
      provenanceOf(setting).map(({ location }) => location?.line ?? null),
    ]);
    expect(lines).toEqual([
      ['known', [2]],
      ['several', [2, 1]],
      ['unknown', [2]],
      ['elsewhere', [null]],
      ['nowhere', [null]],
    ]);
    expect(located.facts[0]?.settings.known).toEqual(
      known(1, { ...step('a'), location: { document, pointer: '/0/a', file: 'main.tf', line: 2, column: 3 } }),
    );
  });

  it('name the block of each row of a parameter group whose name is there once', () => {
    const one = (name: string | null) => ({ name, value: '1', state: 'known', applyMethod: null });
    const rows = [one('a'), one('b'), one('b'), one(null), one('c')];
    const text = 'resource "aws_lb" "x" {\n  parameter { name = "A" }\n  parameter { name = "b" }\n}\n';
    const given = reading([
      fact('aws_lb.x', { rows: known(rows, step('parameter')), list: known(['a', null], step('a')) }),
    ]);
    const { settings } = withSources(given, files({ '': text })).facts[0] ?? { settings: table<Setting>() };
    const place = { document, pointer: '/0/parameter', file: 'main.tf', line: 2, column: 3 };
    expect(valueOf(settings.rows)).toEqual([{ ...rows[0], location: place }, ...rows.slice(1)]);
    expect(valueOf(settings.list)).toEqual(['a', null]);
  });
});

describe('what a document has in its root module', () => {
  it('is its resources, data sources and module calls', () => {
    const facts = ['aws_lb.x[0]', 'aws_lb.x[1]', 'data.aws_lb.y', 'module.a["k"].module.b.aws_lb.z', 'checkout'];
    const keys = rootKeys(
      reading(
        facts.map((one) => fact(one)),
        {
          modules: table([
            ['c', './c'],
            ['c.d', './d'],
          ]),
        },
      ),
    );
    expect([...keys].sort()).toEqual(['data aws_lb y', 'managed aws_lb x', 'module a', 'module c']);
  });

  it.each([
    ['plan', true],
    ['state', true],
    ['account', false],
    ['configuration', false],
  ] as const)('is written in .tf files where it is a %s: %s', (source, expected) => {
    expect(hasSources(reading([], { source }))).toBe(expected);
  });
});

describe('a plan', () => {
  it('tells where its module calls lead, at any depth', () => {
    const inner = { resources: [], module_calls: { db: { source: '../db', module: {} }, odd: { module: {} } } };
    const calls = { shop: { source: './shop', expressions: { a: constant(1) }, module: inner } };
    const given = read(plan([row('aws_lb.x', {})], { module_calls: { ...calls, constructor: { source: 'a/b/c' } } }));
    expect({ ...given.modules }).toEqual({ shop: './shop', 'shop.db': '../db', constructor: 'a/b/c' });
  });
});
