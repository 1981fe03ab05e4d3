// Projects that use the packed package: under every way to resolve modules, in both module systems, with and without the
// optional peers. Each program of test/pack is compiled and run.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './_pack.mjs';
import { outputOf } from './_run.mjs';
import { tempFolder } from './_temp.mjs';

const programs = path.join(root, 'test/pack');
const here = createRequire(import.meta.url);
const typescript6 = here.resolve('typescript/bin/tsc');
// The built-in validation of CloudFormation loads for seconds and is not ours.
const env = { ...process.env, CDK_VALIDATION: 'false' };

const peersOf = {
  alone: [],
  cdktf: ['cdktf', 'constructs'],
  cdktn: ['cdktn', 'constructs'],
  'aws-cdk': ['aws-cdk-lib', 'constructs'],
};

/** Which peers are installed, and which programs then run. */
const projects = [
  { peers: 'no peer', programs: ['alone'] },
  { peers: 'one peer', programs: ['cdktf'] },
  { peers: 'all peers', programs: ['cdktf', 'cdktn', 'aws-cdk'], jest: true },
];

/** Tries everything, and calls `say` with what was found to work. Throws at the first thing that does not. */
export async function tryConsumers(tarball, say) {
  // The last TypeScript that knows `node10`, which is what older projects are set to.
  const compilers = project('typescript-5');
  install(compilers, ['typescript@~5.9.3']);
  const typescript5 = path.join(compilers, 'node_modules/typescript/bin/tsc');

  for (const { peers, programs: names, jest = false } of projects) {
    const folder = project('consumer');
    const packages = [...new Set(names.flatMap((name) => peersOf[name]))].map(asHere);
    install(folder, [tarball, ...packages, ...(jest ? ['jest', '@types/jest'].map(asHere) : [])]);
    const strictest = packages.length === 0;

    compile(folder, typescript5, names, ['ts'], { module: 'commonjs', moduleResolution: 'node10' }, strictest);
    names.forEach((name) => execute(folder, `out/${name}.js`));
    compile(folder, typescript6, names, ['cts', 'mts'], { module: 'node16', moduleResolution: 'node16' }, strictest);
    names.forEach((name) => ['cjs', 'mjs'].forEach((extension) => execute(folder, `out/${name}.${extension}`)));
    compile(folder, typescript6, names, ['ts'], { module: 'esnext', moduleResolution: 'bundler' }, strictest);
    for (const name of names) {
      await bundle(folder, name);
      execute(folder, `out/${name}.mjs`);
    }
    say(`${peers}: ${names.join(', ')} compile and run under node10, node16 (CommonJS and ESM) and bundler`);
    if (jest) {
      tryJest(folder);
      say(`${peers}: the matcher compiles and runs in Jest`);
    }
  }
}

function tryJest(folder) {
  const options = { module: 'node16', moduleResolution: 'node16', types: ['jest'] };
  const tests = ['jest', 'jest-globals'];
  compile(folder, typescript6, tests, ['cts'], options, false);
  for (const name of tests) copyFileSync(path.join(folder, `out/${name}.cjs`), path.join(folder, `${name}.test.js`));
  outputOf(process.execPath, ['node_modules/jest/bin/jest.js', '--ci'], { cwd: folder, env });
}

function project(purpose) {
  const folder = tempFolder(purpose);
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "consumer", "version": "1.0.0", "private": true }\n');
  return folder;
}

function install(folder, packages) {
  const args = ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', ...packages];
  outputOf('npm', args, { cwd: folder });
}

/** `cdktf@0.21.0`: the version that this repository has. */
function asHere(name) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return `${name}@${version}`;
}

/** A program; both forks of CDKTF have one, and both ways to have Jest's functions. */
function textOf(name) {
  const read = (file) => readFileSync(path.join(programs, `${file}.ts`), 'utf8');
  if (name === 'jest-globals') return `import { expect, test } from '@jest/globals';\n${read('jest')}`;
  if (name !== 'cdktn') return read(name);
  const [before, after, ...more] = read('cdktf').split(`from 'cdktf';`);
  if (after === undefined || more.length > 0) throw new Error('the program imports cdktf not once, so it fits no fork');
  return `${before}from 'cdktn';${after}`;
}

/** Compiles programs into `out`. The strictest check looks into our declarations too, which then have to stand alone. */
function compile(folder, tsc, names, extensions, options, strictest) {
  const source = path.join(folder, 'source');
  for (const stale of [source, path.join(folder, 'out')]) rmSync(stale, { recursive: true, force: true });
  mkdirSync(source);
  for (const name of names) {
    for (const extension of extensions) {
      writeFileSync(path.join(source, `${name}.${extension}`), textOf(name));
    }
  }
  const compilerOptions = {
    target: 'es2022',
    rootDir: 'source',
    outDir: 'out',
    strict: true,
    esModuleInterop: true,
    skipLibCheck: !strictest,
    types: [],
    ...options,
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['source'] }));
  outputOf(process.execPath, [tsc, '-p', '.'], { cwd: folder });
}

async function bundle(folder, name) {
  await build({
    absWorkingDir: folder,
    entryPoints: [`source/${name}.ts`],
    outfile: `out/${name}.mjs`,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
}

function execute(folder, file) {
  outputOf(process.execPath, [file], { cwd: folder, env });
}
