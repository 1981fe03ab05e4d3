import { severities } from '../core/configuration';
import type { Policy } from '../core/policy';

const phases = ['query', 'pause', 'rollout', 'conflict'];

/**
 * The one policy that a loaded module exports, by default or by name. `problem` continues a sentence whose subject is the
 * file.
 */
export function policyIn(module: unknown, fileName: string): { policy: Policy } | { problem: string } {
  const candidates = exportsOf(module).filter((one) => isRecord(one) && 'check' in one);
  const distinct = candidates.filter((one, at) => candidates.indexOf(one) === at);
  const only = distinct[0];
  if (only === undefined)
    return { problem: 'exports no policy: an object with id, title, severity, per, check and so on' };
  if (distinct.length > 1) return { problem: 'exports several policies; write one per file' };
  const wrong = whatIsWrong(only, fileName);
  return wrong === null ? { policy: only as Policy } : { problem: wrong };
}

function exportsOf(module: unknown): readonly unknown[] {
  if (!isRecord(module)) return [];
  // A CommonJS file's own exports, its `default`, and what an ES module wraps once more.
  const inner = isRecord(module.default) ? [module.default, ...Object.values(module.default)] : [];
  return [module, ...Object.values(module), ...inner];
}

function whatIsWrong(policy: unknown, fileName: string): string | null {
  if (!isRecord(policy)) return 'exports no policy';
  for (const key of ['id', 'title', 'why', 'fix'] as const) {
    if (typeof policy[key] !== 'string' || policy[key] === '')
      return `has a policy without ${key}: a text is asked for`;
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(String(policy.id)))
    return `has a policy whose id is not kebab-case: ${String(policy.id)}`;
  if (policy.id !== fileName)
    return `has a policy called ${String(policy.id)}; a policy is called like its file: ${fileName}`;
  if (!severities.some((severity) => severity === policy.severity)) {
    return `has a policy whose severity is not one of ${severities.join(', ')}`;
  }
  if (!isListOf(policy.refs, (ref) => typeof ref === 'string'))
    return 'has a policy whose refs are not a list of texts';
  if (typeof policy.check !== 'function') return 'has a policy whose check is not a function';
  const { example } = policy;
  if (example !== undefined && !(isRecord(example) && isExample(example.bad) && isExample(example.good)))
    return 'has a policy whose example is not { bad, good }, each with a configuration and perhaps resources by address';
  return whatIsWrongWithPer(policy);
}

function whatIsWrongWithPer(policy: Readonly<Record<string, unknown>>): string | null {
  switch (policy.per) {
    case 'timer': {
      const isJudged = (one: unknown): boolean =>
        isRecord(one) && typeof one.timer === 'string' && phases.includes(String(one.phase));
      return isListOf(policy.judges, isJudged)
        ? null
        : 'has a policy per timer whose judges are not a list of { timer, phase }';
    }
    case 'hop':
      return isListOf(policy.kinds, (kind) => typeof kind === 'string')
        ? null
        : 'has a policy per hop whose kinds are not a list of texts';
    case 'client':
    case 'role':
    case 'estate':
    case 'drift':
      return null;
    default:
      return 'has a policy whose per is not one of timer, hop, client, role, estate, drift';
  }
}

function isExample(example: unknown): boolean {
  if (!isRecord(example) || !isRecord(example.configuration)) return false;
  const { resources = {}, collected = {} } = example;
  return isRecord(resources) && Object.values(resources).every(isRecord) && isRecord(collected);
}

const isListOf = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
