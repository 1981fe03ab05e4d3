import type { Finding } from '../core/report';
import { visible } from './visible';

/** Whom findings concern: `checkout-api (app_user, batch), nightly-etl`; the whole estate where no workload is named. */
export function whom(findings: readonly Finding[]): string {
  const roles = new Map<string, string[]>();
  for (const { workload, role } of findings) {
    const name = workload ?? 'everything in view';
    const known = roles.get(name) ?? [];
    if (role !== null && !known.includes(role)) known.push(role);
    roles.set(name, known);
  }
  return [...roles]
    .map(([name, own]) => visible(name) + (own.length === 0 ? '' : ` (${own.map((role) => visible(role)).join(', ')})`))
    .join(', ');
}
