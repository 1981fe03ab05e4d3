import type { Run } from '../../lib/core/timeline';
import { candidates, valueOf, type Json, type Setting } from '../../lib/core/setting';
import type { Act } from './client/script';
import type { Scenario } from './scenario';

/** What the client does, which of its acts is the first that is measured, and how long all from there takes. */
export type Acts = { readonly acts: readonly Act[]; readonly measured: number; readonly seconds: number };

/** The acts of a scenario: what the session sets first, then what its workload promises. */
export function actsOf(scenario: Scenario, run: Run): Acts {
  const before = sessionSettings(run);
  const measured = deedsOf(scenario, run);
  const acted = measured.acts.slice(measured.from).reduce((sum, act) => sum + ('seconds' in act ? act.seconds : 0), 0);
  const { maxQueryDuration, maxTransactionDuration } = run.workload;
  // SQL of a scenario's own takes as long as was promised, at most.
  const promised = Math.max(maxQueryDuration, maxTransactionDuration ?? 0) / (scenario.scale ?? 1);
  return {
    acts: [...before, ...measured.acts],
    measured: before.length + measured.from,
    seconds: Math.max(acted, promised),
  };
}

function deedsOf(
  { does, acts = [], scale = 1 }: Scenario,
  { workload }: Run,
): { readonly acts: readonly Act[]; readonly from: number } {
  const query: Act = { do: 'query', seconds: workload.maxQueryDuration / scale };
  const pause = (seconds: number | null): Act => ({ do: 'pause', seconds: (seconds ?? 0) / scale });
  switch (does) {
    case 'query':
      return { acts: [query], from: 0 };
    case 'request':
      return { acts: acts.length > 0 ? (acts as unknown as readonly Act[]) : [query], from: 0 };
    case 'pause':
      return { acts: [{ do: 'sql', text: 'select 1' }, pause(workload.maxIdle), query], from: 1 };
    case 'transaction': {
      const idle = workload.maxIdleInTransaction ?? 0;
      const round = workload.maxQueryDuration + idle;
      const rounds = Math.max(1, Math.floor((workload.maxTransactionDuration ?? round) / round));
      const one = idle > 0 ? [query, pause(idle)] : [query];
      const all = Array.from({ length: rounds }, (): readonly Act[] => one);
      return { acts: [{ do: 'sql', text: 'begin' }, ...all.flat(), { do: 'sql', text: 'commit' }], from: 1 };
    }
    case 'acts':
      return { acts: acts as unknown as readonly Act[], from: 0 };
  }
}

/** `settings` of the client: what it SETs before anything else. */
function sessionSettings({ path }: Run): readonly Act[] {
  return pairsOf(path.client?.member.settings.session_parameters).map(([name, value]) => ({
    do: 'sql',
    text: `set ${name} = '${value.replaceAll("'", "''")}'`,
  }));
}

/** A table of PostgreSQL parameters in a setting. */
export function pairsOf(setting: Setting | undefined): readonly (readonly [name: string, value: string])[] {
  const value: Json | undefined = setting === undefined ? undefined : valueOf(setting);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).map(([name, text]) => [name, String(text)] as const);
}

/** The number that a setting has, or the first that it may have. */
export function numberOf(setting: Setting | undefined): number | null {
  const value = setting === undefined ? null : (candidates(setting)?.[0]?.value ?? null);
  return typeof value === 'number' ? value : null;
}
