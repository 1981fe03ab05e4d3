import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';

export const schemaFile = path.resolve(__dirname, '../../../schema/collection.schema.json');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

/** What the published schema finds wrong with a collected document; nothing, if it keeps to it. */
export function schemaErrors(json: string): readonly string[] {
  validate(JSON.parse(json));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
