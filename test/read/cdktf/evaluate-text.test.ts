import { evaluateText, type Traversal } from '../../../lib/read/cdktf/evaluate-text';
import type { Evaluated } from '../../../lib/read/evaluated/value';
import { scope, short } from './expression/stand';

const plan = 'check the plan: terraform show -json PLAN | holdfast check';

/** Nothing may be asked for. */
const noScope = ({ text }: Traversal): never => {
  throw new Error(`asked for ${text}`);
};

describe('a text of JSON syntax', () => {
  it.each([
    ['', ''],
    ['plain', 'plain'],
    ['$ % { } $5 %s \\n "quoted"', '$ % { } $5 %s \\n "quoted"'],
    ['$${literal}', '${literal}'],
    ['a %%{literal} b', 'a %{literal} b'],
    ['$$${x}', '$${x}'],
    ['100%', '100%'],
    ['$${', '${'],
    ['${1}', 1],
    ['${ true }', true],
    ['${null}', null],
    ['${"a"}', 'a'],
    ['a${1}', 'a1'],
    ['${1}${2}', '12'],
    ['line\n${1}\n', 'line\n1\n'],
    ['back\\slash ${1}', 'back\\slash 1'],
    ['"quoted ${1}"', '"quoted 1"'],
    ['a  ${~ 1 ~}  b', 'a1b'],
    ['a \n ${~ 1}  b', 'a1  b'],
    ['é ${"😀"}', 'é 😀'],
  ])('%j is %j', (text, expected) => {
    expect(evaluateText(text, noScope)).toEqual({ is: 'value', value: expected });
  });

  it.each<[string, unknown]>([
    ['${aws_lb.public.arn}', '->aws_lb.public.arn'],
    ['${aws_lb.public}', '->aws_lb.public'],
    ['x-${aws_lb.public.arn}', { parts: ['x-', '->aws_lb.public.arn'] }],
    ['${aws_lb.public.arn}-${1}-x', { parts: ['->aws_lb.public.arn', '-1-x'] }],
    ['${"a-${aws_lb.public.arn}"}-b', { parts: ['a-', '->aws_lb.public.arn', '-b'] }],
    ['${aws_pg.a.name}', '->aws_pg.a.name'],
    ['x-${aws_pg.a.name}', 'x-aws_pg.a.name'],
    ['${var.either}', { either: [60, 300] }],
    ['${var.either}-x', { either: ['60-x', '300-x'] }],
    [
      '${var.either}-${aws_lb.a.arn}',
      { either: [{ parts: ['60-', '->aws_lb.a.arn'] }, { parts: ['300-', '->aws_lb.a.arn'] }] },
    ],
    ['${var.big}', { why: 'is the variable `big`, which has no default' }],
    ['${var.big}-x', { parts: [{ why: 'is the variable `big`, which has no default' }, '-x'] }],
  ])('%s is %j', (text, expected) => {
    expect(short(evaluateText(text, scope))).toEqual(expected);
  });

  it.each([
    ['${', 'is `${`, which cannot be read as an expression'],
    ['${}', 'is `${}`, which cannot be read as an expression'],
    ['${1', 'is `${1`, which cannot be read as an expression'],
    ['a ${1 2} b', 'is `a ${1 2} b`, which cannot be read as an expression'],
    ['${a b}', 'is `${a b}`, which cannot be read as an expression'],
    ['${1 +}', 'is `${1 +}`, which cannot be read as an expression'],
    ['${* 1}', 'is `${* 1}`, which cannot be read as an expression'],
    ['${(1}', 'is `${(1}`, which cannot be read as an expression'],
    ['${[1}', 'is `${[1}`, which cannot be read as an expression'],
    ['${[1 2]}', 'is `${[1 2]}`, which cannot be read as an expression'],
    ['${{a = 1 b = 2}}', 'is `${{a = 1 b = 2}}`, which cannot be read as an expression'],
    ['${{a}}', 'is `${{a}}`, which cannot be read as an expression'],
    ['${{a.b = 1}}', 'is `${{a.b = 1}}`, which cannot be read as an expression'],
    ['${true ? 1}', 'is `${true ? 1}`, which cannot be read as an expression'],
    ['${"a}', 'is `${"a}`, which cannot be read as an expression'],
    ['${"\\q"}', 'is `${"\\q"}`, which cannot be read as an expression'],
    ['${"\\u12"}', 'is `${"\\u12"}`, which cannot be read as an expression'],
    ['${"\\UFFFFFFFF"}', 'is `${"\\UFFFFFFFF"}`, which cannot be read as an expression'],
    ['${"a\nb"}', 'is `${"a\nb"}`, which cannot be read as an expression'],
    ['${a.}', 'is `${a.}`, which cannot be read as an expression'],
    ['${a[]}', 'is `${a[]}`, which cannot be read as an expression'],
    ['${max(1 2)}', 'is `${max(1 2)}`, which cannot be read as an expression'],
    ['${max(1... , 2)}', 'is `${max(1... , 2)}`, which cannot be read as an expression'],
    ['${[for x in y]}', 'is `${[for x in y]}`, which cannot be read as an expression'],
    ['${[for x of y : x]}', 'is `${[for x of y : x]}`, which cannot be read as an expression'],
    ['${{for x in y : x}}', 'is `${{for x in y : x}}`, which cannot be read as an expression'],
    ['${1 /* open}', 'is `${1 /* open}`, which cannot be read as an expression'],
    ['${1 = 1}', 'is `${1 = 1}`, which cannot be read as an expression'],
    ['${1 & 2}', 'is `${1 & 2}`, which cannot be read as an expression'],
    [`\${${'x'.repeat(100)} y}`, `is \`\${${'x'.repeat(58)}...\`, which cannot be read as an expression`],
    [
      '%{ if var.big }a%{ endif }',
      'is `%{ if var.big }a%{ endif }`, a template with directives (`%{ if }`, `%{ for }`), which only Terraform carries out',
    ],
    [
      '${"%{ if var.big }a%{ endif }"}',
      'is `${"%{ if var.big }a%{ endif }"}`, a template with directives (`%{ if }`, `%{ for }`), which only Terraform carries out',
    ],
  ])('%j is not read', (text, why) => {
    expect(evaluateText(text, scope)).toEqual({ is: 'unknown', why, settles: plan });
  });
});

describe('what the scope is asked for', () => {
  it.each<[string, Omit<Traversal, 'text'>, string?]>([
    ['aws_lb', { root: 'aws_lb', steps: [] }],
    ['aws_lb.public.arn', { root: 'aws_lb', steps: [name('public'), name('arn')] }],
    ['aws_lb.my-lb.arn', { root: 'aws_lb', steps: [name('my-lb'), name('arn')] }],
    ['aws_lb.public[0].arn', { root: 'aws_lb', steps: [name('public'), key(0), name('arn')] }],
    ['aws_lb.public.0.arn', { root: 'aws_lb', steps: [name('public'), key(0), name('arn')] }, 'aws_lb.public[0].arn'],
    ['aws_lb.p["a.b[0]"].arn', { root: 'aws_lb', steps: [name('p'), key('a.b[0]'), name('arn')] }],
    ['aws_lb.p[*].arn', { root: 'aws_lb', steps: [name('p'), { is: 'splat' }, name('arn')] }],
    ['aws_lb.p.*.arn', { root: 'aws_lb', steps: [name('p'), { is: 'splat' }, name('arn')] }, 'aws_lb.p[*].arn'],
    ['aws_lb.p.*.arn[0]', { root: 'aws_lb', steps: [name('p'), { is: 'splat' }, name('arn')] }, 'aws_lb.p[*].arn'],
    ['aws_lb.p[*].tags["a"]', { root: 'aws_lb', steps: [name('p'), { is: 'splat' }, name('tags'), key('a')] }],
    ['aws_lb.p[1 + 1].arn', { root: 'aws_lb', steps: [name('p'), key(2), name('arn')] }, 'aws_lb.p[2].arn'],
    ['data.aws_lb.x.arn', { root: 'data', steps: [name('aws_lb'), name('x'), name('arn')] }],
    ['module.m["a"].out', { root: 'module', steps: [name('m'), key('a'), name('out')] }],
    ['self.arn', { root: 'self', steps: [name('arn')] }],
    ['var.sizes["big"].x', { root: 'var', steps: [name('sizes')] }, 'var.sizes'],
    ['local.a.b', { root: 'local', steps: [name('a')] }, 'local.a'],
    ['each.value.t', { root: 'each', steps: [name('value')] }, 'each.value'],
    ['count.index', { root: 'count', steps: [name('index')] }],
    ['path.module', { root: 'path', steps: [name('module')] }],
    ['var', { root: 'var', steps: [] }],
    ['var["x"]', { root: 'var', steps: [key('x')] }],
    ['parameter.value.name', { root: 'parameter', steps: [name('value'), name('name')] }],
  ])('%s', (expression, traversal, text = expression) => {
    const asked: Traversal[] = [];
    evaluateText(`\${${expression}}`, (one) => {
      asked.push(one);
      return { is: 'list', items: [] };
    });
    expect(asked).toEqual([{ ...traversal, text }]);
  });

  function name(of: string): Traversal['steps'][number] {
    return { is: 'name', name: of };
  }

  function key(of: string | number): Traversal['steps'][number] {
    return { is: 'key', key: of };
  }

  it('is not asked for the names of a `for`, nor for arguments of what is not read', () => {
    expect(short(evaluateText('${[for x in [1] : x]}', noScope))).toEqual([1]);
    expect(short(evaluateText('${sensitive(var.password)}', noScope))).toEqual({
      why: 'is marked sensitive, so it is not read',
    });
  });

  it('is asked once for each key that may be meant', () => {
    const made: Evaluated = evaluateText('${aws_lb.p[var.either].arn}', scope);
    expect(short(made)).toEqual({ either: ['->aws_lb.p[60].arn', '->aws_lb.p[300].arn'] });
  });
});
