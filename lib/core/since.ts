import { compare } from './order';
import type { Finding, FindingKey, Report, Since } from './report';

/** What is compared of an earlier report. */
export type EarlierReport = Pick<Report, 'judgedOn'> & {
  readonly findings: readonly (FindingKey & Pick<Finding, 'outcome' | 'actual' | 'unit'>)[];
  readonly workloads: readonly Pick<Report['workloads'][number], 'name' | 'verdict'>[];
  readonly coverage: Pick<Report['coverage'], 'judged' | 'onNoPath'>;
};

/**
 * What changed since an earlier report. A failure is gone only in the sense that it does not fail now: what became of it is
 * said, since what cannot be told any more was not mended.
 */
export function changesSince(previous: EarlierReport, now: EarlierReport): Since {
  const before = byKey(previous);
  const after = byKey(now);
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort(compare);
  const both = keys.map((key) => ({ was: before.get(key), is: after.get(key) }));
  const [then, today] = [inView(previous), inView(now)];
  return {
    day: previous.judgedOn ?? null,
    newFailures: both.flatMap(({ was, is }) => (is?.outcome === 'fail' && was?.outcome !== 'fail' ? [keyOf(is)] : [])),
    goneFailures: both.flatMap(({ was, is }) => {
      if (was?.outcome !== 'fail' || is?.outcome === 'fail') return [];
      return [{ ...keyOf(was), now: is?.outcome ?? ('not-judged' as const) }];
    }),
    verdicts: verdictsChanged(previous, now),
    values: both.flatMap(({ was, is }) =>
      was === undefined || is === undefined || isSame(was.actual, is.actual)
        ? []
        : [{ ...keyOf(is), from: was.actual, to: is.actual, unit: is.unit }],
    ),
    come: [...today].filter((name) => !then.has(name)).sort(compare),
    gone: [...then].filter((name) => !today.has(name)).sort(compare),
  };
}

type Entry = EarlierReport['findings'][number];

function byKey({ findings }: EarlierReport): ReadonlyMap<string, Entry> {
  return new Map(findings.map((finding) => [JSON.stringify(Object.values(keyOf(finding))), finding]));
}

function keyOf({ policy, resource, workload, role }: FindingKey): FindingKey {
  return { policy, resource, workload, role };
}

function verdictsChanged(previous: EarlierReport, now: EarlierReport): Since['verdicts'] {
  const before = new Map(previous.workloads.map(({ name, verdict }) => [name, verdict]));
  const after = new Map(now.workloads.map(({ name, verdict }) => [name, verdict]));
  return [...new Set([...before.keys(), ...after.keys()])].sort(compare).flatMap((workload) => {
    const [from, to] = [before.get(workload) ?? null, after.get(workload) ?? null];
    return from === to ? [] : [{ workload, from, to }];
  });
}

function isSame(one: Finding['actual'], other: Finding['actual']): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function inView({ coverage: { judged, onNoPath } }: EarlierReport): ReadonlySet<string> {
  return new Set([...judged, ...onNoPath]);
}
