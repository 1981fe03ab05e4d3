import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

/** The rooms of the house and the arrows between them: CONTRIBUTING.md has the same table in words. */
interface Room {
  readonly holds: RegExp;
  /** What its files may import: places in the repository, or the public names of this package. */
  readonly may: readonly RegExp[];
  readonly packages?: boolean;
  readonly node?: boolean;
}

const core = /^lib\/core\//;
const kinds = /^lib\/kinds\//;
const read = /^lib\/read\//;
const report = /^lib\/report\//;
const hosts = /^lib\/hosts\//;
const shell = /^lib\/shell\//;
const entries = /^lib\/[^/]+\.ts$/;

/** The first room that holds a file is the one it lives in. */
const rooms: Readonly<Record<string, Room>> = {
  core: { holds: core, may: [core] },
  kinds: { holds: kinds, may: [core, kinds] },
  read: { holds: read, may: [core, kinds, read], packages: true },
  report: { holds: report, may: [core, kinds, report] },
  hosts: {
    holds: hosts,
    may: [core, kinds, read, report, hosts, /^lib\/shell\/(files|policies|configuration|own-version)(\.ts$|\/)/],
    packages: true,
    node: true,
  },
  'the list of built-in policies': { holds: /^lib\/shell\/builtin-policies\.ts$/, may: [core, /^policies\//] },
  shell: { holds: shell, may: [core, kinds, read, report, hosts, shell, entries], packages: true, node: true },
  'holdfast/policy': { holds: /^lib\/policy\.ts$/, may: [core] },
  'holdfast/testing': { holds: /^lib\/testing\.ts$/, may: [core, kinds, read] },
  'the entries of hosts': { holds: /^lib\/(cdktf|aws-cdk|jest)\.ts$/, may: [core, read, hosts] },
  holdfast: { holds: /^lib\/index\.ts$/, may: [/^lib\//], packages: true, node: true },
  policies: { holds: /^policies\/[^/]+\.ts$/, may: [/^holdfast\/policy$/] },
};

/** Optional peers: the shipped code never imports them, not even for types. */
const peers = /^(cdktf|cdktn|aws-cdk-lib|constructs)(\/|$)/;
const ownName = /^holdfast(\/|$)/;
const computed = '(computed)';

/** Written by scripts/collect.mjs. They keep to the arrows like any other file, and to nothing else. */
const generated = ['lib/kinds/index.ts', 'lib/report/formats.ts', 'lib/shell/builtin-policies.ts'];

const root = path.dirname(__dirname);

/** Every module that a file names: imports, re-exports, type imports, require, dynamic import, reference comments. */
function modulesOf(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found = [...source.referencedFiles, ...source.typeReferenceDirectives].map((reference) => reference.fileName);
  const add = (node: ts.Node | undefined): void => {
    found.push(node && ts.isStringLiteralLike(node) ? node.text : computed);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier);
    else if (ts.isExternalModuleReference(node)) add(node.expression);
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
    else if (ts.isCallExpression(node)) {
      const callee = node.expression;
      const isImport = callee.kind === ts.SyntaxKind.ImportKeyword;
      if (isImport || /^require(\.resolve)?$/.test(callee.getText(source))) add(node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What is wrong with a file's imports; nothing, if it keeps to the arrows. */
function brokenArrows(file: string, text: string): string[] {
  const home = Object.entries(rooms).find(([, room]) => room.holds.test(file));
  if (!home) return [`${file} is in no room`];
  const [name, room] = home;
  return modulesOf(file, text)
    .filter((module) => !isAllowed(room, file, module))
    .map((module) => `${file} (${name}) imports ${module}`);
}

function isAllowed(room: Room, file: string, module: string): boolean {
  if (module === computed) return room.node === true;
  if (module.startsWith('.')) {
    const target = placeOf(path.posix.join(path.posix.dirname(file), module));
    return room.may.some((place) => place.test(target));
  }
  if (ownName.test(module)) return room.may.some((place) => place.test(module));
  if (module.startsWith('node:') || module === 'node' || builtinModules.includes(module)) return room.node === true;
  return room.packages === true && !peers.test(module);
}

/** `lib/core/setting` -> `lib/core/setting.ts`, `lib/kinds` -> `lib/kinds/index.ts`. */
function placeOf(target: string): string {
  const plain = target.replace(/\.js$/, '').replace(/\/$/, '');
  if (path.posix.extname(plain) === '.json' || plain.endsWith('.ts')) return plain;
  return existsSync(path.join(root, plain)) && !existsSync(path.join(root, `${plain}.ts`))
    ? `${plain}/index.ts`
    : `${plain}.ts`;
}

function filesIn(folder: string, recursive = true): string[] {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => file.endsWith('.ts') && !file.includes('/node_modules/'))
    .sort();
}

const contentOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** What is or may be committed. Outside a checkout (a copy without `.git`): every source we know of. */
function trackedFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  let listed: string[];
  try {
    listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(
      '\0',
    );
  } catch {
    const top = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
    listed = [...top.map((entry) => entry.name), ...['lib', 'policies', 'test'].flatMap((folder) => filesIn(folder))];
  }
  return listed.filter((file) => file !== '' && existsSync(path.join(root, file)));
}

const sources = [...filesIn('lib'), ...filesIn('policies')];

describe('rooms and arrows', () => {
  test('every import keeps to the table', () => {
    expect(sources.flatMap((file) => brokenArrows(file, contentOf(file)))).toEqual([]);
  });

  describe('the checker itself', () => {
    test.each([
      ['an import', 'lib/core/x.ts', `import fs from 'node:fs';`, 'node:fs'],
      ['a built-in without its prefix', 'lib/read/x.ts', `import fs from 'fs';`, 'fs'],
      ['a bare import', 'lib/report/x.ts', `import 'node:os';`, 'node:os'],
      ['a package in core', 'lib/core/x.ts', `import * as v from 'valibot';`, 'valibot'],
      ['a type import', 'lib/core/x.ts', `import type { Kind } from '../kinds/alb';`, '../kinds/alb'],
      ['a folder', 'lib/core/x.ts', `import { kinds } from '../kinds';`, '../kinds'],
      ['an inline type', 'lib/kinds/x.ts', `type T = import('../read/plan').Plan;`, '../read/plan'],
      ['a re-export', 'lib/policy.ts', `export * from './kinds/alb';`, './kinds/alb'],
      ['a require', 'lib/kinds/x.ts', `const os = require('node:os');`, 'node:os'],
      ['an import of a require', 'lib/core/x.ts', `import y = require('../read/y');`, '../read/y'],
      ['a dynamic import', 'lib/read/x.ts', `await import(\`../shell/files\`);`, '../shell/files'],
      ['a computed import', 'lib/report/x.ts', `await import(name);`, computed],
      ['a reference comment', 'lib/core/x.ts', `/// <reference types="node" />`, 'node'],
      ['a deep path', 'lib/report/formats/x.ts', `import { a } from '../../read/a';`, '../../read/a'],
      ['the wrong corner of the shell', 'lib/hosts/x.ts', `import { main } from '../shell/main';`, '../shell/main'],
      ['an optional peer', 'lib/hosts/x.ts', `import type { Construct } from 'constructs';`, 'constructs'],
      ['the source in a policy', 'policies/x.ts', `import { x } from '../lib/policy';`, '../lib/policy'],
      ['another entry in a policy', 'policies/x.ts', `import { x } from 'holdfast/testing';`, 'holdfast/testing'],
      ['a policy in a policy', 'policies/x.ts', `import y from './y';`, './y'],
      ['a policy registered by hand', 'lib/shell/main.ts', `import y from '../../policies/y';`, '../../policies/y'],
      ['the whole package in core', 'lib/core/x.ts', `import { x } from 'holdfast';`, 'holdfast'],
    ])('reports %s', (_what, file, text, module) => {
      expect(brokenArrows(file, text)).toEqual([expect.stringContaining(`imports ${module}`)]);
    });

    test('reports a file that is in no room', () => {
      expect(brokenArrows('lib/utils/x.ts', '')).toEqual(['lib/utils/x.ts is in no room']);
    });

    test.each([
      ['lib/core/x.ts', `import { y } from './y'; export type { Z } from './deep/z';`],
      ['lib/kinds/index.ts', `import type { Kind } from '../core/kind'; import alb from './alb';`],
      ['lib/read/x.ts', `import * as v from 'valibot'; import { kinds } from '../kinds';`],
      ['lib/hosts/x.ts', `import { files } from '../shell/files'; import path from 'node:path';`],
      ['lib/shell/builtin-policies.ts', `import a from '../../policies/a';`],
      ['lib/shell/x.ts', `await import(name); import yaml from 'js-yaml';`],
      ['policies/x.ts', `import { policy } from 'holdfast/policy'; // import 'node:fs'`],
    ])('lets %s import what it may', (file, text) => {
      expect(brokenArrows(file, text)).toEqual([]);
    });
  });
});

describe('the tree', () => {
  test.each([
    ['policies', 'test/policies'],
    ['lib/kinds', 'test/kinds'],
  ])('every file of %s has its test in %s', (folder, tests) => {
    const members = filesIn(folder, false)
      .map((file) => path.posix.basename(file, '.ts'))
      .filter((name) => name !== 'index' && !name.startsWith('_'));
    const missing = members
      .map((name) => `${tests}/${name}.test.ts`)
      .filter((test) => !existsSync(path.join(root, test)));
    expect(missing).toEqual([]);
  });

  test('no source file is longer than 250 lines', () => {
    const lines = (file: string): number => contentOf(file).trimEnd().split('\n').length;
    expect(sources.filter((file) => !generated.includes(file) && lines(file) > 250)).toEqual([]);
  });
});

describe('what is committed', () => {
  const texts = trackedFiles()
    .map((file) => ({ file, text: contentOf(file) }))
    .filter(({ text }) => !text.includes('\0'));
  const naming = (pattern: RegExp): string[] =>
    texts.flatMap(({ file, text }) => (pattern.test(text) ? [`${file}: ${pattern.exec(text)?.[0].trim()}`] : []));

  test('names no folder of the machine it was written on', () => {
    // A home or work folder, unless it is the tail of something longer: a URL, a glob, a relative path.
    expect(naming(/(?<![\w.~/}*$-])\/(home|Users|root|work)\/[\w.-]+|\b[A-Z]:\\Users\\/)).toEqual([]);
    if (root.split(path.sep).length > 2) {
      expect(texts.filter(({ text }) => text.includes(root + path.sep)).map(({ file }) => file)).toEqual([]);
    }
  });

  test('holds no download address', () => {
    expect(naming(/"?resolved"?:? "?https?:/)).toEqual([]);
  });
});
