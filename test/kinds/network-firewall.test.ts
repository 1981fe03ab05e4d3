import networkFirewall from '../../lib/kinds/network-firewall';

describe('network-firewall', () => {
  it('is stood for by the policy that it names', () => {
    expect(networkFirewall.hop).toMatchObject({
      key: 'firewall',
      does: 'passes',
      members: [{ outgoing: 'firewall_policy' }],
    });
    expect(networkFirewall.links.firewall_policy).toMatchObject({ terraform: 'firewall_policy_arn', to: ['firewall'] });
    expect(networkFirewall.timers).toEqual([]);
  });
});
