import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

/**
 * A checkout as a wrapper finds it once it is built: the command as one file, what of the repository is named, and nothing else. It
 * is inside the package, so that the command finds its own version.
 */
export function builtCheckout(...parts: readonly string[]): { readonly folder: string; readonly remove: () => void } {
  const folder = path.join(
    root,
    'node_modules/.cache',
    `holdfast-checkout-${process.pid}-${parts.join('-').replace(/\W/g, '')}`,
  );
  mkdirSync(folder, { recursive: true });
  for (const part of parts) cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  const options = {
    entryPoints: ['lib/shell/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile: path.join(folder, 'dist/bin/holdfast.js'),
    banner: { js: '#!/usr/bin/env node' },
    external: ['@aws-sdk/*', 'pg'],
    logLevel: 'warning',
  };
  // A process of its own: esbuild refuses jest's globals.
  const script = `require('esbuild').buildSync(${JSON.stringify(options)}); require('fs').chmodSync(${JSON.stringify(options.outfile)}, 0o755)`;
  execFileSync(process.execPath, ['-e', script], { cwd: root });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
