import type { Fact } from '../../lib/core/fact';
import { isReader, membersOf, type Narrowing } from '../../lib/core/members';
import { unknown } from '../../lib/core/setting';
import { fact, graphOf, nodeOf } from './estate';

const later = unknown('known after apply', 'apply');
const listener = (subject: string, port: number | typeof later, protocol = 'TCP'): Fact =>
  fact('listener', subject, { settings: { port, protocol }, links: { load_balancer: 'lb' } });
const member = (subject: string, writer?: boolean): Fact =>
  fact('cluster-instance', subject, { links: { cluster: 'c' }, settings: writer === undefined ? {} : { writer } });

function members(facts: readonly Fact[], named: string, narrow: Narrowing = {}): readonly string[] | string {
  const graph = graphOf(facts);
  const found = membersOf(graph, nodeOf(graph, named), narrow);
  return found.state === 'none' ? found.why : [found.node, ...found.members].map((node) => node.subject);
}

describe('members', () => {
  const nlb = [fact('nlb', 'lb'), listener('l1', 5432), listener('l2', 6432)];
  it.each<[string, readonly Fact[], string, Narrowing, readonly string[] | string]>([
    ['every listener', nlb, 'lb', {}, ['lb', 'l1', 'l2']],
    ['the listener of a port', nlb, 'lb', { port: 6432 }, ['lb', 'l2']],
    ['no listener of a port', nlb, 'lb', { port: 1 }, 'no listener of lb has port 1'],
    ['a listener that is named', nlb, 'l1', {}, ['lb', 'l1']],
    ['a listener that is named with another port', nlb, 'l1', { port: 6432 }, 'no listener of l1 has port 6432'],
    [
      'a port that is not known yet may be the one',
      [fact('nlb', 'lb'), listener('l1', later), listener('l2', 1)],
      'lb',
      { port: 5432 },
      ['lb', 'l1'],
    ],
    [
      'only what PostgreSQL can pass',
      [fact('nlb', 'lb'), listener('l1', 53, 'UDP'), listener('l2', 5432)],
      'lb',
      {},
      ['lb', 'l2'],
    ],
    [
      'none where the timer would be the listener’s',
      [fact('nlb', 'lb')],
      'lb',
      {},
      'lb has no listener in the documents, and the timer belongs to it',
    ],
    ['itself, where the timer is its own', [fact('alb', 'lb'), listener('l1', 443, 'HTTPS')], 'lb', {}, ['lb', 'lb']],
    [
      'the policy of a firewall',
      [fact('network-firewall', 'f', { links: { firewall_policy: 'p' } }), fact('firewall', 'p')],
      'f',
      {},
      ['f', 'p'],
    ],
    ['every instance of a cluster', [fact('cluster', 'c'), member('i1'), member('i2')], 'c', {}, ['c', 'i1', 'i2']],
    [
      'a port says nothing of instances',
      [fact('cluster', 'c'), member('i1'), member('i2')],
      'c',
      { port: 5432 },
      ['c', 'i1', 'i2'],
    ],
    ['a cluster that shows no instances', [fact('cluster', 'c')], 'c', {}, ['c', 'c']],
    ['an instance that is named', [fact('cluster', 'c'), member('i1'), member('i2')], 'i2', {}, ['c', 'i2']],
    ['readers', [fact('cluster', 'c'), member('w', true), member('r', false)], 'c', { endpoint: 'reader' }, ['c', 'r']],
    [
      'the writer',
      [fact('cluster', 'c'), member('w', true), member('r', false)],
      'c',
      { endpoint: 'writer' },
      ['c', 'w'],
    ],
    [
      'all, where a plan does not know who writes',
      [fact('cluster', 'c'), member('w', true), member('r')],
      'c',
      { endpoint: 'reader' },
      ['c', 'w', 'r'],
    ],
    [
      'the reader endpoint of a cluster of one',
      [fact('cluster', 'c'), member('w', true)],
      'c',
      { endpoint: 'reader' },
      ['c', 'w'],
    ],
    ['an instance by itself', [fact('instance', 'db')], 'db', { endpoint: 'reader', port: 5432 }, ['db', 'db']],
    [
      'the proxy for its endpoint',
      [fact('proxy', 'p'), fact('proxy-endpoint', 'e', { links: { proxy: 'p' } })],
      'e',
      {},
      ['e', 'p'],
    ],
    [
      'a proxy for itself',
      [fact('proxy', 'p'), fact('proxy-endpoint', 'e', { links: { proxy: 'p' } })],
      'p',
      {},
      ['p', 'p'],
    ],
  ])('%s', (_, facts, named, narrow, expected) => {
    expect(members(facts, named, narrow)).toEqual(expected);
  });

  it.each<[string, readonly Fact[], 'reader' | 'writer' | null, 'yes' | 'maybe' | 'no']>([
    ['a replica', [fact('instance', 'x', { links: { replicate_source_db: { name: 'primary' } } })], null, 'yes'],
    ['a primary', [fact('instance', 'x')], null, 'no'],
    ['an instance behind a reader endpoint', [fact('instance', 'x')], 'reader', 'yes'],
    ['the only instance of a cluster', [fact('cluster', 'c'), member('x')], 'reader', 'no'],
    ['the writer of two', [fact('cluster', 'c'), member('x', true), member('y', false)], null, 'no'],
    ['the reader of two', [fact('cluster', 'c'), member('x', false), member('y', true)], null, 'yes'],
    ['one of two, nobody knows which', [fact('cluster', 'c'), member('x'), member('y')], null, 'maybe'],
    ['one of two behind the reader endpoint', [fact('cluster', 'c'), member('x'), member('y')], 'reader', 'yes'],
    ['one of two behind the writer endpoint', [fact('cluster', 'c'), member('x'), member('y')], 'writer', 'no'],
  ])('who reads beside a writer: %s', (_, facts, endpoint, expected) => {
    const graph = graphOf(facts);
    expect(isReader(graph, nodeOf(graph, 'x'), endpoint)).toBe(expected);
  });
});
