import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { root } from './_checkout';

type Step = {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly shell: string;
  readonly run: string;
  readonly env?: Record<string, string>;
};
export type Action = {
  readonly inputs: Record<string, { readonly description: string; readonly default: string }>;
  readonly outputs: Record<string, { readonly description: string; readonly value: string }>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
};

export const action = load(readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;

/** What a run of the action did: the log, and what it left behind. */
export type Run = {
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
};

/** Runs the steps of action.yml one after the other, as a runner does: expressions are filled in in `env` only, bash gets a file. */
export async function runAction(
  workspace: string,
  checkout: string,
  given: Readonly<Record<string, string>>,
  { github, event = {}, env = {} }: { github: string; event?: object; env?: Record<string, string> },
): Promise<Run> {
  const temp = path.join(workspace, '.runner');
  mkdirSync(temp, { recursive: true });
  const file = (name: string): string => path.join(temp, name);
  writeFileSync(file('event.json'), JSON.stringify(event));
  writeFileSync(file('summary.md'), '');
  const inputs = new Map(Object.entries(action.inputs).map(([name, one]) => [name, given[name] ?? one.default]));
  const outputs = new Map<string, string>();
  let log = '';
  const fill = (text: string): string =>
    text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
      const [, input] = /^inputs\.([\w-]+)$/.exec(expression) ?? [];
      const [, output] = /^steps\.check\.outputs\.([\w-]+)$/.exec(expression) ?? [];
      if (input !== undefined) return inputs.get(input) ?? '';
      if (output !== undefined) return outputs.get(output) ?? '';
      if (expression === 'github.token') return env.TOKEN ?? '';
      throw new Error(`the runner of these tests does not know ${expression}`);
    });
  for (const [at, step] of action.runs.steps.entries()) {
    if (step.if !== undefined) {
      const [, input = '', value] = /^inputs\.([\w-]+) == '(.*)'$/.exec(step.if) ?? [];
      if (inputs.get(input) !== value) continue;
    }
    writeFileSync(file(`${at}.sh`), step.run);
    writeFileSync(file(`${at}.out`), '');
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, fill(fill(text))]));
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file(`${at}.sh`)], {
      cwd: workspace,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: checkout,
        GITHUB_API_URL: github,
        GITHUB_EVENT_PATH: file('event.json'),
        GITHUB_OUTPUT: file(`${at}.out`),
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_STEP_SUMMARY: file('summary.md'),
        RUNNER_TEMP: temp,
        ...env,
        ...own,
      },
    });
    child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? -1)));
    if (step.id === 'check') readOutputs(file(`${at}.out`)).forEach(([name, value]) => outputs.set(name, value));
    if (code !== 0) return { code, log, outputs: declared(fill), summary: readFileSync(file('summary.md'), 'utf8') };
  }
  return { code: 0, log, outputs: declared(fill), summary: readFileSync(file('summary.md'), 'utf8') };
}

/** What the outputs of the action are, as action.yml maps them. */
function declared(fill: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, fill(value)]));
}

/** `NAME<<END`, lines, `END`. */
function readOutputs(file: string): readonly (readonly [string, string])[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name = '', , value = '']) => [name, value]);
}
