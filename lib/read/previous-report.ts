import type { EarlierReport } from '../core/since';
import type { Finding, Outcome, Verdict } from '../core/report';
import type { Json } from '../core/setting';
import { decodeText } from './decode';
import { isObject, items, own, textOf } from './json';
import { refuse } from './refuse';

/** Reports nest little; the value of a finding that nests deeper than this is none that was ever written. */
const deepest = 20;

const outcomes: readonly Outcome[] = ['pass', 'fail', 'unknown', 'waived'];
const verdicts: readonly Verdict[] = ['holds', 'cut', 'unknown'];
const units: readonly Finding['unit'][] = ['s', 'count', 'percent', 'text'];

/** What is compared of an earlier JSON report. Throws an `InputError` for anything that is not a report of version 1. */
export function readPreviousReport(name: string, bytes: Uint8Array): EarlierReport {
  const body = parse(name, decodeText(name, bytes));
  const tool = own(own(body, 'tool'), 'name');
  if (!isObject(body) || tool !== 'holdfast' || !Array.isArray(own(body, 'findings'))) return refuse(name, notAReport);
  if (own(body, 'version') !== 1) {
    refuse(name, 'a report of another version than 1, the one that is read here. Write it anew with this version.');
  }
  const coverage = own(body, 'coverage');
  if (!Array.isArray(own(body, 'workloads')) || !isObject(coverage)) return refuse(name, notAReport);
  const judgedOn = textOf(own(body, 'judgedOn'));
  return {
    findings: items(own(body, 'findings')).map((finding) => findingIn(name, finding)),
    workloads: items(own(body, 'workloads')).map((workload) => ({
      name: textIn(name, workload, 'name'),
      verdict: oneOf(name, own(workload, 'verdict'), verdicts),
    })),
    coverage: { judged: texts(name, own(coverage, 'judged')), onNoPath: texts(name, own(coverage, 'onNoPath')) },
    ...(judgedOn !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(judgedOn) ? { judgedOn } : {}),
  };
}

const notAReport =
  'not a JSON report of holdfast. Name one that `holdfast audit -o json=FILE` wrote; what `holdfast collect` writes is judged with --collected.';

/** The parser's own message would quote the file. */
function parse(name: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return refuse(name, notAReport);
  }
}

function findingIn(name: string, finding: Json): EarlierReport['findings'][number] {
  const actual = own(finding, 'actual') ?? null;
  if (isTooDeep(actual)) refuse(name, notAReport);
  const unit = own(finding, 'unit') ?? null;
  return {
    policy: textIn(name, finding, 'policy'),
    resource: textIn(name, finding, 'resource'),
    workload: nullable(name, own(finding, 'workload')),
    role: nullable(name, own(finding, 'role')),
    outcome: oneOf(name, own(finding, 'outcome'), outcomes),
    actual,
    unit: unit === null ? null : oneOf(name, unit, units),
  };
}

function textIn(name: string, from: Json, key: string): string {
  const value = own(from, key);
  return typeof value === 'string' ? value : refuse(name, notAReport);
}

function nullable(name: string, value: Json | undefined): string | null {
  return value === null || typeof value === 'string' ? value : refuse(name, notAReport);
}

function oneOf<T>(name: string, value: Json | undefined, known: readonly T[]): T {
  return known.find((one) => one === value) ?? refuse(name, notAReport);
}

function texts(name: string, list: Json | undefined): readonly string[] {
  const all = Array.isArray(list) ? (list as readonly Json[]) : refuse(name, notAReport);
  return all.map((one) => (typeof one === 'string' ? one : refuse(name, notAReport)));
}

/** Without recursion, since it is here to say how much of that a value allows. */
function isTooDeep(value: Json): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? (Object.values(one) as Json[]) : []));
  }
  return false;
}
