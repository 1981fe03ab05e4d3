import { isThere } from './_is-there';
import { defineKind } from './_kind';
import { natTroubleshooting } from './_sources';

const cite = `"If a connection that's using a NAT gateway is idle for 350 seconds or more, the connection times out." ${natTroubleshooting}`;

export default defineKind({
  name: 'nat',
  title: 'NAT gateway',
  terraform: { types: ['aws_nat_gateway'], names: ['id'] },
  cloudformation: { types: ['AWS::EC2::NatGateway'], names: [] },
  account: { types: ['ec2:natgateway'], when: isThere, names: ['NatGatewayId'] },
  settings: { idle_timeout: { as: 'seconds', fixed: () => ({ value: 350, cite }), cite } },
  links: {},
  timers: [
    {
      name: 'nat.idle_timeout',
      class: 'packet-idle',
      phases: ['query', 'pause'],
      value: { setting: 'idle_timeout' },
      expiry: 'reset-on-next-packet',
      cite: `"a NAT gateway returns an RST packet to any resources behind the NAT gateway that attempt to continue the connection (it does not send a FIN packet)" ${natTroubleshooting}`,
    },
  ],
  hop: { key: 'nat', side: 'connection', does: 'passes', inline: {} },
});
