import type { Apart } from './taken-apart';
import { queryPairs } from './url';

/** The scheme of the driver that wrappers (`jdbc:aws-wrapper:postgresql:`, `jdbc:tc:postgresql:`) hand over to. */
const wrapped = 'jdbc:postgresql';

/**
 * A JDBC URL of PostgreSQL taken apart: `jdbc:postgresql://h1,h2/db?...`, `jdbc:postgresql:db?...`, and behind wrappers, whose
 * own `schemes` win where a driver knows them.
 */
export function jdbcApart(text: string, schemes: ReadonlySet<string>): Apart {
  const [, written] = /^(jdbc(?:-secretsmanager)?(?::[a-z0-9_-]{1,40}){0,3}?:postgresql):/i.exec(text) ?? [];
  if (written === undefined) return null;
  const scheme = written.toLowerCase();
  const mark = text.indexOf('?');
  return { scheme: schemes.has(scheme) ? scheme : wrapped, pairs: mark === -1 ? [] : queryPairs(text.slice(mark + 1)) };
}
