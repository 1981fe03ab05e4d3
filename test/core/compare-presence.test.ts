import type { Comparison } from '../../lib/core/drift';
import type { Fact, View } from '../../lib/core/fact';
import { account, at, compared, declared, live, region, view } from './_drift';

const subjects = (nodes: Comparison['notLive']): readonly string[] => nodes.map(({ subject }) => subject);

describe('declared and not live', () => {
  const proxy = declared('proxy', 'aws_db_proxy.orders', at('orders'));
  it.each<[string, readonly View[], Fact, 'gone' | 'perhaps' | 'open' | 'out of view', RegExp]>([
    ['everything was read', [view()], proxy, 'gone', /./],
    ['another service was denied', [view('elasticloadbalancing')], proxy, 'gone', /./],
    ['its service was denied', [view('rds')], proxy, 'perhaps', /^not all of rds in 111122223333 eu-west-1 was read/],
    ['nothing says what was read', [], proxy, 'open', /^111122223333 eu-west-1 was not read$/],
    ['another Region was read', [{ account, region: 'us-east-1', unread: [] }], proxy, 'open', /was not read/],
    ['another account was read', [{ account: '999999999999', region, unread: [] }], proxy, 'open', /was not read/],
    ['the number of the account could not be read', [{ account: null, region, unread: [] }], proxy, 'gone', /./],
    ['nothing is known of it', [view()], declared('proxy', 'p'), 'open', /^nothing says which live resource it is$/],
    [
      'its account is not known',
      [view()],
      declared('proxy', 'p', { identity: { region, identifier: 'orders' } }),
      'open',
      /its account or Region is not known/,
    ],
    [
      'a parameter group, of which only attached ones are read',
      [view()],
      declared('parameter-group', 'g', { ...at('g'), settings: { family: 'postgres16' } }),
      'open',
      /^no database that was read has it attached/,
    ],
    [
      'a parameter group of another engine',
      [view()],
      declared('parameter-group', 'g', { ...at('g'), settings: { family: 'mysql8.0' } }),
      'out of view',
      /./,
    ],
    ['a client connects, and has no timer to miss', [view()], declared('service', 's', at('api')), 'out of view', /./],
    [
      'a role, and no catalog was read',
      [view()],
      declared('role', 'app', { settings: { name: 'app' } }),
      'open',
      /^no catalog/,
    ],
  ])('%s', (_, views, node, expected, why) => {
    const found = compared([node], [], views);
    const places = {
      gone: subjects(found.notLive),
      perhaps: found.perhapsNotLive.map(({ resource }) => resource.subject),
      open: found.uncompared.map(({ resource }) => resource.subject),
    };
    expect(places).toEqual({
      gone: [],
      perhaps: [],
      open: [],
      ...(expected === 'out of view' ? {} : { [expected]: [node.subject] }),
    });
    for (const one of [...found.perhapsNotLive, ...found.uncompared]) {
      expect(one.why).toMatch(why);
      expect(one.settles).not.toBe('');
      expect(one.attribute).toBeNull();
    }
  });

  it('names a load balancer for its listeners', () => {
    const found = compared(
      [declared('nlb', 'nlb', at('pg')), declared('listener', '5432', { ...at('l'), links: { load_balancer: 'nlb' } })],
      [],
    );
    expect(subjects(found.notLive)).toEqual(['nlb']);
  });

  it('misses a role that the catalog of its server does not show', () => {
    const server = (make: typeof declared): Fact => make('instance', 'db', at('orders'));
    const role = (make: typeof declared, name: string): Fact =>
      make('role', name, { settings: { name }, links: { database: 'db' } });
    const found = compared(
      [server(declared), role(declared, 'app'), role(declared, 'etl')],
      [server(live), role(live, 'app')],
    );
    expect(subjects(found.notLive)).toEqual(['etl']);
  });
});

describe('live and not declared', () => {
  it('names what stands on paths and parameter groups, not what belongs to them', () => {
    const found = compared(
      [],
      [
        live('nlb', 'nlb', at('pg')),
        live('listener', '5432', { ...at('l'), links: { load_balancer: 'nlb' } }),
        live('target-group', 'tg', at('tg')),
        live('service', 'api', at('api')),
        live('function', 'hook', at('hook')),
        live('parameter-group', 'tuning', at('tuning')),
        live('parameter-group', 'default', at('default.postgres16')),
        live('role', 'app', { settings: { name: 'app' } }),
      ],
    );
    expect(subjects(found.notDeclared)).toEqual(['nlb', 'tuning']);
  });

  it('does not say so of what may be a declared resource without a name', () => {
    const found = compared(
      [declared('alb', 'Public')],
      [live('alb', 'shop-Publi-1X', at('shop-Publi-1X')), live('nat', 'nat', at('nat'))],
    );
    expect(subjects(found.notDeclared)).toEqual(['nat']);
    expect(found.uncompared.map(({ resource }) => resource.subject)).toEqual(['Public']);
  });
});
