import type { FindingKey } from '../core/report';
import { sha256 } from './sha256';

/**
 * What tells a finding from every other one, and is the same on every run: 64 hexadecimal digits over policy, resource,
 * workload and role. Neither a line nor a value is part of it, so that a moved or half mended line keeps its history.
 */
export function fingerprintOf({ policy, resource, workload, role }: FindingKey): string {
  return sha256(JSON.stringify([policy, resource, workload, role]));
}
