import type { Json } from '../../lib/core/setting';
import { isClear } from './random';
import type { Scenario } from './scenario';

type Options = { readonly [key: string]: Json };

/** How often a scenario is made simpler before it is printed. */
const rounds = 6;

/**
 * The simplest scenario that `differing` still finds something in, of those that are reached by leaving out one thing at a
 * time. `differing` gets candidates, simplest first, and tells which of them still differ.
 */
export async function shrink(
  scenario: Scenario,
  differing: (candidates: readonly Scenario[]) => Promise<readonly Scenario[]>,
): Promise<Scenario> {
  let simplest = scenario;
  for (let round = 0; round < rounds; round += 1) {
    const candidates = simpler(simplest).filter(canBeRun);
    const [first] = candidates.length === 0 ? [] : await differing(candidates);
    if (first === undefined) return simplest;
    simplest = first;
  }
  return simplest;
}

/** Scenarios with one thing less: a hop, then a key of a hop, then TLS and the driver. */
export function simpler(scenario: Scenario): readonly Scenario[] {
  const path = scenario.workload.path as readonly Options[];
  const withPath = (changed: readonly Options[]): Scenario => ({
    ...scenario,
    workload: { ...scenario.workload, path: changed },
  });
  const { tls, driver, ...plain } = scenario;
  return [
    ...path.flatMap((hop) =>
      'client' in hop || 'database' in hop || 'alb' in hop ? [] : [withPath(path.filter((one) => one !== hop))],
    ),
    ...path.flatMap((hop) => fewerKeys(hop).map((fewer) => withPath(path.map((one) => (one === hop ? fewer : one))))),
    ...(tls === undefined ? [] : [driver === undefined ? plain : { ...plain, driver }]),
    ...(driver === undefined ? [] : [tls === undefined ? plain : { ...plain, tls }]),
  ];
}

/** A hop without one of the keys that it can do without, or without one of the server's settings. */
function fewerKeys(hop: Options): readonly Options[] {
  const [[key, described] = ['', null]] = Object.entries(hop);
  if (!isTable(described)) return [];
  const without = (all: Options, name: string): Options =>
    Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));
  return Object.entries(described).flatMap(([name, value]): readonly Options[] => {
    if (name === 'settings' && isTable(value))
      return Object.keys(value).map((one) => ({ [key]: { ...described, settings: without(value, one) } }));
    return ['name', 'version', 'idleTimeout', 'mode', 'onExpiry'].includes(name)
      ? []
      : [{ [key]: without(described, name) }];
  });
}

function isTable(value: Json): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function canBeRun(scenario: Scenario): boolean {
  try {
    return isClear(scenario);
  } catch {
    return false;
  }
}
