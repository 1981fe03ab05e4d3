import { compareSettings } from '../../lib/core/compare-settings';
import type { Kind, Reads } from '../../lib/core/kind';
import type { Node } from '../../lib/core/node';
import { known, table, type Json } from '../../lib/core/setting';
import { connection } from './_connection';

function side(source: 'plan' | 'account', as: Reads, value: Json): Node {
  const kind: Kind = {
    name: 'program',
    title: 'program',
    settings: table([
      ['it', { as, terraform: 'environment', cloudformation: 'Environment', account: 'Environment', cite: 'a test' }],
    ]),
    links: table(),
    timers: [],
  };
  return {
    id: source,
    kind,
    type: 'program',
    source,
    subject: 'program',
    names: [],
    identity: {},
    tags: table(),
    settings: table([['it', known(value)]]),
    links: table(),
  };
}

describe('what is live and what was declared', () => {
  const [one, other] = ['10', '20'].map((keepalives_idle) => [
    connection('DATABASE_URL', { parameters: { keepalives_idle } }) as unknown as Json,
  ]);

  it.each<[Reads, Json, Json, number]>([
    ['variables', one!, other!, 0],
    ['connection', one!, other!, 0],
    ['container-variables', one!, other!, 0],
    ['container-sysctls', { a: '1' }, { a: '2' }, 0],
    ['container-secrets', { A_URL: 'arn:a' }, { A_URL: 'arn:b' }, 0],
    ['container-stop-timeout', 30, 60, 1],
  ])('of the variables of a process nothing is compared: %s', (as, declared, live, differences) => {
    const compared = compareSettings({ declared: side('plan', as, declared), live: side('account', as, live) });
    expect([compared.compared, compared.differences.length]).toEqual([differences, differences]);
  });
});
