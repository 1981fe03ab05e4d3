import proxyEndpoint from '../../lib/kinds/proxy-endpoint';
import { effective, shown } from './resource';

describe('proxy-endpoint', () => {
  it('may be named instead of its proxy, which stands for it', () => {
    expect(proxyEndpoint.hop).toMatchObject({
      key: 'proxy',
      members: [{ outgoing: 'proxy' }],
      keepalive: 'undocumented',
      startupOptions: 'refused',
    });
    expect(proxyEndpoint.links.proxy).toMatchObject({ terraform: 'db_proxy_name', to: ['proxy'] });
    expect(proxyEndpoint.terraform?.names[0]).toBe('db_proxy_endpoint_name');
  });

  it('reads and writes unless it says otherwise', () => {
    expect(shown(effective(proxyEndpoint).target_role)).toBe('READ_WRITE');
    expect(shown(effective(proxyEndpoint, { target_role: 'READ_ONLY' }).target_role)).toBe('READ_ONLY');
  });
});
