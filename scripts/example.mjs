// Runs a TypeScript program on any Node that Holdfast supports, without a compiler beside it:
//   node scripts/example.mjs examples/cdktf-stack/main.ts
// Packages are resolved from the program's own folder, and stack traces name the lines of the sources.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { transformSync } from 'esbuild';

const program = process.argv[2];
if (program === undefined) {
  console.error('usage: node scripts/example.mjs PROGRAM.ts');
  process.exit(2);
}

process.setSourceMapsEnabled(true);
Module._extensions['.ts'] = (module, file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    sourcefile: file,
  });
  module._compile(code, file);
};
createRequire(import.meta.url)(path.resolve(program));
