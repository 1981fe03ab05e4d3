import type { Workload } from '../../lib/core/configuration';
import type { Trial } from '../../lib/core/judge';
import { legsOf } from '../../lib/core/legs';
import { impliedClient, makeHop } from '../../lib/core/hops';
import type { Hop, Probe, Timer } from '../../lib/core/path';
import { makePath } from '../../lib/core/paths';
import { known, oneOf, unknown, type Known, type Seconds, type Setting, type Step } from '../../lib/core/setting';
import { fact, graphOf, nodeOf, workload } from './estate';

export const graph = graphOf([fact('nat', 'gate'), fact('target-group', 'tg')]);
export const gate = nodeOf(graph, 'gate');
export const step = (own: Partial<Step> = {}): Step => ({
  level: 'own',
  subject: 'gate',
  attribute: 'limit',
  text: '1',
  ...own,
});
export const is = (value: Seconds | null): Known<Seconds | null> => known(value, step());
export const either = (...values: readonly (Seconds | null)[]): Setting<Seconds | null> =>
  oneOf(values.map(is), 'a choice', 'settle the choice');
export const later = (bounds?: { min?: number; max?: number }): Setting<Seconds | null> =>
  unknown('known after apply', 'apply', [step()], bounds);

export type Case = {
  readonly timer?: Partial<Timer>;
  readonly value: Setting<Seconds | null>;
  readonly workload?: Partial<Workload>;
  readonly probes?: readonly Probe[];
  readonly hop?: Partial<Hop>;
  readonly assumed?: true;
};

/** A query of 300 s through one hop, and nobody probes. */
export function trial({
  timer = {},
  value,
  workload: own = {},
  probes = [silent, silent],
  hop = {},
  assumed,
}: Case): Trial {
  const through = {
    ...makeHop(graph, { key: 'nat', node: gate, member: gate, client: null, membership: 'declared', endpoint: null }),
    ...hop,
  };
  const path = { ...makePath([impliedClient(), through], 0, assumed ? 'assumed' : 'declared') };
  return {
    timer: {
      name: 'gate.limit',
      class: 'data-idle',
      phase: 'query',
      subject: gate,
      setting: 'limit',
      attribute: 'limit',
      value,
      expiry: 'orderly-close',
      bounds: null,
      uncertain: null,
      sees: null,
      cite: 'c',
      ...timer,
    },
    hop: through,
    leg: legsOf(path.hops, 0)[0]!,
    path,
    workload: workload(own),
    probes,
  };
}

export const probe = (idle: Setting<Seconds | null>): Probe => ({
  end: 'app',
  idle,
  interval: known(10),
  count: known(3),
  userTimeout: known(null),
});
export const silent = probe(known(null));
export const packets = { class: 'packet-idle', expiry: 'reset-on-next-packet' } as const;
