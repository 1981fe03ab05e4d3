import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import json from '../../lib/report/formats/json';
import { failure, finding, mixed, plain, report } from './sample';
import { schemaErrors, schemaFile } from './report-schema';

type Schema = { [key: string]: unknown };

/** The schema that a type of lib/core says of itself: the test's own reading, beside the one that was written by hand. */
function schemaOf(type: ts.Type, checker: ts.TypeChecker): Schema {
  // Any JSON value: the type is recursive, the schema leaves it open.
  if (type.aliasSymbol?.name === 'Json') return {};
  if (type.isUnion()) return schemaOfUnion(type, checker);
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
  if (type.flags & ts.TypeFlags.String) return { type: 'string' };
  if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
  const element = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
  if (element !== undefined) return { type: 'array', items: schemaOf(element, checker) };
  const properties: Schema = {};
  const required: string[] = [];
  for (const property of type.getProperties()) {
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const declared = checker.getTypeOfSymbol(property);
    properties[property.name] = schemaOf(isOptional ? checker.getNonNullableType(declared) : declared, checker);
    if (!isOptional) required.push(property.name);
  }
  return { type: 'object', additionalProperties: false, required: required.sort(), properties };
}

function schemaOfUnion(type: ts.UnionType, checker: ts.TypeChecker): Schema {
  const isNull = (one: ts.Type): boolean => (one.flags & ts.TypeFlags.Null) !== 0;
  // An alias vanishes beside `null`, so `Json | null` is known by its widest member.
  if (type.types.some((one) => one.getStringIndexType() !== undefined)) return {};
  if (type.types.every((one) => one.flags & ts.TypeFlags.BooleanLiteral)) return { type: 'boolean' };
  const literals = type.types.filter((one) => one.isStringLiteral()).map((one) => (one as ts.StringLiteralType).value);
  const rest = type.types.filter((one) => !one.isStringLiteral() && !isNull(one));
  const parts = [
    ...(isBoolean(rest) ? [{ type: 'boolean' }] : rest.map((one) => schemaOf(one, checker))),
    ...(literals.length > 0 ? [{ enum: literals.sort() }] : []),
    ...(type.types.some(isNull) ? [{ type: 'null' }] : []),
  ];
  return parts.length === 1 ? (parts[0] ?? {}) : { anyOf: parts };
}

const isBoolean = (types: readonly ts.Type[]): boolean =>
  types.length === 2 && types.every((one) => one.flags & ts.TypeFlags.BooleanLiteral);

/** The published schema without its words, references followed. */
function plainSchema(schema: Schema, definitions: Schema): Schema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.replace('#/$defs/', '') : undefined;
  if (name !== undefined) return plainSchema(definitions[name] as Schema, definitions);
  const entries = Object.entries(schema)
    .filter(([key]) => !['$schema', '$id', '$defs', 'title', 'description'].includes(key))
    .map(([key, value]): [string, unknown] => {
      if (key === 'required' || key === 'enum') return [key, [...(value as string[])].sort()];
      if (key === 'properties') {
        const properties = Object.entries(value as Record<string, Schema>);
        return [key, Object.fromEntries(properties.map(([one, its]) => [one, plainSchema(its, definitions)]))];
      }
      if (key === 'anyOf') return [key, (value as Schema[]).map((one) => plainSchema(one, definitions))];
      return [key, key === 'items' ? plainSchema(value as Schema, definitions) : value];
    });
  return Object.fromEntries(entries);
}

describe('the published schema', () => {
  it('says of each property what the type says', () => {
    const file = path.resolve(__dirname, '../../lib/core/report.ts');
    const program = ts.createProgram([file], {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      types: [],
    });
    const source = program.getSourceFile(file)!;
    const checker = program.getTypeChecker();
    const found = checker
      .getExportsOfModule(checker.getSymbolAtLocation(source)!)
      .find(({ name }) => name === 'Report');
    const published = JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema;
    const expected = schemaOf(checker.getDeclaredTypeOfSymbol(found!), checker);
    expect(Object.keys(expected.properties as object)).toContain('coverage');
    expect(plainSchema(published, published.$defs as Schema)).toEqual(expected);
  });

  it.each([
    ['every kind of outcome', mixed()],
    ['nothing found', report({ findings: [], workloads: [] })],
    [
      'values of every JSON type',
      report({ findings: [failure({ actual: { a: [1, 'b', null, true] } }), finding({ actual: [] })] }),
    ],
  ])('holds a report with %s', (_, made) => {
    expect(schemaErrors(json.render(made, plain))).toEqual([]);
  });

  it.each([
    ['a property nobody knows', { ...report(), extra: 1 }, ' must NOT have additional properties'],
    ['another version', { ...report(), version: 2 }, '/version must be equal to constant'],
    [
      'a duration as text',
      { ...report(), workloads: [{ ...mixed().workloads[0]!, cutAt: '60 s' }] },
      '/workloads/0/cutAt must be number',
    ],
    [
      'a finding without its fix',
      { ...report(), findings: [{ ...finding(), fix: undefined }] },
      "/findings/0 must have required property 'fix'",
    ],
  ])('refuses %s', (_, made, error) => {
    expect(schemaErrors(JSON.stringify(made))).toContain(error);
  });
});

describe('the JSON report', () => {
  it('is the report, for programs', () => {
    expect(JSON.parse(json.render(mixed(), plain))).toEqual(mixed());
  });

  it('holds no character that a terminal acts upon, and still the same text', () => {
    const name = 'a\u001b[31m\u009b1m\u202eb\u2028c\u0000';
    const rendered = json.render(report({ findings: [finding({ resource: name })] }), plain);

    expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
    expect(JSON.parse(rendered).findings[0].resource).toBe(name);
  });
});
