import type { Finding, Fix } from '../core/report';

/** A change, and the findings that ask for it. */
export type Change = { readonly fix: Fix; readonly asking: readonly Finding[] };

/**
 * The changes that mend these findings, each once. Where several workloads ask for different numbers of the same setting, the
 * one that is enough for all: the largest, or the smallest where less is needed.
 */
export function changesOf(findings: readonly Finding[]): readonly Change[] {
  const kept = new Map<string, { fix: Fix; asking: Finding[] }>();
  for (const finding of findings) {
    const { fix, expected } = finding;
    if (fix === null) continue;
    const key = JSON.stringify([fix.type, fix.resource, fix.setting, fix.inDatabase]);
    const known = kept.get(key) ?? { fix, asking: [] };
    known.asking.push(finding);
    if (asksMore(fix, known.fix, expected)) known.fix = fix;
    kept.set(key, known);
  }
  return [...kept.values()];
}

function asksMore(fix: Fix, other: Fix, expected: string | null): boolean {
  const difference = Number(fix.value) - Number(other.value);
  const isLessNeeded = expected?.includes('<') === true && !expected.includes('>');
  return isLessNeeded ? difference < 0 : difference > 0;
}
