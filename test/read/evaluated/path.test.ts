import type { Json } from '../../../lib/core/setting';
import { alternativesOf } from '../../../lib/read/evaluated/choices';
import { valuesAt } from '../../../lib/read/evaluated/path';
import { literal, plain, type Evaluated } from '../../../lib/read/evaluated/value';
import { either, evaluated, open } from './_resources';

const at = (value: Evaluated, path: string, every = false): unknown[] =>
  valuesAt({ value, pointer: '' }, path, every).map((found) => [plain(found.value), found.pointer]);

describe('a spelled path', () => {
  const blocks = literal({ a: [{ b: 1 }, { b: 2 }], one: { b: 3 }, list: [1, 2], none: null });
  it.each([
    ['enters an object', 'one.b', false, [[3, '/one/b']]],
    ['enters the first block of a list', 'a.b', false, [[1, '/a/0/b']]],
    [
      'enters every block where all count',
      'a.b',
      true,
      [
        [1, '/a/0/b'],
        [2, '/a/1/b'],
      ],
    ],
    [
      'takes a list as its elements where all count',
      'list',
      true,
      [
        [1, '/list/0'],
        [2, '/list/1'],
      ],
    ],
    ['finds nothing where nothing is written', 'one.c', false, []],
    ['finds nothing inside a plain value', 'list.0.b', false, []],
    ['finds nothing inside null', 'none.b', false, []],
  ])('%s', (_, path, every, expected) => {
    expect(at(blocks, path, every)).toEqual(expected);
  });

  const attributes = (...rows: readonly (readonly [string, string])[]): Evaluated =>
    literal({ L: rows.map(([Key, Value]) => ({ Key, Value })) });
  it.each([
    ['reads the element with the key', attributes(['x', '1'], ['a.b', '2']), [['2', '/L/1/Value']]],
    ['finds nothing without it', attributes(['x', '1']), []],
    ['finds nothing where the list is a text', literal({ L: 'x' }), []],
  ])('in a list of keyed elements %s', (_, value, expected) => {
    expect(at(value, 'L[Key=a.b].Value')).toEqual(expected);
  });

  it('reads every element with the key where all count', () => {
    const rows = attributes(['a.b', '1'], ['x', '2'], ['a.b', '3']);
    expect(at(rows, 'L[Key=a.b].Value', true)).toEqual([
      ['1', '/L/0/Value'],
      ['3', '/L/2/Value'],
    ]);
    expect(at(literal({ L: 'x' }), 'L[Key=a.b].Value', true)).toEqual([]);
    const [open1] = valuesAt(
      { value: { is: 'object', entries: evaluated({ L: open }) }, pointer: '' },
      'L[Key=a].V',
      true,
    );
    expect(open1).toMatchObject({ value: open, pointer: '/L' });
  });

  it('keeps both ways where an element depends on a condition', () => {
    const list: Evaluated = { is: 'list', items: [either({ Key: 'a.b', Value: '60' }, null)] };
    const [found] = valuesAt(
      { value: { is: 'object', entries: evaluated({ L: list }) }, pointer: '' },
      'L[Key=a.b].Value',
      false,
    );
    expect(found?.value).toMatchObject({ is: 'choice', of: [{ value: '60' }, { value: null }] });
  });

  it('is open where the key of an element is not known', () => {
    const list: Evaluated = { is: 'list', items: [open] };
    expect(
      valuesAt({ value: { is: 'object', entries: evaluated({ L: list }) }, pointer: '' }, 'L[Key=a.b].Value', false),
    ).toEqual([{ value: open, pointer: '/L/0' }]);
  });

  it('prefers the element that is surely meant to one that may be', () => {
    const list: Evaluated = { is: 'list', items: [open, literal({ Key: 'a.b', Value: '5' })] };
    const root = { value: { is: 'object', entries: evaluated({ L: list }) } as const, pointer: '' };
    expect(valuesAt(root, 'L[Key=a.b].Value', false).map(({ value }) => plain(value))).toEqual(['5']);
  });

  it.each([
    ['written twice', [literal({ Key: 'a.b', Value: '1' }), literal({ Key: 'a.b', Value: '2' })], ['1', '2']],
    [
      'written, and written again on a condition',
      [literal({ Key: 'a.b', Value: '1' }), either({ Key: 'a.b', Value: '2' }, null)],
      ['1', '2'],
    ],
    [
      'written on two conditions',
      [either({ Key: 'a.b', Value: '1' }, null), either(null, { Key: 'a.b', Value: '2' })],
      ['1', null, null, '2'],
    ],
    ['of a key that depends on a condition', [evaluated({ Key: either('a.b', 'c'), Value: '1' })], ['1', null]],
    ['of a key that is not known', [evaluated({ Key: open, Value: '1' })], ['1', null]],
  ])('keeps each value that may count where it is %s', (_, rows, expected) => {
    const items = rows.map((row): Evaluated => ('is' in row ? (row as Evaluated) : { is: 'object', entries: row }));
    const root = { value: { is: 'object', entries: evaluated({ L: { is: 'list', items } }) } as const, pointer: '' };
    const [found] = valuesAt(root, 'L[Key=a.b].Value', false);
    expect(found && alternativesOf(found.value)?.of.map(plain)).toEqual(expected);
  });

  it('finds nothing where the key is another on both branches', () => {
    const items: Evaluated[] = [{ is: 'object', entries: evaluated({ Key: either('c', 'd'), Value: '1' }) }];
    const root = { value: { is: 'object', entries: evaluated({ L: { is: 'list', items } }) } as const, pointer: '' };
    expect(valuesAt(root, 'L[Key=a.b].Value', false)).toEqual([]);
  });
});

describe('a path whose element has two keys', () => {
  const options = 'L[N=elb][O=Idle].V';
  const of = (...items: readonly Evaluated[]): Evaluated => ({
    is: 'object',
    entries: evaluated({ L: { is: 'list', items } }),
  });
  const option = (N: Json | Evaluated, O: Json | Evaluated, V: Json): Evaluated => ({
    is: 'object',
    entries: evaluated({ N, O, V }),
  });
  const candidates = (value: Evaluated): unknown => {
    const [found] = valuesAt({ value, pointer: '' }, options, false);
    return found === undefined ? 'none' : alternativesOf(found.value)?.of.map(plain);
  };

  it.each([
    ['both are there', of(option('elb', 'Type', '1'), option('x', 'Idle', '2'), option('elb', 'Idle', '3')), ['3']],
    ['each is in another element', of(option('elb', 'Type', '1'), option('x', 'Idle', '2')), 'none'],
    ['one block stands alone', { is: 'object', entries: evaluated({ L: option('elb', 'Idle', '4') }) } as const, ['4']],
    [
      'the block that stands alone is another',
      { is: 'object', entries: evaluated({ L: option('x', 'Idle', '4') }) } as const,
      'none',
    ],
    ['the first is not known', of(option(open, 'Idle', '5')), ['5', null]],
    ['the second is not known', of(option('elb', open, '5')), ['5', null]],
    ['one of them is another and one is not known', of(option(open, 'Type', '5')), 'none'],
    ['neither branch has both', of(either({ N: 'elb', O: 'Type', V: '1' }, { N: 'x', O: 'Idle', V: '2' })), 'none'],
    ['one branch has both', of(either({ N: 'elb', O: 'Idle', V: '1' }, { N: 'x', O: 'Idle', V: '2' })), ['1', null]],
  ])('where %s', (_, value, expected) => {
    expect(candidates(value as Evaluated)).toEqual(expected);
  });
});
