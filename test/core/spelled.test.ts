import type { Source } from '../../lib/core/fact';
import { outermost, pathSteps, shownPath, spelledIn } from '../../lib/core/spelled';

const spec = { terraform: 'idle_timeout', cloudformation: 'L[Key=idle].Value', account: 'A[Key=idle].Value' };

it.each<[Source, string]>([
  ['plan', 'idle_timeout'],
  ['state', 'idle_timeout'],
  ['cdktf', 'idle_timeout'],
  ['template', 'L[Key=idle].Value'],
  ['account', 'A[Key=idle].Value'],
])('a %s spells a setting %s', (source, expected) => {
  expect(spelledIn(source, spec)).toBe(expected);
});

it('has no spelling where the source has no such attribute', () => {
  expect(spelledIn('template', { terraform: 'idle_timeout' })).toBeUndefined();
});

it.each([
  ['idle_timeout', 'idle_timeout', 'idle_timeout'],
  ['connection_pool_config.init_query', 'connection_pool_config', 'connection_pool_config.init_query'],
  ['L[Key=idle_timeout.timeout_seconds].Value', 'L', 'idle_timeout.timeout_seconds'],
  ['setting[namespace=aws:elb:policies][name=IdleTimeout].value', 'setting', 'IdleTimeout'],
])('%s begins with %s and is shown as %s', (path, first, shown) => {
  expect([outermost(path), shownPath(path)]).toEqual([first, shown]);
});

it.each([
  ['a.b', ['a', 'b'], [[], []]],
  ['L[Key=a.b].Value', ['L', 'Value'], [[['Key', 'a.b']], []]],
  [
    'x.setting[namespace=aws:elb:policies][name=Idle].value',
    ['x', 'setting', 'value'],
    [
      [],
      [
        ['namespace', 'aws:elb:policies'],
        ['name', 'Idle'],
      ],
      [],
    ],
  ],
])('%s has these steps', (path, names, keys) => {
  const steps = pathSteps(path);
  expect(steps.map(({ name }) => name)).toEqual(names);
  expect(steps.map(({ where }) => where.map(({ key, value }) => [key, value]))).toEqual(keys);
});
