import proxyTarget from '../../lib/kinds/proxy-target';

describe('proxy-target', () => {
  it('leads from a proxy to an instance or a cluster', () => {
    expect(proxyTarget.links).toMatchObject({
      proxy: { terraform: 'db_proxy_name', to: ['proxy'], by: ['name', 'id'] },
      instance: { terraform: 'db_instance_identifier', to: ['instance'], by: ['identifier', 'id'] },
      cluster: { terraform: 'db_cluster_identifier', to: ['cluster'], by: ['cluster_identifier', 'id'] },
    });
  });
});
