import { attribute, defineKind } from './_kind';
import { isWritten } from './_written';

export default defineKind({
  name: 'proxy-target',
  title: 'target of RDS Proxy',
  terraform: { types: ['aws_db_proxy_target'], names: ['id'] },
  // A target group of CloudFormation names its targets itself.
  cloudformation: {
    types: ['AWS::RDS::DBProxyTargetGroup'],
    when: (properties) =>
      isWritten(properties, 'DBInstanceIdentifiers') || isWritten(properties, 'DBClusterIdentifiers'),
    names: [],
    beside: true,
  },
  settings: { target_group_name: attribute('text', 'target_group_name', 'db_proxy_target', 'TargetGroupName') },
  links: {
    proxy: { terraform: 'db_proxy_name', cloudformation: 'DBProxyName', to: ['proxy'], by: ['name', 'id'] },
    instance: {
      terraform: 'db_instance_identifier',
      cloudformation: 'DBInstanceIdentifiers',
      to: ['instance'],
      by: ['identifier', 'id'],
      many: true,
    },
    cluster: {
      terraform: 'db_cluster_identifier',
      cloudformation: 'DBClusterIdentifiers',
      to: ['cluster'],
      by: ['cluster_identifier', 'id'],
      many: true,
    },
  },
  timers: [],
});
