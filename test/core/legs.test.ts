import type { PathEntry } from '../../lib/core/configuration';
import type { Leg } from '../../lib/core/path';
import { fact, hop, inline, pathsThrough } from './estate';

const listener = (subject: string, lb: string, protocol: string): ReturnType<typeof fact> =>
  fact('listener', subject, { links: { load_balancer: lb }, settings: { protocol } });
const facts = [
  fact('alb', 'alb'),
  fact('clb', 'clb'),
  fact('nlb', 'nlb'),
  listener('tcp', 'nlb', 'TCP'),
  fact('nlb', 'nlb-tls'),
  listener('tls', 'nlb-tls', 'TLS'),
  fact('gwlb', 'gwlb'),
  listener('geneve', 'gwlb', 'GENEVE'),
  fact('nat', 'nat'),
  fact('endpoint', 'endpoint'),
  fact('proxy', 'proxy'),
  fact('instance', 'db'),
];
const client = inline('client', 'client', 'app');
const pooler = inline('pooler', 'pooler', 'bouncer');
const db = hop('database', 'db');

/** `layer: caller > hops > server`, `?` where an end is not shown. */
function shown(leg: Leg): string {
  const hops = leg.hops.map((one) => one.member.subject).join(' ');
  return `${leg.layer}: ${leg.callerEnd?.member.subject ?? '?'} > ${hops} > ${leg.serverEnd?.member.subject ?? '?'}`;
}

describe('legs', () => {
  it.each<[string, readonly PathEntry[], readonly string[]]>([
    ['client and database', [client, db], ['connection: app > db > db']],
    [
      'what passes TCP stays within',
      [client, hop('nat', 'nat'), hop('gwlb', 'gwlb'), hop('endpoint', 'endpoint'), hop('nlb', 'nlb'), db],
      ['connection: app > nat geneve endpoint tcp db > db'],
    ],
    ['a TLS listener relays', [client, hop('nlb', 'nlb-tls'), db], ['connection: app > tls db > db']],
    [
      'an ALB ends a request leg',
      [hop('alb', 'alb'), client, db],
      ['request: ? > alb > alb', 'request: alb > app > app', 'connection: app > db > db'],
    ],
    [
      'a Classic ELB ends a leg',
      [client, hop('clb', 'clb'), db],
      ['connection: app > clb > clb', 'connection: clb > db > db'],
    ],
    [
      'a proxy ends a leg',
      [client, hop('nlb', 'nlb'), hop('proxy', 'proxy'), db],
      ['connection: app > tcp proxy > proxy', 'connection: proxy > db > db'],
    ],
    [
      'a pooler ends a leg',
      [client, pooler, hop('nat', 'nat'), db],
      ['connection: app > bouncer > bouncer', 'connection: bouncer > nat db > db'],
    ],
    ['a path that stops before a database', [client, hop('nlb', 'nlb')], ['connection: app > tcp > ?']],
    ['a path that stops at the client', [hop('nlb', 'nlb'), client], ['request: ? > tcp app > app']],
    [
      'an NLB in front of an ALB',
      [hop('nlb', 'nlb'), hop('alb', 'alb'), client, db],
      ['request: ? > tcp alb > alb', 'request: alb > app > app', 'connection: app > db > db'],
    ],
  ])('%s', (_, entries, legs) => {
    const [path] = pathsThrough(facts, entries).paths;
    expect(path?.legs.map(shown)).toEqual(legs);
    expect(path?.legs.map((leg) => leg.index)).toEqual(legs.map((__, at) => at));
  });
});
