import { groupKind } from './_group';

export default groupKind(
  'cluster-parameter-group',
  'DB cluster parameter group',
  'aws_rds_cluster_parameter_group',
  'rds_cluster_parameter_group',
);
