import { defineKind } from './_kind';
import { latticeApi, latticeServices } from './_sources';

const duration = `"This setting does not change the maximum connection duration of 10 minutes; connections are still closed when they reach that limit." ${latticeApi}`;

export default defineKind({
  name: 'lattice-service',
  title: 'VPC Lattice service',
  terraform: { types: ['aws_vpclattice_service'], names: ['name', 'id', 'arn'] },
  cloudformation: { types: ['AWS::VpcLattice::Service'], names: ['Name'] },
  settings: {
    idle_timeout: {
      as: 'seconds',
      terraform: 'idle_timeout_seconds',
      cloudformation: 'IdleTimeoutSeconds',
      default: { value: 60, cite: `"default is 60 seconds" ${latticeApi}` },
      range: { min: 60, max: 600, cite: `"valid range is 60 to 600 seconds" ${latticeApi}` },
      cite: `Service.idleTimeoutSeconds, ${latticeApi}`,
    },
    connection_duration: { as: 'seconds', fixed: () => ({ value: 600, cite: duration }), cite: duration },
  },
  links: {},
  timers: [
    {
      name: 'lattice-service.idle_timeout',
      class: 'data-idle',
      phases: ['query'],
      value: { setting: 'idle_timeout' },
      expiry: 'orderly-close',
      cite: `"The amount of time, in seconds, that a connection can remain idle (no data sent) before VPC Lattice closes it." ${latticeApi}`,
    },
    {
      name: 'lattice-service.connection_duration',
      class: 'life-cap',
      phases: ['query'],
      value: { setting: 'connection_duration' },
      expiry: 'orderly-close',
      bounds: 'connection-age',
      cite: `"The maximum duration is 10 minutes, after which we do not allow new streams over the connection and we begin the process of closing the existing streams." ${latticeServices}`,
    },
  ],
  hop: {
    key: 'lattice',
    side: 'request',
    does: 'terminates',
    inline: {
      idleTimeout: {
        setting: 'idle_timeout',
        as: 'duration',
        description: 'How long a connection may carry no data, 1 min to 10 min; 60 s unless declared.',
      },
    },
  },
});
