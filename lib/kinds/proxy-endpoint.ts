import { attribute, defineKind } from './_kind';
import { proxyByName, proxyHop } from './_proxy-hop';
import { provider } from './_sources';

export default defineKind({
  name: 'proxy-endpoint',
  title: 'endpoint of RDS Proxy',
  terraform: { types: ['aws_db_proxy_endpoint'], names: ['db_proxy_endpoint_name', 'endpoint', 'arn'] },
  cloudformation: { types: ['AWS::RDS::DBProxyEndpoint'], names: ['DBProxyEndpointName'] },
  // The default endpoint is the proxy's own: it is called as the proxy is, and stands for nothing else.
  account: {
    types: ['rds:db-proxy-endpoint'],
    when: ({ IsDefault }) => IsDefault !== true,
    names: ['DBProxyEndpointName', 'Endpoint'],
  },
  settings: {
    name: attribute('text', 'db_proxy_endpoint_name', 'db_proxy_endpoint', 'DBProxyEndpointName'),
    target_role: {
      ...attribute('text', 'target_role', 'db_proxy_endpoint', 'TargetRole'),
      default: { value: 'READ_WRITE', cite: `"The default is READ_WRITE." ${provider('db_proxy_endpoint')}` },
    },
  },
  links: {
    proxy: proxyByName,
  },
  timers: [],
  // It carries no timer of its own: the proxy stands for it.
  hop: { ...proxyHop, members: [{ outgoing: 'proxy' }] },
});
