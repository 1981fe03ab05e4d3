import { defineKind } from './_kind';
import { globalAccelerator } from './_sources';

const cite = `"The timeout is 340 seconds for TCP connections", not customizable, ${globalAccelerator}`;

export default defineKind({
  name: 'accelerator',
  title: 'Global Accelerator',
  terraform: { types: ['aws_globalaccelerator_accelerator'], names: ['id', 'arn', 'name', 'dns_name'] },
  cloudformation: { types: ['AWS::GlobalAccelerator::Accelerator'], names: [] },
  settings: { idle_timeout: { as: 'seconds', fixed: () => ({ value: 340, cite }), cite } },
  links: {},
  timers: [
    {
      name: 'accelerator.idle_timeout',
      class: 'data-idle',
      phases: ['query', 'pause'],
      value: { setting: 'idle_timeout' },
      expiry: 'orderly-close',
      cite: `"requires that you send a packet with a minimum of one byte of data ... You cannot use TCP keep-alive packets to maintain an open connection." ${globalAccelerator}`,
    },
  ],
  // It ends TCP at the edge, in front of an Application or a Network Load Balancer alike.
  hop: { key: 'accelerator', side: 'either', does: 'terminates', inline: {} },
});
