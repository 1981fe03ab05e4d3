import type { Fact } from '../../lib/core/fact';
import type { PathEntry } from '../../lib/core/configuration';
import { fact, hop, inline, pathsThrough, type Resource } from './estate';

type Target = NonNullable<Resource['links']>[string];

const functions = ['f1', 'f2'].map((name) => fact('function', name));
const db = inline('database', 'declared-database', 'db');
const to = (subject: string, target: Target): Fact =>
  fact('rest-integration', subject, { links: { rest_api: 'api', target } });
const open: Target = { state: 'unknown', attribute: 'uri', why: 'later', settles: 'apply' };
const either: Target = {
  state: 'one-of',
  to: [{ id: 'plan.json#f1' }, { id: 'plan.json#f2' }],
  attribute: 'uri',
  why: 'a choice',
  settles: 'choose',
};

/** Paths through an API with these integrations, without the database. */
function through(integrations: readonly Fact[], below: readonly PathEntry[], more: readonly Fact[] = []) {
  const facts = [fact('rest-api', 'api'), ...functions, ...integrations, ...more];
  const { paths, problems } = pathsThrough(facts, [hop('api', 'api'), ...below, db]);
  return { paths: paths.map(({ name }) => name.replace(' → db', '')), problems };
}

const leads = (programs: string, next: string): string =>
  `the path of workload checkout contradicts the documents: api leads to ${programs}, not to ${next}`;

describe('the integrations of an API', () => {
  const f1 = hop('function', 'f1');

  it.each<[string, readonly Fact[], readonly PathEntry[], readonly string[], readonly string[]]>([
    ['that lead to the function', [to('a', 'f1'), to('b', 'f1')], [f1], ['a → f1', 'b → f1'], []],
    ['and not to another one', [to('a', 'f1'), to('b', 'f2')], [f1], ['a → f1'], []],
    ['of which nobody can tell', [to('a', 'f1'), to('b', open)], [f1], ['a → f1', 'b → f1'], []],
    ['that lead to one of two', [to('a', either)], [f1], ['a → f1'], []],
    ['that lead to a name which no document knows', [to('a', { name: 'arn:x' })], [f1], ['a → f1'], []],
    ['that lead to no function', [to('a', null)], [f1], ['a → f1'], []],
    ['to what is the client', [to('a', 'f1'), to('b', 'f2')], [hop('client', 'f2')], ['b → f2'], []],
    [
      'to a function that is not the next hop',
      [to('a', 'f2'), to('b', open)],
      [f1, hop('client', 'f2')],
      ['b → f1 → f2'],
      [],
    ],
    [
      'to a function, where a described client stands behind a load balancer',
      [to('a', 'f1'), to('b', open)],
      [inline('alb', 'alb', 'lb'), inline('client', 'client', 'app')],
      ['b → lb → app'],
      [],
    ],
    ['to a function that calls another', [to('a', 'f1')], [f1, hop('client', 'f2')], ['a → f1 → f2'], []],
    ['to another function alone', [to('a', 'f2')], [f1], [], [leads('f2', 'f1')]],
    ['to functions that the path leaves out', [to('a', 'f1'), to('b', 'f2')], [], [], [leads('f1, f2', 'db')]],
    [
      'to a function that the configuration may mean',
      [to('a', 'f1'), to('b', 'f2')],
      [inline('function', 'function', 'fn')],
      ['a → fn', 'b → fn'],
      [],
    ],
    [
      'that answer by themselves',
      [fact('rest-integration', 'm', { links: { rest_api: 'api' }, settings: { type: 'MOCK' } })],
      [f1],
      ['api → f1'],
      [],
    ],
  ])('%s', (_, integrations, below, paths, problems) => {
    expect(through(integrations, below)).toEqual({ paths, problems });
  });

  it('all count where the path ends with the API', () => {
    const facts = [fact('rest-api', 'api'), ...functions, to('a', 'f1'), to('b', 'f2')];
    const { paths, problems } = pathsThrough(facts, [hop('api', 'api')]);
    expect([paths.map(({ name }) => name), problems]).toEqual([['a', 'b'], []]);
  });

  it.each<[string, Resource['links'], readonly string[]]>([
    ['stands for its function', { function: 'f1' }, ['a → f1']],
    ['of another function stands for that', { function: 'f2' }, []],
    ['whose function is not known may be any', { function: open }, ['a → f1']],
  ])('an alias %s', (_, links, paths) => {
    const alias = fact('function-alias', 'live', { links: links ?? {} });
    expect(through([to('a', 'live')], [f1], [alias]).paths).toEqual(paths);
  });

  it('pair APIs with functions where several stand on both sides', () => {
    const tagged = (key: string): PathEntry => ({ key, select: { by: 'tag', tags: { t: 'x' } } });
    const facts = [
      ...['one', 'two'].flatMap((name) => [
        fact('http-api', `${name}-api`, { tags: { t: 'x' } }),
        fact('function', `${name}-fn`, { tags: { t: 'x' } }),
      ]),
      fact('http-integration', 'i1', { links: { api: 'one-api', target: 'one-fn' } }),
      fact('http-integration', 'i2', { links: { api: 'two-api', target: 'two-fn' } }),
    ];
    const { paths, problems } = pathsThrough(facts, [tagged('api'), tagged('function'), db]);
    expect([paths.map(({ name }) => name), problems]).toEqual([['i1 → one-fn → db', 'i2 → two-fn → db'], []]);
  });
});

describe('a service behind its own mesh', () => {
  it('is paired with itself', () => {
    const connected = { settings: { service_connect: true, idle_timeout: 300, request_timeout: 60 }, tags: { t: 'x' } };
    const facts = [fact('service', 's1', connected), fact('service', 's2', connected)];
    const tagged = (key: string): PathEntry => ({ key, select: { by: 'tag', tags: { t: 'x' } } });
    const { paths, problems } = pathsThrough(facts, [tagged('mesh'), tagged('client'), db]);
    expect([paths.map(({ name }) => name), problems]).toEqual([['s1 → s1 → db', 's2 → s2 → db'], []]);
    expect(paths[0]?.hops.map(({ key }) => key)).toEqual(['mesh', 'client', 'database']);
  });
});

describe('an alias of a function in a path', () => {
  const alias = (target: Target): Fact => fact('function-alias', 'live', { links: { function: target } });

  it.each<[string, PathEntry]>([
    ['as the client', hop('client', 'live')],
    ['as a function', hop('function', 'live')],
    ['by its name alone', { ...hop('function', 'live'), key: null }],
  ])('%s stands for the function, with the limits of that', (_, entry) => {
    const { paths, problems } = pathsThrough([...functions, alias('f1')], [entry, db]);
    expect([paths.map(({ name }) => name), problems]).toEqual([['f1 → db'], []]);
    expect(paths[0]?.client?.node.kind.name).toBe('function');
  });

  it('is the function that an API leads to', () => {
    expect(through([to('a', 'live'), to('b', 'f2')], [hop('client', 'live')], [alias('f1')])).toEqual({
      paths: ['a → f1'],
      problems: [],
    });
  });

  it('of a function that no document holds is a problem: its limit is not in view', () => {
    const { paths, problems } = pathsThrough([alias({ name: 'elsewhere' })], [hop('client', 'live'), db]);
    expect(paths).toEqual([]);
    expect(problems).toEqual([
      '`client: live` in the path of workload checkout: which function live leads to is not in the documents, and the function has a limit of its own: pass the document that holds it as well',
    ]);
  });
});
