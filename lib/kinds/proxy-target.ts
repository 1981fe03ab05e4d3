import { attribute, defineKind } from './_kind';
import { proxyByName } from './_proxy-hop';
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
  // Targets that were read and are none are known to be none.
  account: { types: ['rds:target-group'], when: (answer) => 'Targets' in answer, names: [], beside: true },
  settings: { target_group_name: attribute('text', 'target_group_name', 'db_proxy_target', 'TargetGroupName') },
  links: {
    proxy: proxyByName,
    instance: {
      terraform: 'db_instance_identifier',
      cloudformation: 'DBInstanceIdentifiers',
      account: 'Targets[Type=RDS_INSTANCE].RdsResourceId',
      to: ['instance'],
      by: ['identifier', 'id'],
      many: true,
    },
    cluster: {
      terraform: 'db_cluster_identifier',
      cloudformation: 'DBClusterIdentifiers',
      // Beside this row there is one for each instance of the cluster.
      account: 'Targets[Type=TRACKED_CLUSTER].RdsResourceId',
      to: ['cluster'],
      by: ['cluster_identifier', 'id'],
      many: true,
    },
  },
  timers: [],
});
