import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Policy } from 'holdfast/policy';
import { kinds } from '../../lib/kinds';
import { builtinPolicies } from '../../lib/shell/builtin-policies';

const folder = path.resolve(__dirname, '../../policies');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.startsWith('_'));
const judged = (policy: Policy): string[] =>
  policy.per === 'timer' ? policy.judges.map(({ timer, phase }) => `${timer} in ${phase}`) : [];
const timers = kinds.flatMap((kind) =>
  kind.timers.flatMap((timer) => timer.phases.map((phase) => `${timer.name} in ${phase}`)),
);

describe('every policy', () => {
  it('is in a file of its own that bears its id', () => {
    expect(builtinPolicies.map((policy) => `${policy.id}.ts`)).toEqual([...files].sort());
  });

  it.each(builtinPolicies.map((policy) => [policy.id, policy] as const))('%s explains itself', (id, policy) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    for (const text of [policy.title, policy.why, policy.fix]) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/!|\bshould\b/i);
    }
    expect(policy.title).not.toMatch(/\.$/);
    for (const sentences of [policy.why, policy.fix]) expect(sentences).toMatch(/[.?)"`]$/);
    expect(policy.refs.length).toBeGreaterThan(0);
    for (const ref of policy.refs) {
      expect(ref).not.toMatch(/\s/);
      expect(new URL(ref).protocol).toBe('https:');
    }
    expect(new Set(policy.refs).size).toBe(policy.refs.length);
  });

  it('of those that look at hops names kinds that exist', () => {
    const names = kinds.map((kind) => kind.name);
    const named = builtinPolicies.flatMap((policy) => (policy.per === 'hop' ? policy.kinds : []));
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('every timer', () => {
  it('is judged in each of its phases', () => {
    expect(timers.length).toBeGreaterThan(0);
    const owned = new Set(builtinPolicies.flatMap(judged));
    expect([...new Set(timers)].filter((timer) => !owned.has(timer))).toEqual([]);
  });

  it('belongs to one policy only', () => {
    const owned = builtinPolicies.flatMap(judged);
    expect(owned.filter((timer, at) => owned.indexOf(timer) !== at)).toEqual([]);
  });

  it('that a policy judges is run by some kind', () => {
    expect(builtinPolicies.flatMap(judged).filter((timer) => !timers.includes(timer))).toEqual([]);
  });
});
