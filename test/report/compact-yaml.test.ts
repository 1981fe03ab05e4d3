import type { Json } from '../../lib/core/setting';
import { compactYaml } from '../../lib/report/compact-yaml';
import { parseYaml } from '../../lib/shell/configuration/yaml';

const long = 'a-name-that-is-long-enough-to-leave-no-room-for-much-else-on-a-line';
const cases: readonly (readonly [string, { readonly [key: string]: Json }, readonly string[]])[] = [
  ['a duration as it is', { maxIdle: '10m' }, ['maxIdle: 10m']],
  [
    'a short table within braces',
    { client: { name: 'api', keepalive: false } },
    ['client: { name: api, keepalive: false }'],
  ],
  ['a short list within brackets', { alb: ['aws_lb.public', 'public'] }, ['alb: [aws_lb.public, public]']],
  ['an empty table and an empty list', { a: {}, b: [] }, ['a: {}', 'b: []']],
  [
    'a list of tables in lines',
    { path: [{ nat: 'a' }, { database: { name: 'b' } }] },
    ['path:', '  - nat: a', '  - database: { name: b }'],
  ],
  ['a long table in lines', { a: { b: long, c: 1 } }, ['a:', `  b: ${long}`, '  c: 1']],
  ['a long list in lines', { a: [long, long] }, ['a:', `  - ${long}`, `  - ${long}`]],
  [
    'what only looks like something else in quotes',
    { a: ['true', '1e3', '', '30s # no'] },
    ["a: ['true', '1e3', '', '30s # no']"],
  ],
];

describe('YAML as people write it', () => {
  it.each(cases)('has %s', (_, value, lines) => {
    expect(compactYaml(value)).toEqual(lines);
  });

  it.each(cases)('reads back: %s', (_, value) => {
    expect(JSON.parse(JSON.stringify(parseYaml(compactYaml(value).join('\n'), 'holdfast.yaml').raw))).toEqual(value);
  });
});
