import { mergeFacts } from '../../lib/core/merge-facts';
import { fact, type Resource } from './estate';

const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/public/50dc6c495c0c9188';
const identity = { account: '111122223333', region: 'eu-west-1', identifier: 'public' };
const at = (document: string, source: Resource['source'], own: Resource = {}): Resource => ({
  document,
  ...(source === undefined ? {} : { source }),
  ...own,
});

function subjects(...facts: readonly ReturnType<typeof fact>[]): readonly string[] {
  return mergeFacts(facts).facts.map((one) => `${one.location?.document ?? ''} ${one.subject}`);
}

describe('merging of facts', () => {
  it.each([
    ['plan over state', 'state', 'plan'],
    ['state over account', 'account', 'state'],
    ['plan over template', 'template', 'plan'],
  ] as const)('keeps the stronger source: %s', (_, weak, strong) => {
    const facts = [
      fact('alb', 'weak', at('a', weak, { identity: { arn }, settings: { idle_timeout: 60 } })),
      fact('alb', 'strong', at('b', strong, { identity: { arn }, settings: { idle_timeout: 90 } })),
    ];
    const { facts: merged, alias } = mergeFacts(facts);
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({ id: 'b#strong', names: ['strong', 'weak'], documents: ['b', 'a'] });
    expect(merged[0]?.settings.idle_timeout).toMatchObject({ value: 90 });
    expect(alias['a#weak']).toBe('b#strong');
    expect(alias['b#strong']).toBe('b#strong');
  });

  it('merges by account, region and identifier where one of them has no ARN', () => {
    expect(
      subjects(
        fact('alb', 'aws_lb.a', at('a', 'plan', { identity })),
        fact('alb', 'public', at('b', 'account', { identity: { arn, ...identity } })),
      ),
    ).toEqual(['a aws_lb.a']);
  });

  it('merges through a third document that knows both identities', () => {
    expect(
      subjects(
        fact('alb', 'by-name', at('plan', 'plan', { identity })),
        fact('alb', 'by-arn', at('state', 'state', { identity: { arn } })),
        fact('alb', 'by-both', at('live', 'account', { identity: { arn, ...identity } })),
      ),
    ).toEqual(['plan by-name']);
  });

  it.each([
    ['another region', { ...identity, region: 'us-east-1' }],
    ['another account', { ...identity, account: '999999999999' }],
    ['another identifier', { ...identity, identifier: 'internal' }],
    ['an unknown account', { region: 'eu-west-1', identifier: 'public' }],
    ['nothing known', {}],
  ])('keeps apart what is not known to be the same: %s', (_, other) => {
    expect(
      subjects(
        fact('alb', 'x', at('a', 'plan', { identity })),
        fact('alb', 'y', at('b', 'state', { identity: other })),
      ),
    ).toEqual(['a x', 'b y']);
  });

  it('keeps apart kinds, and types of resources that no kind describes, that share an identifier', () => {
    const other = { ...identity, identifier: 'orders' };
    expect(
      subjects(
        fact('instance', 'a', at('a', 'plan', { identity: other })),
        fact('cluster', 'b', at('b', 'plan', { identity: other })),
        fact('other', 'c', at('c', 'plan', { identity: other, type: 'aws_lambda_function' })),
        fact('other', 'd', at('d', 'plan', { identity: other, type: 'aws_instance' })),
      ),
    ).toHaveLength(4);
  });

  it('keeps two managed resources of one document apart, whatever they are called', () => {
    expect(subjects(fact('alb', 'a', { identity }), fact('alb', 'b', { identity }))).toEqual([
      'plan.json a',
      'plan.json b',
    ]);
  });

  it.each([
    'data.aws_lb.public',
    'module.app.data.aws_lb.public',
    'module.app["a.b"].module.x[0].data.aws_lb.public[0]',
  ])('lets what manages a resource win over a data source of a stronger document: %s', (address) => {
    expect(
      subjects(
        fact('alb', address, at('app', 'plan', { identity: { arn } })),
        fact('alb', 'aws_lb.public', at('net', 'state', { identity: { arn } })),
      ),
    ).toEqual(['net aws_lb.public']);
  });

  it.each([
    'module.metadata.aws_lb.public',
    'aws_lb.data',
    'module.data.aws_lb.public',
    'module.x["data.y"].aws_lb.public',
  ])('does not take %s for a data source', (address) => {
    expect(
      subjects(
        fact('alb', address, at('app', 'plan', { identity: { arn } })),
        fact('alb', 'aws_lb.b', at('net', 'state', { identity: { arn } })),
      ),
    ).toEqual([`app ${address}`]);
  });

  it('makes a data source and the resource of its own document one', () => {
    expect(
      subjects(fact('alb', 'data.aws_lb.x', { identity: { arn } }), fact('alb', 'aws_lb.x', { identity: { arn } })),
    ).toEqual(['plan.json aws_lb.x']);
  });

  it('takes links, tags and names that only the weaker document knows', () => {
    const { facts: merged } = mergeFacts([
      fact(
        'instance',
        'strong',
        at('a', 'plan', {
          identity: { arn },
          tags: { env: 'prod' },
          links: {
            parameter_group: { state: 'unknown', attribute: 'parameter_group_name', why: 'later', settles: 'apply' },
            replicate_source_db: null,
          },
        }),
      ),
      fact(
        'instance',
        'weak',
        at('b', 'account', {
          identity: { arn },
          tags: { env: 'old', team: 'x' },
          names: ['orders'],
          links: { parameter_group: { name: 'orders-pg16' }, replicate_source_db: { name: 'primary' } },
        }),
      ),
    ]);
    expect(merged[0]?.links.parameter_group).toMatchObject([{ state: 'linked', to: { name: 'orders-pg16' } }]);
    expect(merged[0]?.links.replicate_source_db).toMatchObject([{ state: 'absent' }]);
    expect({ ...merged[0]?.tags }).toEqual({ env: 'prod', team: 'x' });
    expect(merged[0]?.names).toEqual(['strong', 'weak', 'orders']);
  });

  it.each([
    ['plan', undefined],
    ['state', undefined],
    ['cdktf', 400],
    ['template', 400],
  ] as const)('reads what a %s leaves out as unset only where it shows everything', (source, live) => {
    const [merged] = mergeFacts([
      fact('alb', 'a', at('a', source, { identity: { arn } })),
      fact('alb', 'b', at('b', 'account', { identity: { arn }, settings: { idle_timeout: 400 } })),
    ]).facts;
    const setting = merged?.settings.idle_timeout;
    expect(setting?.state === 'known' ? setting.value : undefined).toBe(live);
  });

  it('survives names that are properties of objects', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const facts = names.map((name) =>
      fact('alb', name, at(name, 'plan', { identity: { arn: name }, tags: table(name) })),
    );
    expect(mergeFacts(facts).facts.map((one) => one.subject)).toEqual(names);
  });
});

function table(name: string): Record<string, string> {
  return Object.fromEntries([[name, name]]);
}
