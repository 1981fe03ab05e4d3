import type { Json } from '../../../lib/core/setting';
import { merge, type Layer } from '../../../lib/read/configuration/merge';
import type { Trail } from '../../../lib/read/configuration/place';

const layer = (document: string, raw: Json): Layer => ({
  raw,
  where: (trail) => ({ document, pointer: trail.join('/') }),
});
const merged = (far: Json, near: Json): Layer => merge(layer('far', far), layer('near', near));
const placeIn = ({ where }: Layer, ...trail: Trail): string => {
  const { document, pointer } = where(trail);
  return `${document}:${String(pointer)}`;
};

describe('merge', () => {
  it.each<[string, Json, Json, Json]>([
    ['keys that only one file has', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    [
      'other keys: the nearer wins',
      { scope: { source: 'x', region: 'r' }, version: 1 },
      { scope: { source: 'y' } },
      { scope: { source: 'y' }, version: 1 },
    ],
    [
      'defaults by key',
      { defaults: { headroom: '1s', maxIdle: '1m', request: { maxDuration: '1s' } } },
      { defaults: { maxIdle: '2m', request: {} } },
      { defaults: { headroom: '1s', maxIdle: '2m', request: {} } },
    ],
    [
      'declared facts down to the parameter',
      { declared: { roles: { a: { x: 1, y: 1 }, b: { x: 1 } } } },
      { declared: { roles: { a: { y: 2 } }, parameterGroups: {} } },
      { declared: { roles: { b: { x: 1 }, a: { x: 1, y: 2 } }, parameterGroups: {} } },
    ],
    ['waivers are added', { waivers: [1, 2] }, { waivers: [3] }, { waivers: [1, 2, 3] }],
    [
      'workloads by name',
      { workloads: [{ name: 'a', maxIdle: '1m', roles: ['x'] }, { name: 'b' }] },
      { workloads: [{ name: 'c' }, { name: 'a', maxIdle: '2m' }] },
      { workloads: [{ name: 'a', roles: ['x'], maxIdle: '2m' }, { name: 'b' }, { name: 'c' }] },
    ],
    [
      'a path is replaced whole',
      { workloads: [{ name: 'a', path: ['x', 'y'] }] },
      { workloads: [{ name: 'a', path: ['z'] }] },
      { workloads: [{ name: 'a', path: ['z'] }] },
    ],
    [
      'a path replaces a database',
      { workloads: [{ name: 'a', database: 'x' }] },
      { workloads: [{ name: 'a', path: ['z'] }] },
      { workloads: [{ name: 'a', path: ['z'] }] },
    ],
    [
      'a database replaces a path',
      { workloads: [{ name: 'a', path: ['z'] }] },
      { workloads: [{ name: 'a', database: 'x' }] },
      { workloads: [{ name: 'a', database: 'x' }] },
    ],
    [
      'one name twice stays twice',
      { workloads: [{ name: 'a' }, { name: 'a' }] },
      { workloads: [{ name: 'a', x: 1 }] },
      { workloads: [{ name: 'a', x: 1 }, { name: 'a' }] },
    ],
    ['what has no name is kept', { workloads: [7, {}] }, { workloads: [{}, 'x'] }, { workloads: [7, {}, {}, 'x'] }],
    ['a wrong type further away is not hidden', { workloads: 7 }, { workloads: [{ name: 'a' }] }, { workloads: 7 }],
    ['nor is one that is nearer', { waivers: [1] }, { waivers: 'x' }, { waivers: 'x' }],
    ['a table that is none', { policies: [1] }, { policies: { a: 'off' } }, { policies: [1] }],
    ['a file that is no table', [1], { a: 1 }, [1]],
    ['an empty file nearby', { a: 1 }, null, null],
  ])('%s', (_title, far, near, expected) => {
    expect(JSON.parse(JSON.stringify(merged(far, near).raw))).toEqual(expected);
  });

  it('puts the policies of the nearer file last, since the last match wins', () => {
    const { raw } = merged(
      { policies: { a: 'off', b: 'info', c: 'off' } },
      { policies: { '*': 'error', a: 'warning' } },
    );
    expect(Object.entries((raw as { policies: object }).policies)).toEqual([
      ['b', 'info'],
      ['c', 'off'],
      ['*', 'error'],
      ['a', 'warning'],
    ]);
  });

  it('knows where each part is written', () => {
    const both = merged(
      {
        version: 1,
        defaults: { headroom: 1 },
        declared: { roles: { r: { x: 1 } } },
        waivers: [{}],
        workloads: [{ name: 'a', roles: [], path: [] }, { name: 'b' }],
      },
      {
        defaults: { maxIdle: 1 },
        declared: { roles: { r: { y: 1 } } },
        waivers: [{}],
        workloads: [{ name: 'c' }, { name: 'a', path: [{ alb: 'x' }] }],
      },
    );
    expect(placeIn(both, 'version')).toBe('far:version');
    expect(placeIn(both, 'defaults', 'headroom')).toBe('far:defaults/headroom');
    expect(placeIn(both, 'defaults', 'maxIdle')).toBe('near:defaults/maxIdle');
    expect(placeIn(both, 'declared', 'roles', 'r', 'x')).toBe('far:declared/roles/r/x');
    expect(placeIn(both, 'declared', 'roles', 'r', 'y')).toBe('near:declared/roles/r/y');
    expect(placeIn(both, 'waivers', 0, 'until')).toBe('far:waivers/0/until');
    expect(placeIn(both, 'waivers', 1, 'until')).toBe('near:waivers/0/until');
    expect(placeIn(both, 'workloads', 0)).toBe('near:workloads/1');
    expect(placeIn(both, 'workloads', 0, 'roles')).toBe('far:workloads/0/roles');
    expect(placeIn(both, 'workloads', 0, 'path', 0, 'alb')).toBe('near:workloads/1/path/0/alb');
    expect(placeIn(both, 'workloads', 1, 'name')).toBe('far:workloads/1/name');
    expect(placeIn(both, 'workloads', 2, 'name')).toBe('near:workloads/0/name');
    expect(placeIn(both, 'nothing')).toBe('near:nothing');
    expect(placeIn(both)).toBe('near:');
  });

  it('merges more than two files', () => {
    const { raw, where } = merge(merged({ waivers: [1] }, { waivers: [2] }), layer('nearest', { waivers: [3] }));
    expect(raw).toEqual({ waivers: [1, 2, 3] });
    expect([0, 1, 2].map((at) => where(['waivers', at]).document)).toEqual(['far', 'near', 'nearest']);
  });

  it('takes hostile names as names', () => {
    const { raw } = merged(
      JSON.parse('{"policies":{"__proto__":"off"},"constructor":1}') as Json,
      JSON.parse('{"policies":{"__proto__":"info"},"toString":2}') as Json,
    );
    expect(JSON.stringify(raw)).toBe('{"policies":{"__proto__":"info"},"constructor":1,"toString":2}');
  });
});
