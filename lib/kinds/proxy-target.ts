import { attribute, defineKind } from './_kind';

export default defineKind({
  name: 'proxy-target',
  title: 'target of RDS Proxy',
  terraform: { types: ['aws_db_proxy_target'], names: ['id'] },
  settings: { target_group_name: attribute('text', 'target_group_name', 'db_proxy_target') },
  links: {
    proxy: { terraform: 'db_proxy_name', to: ['proxy'], by: ['name', 'id'] },
    instance: { terraform: 'db_instance_identifier', to: ['instance'], by: ['identifier', 'id'] },
    cluster: { terraform: 'db_cluster_identifier', to: ['cluster'], by: ['cluster_identifier', 'id'] },
  },
  timers: [],
});
