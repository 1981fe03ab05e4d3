import { isObject, own } from '../../read/json';
import type { Asks } from './asks';
import { found, type Found, type Type } from './found';
import { fields } from './shape';

const tags = fields('Key', 'Value');

const nat: Type = {
  type: 'ec2:natgateway',
  shape: { ...fields('NatGatewayId', 'State', 'ConnectivityType', 'VpcId', 'SubnetId'), Tags: tags },
};

const endpoint: Type = {
  type: 'ec2:vpc-endpoint',
  shape: { ...fields('VpcEndpointId', 'VpcEndpointType', 'ServiceName', 'State', 'VpcId'), Tags: tags },
};

const networkInterface: Type = {
  type: 'ec2:network-interface',
  shape: {
    ...fields('NetworkInterfaceId', 'InterfaceType', 'VpcId', 'SubnetId'),
    ConnectionTrackingConfiguration: fields('TcpEstablishedTimeout'),
    TagSet: tags,
  },
};

/** NAT gateways, VPC endpoints, and the network interfaces whose connection tracking was set. */
export async function readNetwork(asks: Asks<'ec2'>): Promise<readonly Found[]> {
  const [gateways, endpoints, interfaces] = await Promise.all([
    // One that was deleted is listed for a while.
    asks.all('DescribeNatGateways', { Filter: [{ Name: 'state', Values: ['pending', 'available'] }] }),
    asks.all('DescribeVpcEndpoints'),
    asks.all('DescribeNetworkInterfaces'),
  ]);
  const tracked = interfaces.items.filter((item) => isObject(own(item, 'ConnectionTrackingConfiguration')));
  return [
    ...gateways.items.flatMap((item) => found(nat, item)),
    ...endpoints.items.flatMap((item) => found(endpoint, item)),
    ...tracked.flatMap((item) => found(networkInterface, item)),
  ];
}
