import { parseText } from '../../../../lib/read/cdktf/expression/parse';
import { namesIn, type Expression } from '../../../../lib/read/cdktf/expression/syntax';

/** The tree of an expression, with brackets around every operator. */
function tree(expression: Expression): string {
  switch (expression.is) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'chain':
      return expression.rest.reduce(
        (left, { operator, operand }) => `(${left} ${operator} ${tree(operand)})`,
        tree(expression.first),
      );
    case 'unary':
      return `${expression.operator}${tree(expression.operand)}`;
    case 'conditional':
      return `(${tree(expression.condition)} ? ${tree(expression.then)} : ${tree(expression.otherwise)})`;
    case 'variable':
      return expression.root + (expression.steps.length > 0 ? `+${expression.steps.length}` : '');
    case 'steps':
      return `<${tree(expression.of)}>+${expression.steps.length}`;
    default:
      return expression.is;
  }
}

function parsed(text: string): Expression {
  const { expression } = parseText(`\${${text}}`);
  if (expression === null) throw new Error(`not read: ${text}`);
  return expression;
}

describe('how expressions are bracketed', () => {
  it.each([
    ['a + b * c - d', '((a + (b * c)) - d)'],
    ['a - b - c', '((a - b) - c)'],
    ['a || b && c == d', '(a || (b && (c == d)))'],
    ['a == b < c', '(a == (b < c))'],
    ['a < b + 1', '(a < (b + 1))'],
    ['!a && b', '(!a && b)'],
    ['-a.b + 1', '(-a+1 + 1)'],
    ['!a == b', '(!a == b)'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['a ? b ? c : d : e', '(a ? (b ? c : d) : e)'],
    ['a || b ? c : d', '((a || b) ? c : d)'],
    ['a-b', 'a-b'],
    ['a - b', '(a - b)'],
    ['a.b[c].d', 'a+3'],
    ['a.*.b[0].c', '<a+2>+2'],
    ['a[*].b[0].c', 'a+4'],
    ['f(a).b', '<call>+1'],
    ['(a).b', 'a+1'],
    ['(a.b).c', '<a+1>+1'],
    ['true', 'true'],
    ['nullable', 'nullable'],
    ['a /* b */ + # c\n d', '(a + d)'],
  ])('%s is %s', (text, expected) => {
    expect(tree(parsed(text))).toBe(expected);
  });

  it('keeps a long sum flat', () => {
    const sum = parsed(Array.from({ length: 1000 }, () => 'a').join(' + '));
    expect(sum).toMatchObject({ is: 'chain', rest: { length: 999 } });
  });
});

describe('the names in an expression', () => {
  it.each<[string, readonly string[]]>([
    ['1 + 2', []],
    ['var.a && !local.b["c"].d', ['var.a', 'local.b["c"].d']],
    ['f(aws_lb.p[*].arn, var.a)', ['aws_lb.p[*].arn', 'var.a']],
    ['aws_lb.p[var.at].arn', ['aws_lb.p', 'var.at']],
    ['"${var.a}-${var.b}" == var.a', ['var.a', 'var.b']],
    ['[for x in var.list : x.name]', ['var.list']],
    ['{a = var.a, (var.key) = var.b}', ['var.a', 'var.key', 'var.b']],
    ['var.a ? var.b : f(var.c)[var.d]', ['var.a', 'var.b', 'var.c', 'var.d']],
  ])('%s', (text, names) => {
    expect(namesIn(parsed(text))).toEqual(names);
  });
});
