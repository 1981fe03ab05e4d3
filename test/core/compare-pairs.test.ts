import { pairNodes } from '../../lib/core/compare-pairs';
import type { Fact } from '../../lib/core/fact';
import { account, at, declared, graph, live, region } from './_drift';
import type { Resource } from './estate';

const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/public/50dc6c495c0c9188';

function paired(one: readonly Fact[], other: readonly Fact[]): readonly string[] {
  return pairNodes(graph(one), graph(other)).pairs.map((pair) => `${pair.declared.subject} = ${pair.live.subject}`);
}

describe('which resource is which', () => {
  it.each<[string, Resource, Resource, boolean]>([
    ['an ARN', { identity: { arn } }, { identity: { arn, account, region, identifier: 'public' } }, true],
    ['account, Region and identifier', at('public'), { identity: { arn, ...at('public').identity } }, true],
    ['an identifier, where the document knows no account', { identity: { identifier: 'public' } }, at('public'), true],
    ['an identifier and a Region', { identity: { region, identifier: 'public' } }, at('public'), true],
    ['no other identifier', at('internal'), at('public'), false],
    ['no other Region', { identity: { account, region: 'us-east-1', identifier: 'public' } }, at('public'), false],
    ['no other account', { identity: { account: '999999999999', region, identifier: 'public' } }, at('public'), false],
    [
      'no other ARN, whatever it is called',
      { identity: { arn: `${arn}0`, ...at('public').identity } },
      { identity: { arn, ...at('public').identity } },
      false,
    ],
    ['nothing, where nothing is known', {}, at('public'), false],
  ])('%s tells', (_, mine, other, isOne) => {
    const pairs = paired([declared('alb', 'aws_lb.public', mine)], [live('alb', 'public', other)]);
    expect(pairs).toEqual(isOne ? ['aws_lb.public = public'] : []);
  });

  it('does not guess between two', () => {
    const twice = [
      live('alb', 'one', at('public')),
      live('alb', 'two', { identity: { account, region: 'us-east-1', identifier: 'public' } }),
    ];
    const mine = [declared('alb', 'aws_lb.public', { identity: { identifier: 'public' } })];
    expect(pairNodes(graph(twice), graph(mine)).pairs).toEqual([]);
    const pairing = pairNodes(graph(mine), graph(twice));
    expect(pairing.pairs).toEqual([]);
    expect([...pairing.ambiguous].map(({ subject }) => subject).sort()).toEqual(['aws_lb.public', 'one', 'two']);
  });

  it('keeps kinds apart', () => {
    expect(paired([declared('instance', 'a', at('orders'))], [live('cluster', 'b', at('orders'))])).toEqual([]);
  });

  it('knows a listener by its load balancer and port, a target group of a proxy by its proxy', () => {
    const estate = (make: typeof declared, prefix: string): readonly Fact[] => [
      make('nlb', `${prefix}nlb`, at('pg')),
      make('listener', `${prefix}5432`, {
        settings: { port: 5432, protocol: 'TCP' },
        links: { load_balancer: `${prefix}nlb` },
      }),
      make('listener', `${prefix}5433`, {
        settings: { port: 5433, protocol: 'TCP' },
        links: { load_balancer: `${prefix}nlb` },
      }),
      make('proxy', `${prefix}proxy`, at('orders')),
      make('proxy-target-group', `${prefix}pool`, { links: { proxy: `${prefix}proxy` } }),
    ];
    expect(paired(estate(declared, 'd.'), estate(live, 'l.'))).toEqual([
      'd.nlb = l.nlb',
      'd.proxy = l.proxy',
      'd.5432 = l.5432',
      'd.5433 = l.5433',
      'd.pool = l.pool',
    ]);
  });

  it('knows a role by its name and its server', () => {
    const server = (make: typeof declared, subject: string, identifier: string): Fact =>
      make('instance', subject, at(identifier));
    const role = (make: typeof declared, subject: string, to: string): Fact =>
      make('role', subject, { settings: { name: 'app' }, links: { database: to } });
    const mine = [
      server(declared, 'a', 'orders'),
      server(declared, 'b', 'stock'),
      role(declared, 'app on a', 'a'),
      role(declared, 'app on b', 'b'),
    ];
    const other = [
      server(live, 'x', 'orders'),
      server(live, 'y', 'stock'),
      role(live, 'app on y', 'y'),
      role(live, 'app on x', 'x'),
    ];
    expect(paired(mine, other)).toEqual(['a = x', 'b = y', 'app on a = app on x', 'app on b = app on y']);
  });

  it('leaves out what a document only looks at', () => {
    expect(
      paired([declared('alb', 'data.aws_lb.public', at('public'))], [live('alb', 'public', at('public'))]),
    ).toEqual([]);
    expect(
      paired(
        [declared('alb', 'module.net["a.b"].data.aws_lb.public', at('public'))],
        [live('alb', 'public', at('public'))],
      ),
    ).toEqual([]);
  });
});
