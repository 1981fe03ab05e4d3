import type { Default } from '../core/kind';
import type { Json, Setting, Table } from '../core/setting';
import { isThere } from './_is-there';
import { attribute, defineKind } from './_kind';
import { longTcp } from './_sources';

const cite = `"NAT Gateway, Amazon VPC Endpoints, and NLB currently have a fixed idle timeout of 350 seconds" ${longTcp}`;

/** Interface endpoints carry TCP, and so do those of a Gateway Load Balancer; unset is a gateway endpoint, which is a route. */
function isInterface(attribute: string): (attributes: Table<Json | undefined>) => boolean | null {
  return (attributes) => {
    const type = attribute in attributes ? attributes[attribute] : null;
    if (type === undefined) return null;
    return type === 'Interface' || type === 'GatewayLoadBalancer';
  };
}

/** AWS names the 350 s for interface endpoints; whether it caps the endpoints of a gateway too has no source. */
function idle(settings: Table<Setting>): Default {
  const type = settings.vpc_endpoint_type;
  const isOfInterface = type === undefined || (type.state === 'known' && type.value === 'Interface');
  return isOfInterface ? { value: 350, cite } : { value: 350, cite, unverified: true };
}

export default defineKind({
  name: 'endpoint',
  title: 'interface VPC endpoint',
  terraform: { types: ['aws_vpc_endpoint'], when: isInterface('vpc_endpoint_type'), names: ['id', 'arn'] },
  cloudformation: { types: ['AWS::EC2::VPCEndpoint'], when: isInterface('VpcEndpointType'), names: [] },
  account: {
    types: ['ec2:vpc-endpoint'],
    when: (answer) => isThere(answer) && isInterface('VpcEndpointType')(answer),
    names: ['VpcEndpointId'],
  },
  settings: {
    vpc_endpoint_type: attribute('text', 'vpc_endpoint_type', 'vpc_endpoint', 'VpcEndpointType'),
    idle_timeout: { as: 'seconds', fixed: idle, cite },
  },
  links: {},
  timers: [
    {
      name: 'endpoint.idle_timeout',
      class: 'packet-idle',
      phases: ['query', 'pause'],
      value: { setting: 'idle_timeout' },
      expiry: 'silent-drop',
      cite: `"Packets sent after the idle timeout expired aren't delivered to the destination" ${longTcp}`,
    },
  ],
  hop: { key: 'endpoint', side: 'connection', does: 'passes', inline: {} },
});
