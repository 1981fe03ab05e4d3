// Writes the published schemas from the definitions that validate: `node scripts/schemas.mjs`. A test holds them current.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { configurationSchema } from './lib/read/configuration/schema';
      export { kinds } from './lib/kinds';
      export { builtinPolicies } from './lib/shell/builtin-policies';
    `,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { builtinPolicies, configurationSchema, kinds } = await import(`data:text/javascript;base64,${code}`);

mkdirSync(path.join(root, 'schema'), { recursive: true });
const schema = JSON.stringify(configurationSchema(kinds, builtinPolicies), null, 2);
writeFileSync(path.join(root, 'schema/configuration.schema.json'), `${schema}\n`);
