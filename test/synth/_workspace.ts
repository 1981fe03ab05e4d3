import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Finding, Report } from '../../lib/core/report';

/** The root of the clone. */
export const root = path.join(__dirname, '..', '..');
const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const runner = path.join(root, 'scripts', 'example.mjs');

/** What `npm run test:synth` installed: folders, and `null` for what it could not install. */
type Installed = {
  readonly library: string;
  readonly folders: Readonly<Record<string, string | null>>;
  readonly node24: string | null;
};

function installed(): Installed {
  const text = process.env['HOLDFAST_SYNTH'];
  if (text === undefined) throw new Error('these tests run by `npm run test:synth`');
  return JSON.parse(text) as Installed;
}

/** The Node that CDK Terrain's command needs; `null` where it is missing. */
export const node24 = installed().node24;

/** What a command did, its two outputs as one text. */
export type Outcome = { readonly code: number | null; readonly text: string };

/** A workspace that is installed. */
export type Workspace = {
  /** The version of a package as a program in the workspace gets it, from the workspace itself. */
  readonly version: (name: string) => string;
  /** Runs a command of the workspace's packages in a folder, under that Node. */
  readonly command: (folder: string, name: string, args: readonly string[], node?: string) => Outcome;
  /** A program: a copy of an example, with files of `test/synth/NAME` over it. */
  readonly program: (example: string, over?: readonly string[]) => Program;
};

/** A folder in a workspace that holds an example. */
export type Program = {
  readonly folder: string;
  /** What `app` is for the CLIs: the command line that runs a file of the program. */
  readonly app: (file: string) => string;
  /** Runs a file of the program without any CLI. */
  readonly run: (file: string, env?: NodeJS.ProcessEnv) => Outcome;
  /** What the compiler says; empty where all types are right. */
  readonly compile: () => string;
  /** What `holdfast check` says of a folder that was synthesised. */
  readonly check: (folder: string) => Report;
};

/** Declares the tests of one workspace; they are skipped by name where it is missing. */
export function inWorkspace(name: string, tests: (workspace: Workspace) => void): void {
  const folder = installed().folders[name];
  if (typeof folder !== 'string')
    describe.skip(`${name} (skipped: not installed)`, () => void it('is not tried', () => undefined));
  else describe(name, () => void tests(workspace(name, folder)));
}

function workspace(name: string, folder: string): Workspace {
  return {
    version: (packageName) => {
      const file = createRequire(path.join(folder, 'program.js')).resolve(`${packageName}/package.json`);
      if (!file.startsWith(folder + path.sep)) throw new Error(`${packageName} is not of this workspace: ${file}`);
      return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
    },
    command: (cwd, command, args, node = process.execPath) => {
      const file = path.join(folder, 'node_modules', '.bin', command);
      if (!existsSync(file)) throw new Error(`${command} is not a command of this workspace`);
      return execute(node, [file, ...args], cwd);
    },
    program: (example, over = []) => {
      const made = path.join(folder, over.length === 0 ? example : `${example}-over`);
      rmSync(made, { recursive: true, force: true });
      cpSync(path.join(root, 'examples', example), made, { recursive: true });
      for (const file of over) {
        // What is replaced stays at hand, for what a prebuilt provider does not have.
        if (file === 'resources.ts') renameSync(path.join(made, file), path.join(made, 'stand-ins.ts'));
        cpSync(path.join(__dirname, name, file), path.join(made, file));
      }
      return program(made);
    },
  };
}

function program(folder: string): Program {
  return {
    folder,
    app: (file) => `"${process.execPath}" "${runner}" ${file}`,
    run: (file, env) => execute(process.execPath, [runner, file], folder, env),
    compile: () => {
      const compilerOptions = {
        target: 'es2022',
        module: 'node16',
        moduleResolution: 'node16',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        esModuleInterop: true,
        typeRoots: [path.join(root, 'node_modules', '@types')],
        types: ['node'],
      };
      writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
      const { code, text } = execute(process.execPath, [compiler, '-p', '.'], folder);
      return code === 0 ? '' : text;
    },
    check: (synthesised) => check(folder, synthesised),
  };
}

/** The report of `holdfast check` on a document, with the configuration of a folder. */
export function check(folder: string, document: string): Report {
  const bin = path.join(installed().library, 'dist', 'bin', 'holdfast.js');
  const { stdout } = spawnSync(process.execPath, [bin, 'check', '-o', 'json', document], {
    cwd: folder,
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as Report;
}

/** Only a plan tells what changes, and so which parameters wait for a reboot. */
const onlyPlans = 'parameter-is-applied';

/** What two reports of the same stack have in common: each finding without its words and its place. */
export function verdicts({ findings }: Report): readonly string[] {
  return findings
    .filter(({ policy }) => policy !== onlyPlans)
    .map((one) => JSON.stringify([one.policy, one.resource, one.workload, one.role, one.outcome, one.actual]))
    .sort();
}

/** The findings that failed. */
export function failures({ findings }: Report): readonly Finding[] {
  return findings.filter(({ outcome }) => outcome === 'fail');
}

function execute(executable: string, args: readonly string[], cwd: string, more: NodeJS.ProcessEnv = {}): Outcome {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...more,
    // No call home, no question, no colour. The AWS CDK's own validation takes 15 s and is not what is tried here.
    CHECKPOINT_DISABLE: '1',
    CI: '1',
    DISABLE_VERSION_CHECK: '1',
    NO_COLOR: '1',
    CDK_VALIDATION: 'false',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    PATH: `${path.dirname(executable)}${path.delimiter}${process.env['PATH'] ?? ''}`,
  };
  // Where it points to a file that is not there, CDKTF's log is flooded. Jest's own settings are not for the programs.
  for (const name of [
    'TF_CLI_CONFIG_FILE',
    'FORCE_COLOR',
    'NODE_OPTIONS',
    'HOLDFAST_SYNTH',
    'JEST_WORKER_ID',
    'NODE_ENV',
  ]) {
    delete env[name];
  }
  const { status, stdout, stderr, error } = spawnSync(executable, [...args], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 170_000,
  });
  if (error) throw error;
  return { code: status, text: `${stdout}\n${stderr}` };
}
