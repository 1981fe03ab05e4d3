import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Baseline, BaselineEntry } from '../core/baseline';
import { InputError } from '../core/input-error';
import { errorCode } from './error-code';

/** Where a baseline is written unless a file is named. */
export const defaultBaseline = '.holdfast.baseline.json';

/** Reads a baseline. Throws an `InputError` for a file that is missing or no baseline. */
export function readBaseline(file: string, cwd: string): Baseline {
  const text = readText(file, cwd);
  if (text === null)
    throw new InputError([{ message: `${file} does not exist; write it with --create-baseline=${file}` }]);
  const baseline = parseBaseline(text);
  if (baseline === null) {
    throw new InputError([{ message: `${file} is no baseline; write one with --create-baseline` }]);
  }
  return baseline;
}

/**
 * Refuses to write over what is no baseline: `--create-baseline plan.json` takes the plan for the baseline's name.
 * Throws an `InputError`.
 */
export function checkBaselineTarget(file: string, cwd: string): void {
  const text = readText(file, cwd);
  if (text === null || parseBaseline(text) !== null) return;
  const message = `${file} exists and is no baseline, so it is not written over; say --create-baseline=FILE, or nothing for ${defaultBaseline}`;
  throw new InputError([{ message }]);
}

/** Writes a baseline, one entry per line, so that changes to it merge. Throws an `InputError` where that fails. */
export function writeBaseline(file: string, cwd: string, baseline: Baseline): void {
  const entries = baseline.findings.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  const text = `{\n  "version": 1,\n  "findings": [${entries === '' ? '' : `\n${entries}\n  `}]\n}\n`;
  try {
    writeFileSync(path.resolve(cwd, file), text);
  } catch (error) {
    throw new InputError([{ message: `${file} cannot be written (${errorCode(error) ?? 'no reason given'})` }]);
  }
}

function readText(file: string, cwd: string): string | null {
  try {
    return readFileSync(path.resolve(cwd, file), 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return null;
    throw new InputError([{ message: `${file} cannot be read (${code ?? 'no reason given'})` }]);
  }
}

function parseBaseline(text: string): Baseline | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(raw) || raw.version !== 1 || !Array.isArray(raw.findings)) return null;
  const findings: readonly unknown[] = raw.findings;
  return findings.every(isEntry) ? { version: 1, findings } : null;
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const isTextOrNull = (one: unknown): boolean => one === null || typeof one === 'string';
  const { policy, resource, workload, role } = value;
  return typeof policy === 'string' && typeof resource === 'string' && isTextOrNull(workload) && isTextOrNull(role);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
