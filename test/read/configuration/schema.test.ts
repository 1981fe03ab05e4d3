import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { kinds as real } from '../../../lib/kinds';
import { configurationSchema } from '../../../lib/read/configuration/schema';
import { builtinPolicies } from '../../../lib/shell/builtin-policies';
import { parseYaml } from '../../../lib/shell/configuration/yaml';
import { cases, example } from './_cases';
import { kinds as few } from './_kinds';

type Schema = { readonly [key: string]: unknown };
const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
const validate = ajv.compile(configurationSchema(few, []) as Schema);
const parsed = (text: string): unknown => parseYaml(text, 'holdfast.yaml').raw;

describe('the JSON Schema', () => {
  it('accepts what is accepted', () => {
    expect([validate(parsed(example)), validate.errors]).toEqual([true, null]);
  });

  it.each(cases)('%s', (_title, text, seen, ...problems) => {
    expect(problems.length).toBeGreaterThan(0);
    expect(validate(parsed(text))).toBe(seen === 'by reading');
  });

  it('describes every key and shows an example of it that is valid', () => {
    const bare: string[] = [];
    const wrong: string[] = [];
    let keys = 0;
    const visit = (schema: unknown, trail: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [name, key] of Object.entries((schema as Schema).properties ?? {})) {
        const place = `${trail}.${name}`;
        const { description, examples } = key as Schema;
        keys++;
        if (typeof description !== 'string' || description === '' || !Array.isArray(examples)) bare.push(place);
        else if (!examples.every((one) => ajv.validate(key as Schema, one))) wrong.push(place);
      }
      for (const [name, inner] of Object.entries(schema)) if (name !== 'examples') visit(inner, `${trail}/${name}`);
    };
    visit(configurationSchema(real, builtinPolicies), '');
    expect(bare).toEqual([]);
    expect(wrong).toEqual([]);
    expect(keys).toBeGreaterThan(50);
  });

  it('names the policies and the parameters that are looked at, for editors to complete', () => {
    const { properties } = configurationSchema(real, builtinPolicies) as { properties: Record<string, Schema> };
    expect(Object.keys(properties.policies?.properties ?? {})).toEqual(builtinPolicies.map(({ id }) => id));
    const { roles } = properties.declared?.properties as { roles: { additionalProperties: Schema } };
    expect(roles.additionalProperties.properties).toHaveProperty('statement_timeout.description');
    expect(roles.additionalProperties.properties).toHaveProperty('statement_timeout.examples', ['30s']);
  });

  it('is published as it is (`node scripts/schemas.mjs` writes it)', () => {
    const file = path.join(__dirname, '../../../schema/configuration.schema.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(configurationSchema(real, builtinPolicies))),
    );
  });
});
