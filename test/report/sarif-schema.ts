import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';

const file = path.join(__dirname, 'fixtures/sarif-2.1.0.json');
const validate = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: {
    uri: /^[a-z][a-z0-9+.-]*:[^\s\\"<>^`{|}]*$/i,
    'uri-reference': /^[\w%:/?#[\]@!$&'()*+,;=.~-]*$/,
    'date-time': /^\d{4}-\d\d-\d\dT/,
    uuid: /^[0-9a-f-]{36}$/i,
  },
}).compile(JSON.parse(readFileSync(file, 'utf8')));

/** What the published schema of SARIF 2.1.0 finds wrong with a log; nothing, if it keeps to it. */
export function sarifErrors(json: string): readonly string[] {
  validate(JSON.parse(json));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
