import type { Fact, Link } from '../../lib/core/fact';
import type { Resolved } from '../../lib/core/node';
import { fact, graphOf, nodeOf, type Resource } from './estate';

const group = (subject: string, own: Resource = {}): Fact => fact('parameter-group', subject, own);
const named = (name: string): NonNullable<Resource['links']> => ({ parameter_group: { name } });

function resolved(facts: readonly Fact[], subject = 'db'): Resolved | undefined {
  return nodeOf(graphOf(facts), subject).links.parameter_group?.[0];
}

describe('links across documents', () => {
  it('follows an id within a document, and to what stands for it after merging', () => {
    const arn = 'arn:aws:rds:eu-west-1:1:pg:orders';
    const facts = [
      fact('instance', 'db', { links: { parameter_group: 'data.aws_db_parameter_group.x' } }),
      group('data.aws_db_parameter_group.x', { identity: { arn } }),
      group('aws_db_parameter_group.x', { identity: { arn }, document: 'net.json', source: 'state' }),
    ];
    expect(resolved(facts)).toEqual({ state: 'linked', node: 'net.json#aws_db_parameter_group.x', sure: 'exact' });
  });

  it('follows a name into another document', () => {
    const facts = [
      fact('instance', 'db', { links: named('orders') }),
      group('g', { names: ['orders'], document: 'b', source: 'state' }),
    ];
    expect(resolved(facts)).toMatchObject({ state: 'linked', node: 'b#g' });
  });

  it('prefers what the same document describes', () => {
    const facts = [
      fact('instance', 'db', { links: named('orders') }),
      group('mine', { names: ['orders'] }),
      group('theirs', { names: ['orders'], document: 'b' }),
    ];
    expect(resolved(facts)).toMatchObject({ state: 'linked', node: 'plan.json#mine' });
  });

  it.each<[string, Fact['identity'], Fact['identity'], Resolved['state']]>([
    ['the same region', { region: 'eu-west-1' }, { region: 'eu-west-1' }, 'linked'],
    ['an unknown region', { region: 'eu-west-1' }, {}, 'linked'],
    ['another region', { region: 'eu-west-1' }, { region: 'us-east-1' }, 'named'],
    ['another account', { account: '1' }, { account: '2' }, 'named'],
  ])('reads names within a region and account: %s', (_, mine, theirs, state) => {
    const facts = [
      fact('instance', 'db', { identity: mine, links: named('orders') }),
      group('g', { names: ['orders'], identity: theirs, document: 'b' }),
    ];
    expect(resolved(facts)?.state).toBe(state);
  });

  it('follows an ARN into another region', () => {
    const arn = 'arn:aws:rds:us-east-1:1:pg:orders';
    const facts = [
      fact('instance', 'db', { identity: { region: 'eu-west-1' }, links: named(arn) }),
      group('g', { names: [arn], identity: { region: 'us-east-1' }, document: 'b' }),
    ];
    expect(resolved(facts)?.state).toBe('linked');
  });

  it('says one of several where documents tell no difference, and names what no document describes', () => {
    const twice = ['b', 'c'].map((document) => group('g', { names: ['orders'], document }));
    expect(resolved([fact('instance', 'db', { links: named('orders') }), ...twice])).toMatchObject({
      state: 'one-of',
      nodes: ['b#g', 'c#g'],
      settles: 'narrow the documents with `scope`',
    });
    expect(resolved([fact('instance', 'db', { links: named('default.postgres16') })])).toEqual({
      state: 'named',
      name: 'default.postgres16',
    });
  });

  it('takes only kinds that the link may lead to', () => {
    const facts = [fact('instance', 'db', { links: named('orders') }), fact('alb', 'orders', { document: 'b' })];
    expect(resolved(facts)?.state).toBe('named');
  });

  it.each<[string, Link, Resolved['state']]>([
    ['a dangling id', { state: 'linked', to: { id: 'nowhere' }, sure: 'exact', attribute: 'a' }, 'unknown'],
    ['an unknown link', { state: 'unknown', attribute: 'a', why: 'later', settles: 'apply' }, 'unknown'],
    ['one of two that are there', oneOf('plan.json#g', 'plan.json#h'), 'one-of'],
    ['one of two names of the same', oneOf('plan.json#g', 'plan.json#g'), 'linked'],
    // The one that is not in view may be the one that holds.
    ['one of two, of which one is elsewhere', oneOf('plan.json#g', 'nowhere'), 'unknown'],
  ])('keeps what is not known: %s', (_, link, state) => {
    const facts = [fact('instance', 'db', { links: { parameter_group: link } }), group('g'), group('h')];
    expect(resolved(facts)?.state).toBe(state);
  });
});

function oneOf(...ids: readonly string[]): Link {
  return { state: 'one-of', to: ids.map((id) => ({ id })), attribute: 'a', why: 'a choice', settles: 'apply' };
}
