import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding, Report, WorkloadReport } from '../../lib/core/report';
import { run } from '../../lib/shell/run';

const plans = path.join(__dirname, '..', '..', '..', 'shared', 'plans');

/** For suites that need the documents beside the repository. */
export const withDocuments = existsSync(plans) ? describe : describe.skip;

export const traps = path.join(plans, 'traps');
export const configuration = (name: string): string => path.join(__dirname, 'configurations', `${name}.yaml`);
/** A document of the stacks, labelled by its name, so that nothing reported depends on where the repository lies. */
export const stack = (name: string, label = name): string => `${label}=${path.join(plans, 'stacks', `${name}.json`)}`;
export const shop = (name: string, label = name): string => stack(`modules-stack--${name}`, label);

/** What one command line did. */
export type Outcome = { readonly code: number; readonly out: string; readonly err: string };

/** Runs one command line in this process; `piped` is its standard input. */
export async function holdfast(args: readonly string[], piped?: Uint8Array): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await run(args, {
    stdin: { isPiped: piped !== undefined, read: () => Buffer.from(piped ?? []) },
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    env: {},
    cwd: path.join(__dirname, 'configurations'),
    now: () => new Date('2026-11-22T12:00:00Z'),
    isTty: false,
    columns: null,
    errorColumns: null,
    onInterrupt: () => () => undefined,
    exitNow: () => undefined,
  });
  return { code, out, err };
}

/** A judged run: its exit code and its report. */
export type Judged = { readonly code: number; readonly err: string; readonly report: Report };

/** Checks documents against one configuration of this folder. */
export async function check(name: string, documents: readonly string[], ...more: readonly string[]): Promise<Judged> {
  return judged(['-c', configuration(name), ...documents, ...more]);
}

/** Checks documents with `--max-query-duration`. */
export async function checkAll(duration: string, documents: readonly string[]): Promise<Judged> {
  return judged(['--max-query-duration', duration, ...documents]);
}

async function judged(args: readonly string[]): Promise<Judged> {
  const { code, out, err } = await holdfast(['check', '-o', 'json', ...args]);
  return { code, err, report: JSON.parse(out) as Report };
}

export const bytes = (file: string): Uint8Array => readFileSync(path.join(traps, file));

/** `cut at 5 by aws_lb.x in query`, or the verdict alone. */
export function verdictOf({ verdict, cutAt, cutBy, phase }: WorkloadReport): string {
  return verdict === 'cut' ? `cut at ${String(cutAt)} by ${String(cutBy)} in ${String(phase)}` : verdict;
}

/** Every workload with its verdict. */
export function verdictsOf(report: Report): Readonly<Record<string, string>> {
  return Object.fromEntries(report.workloads.map((one) => [one.name, verdictOf(one)]));
}

/** Policy, resource, workload and role of every finding with that outcome, sorted. */
export function findingsOf(report: Report, outcome: Finding['outcome']): readonly (readonly (string | null)[])[] {
  return sorted(
    report.findings
      .filter((one) => one.outcome === outcome)
      .map((one) => [one.policy, one.resource, one.workload, one.role]),
  );
}

export function sorted<T>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** The one finding of a policy for a workload, on a resource where that is needed to tell it. */
export function findingOf(report: Report, policy: string, workload: string | null, resource?: string): Finding {
  const found = report.findings.filter(
    (one) =>
      one.policy === policy && one.workload === workload && (resource === undefined || one.resource === resource),
  );
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${String(found.length)} findings of ${policy} for ${String(workload)}`);
  return only;
}
