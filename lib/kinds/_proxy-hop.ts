import type { HopSpec } from '../core/kind';

/** How RDS Proxy stands on a path: it ends TCP, says nothing of its own probes, and refuses startup options. */
export const proxyHop: HopSpec = {
  key: 'proxy',
  side: 'connection',
  does: 'terminates',
  keepalive: 'undocumented',
  startupOptions: 'refused',
  parts: [{ kind: 'proxy-target-group', link: 'proxy' }],
};
