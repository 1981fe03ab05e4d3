import { compare } from '../core/order';
import type { WorkloadReport } from '../core/report';

const verdicts = ['cut', 'unknown', 'holds'] as const;

/** Workloads by verdict, what is cut first and soonest first; the same on every run and machine. */
export function worstFirst(workloads: readonly WorkloadReport[]): readonly WorkloadReport[] {
  return [...workloads].sort(
    (one, other) =>
      verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict) ||
      (one.cutAt ?? Infinity) - (other.cutAt ?? Infinity) ||
      compare(one.name, other.name),
  );
}
