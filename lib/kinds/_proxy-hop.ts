import type { HopSpec, LinkSpec } from '../core/kind';

/** How RDS Proxy stands on a path: it ends TCP, says nothing of its own probes, and refuses startup options. */
export const proxyHop: HopSpec = {
  key: 'proxy',
  side: 'connection',
  does: 'terminates',
  keepalive: 'undocumented',
  startupOptions: 'refused',
  parts: [{ kind: 'proxy-target-group', link: 'proxy' }],
};

/** The proxy that a part of it belongs to. */
export const proxyByName: LinkSpec = {
  terraform: 'db_proxy_name',
  cloudformation: 'DBProxyName',
  account: 'DBProxyName',
  to: ['proxy'],
  by: ['name', 'id'],
};
