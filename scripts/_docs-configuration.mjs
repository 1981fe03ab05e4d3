// The reference of holdfast.yaml, from the schema that its definition gives: a table for each place that has keys.

/** The whole reference as Markdown, below its introduction. */
export function configurationReference(schema, { durationPattern }) {
  const sections = [];
  const seen = new Map();
  const todo = [{ name: 'The file', schema }];
  for (let place = todo.shift(); place !== undefined; place = todo.shift()) {
    const text = JSON.stringify(place.schema.properties);
    if (seen.has(text)) continue;
    seen.set(text, place.name);
    sections.push({ ...place, properties: place.schema.properties });
    for (const [key, inner] of Object.entries(place.schema.properties))
      todo.push(...tablesIn(inner, nameOf(place, key)));
  }
  const places = sections.map(({ name, schema: { properties, required = [] } }) => {
    const rows = Object.entries(properties).map(([key, one]) =>
      rowOf(key, one, required.includes(key), durationPattern),
    );
    const head = ['key', 'takes', 'default', 'says', 'example'];
    const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
    return `## ${name}\n\n${lines.join('\n')}\n`;
  });
  return places.join('\n');
}

function nameOf({ name }, key) {
  return name === 'The file' ? `\`${key}\`` : `${name.slice(0, -1)}.${key}\``;
}

/** Every table with keys that a value may be, wherever it is inside. */
function tablesIn(schema, name) {
  if (typeof schema !== 'object' || schema === null) return [];
  if (schema.properties !== undefined) return [{ name, schema }];
  const inside = [
    ...(schema.anyOf ?? []).map((one) => [one, '']),
    ...(schema.items === undefined ? [] : [[schema.items, '[]']]),
    ...(schema.additionalProperties === undefined ? [] : [[schema.additionalProperties, '.NAME']]),
  ];
  return inside.flatMap(([inner, more]) => tablesIn(inner, `${name.slice(0, -1)}${more}\``));
}

function rowOf(key, schema, isRequired, durationPattern) {
  const { description, examples, default: otherwise } = schema;
  return [
    `\`${key}\`${isRequired ? ' (required)' : ''}`,
    typeOf(schema, durationPattern),
    otherwise === undefined ? '' : `\`${flow(otherwise)}\``,
    inCell(otherwise === undefined ? description : description.replace(/ ?Default: .*$/, '')),
    `\`${flow(examples[0]).replaceAll('|', '\\|')}\``,
  ];
}

function typeOf(schema, durationPattern) {
  const types = choicesOf(schema).map((one) => typeOfOne(one, durationPattern));
  return [...new Set(types)].join(' or ');
}

function choicesOf(schema) {
  return schema.anyOf === undefined ? [schema] : schema.anyOf.flatMap(choicesOf);
}

function typeOfOne(schema, durationPattern) {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((word) => `\`${word}\``).join(', ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => words[type]).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items, durationPattern).replaceAll(' or ', '/')}`;
  if (schema.pattern === durationPattern) return 'duration';
  if (schema.pattern?.includes('%')) return 'percentage';
  const { minimum, maximum } = schema;
  const range = minimum === undefined ? '' : ` from ${minimum} to ${maximum}`;
  return `${words[schema.type] ?? schema.type}${range}`;
}

const words = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: '`true` or `false`',
  object: 'table',
};

/** A value on one line, as it may be written. */
function flow(value) {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, one]) => `${key}: ${flow(one)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return String(value);
}

function inCell(text) {
  return text.replace(/[<|*]/g, '\\$&');
}
