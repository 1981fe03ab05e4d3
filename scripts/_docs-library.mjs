import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const require = createRequire(import.meta.url);

/** What the documentation is made of, from the sources, so that no build has to be there. */
export async function library() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { durationPattern, formatDuration } from './lib/core/duration';
        export { known, table } from './lib/core/setting';
        export { kinds } from './lib/kinds';
        export { configurationSchema } from './lib/read/configuration/schema';
        export { formats } from './lib/report/formats';
        export { policyMarkdown } from './lib/report/policy-markdown';
        export { expiryOf } from './lib/report/policy-subjects';
        export { symptoms, symptomsOf } from './lib/report/symptom';
        export { builtinPolicies } from './lib/shell/builtin-policies';
        export { saidOf } from './lib/shell/example';
      `,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', '__dirname', outputFiles[0].text)(module, module.exports, require, root);
  return module.exports;
}
