import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Io } from '../../lib/shell/io';
import { run } from '../../lib/shell/run';

/** A plan with one load balancer of that idle timeout and one database. */
export function plan(idleTimeout: number, name = 'public'): string {
  const resource = (type: string, own: string, after: object) => ({
    address: `${type}.${own}`,
    mode: 'managed',
    type,
    name: own,
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: { actions: ['no-op'], before: after, after, after_unknown: {}, before_sensitive: {}, after_sensitive: {} },
  });
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    complete: true,
    errored: false,
    applyable: true,
    planned_values: { root_module: {} },
    resource_changes: [
      resource('aws_lb', name, { name, load_balancer_type: 'application', idle_timeout: idleTimeout }),
      resource('aws_db_instance', 'orders', {
        identifier: 'orders',
        engine: 'postgres',
        engine_version: '16.4',
        parameter_group_name: 'default.postgres16',
      }),
    ],
    configuration: { root_module: {} },
  });
}

/** A policy of a user's own: load balancers wait for 100 s at least. It speaks for nothing else, so that counts stay small. */
export const ownPolicy = `module.exports = {
  id: 'own-alb-limit',
  title: 'Load balancers wait for 100 s',
  severity: 'error',
  why: 'We say so.',
  fix: 'Raise it.',
  refs: [],
  per: 'hop',
  kinds: ['alb'],
  check: ({ hop }) => {
    const limit = hop.node.settings.idle_timeout;
    if (limit.state !== 'known') return { outcome: 'unknown', message: 'not known', settles: 'apply' };
    if (limit.value > 100) return { outcome: 'pass', message: 'long enough' };
    const fix = { resource: hop.node.subject, type: 'aws_lb', setting: 'idle_timeout', value: 101 };
    return { outcome: 'fail', message: 'too short', expected: '> 100 s', actual: limit.value, unit: 's', fix };
  },
};
`;

const configuration = `version: 1
workloads:
  - name: checkout-api
    maxQueryDuration: 30s
    path:
      - alb: aws_lb.public
      - client: { name: api }
      - database: aws_db_instance.orders
`;

/** The files that every world has. */
const files = {
  'holdfast.yaml': configuration,
  'ok.json': plan(120),
  'short.json': plan(60),
  'own/own-alb-limit.js': ownPolicy,
};

/** What a run did. */
export type Outcome = { readonly code: number; readonly out: string; readonly err: string };

/** A folder with files, and runs of the command in it that touch nothing else. */
export type World = {
  readonly folder: string;
  readonly write: (name: string, text: string) => void;
  readonly read: (name: string) => string;
  readonly run: (args: string, change?: Partial<Io> & { readonly piped?: string }) => Promise<Outcome>;
};

const made: string[] = [];
afterAll(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new world. Arguments are separated by spaces. */
export function world(): World {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'holdfast-shell-'));
  made.push(folder);
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    folder,
    write,
    read: (name) => readFileSync(path.join(folder, name), 'utf8'),
    run: async (args, { piped, ...change } = {}) => {
      let out = '';
      let err = '';
      const io: Io = {
        stdin: { isPiped: piped !== undefined, read: () => Buffer.from(piped ?? '') },
        stdout: (text) => void (out += text),
        stderr: (text) => void (err += text),
        env: {},
        cwd: folder,
        now: () => new Date('2026-11-22T12:00:00Z'),
        isTty: false,
        columns: null,
        errorColumns: null,
        onInterrupt: () => () => undefined,
        exitNow: () => undefined,
        ...change,
      };
      const code = await run(
        args.split(' ').filter((arg) => arg !== ''),
        io,
      );
      return { code, out, err };
    },
  };
}
