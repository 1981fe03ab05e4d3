import { groupKind } from './_group';

export default groupKind({
  name: 'parameter-group',
  title: 'DB parameter group',
  terraform: 'aws_db_parameter_group',
  page: 'db_parameter_group',
  cloudformation: 'AWS::RDS::DBParameterGroup',
  account: 'rds:pg',
  nameProperty: 'DBParameterGroupName',
});
