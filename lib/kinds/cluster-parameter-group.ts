import { groupKind } from './_group';

export default groupKind({
  name: 'cluster-parameter-group',
  title: 'DB cluster parameter group',
  terraform: 'aws_rds_cluster_parameter_group',
  page: 'rds_cluster_parameter_group',
  cloudformation: 'AWS::RDS::DBClusterParameterGroup',
  account: 'rds:cluster-pg',
  nameProperty: 'DBClusterParameterGroupName',
});
