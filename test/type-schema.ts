import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export type Schema = { [key: string]: unknown };

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
  const entry = type.getStringIndexType();
  if (entry !== undefined) return { type: 'object', additionalProperties: schemaOf(entry, checker) };
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
  // An alias vanishes beside `null`, so `Json | null` is known by its widest members.
  if (type.types.some((one) => one.getStringIndexType() !== undefined) && type.types.length > 4) return {};
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

/** A published schema without its words, references followed. */
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
      const isSchema = typeof value === 'object' && (key === 'items' || key === 'additionalProperties');
      return [key, isSchema ? plainSchema(value as Schema, definitions) : value];
    });
  return Object.fromEntries(entries);
}

/** What an exported type of `lib` says, as a schema; references in it are followed. */
export function schemaOfType(file: string, name: string): Schema {
  const full = path.resolve(__dirname, '..', file);
  const program = ts.createProgram([full], { strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [] });
  const source = program.getSourceFile(full)!;
  const checker = program.getTypeChecker();
  const found = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!).find((one) => one.name === name);
  return schemaOf(checker.getDeclaredTypeOfSymbol(found!), checker);
}

/** A schema as it is published. */
export function publishedSchema(file: string): Schema {
  const published = JSON.parse(readFileSync(file, 'utf8')) as Schema;
  return plainSchema(published, published.$defs as Schema);
}
