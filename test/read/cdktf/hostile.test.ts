import fc from 'fast-check';
import type { Json } from '../../../lib/core/setting';
import { readStacks } from '../../../lib/read/cdktf/read';
import { kinds } from '../kinds';
import { fact, idle, readAll, readOne, shown, stackOf, why } from './_stacks';

const doubled = (of: (before: string) => unknown, first: unknown, times: number): object => ({
  locals: Object.fromEntries(Array.from({ length: times }, (_, at) => [`l${at}`, at === 0 ? first : of(`l${at - 1}`)])),
});
const chain = (length: number): object => doubled((before) => `\${local.${before}}`, 5, length);
const nested = (depth: number): Json => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`) as Json;

describe('a document that is out to exhaust its reader ends as unknown', () => {
  it.each([
    ['lists that double', doubled((before) => [`\${local.${before}}`, `\${local.${before}}`], 'x', 60), 'l59'],
    ['texts that double', doubled((before) => `\${local.${before}}\${local.${before}}`, 'xxxxxxxx', 60), 'l59'],
    ['objects that double', doubled((b) => ({ a: `\${local.${b}}`, b: `\${local.${b}}` }), 'x', 60), 'l59'],
    ['a long chain', chain(5000), 'l4999'],
    ['a long chain of nested values', doubled((before) => [[[[[[`\${local.${before}}`]]]]]], 5, 5000), 'l4999'],
    ['deep nesting', { locals: { l: nested(20_000) } }, 'l'],
    ['deep nesting of a default', { locals: { l: '${var.v}' }, variable: { v: { default: nested(20_000) } } }, 'l'],
  ])('%s', (_, rest, name) => {
    expect(idle(`\${local.${name}}`, rest)).toEqual({
      unknown: expect.stringContaining('`idle_timeout` of `aws_lb.a` ') as string,
    });
  });

  it('but not a chain that somebody might write', () => {
    expect(idle('${local.l49}', chain(50))).toBe(5);
  });

  it('dynamic blocks in dynamic blocks', () => {
    const rounds = Array.from({ length: 100 }, (_, at) => at);
    const inside = (depth: number): object => ({
      b: { for_each: rounds, content: depth === 0 ? { x: 1 } : { dynamic: inside(depth - 1) } },
    });
    const reading = readOne({ resource: { aws_lb: { a: { idle_timeout: 1, dynamic: inside(8) } } } });
    expect(shown(fact(reading, 'aws_lb.a').settings.idle_timeout)).toBe(1);
  });

  it('a circle through several stacks', () => {
    const one = (other: string): object => ({
      resource: {
        aws_lb: { [`of_${other}`]: { idle_timeout: `\${aws_lb.of_${other === 'x' ? 'y' : 'x'}.idle_timeout}` } },
      },
    });
    const [reading] = readAll(stackOf('a', one('x')), stackOf('b', one('y')));
    expect(shown(fact(reading!, 'aws_lb.of_x').settings.idle_timeout)).toEqual({
      unknown: '`idle_timeout` of `aws_lb.of_x` leads back to itself',
    });
  });
});

describe('keys that objects have by themselves', () => {
  it('are ordinary names', () => {
    const body = JSON.parse(`{
      "resource": { "aws_lb": { "__proto__": { "idle_timeout": "\${local.__proto__}" }, "constructor": { "__proto__": 1, "idle_timeout": 6 } } },
      "locals": { "__proto__": 5 },
      "__proto__": { "resource": {} }
    }`) as object;
    const reading = readOne(body);
    expect(shown(fact(reading, 'aws_lb.__proto__').settings.idle_timeout)).toBe(5);
    expect(shown(fact(reading, 'aws_lb.constructor').settings.idle_timeout)).toBe(6);
  });

  it('and are not found where nobody wrote them', () => {
    expect(idle('${aws_lb.constructor.name}')).toEqual(
      why('leads to `aws_lb.constructor`, a resource that is in none of the stacks'),
    );
    expect(idle('${local.toString}', { locals: { x: 1 } })).toEqual(
      why('refers to the local `toString`, which the stack does not have'),
    );
    expect(idle('${constructor.name}')).toEqual(
      why('leads to `constructor.name`, a resource that is in none of the stacks'),
    );
  });
});

describe('whatever the document is', () => {
  const text = fc.constantFrom(
    '${aws_lb.a.arn}',
    '${aws_lb.a}',
    '${aws_lb.a[0].b["c"]}',
    '${each.value}',
    '${each.key}-${count.index}',
    '${local.a}',
    '${var.a}',
    '${module.a.b}',
    '${data.terraform_remote_state.a.outputs.a}',
    '${a.value}',
    '${',
    'x',
  );
  const keys = fc.constantFrom(
    'a',
    'aws_lb',
    'name',
    'default',
    'value',
    'for_each',
    'count',
    'dynamic',
    'content',
    'iterator',
  );
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      text,
      fc.integer({ min: -2, max: 3 }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
    ),
  })).value;
  const blocks = fc.constantFrom('resource', 'data', 'module', 'variable', 'locals', 'output', 'provider', 'terraform');

  it('it is read, and each fact belongs to its document', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(blocks, json), { minLength: 1, maxLength: 3 }), (bodies) => {
        const stacks = bodies.map((body, at) => ({ document: `d${at}`, stack: null, body: body as never }));
        const readings = readStacks(stacks, kinds);
        expect(readings.map(({ document }) => document)).toEqual(stacks.map(({ document }) => document));
        for (const { document, facts } of readings) {
          expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
          expect(facts.every(({ id }) => id.startsWith(`${document}#`))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
