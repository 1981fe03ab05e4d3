import * as cdktf from 'cdktf';
import * as cdktn from 'cdktn';
import { evaluateText } from '../../../../lib/read/cdktf/evaluate-text';
import { literal } from '../../../../lib/read/evaluated/value';
import { short } from './stand';

/** The fork has the same interface; its types are declared apart. */
const synths = [
  ['cdktf', cdktf],
  ['cdktn', cdktn as unknown as typeof cdktf],
] as const;

describe.each(synths)('expressions as %s writes them', (_, synth) => {
  const { conditional, Fn, Op, propertyAccess, Testing, TerraformIterator, TerraformLocal, TerraformVariable } = synth;
  const stack = new synth.TerraformStack(Testing.app(), 'shop');
  const idle = new TerraformVariable(stack, 'idle', { type: 'number', default: 60 });
  const big = new TerraformVariable(stack, 'big', { type: 'bool' });
  const sizes = { eu: { idle: 300 }, list: ['x', 'y'] };
  const local = new TerraformLocal(stack, 'sizes', sizes);
  const each = TerraformIterator.fromMap({ a: { t: 1 }, b: { t: 2 } });

  it.each<[string, unknown, unknown]>([
    ['a maximum', Fn.max([30, idle.numberValue]), 60],
    ['a product', Op.mul(idle.numberValue, 1000), 60_000],
    ['operators in operators', Op.and(Op.not(false), Op.lte(idle.numberValue, 60)), true],
    ['a text around a token', `pre-${idle.stringValue}-post`, 'pre-60-post'],
    ['a text that is no template', Fn.join('-', ['a', 'line\n${b}']), 'a-line\n${b}'],
    ['a text with quotes', Fn.join('-', ['a', Fn.rawString('"b"')]), 'a-"b"'],
    ['an attribute of a local', propertyAccess(local.asStringMap, ['eu', 'idle']), 300],
    ['a lookup that finds', propertyAccess(Fn.lookup(local.asAnyMap, 'eu', {}), ['idle']), 300],
    ['a lookup that does not', Fn.lookup(local.asAnyMap, 'us', 5), 5],
    ['an attempt', Fn.try([propertyAccess(local.asStringMap, ['us', 'idle']), 'none']), 'none'],
    ['an element', Fn.element(['a', 'b'], 3), 'b'],
    ['functions in functions', Fn.upper(Fn.join(',', Fn.keys({ b: 1, a: 2 }))), 'A,B'],
    ['a format', Fn.format('%s-%d', ['a', 5]), 'a-5'],
    ['a merge', Fn.merge([{ eu: 1 }, { us: 2 }]), { eu: 1, us: 2 }],
    ['flat lists', Fn.flatten([['a'], ['b']]), ['a', 'b']],
    ['JSON', Fn.jsonencode({ 'c-d': [1, { e: idle.value }] }), '{"c-d":[1,{"e":60}]}'],
    ['what an iterator plucks', each.pluckProperty('t'), [1, 2]],
    ['a condition that is known', conditional(Op.gt(idle.numberValue, 100), 'long', 'short'), 'short'],
    ['a condition that is not', conditional(big.value, 300, 60), { either: [300, 60] }],
    ['what is hashed', Fn.bcrypt('x'), { why: 'is the result of `bcrypt()`, which only Terraform computes' }],
  ])('%s', (name, value, expected) => {
    const output = new synth.TerraformOutput(stack, name.replace(/ /g, '-'), { value, staticId: true });
    const { output: outputs } = stack.toTerraform() as { output: Record<string, { value: unknown }> };
    const written = outputs[output.friendlyUniqueId]?.value;
    expect(written).toEqual(expect.stringContaining('${'));
    const found = evaluateText(written as string, ({ text }) => {
      if (text === 'var.idle') return literal(60);
      if (text === 'local.sizes') return literal(sizes);
      return { is: 'unknown', why: `is \`${text}\`, which has no value`, settles: 'give it one' };
    });
    expect(short(found)).toEqual(expected);
  });
});
