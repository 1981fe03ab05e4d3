import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Report } from '../../lib/core/report';

const command = path.join(__dirname, '..', '..', 'dist', 'bin', 'holdfast.js');

/** What moto takes for credentials of its account. */
const owner = { AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' };

/** What one command line did. */
export type Outcome = { readonly code: number | null; readonly out: string; readonly err: string };

/** A folder in which the built command runs against one server. */
export type Desk = {
  readonly folder: string;
  readonly write: (name: string, content: string | object) => void;
  readonly holdfast: (...args: readonly string[]) => Promise<Outcome>;
  /** `holdfast audit -o json`, with its report. */
  readonly audit: (...args: readonly string[]) => Promise<Outcome & { readonly report: Report }>;
  readonly remove: () => void;
};

/** An empty folder. The command knows the server there, these credentials, and no other configuration of AWS. */
export function deskAt(url: string, credentials: NodeJS.ProcessEnv = owner): Desk {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'holdfast-moto-'));
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    USERPROFILE: folder,
    AWS_ENDPOINT_URL: url,
    ...credentials,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const holdfast = (...args: readonly string[]): Promise<Outcome> => run(args, folder, env);
  return {
    folder,
    write: (name, content) => {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      writeFileSync(path.join(folder, name), text);
    },
    holdfast,
    audit: async (...args) => {
      const outcome = await holdfast('audit', '--quiet', '-o', 'json', ...args);
      if (outcome.out === '') throw new Error(`no report, exit code ${String(outcome.code)}\n${outcome.err}`);
      return { ...outcome, report: JSON.parse(outcome.out) as Report };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const child = spawn(process.execPath, [command, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
