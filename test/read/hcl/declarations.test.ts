import {
  callKey,
  declarationsIn,
  placeOfAttribute,
  placeOfBlock,
  placesByName,
  resourceKey,
  type Declaration,
} from '../../../lib/read/hcl/declarations';

const lb = resourceKey('managed', 'aws_lb', 'x');

function only(files: Readonly<Record<string, string>>, key = lb): Declaration {
  const declared = declarationsIn(Object.entries(files).map(([file, text]) => ({ file, text })));
  const found = declared[key];
  if (found === undefined) throw new Error(`not declared: ${key}`);
  return found;
}

const group = `resource "aws_lb" "x" {
  name = "x"
  parameter {
    name  = "Statement_Timeout"
    value = 1
  }
  parameter {
    name  = "twice"
  }
  parameter {
    name  = "twice"
  }
  parameter {
    name  = var.name
  }
  pool {
    size = 1
    inner {
      depth = 2
    }
  }
  dynamic "rule" {
    for_each = var.rules
    content {
      port = rule.value
    }
  }
  options = {
    port = 1
  }
}
`;

describe('what a folder declares', () => {
  it('is its resources, data sources and module calls', () => {
    const text =
      'resource "aws_lb" "x" {}\ndata "aws_lb" "x" {}\nmodule "m" {}\nvariable "v" {}\nresource "odd" {}\nlocals {}\n';
    const declared = declarationsIn([{ file: 'a/main.tf', text }]);
    expect(Object.keys(declared).sort()).toEqual([resourceKey('data', 'aws_lb', 'x'), lb, callKey('m')].sort());
    expect(Object.values(declared).map((one) => placeOfBlock(one))).toEqual([
      { file: 'a/main.tf', line: 1, column: 1 },
      { file: 'a/main.tf', line: 2, column: 1 },
      { file: 'a/main.tf', line: 3, column: 1 },
    ]);
  });

  it('leaves out what is declared twice, and files that are not HCL', () => {
    const declared = declarationsIn([
      { file: 'main.tf', text: 'resource "aws_lb" "x" {}\nresource "aws_lb" "y" {}\n' },
      { file: 'main.tofu', text: 'resource "aws_lb" "x" {}\n' },
      { file: 'broken.tf', text: 'resource "aws_lb" "z" {}\nresource "' },
    ]);
    expect(Object.keys(declared)).toEqual([resourceKey('managed', 'aws_lb', 'y')]);
  });
});

describe('the place of an attribute', () => {
  it.each([
    ['an attribute', 'name', 2],
    ['one in the only block of its kind', 'pool.size', 17],
    ['one in a block in a block', 'pool.inner.depth', 19],
    ['one that the block does not write: the block', 'pool.other', 16],
    ['one of a dynamic block', 'rule.port', 25],
    ['a dynamic block as a whole', 'rule', 22],
    ['one that the dynamic block does not write', 'rule.other', 22],
    ['one in an object', 'options.port', 28],
    ['one of several blocks: the resource', 'parameter.value', 1],
    ['several blocks: the resource', 'parameter', 1],
    ['one that nobody wrote: the resource', 'idle_timeout', 1],
    ['nothing: the resource', '', 1],
    ['a name of the prototype: the resource', 'constructor.name', 1],
  ])('%s', (_, attribute, line) => {
    expect(placeOfAttribute(only({ 'main.tf': group }), attribute)).toMatchObject({ file: 'main.tf', line });
  });

  it('is the last override that writes it, and of a block all of its kind', () => {
    const overridden = only({
      'main.tf': 'resource "aws_lb" "x" {\n  a = 1\n  b = 1\n  c = 1\n  pool { size = 1 }\n}\n',
      'm_override.tf': 'resource "aws_lb" "x" {\n  b = 2\n  c = 2\n  pool {}\n}\n',
      'override.tf': '\nresource "aws_lb" "x" {\n  c = 3\n}\n',
      'nooverride.tf': 'resource "aws_lb" "y" {}\n',
    });
    expect(placeOfBlock(overridden)).toEqual({ file: 'main.tf', line: 1, column: 1 });
    const places = ['a', 'b', 'c', 'd', 'pool.size'].map((attribute) => placeOfAttribute(overridden, attribute));
    expect(places.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'main.tf:2',
      'm_override.tf:2',
      'override.tf:3',
      'main.tf:1',
      'm_override.tf:4',
    ]);
  });
});

describe('blocks by their names', () => {
  it('are those whose name is written out, once', () => {
    const places = placesByName(only({ 'main.tf': group }), 'parameter');
    expect({ ...places }).toEqual({ statement_timeout: { file: 'main.tf', line: 3, column: 3 } });
  });
});
