import { evaluateText } from '../../../../lib/read/cdktf/evaluate-text';
import { big, evaluated, scope, short } from './stand';

const noDefault = 'is the variable `big`, which has no default';
const arn = 'comes from `aws_lb.a.arn`, which is known only after deploy';

describe('an expression over what is not known', () => {
  it.each<[string, unknown]>([
    // conditionals
    ['var.big ? 300 : 60', { either: [300, 60] }],
    ['var.big ? 60 : 60', 60],
    ['var.big ? null : 60', { either: [null, 60] }],
    ['var.big ? 300 : "60"', { either: ['300', '60'] }],
    ['var.big ? aws_lb.a.arn : aws_lb.b.arn', { either: ['->aws_lb.a.arn', '->aws_lb.b.arn'] }],
    ['var.big ? aws_lb.a.arn : aws_lb.a.arn', '->aws_lb.a.arn'],
    ['var.big ? 1 : var.other ? 2 : 3', { either: [1, 2, 3] }],
    ['var.big ? 1 : var.other', { either: [1, { why: 'is the variable `other`, which has no default' }] }],
    ['var.either > 100 ? "long" : "short"', { either: ['short', 'long'] }],
    ['aws_lb.a.internal ? 1 : 2', { either: [1, 2] }],
    ['var.big ? local.zones[9] : 1', { either: [{ why: 'takes the key `9`, which is not there' }, 1] }],
    ['(var.big ? {a = 1} : {a = 2}).a', { either: [1, 2] }],
    ['[var.big ? 1 : 2, 3]', [{ either: [1, 2] }, 3]],
    // what cannot change the result
    ['var.big && false', false],
    ['false && var.big', false],
    ['var.big || true', true],
    ['true || local.zones[9]', true],
    ['[var.big][0] == 1', { why: `is computed from a value that ${noDefault}` }],
    ['length([var.big, aws_lb.a.arn])', 2],
    ['keys({a = var.big})', ['a']],
    ['coalesce("x", var.big)', 'x'],
    ['try("x", var.big)', 'x'],
    ['false ? var.big : 2', 2],
    ['contains([var.big, "a"], "a")', true],
    ['can(aws_lb.a.arn)', true],
    // several values
    ['var.either * 2', { either: [120, 600] }],
    ['max(var.either, 100)', { either: [100, 300] }],
    ['max(var.either, 300)', 300],
    ['-var.either', { either: [-60, -300] }],
    ['var.either == 60', { either: [true, false] }],
    ['{(var.either) = 1}', { either: [{ '60': 1 }, { '300': 1 }] }],
    ['local.sizes[var.big]', { either: [60, 300, null] }],
    ['lookup(local.sizes, var.big, 5)', { either: [60, 300, null, 5] }],
    ['lookup({}, var.big, 5)', 5],
    ['local.zones[var.big]', { either: ['a', 'b', 'c'] }],
    ['element(local.zones, var.big)', { either: ['a', 'b', 'c'] }],
    ['[for x in var.big ? [1] : [2] : x]', { either: [[1], [2]] }],
    ['join("-", ["a", var.either])', { either: ['a-60', 'a-300'] }],
    // references
    ['element(aws_lb.p.*.arn, 4)', '->aws_lb.p[1].arn'],
    ['aws_lb.p.*.arn[0]', '->aws_lb.p[0].arn'],
    ['aws_lb.p[*].arn', ['->aws_lb.p[0].arn', '->aws_lb.p[1].arn', '->aws_lb.p[2].arn']],
    ['one([aws_lb.a.arn])', '->aws_lb.a.arn'],
    ['one(aws_lb.a.arn)', '->aws_lb.a.arn'],
    ['try(aws_lb.a.arn, "x")', '->aws_lb.a.arn'],
    ['coalesce(local.none, aws_lb.a.arn)', '->aws_lb.a.arn'],
    ['coalesce(aws_pg.a.name, "x")', '->aws_pg.a.name'],
    ['tostring(aws_lb.a.arn)', '->aws_lb.a.arn'],
    ['tostring(aws_pg.a.name)', '->aws_pg.a.name'],
    ['nonsensitive(aws_lb.a.arn)', '->aws_lb.a.arn'],
    ['concat([aws_lb.a.arn], aws_lb.p[*].arn)[1]', '->aws_lb.p[0].arn'],
    ['flatten([[aws_lb.a.arn], []])', ['->aws_lb.a.arn']],
    ['compact([aws_lb.a.arn, ""])', ['->aws_lb.a.arn']],
    ['tolist([aws_lb.a.arn, aws_lb.b.arn])', ['->aws_lb.a.arn', '->aws_lb.b.arn']],
    ['toset([aws_lb.a.arn])', ['->aws_lb.a.arn']],
    ['merge({a = aws_lb.a.arn}, {b = 1})', { a: '->aws_lb.a.arn', b: 1 }],
    ['zipmap(["a"], [aws_lb.a.arn])', { a: '->aws_lb.a.arn' }],
    ['values({b = aws_lb.b.arn, a = aws_lb.a.arn})', ['->aws_lb.a.arn', '->aws_lb.b.arn']],
    ['[for lb in [aws_lb.a, aws_lb.b] : lb.arn]', ['->aws_lb.a.arn', '->aws_lb.b.arn']],
    ['{for k, v in {a = aws_lb.a.arn} : k => v}', { a: '->aws_lb.a.arn' }],
    ['[for lb in [aws_lb.a] : lb.access_logs[0].bucket]', ['->aws_lb.a.access_logs[0].bucket']],
    ['upper(aws_pg.a.name)', 'AWS_PG.A.NAME'],
    ['aws_pg.a.name == "aws_pg.a.name"', true],
    ['join(":", ["arn", aws_lb.a.arn])', { parts: ['arn:', '->aws_lb.a.arn'] }],
    ['format("%s/%d", aws_lb.a.arn, 5)', { parts: ['->aws_lb.a.arn', '/5'] }],
    ['jsonencode([1, {b = aws_lb.a.arn, a = "<"}])', { parts: ['[1,{"a":"\\u003c","b":', '->aws_lb.a.arn', '}]'] }],
    ['jsonencode({a = "\\"${aws_lb.a.arn}&"})', { parts: ['{"a":"\\"', '->aws_lb.a.arn', '\\u0026"}'] }],
    // causes
    ['var.big + 1', { why: `is computed from a value that ${noDefault}` }],
    ['1 < var.big', { why: `is computed from a value that ${noDefault}` }],
    ['!var.big', { why: `is computed from a value that ${noDefault}` }],
    ['var.big && true', { why: `is computed from a value that ${noDefault}` }],
    ['aws_lb.a.arn == "x"', { why: `is computed from a value that ${arn}` }],
    ['max(1, var.big)', { why: `is the result of \`max()\` over a value that ${noDefault}` }],
    [
      'max(var.list...)',
      { why: 'is the result of `max()` over a value that is the variable `list`, which has no default' },
    ],
    ['max(1, min(var.big, 2)) + 1', { why: `is the result of \`min()\` over a value that ${noDefault}` }],
    ['lower(aws_lb.a.arn)', { why: `is the result of \`lower()\` over a value that ${arn}` }],
    ['merge({}, var.big)', { why: `is the result of \`merge()\` over a value that ${noDefault}` }],
    ['jsonencode(var.big)', { why: `is the result of \`jsonencode()\` over a value that ${noDefault}` }],
    ['contains([var.big], 1)', { why: `is the result of \`contains()\` over a value that ${noDefault}` }],
    ['toset([aws_lb.a.arn, 1])', { why: `is the result of \`toset()\` over a value that ${arn}` }],
    ['distinct(["x", var.big])', { why: `is the result of \`distinct()\` over a value that ${noDefault}` }],
    ['[for x in var.big : x]', { why: `is computed from a value that ${noDefault}` }],
    ['[for x in [1] : x if var.big]', { why: `is computed from a value that ${noDefault}` }],
    ['{(var.big) = 1}', { why: `is computed from a value that ${noDefault}` }],
    ['aws_lb.p[var.big].arn', { why: `is computed from a value that ${noDefault}` }],
    ['var.big.attribute[0]', { why: noDefault }],
    ['try(var.big.attribute, 5)', { why: noDefault }],
    ['coalesce(var.big, 5)', { why: `is the result of \`coalesce()\` over a value that ${noDefault}` }],
    ['can(var.big)', { why: `is the result of \`can()\` over a value that ${noDefault}` }],
    ['timestamp()', { why: 'is the result of `timestamp()`, which only Terraform computes' }],
    ['cidrhost("10.0.0.0/8", 1)', { why: 'is the result of `cidrhost()`, which only Terraform computes' }],
    [
      'provider::aws::arn_parse("x")',
      { why: 'is the result of `provider::aws::arn_parse()`, which only Terraform computes' },
    ],
    ['replace("abc", "/b/", "x")', { why: 'is the result of `replace()`, which only Terraform computes' }],
    ['format("%5d", 1)', { why: 'is the result of `format()`, which only Terraform computes' }],
    ['upper("straße")', { why: 'is the result of `upper()`, which only Terraform computes' }],
    ['sensitive("hunter2")', { why: 'is marked sensitive, so it is not read' }],
    [
      'max(1, sensitive(2))',
      { why: 'is the result of `max()` over a value that is marked sensitive, so it is not read' },
    ],
    ['1 / 0', { why: 'is a number that only Terraform computes' }],
    ['5 % 0', { why: 'is a number that only Terraform computes' }],
    ['12345678901234567890', { why: 'is the result of `tonumber()`, which only Terraform computes' }],
    ['jsonencode(1 / 3)', { why: 'is the result of `jsonencode()`, which only Terraform computes' }],
    ['1 == "1"', { why: 'compares values of which only Terraform knows the types' }],
    ['[1] == [1]', { why: 'compares values of which only Terraform knows the types' }],
  ])('%s', (expression, expected) => {
    expect(short(evaluated(expression))).toEqual(expected);
  });

  it('names the references that a choice depends on', () => {
    const choice = evaluated('var.big && length(local.zones) > var.other ? 1 : 2');
    expect(choice).toMatchObject({ is: 'choice', why: 'depends on `var.big` and `local.zones` and `var.other`' });
    expect(evaluated('timestamp() == "" ? 1 : 2')).toMatchObject({
      why: 'depends on a value that is the result of `timestamp()`, which only Terraform computes',
    });
    expect(evaluated('local.sizes[var.big]')).toMatchObject({ why: `depends on a value that ${noDefault}` });
  });

  it('keeps what settles the cause, and otherwise points to the plan', () => {
    const plan = 'check the plan: terraform show -json PLAN | holdfast check';
    expect(evaluated('max(var.big, 1)')).toMatchObject({ settles: 'set it' });
    expect(evaluated('var.big ? 1 : 2')).toMatchObject({ settles: 'set it' });
    expect(evaluated('timestamp()')).toMatchObject({ settles: plan });
    expect(evaluated('lower(aws_lb.a.arn)')).toMatchObject({ settles: plan });
    expect(evaluated('local.zones[9]')).toMatchObject({ settles: plan });
    expect(evaluated('sensitive(1)')).toMatchObject({
      settles: 'wrap the value in `nonsensitive()`, or write it without `sensitive()`',
    });
    expect(evaluateText('${var.big}', () => big)).toBe(big);
  });

  it('gives up on more choices than anybody tells apart', () => {
    const either = Array.from({ length: 5 }, (_, at) => `\${var.v${at} ? "a" : "b"}`).join('');
    expect(evaluateText(either, scope)).toEqual({
      is: 'unknown',
      why: 'depends on `var.v4`, and has too many possible values',
      settles: 'set it',
    });
    expect(short(evaluateText('${[for n in [1, 2, 3, 4] : var.either][0]}', scope))).toEqual({ either: [60, 300] });
    expect(evaluated(`[${Array.from({ length: 17 }, (_, at) => at).join(', ')}][var.big]`)).toMatchObject({
      is: 'unknown',
      why: `depends on a value that ${noDefault}, and has too many possible values`,
    });
  });

  it('says nothing of the values themselves', () => {
    for (const expression of [
      'tonumber("hunter2")',
      '"hunter2" + 1',
      'max("hunter2")',
      '[1]["hunter2" == "" ? 1 : 2]',
    ]) {
      expect(JSON.stringify(evaluated(expression))).not.toContain('hunter2');
    }
  });
});
