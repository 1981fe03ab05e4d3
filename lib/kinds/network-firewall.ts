import { defineKind } from './_kind';

export default defineKind({
  name: 'network-firewall',
  title: 'Network Firewall',
  terraform: { types: ['aws_networkfirewall_firewall'], names: ['name', 'arn'] },
  cloudformation: { types: ['AWS::NetworkFirewall::Firewall'], names: ['FirewallName'] },
  account: { types: ['network-firewall:firewall'], names: ['FirewallName'] },
  settings: {},
  links: {
    firewall_policy: {
      terraform: 'firewall_policy_arn',
      cloudformation: 'FirewallPolicyArn',
      account: 'FirewallPolicyArn',
      to: ['firewall'],
      by: ['arn', 'id'],
    },
  },
  timers: [],
  hop: { key: 'firewall', side: 'connection', does: 'passes', members: [{ outgoing: 'firewall_policy' }] },
});
