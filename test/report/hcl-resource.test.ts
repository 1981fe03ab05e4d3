import { hclResource } from '../../lib/report/hcl-resource';

const shown = (attributes: Parameters<typeof hclResource>[1]): string =>
  hclResource('aws_lb.public', attributes).slice(1, -1).join('\n');

describe('a resource in HCL', () => {
  it('is called as its address says', () => {
    expect(hclResource('aws_lb.public', {})).toEqual(['resource "aws_lb" "public" {', '}']);
  });

  it.each<[string, Parameters<typeof hclResource>[1], string]>([
    [
      'plain values below each other',
      { name: 'a', idle_timeout: 60, internal: true },
      '  name         = "a"\n  idle_timeout = 60\n  internal     = true',
    ],
    ['an expression for a template that is all of a text', { arn: '${aws_lb.a.arn}' }, '  arn = aws_lb.a.arn'],
    ['a template within a text', { name: 'x-${var.env}"' }, '  name = "x-${var.env}\\""'],
    ['a list of texts on one line', { subnets: ['a', '${var.b}'] }, '  subnets = ["a", var.b]'],
    [
      'a map',
      { tags: { team: 'a', 'cost/centre': 'b' } },
      '  tags = {\n    team          = "a"\n    "cost/centre" = "b"\n  }',
    ],
    ['an empty map', { tags: {} }, '  tags = {}'],
    [
      'a block for each object of a list, after the attributes',
      {
        parameter: [
          { name: 'a', value: '1' },
          { name: 'b', value: '2' },
        ],
        family: 'postgres16',
      },
      '  family = "postgres16"\n\n  parameter {\n    name  = "a"\n    value = "1"\n  }\n\n  parameter {\n    name  = "b"\n    value = "2"\n  }',
    ],
    ['blocks in a block', { a: [{ b: [{ c: 1 }] }] }, '  a {\n    b {\n      c = 1\n    }\n  }'],
    [
      'JSON as text',
      { container_definitions: '[{"name":"api","stopTimeout":120}]' },
      '  container_definitions = jsonencode([\n    {\n      name        = "api"\n      stopTimeout = 120\n    },\n  ])',
    ],
    [
      'names around a long value each in their own column',
      { a: 1, tags: { x: 'y' }, longer: 2 },
      '  a = 1\n  tags = {\n    x = "y"\n  }\n  longer = 2',
    ],
  ])('has %s', (_, attributes, text) => {
    expect(shown(attributes)).toBe(text);
  });
});
