import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { schemaPlace } from '../../../lib/shell/configuration/schema-place';

const root = path.resolve(__dirname, '../../..');
const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'holdfast-schema-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the schema that a configuration names', () => {
  it('is that of the package which is installed beside it or above', () => {
    const installed = path.join(folder, 'project/node_modules/holdfast/schema');
    mkdirSync(installed, { recursive: true });
    mkdirSync(path.join(folder, 'project/infra/prod'), { recursive: true });
    writeFileSync(path.join(installed, 'configuration.schema.json'), '{}');
    expect(schemaPlace(path.join(folder, 'project'))).toBe('./node_modules/holdfast/schema/configuration.schema.json');
    expect(schemaPlace(path.join(folder, 'project/infra/prod'))).toBe(
      '../../node_modules/holdfast/schema/configuration.schema.json',
    );
  });

  it('is that of the clone which the folder is in', () => {
    expect(schemaPlace(root)).toBe('./schema/configuration.schema.json');
    expect(schemaPlace(path.join(root, 'examples/api-behind-alb'))).toBe('../../schema/configuration.schema.json');
  });

  it('is none where the package is not installed', () => {
    expect(schemaPlace(path.join(folder, 'elsewhere'))).toBeNull();
  });
});
