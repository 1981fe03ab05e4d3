import { groupKind } from './_group';

export default groupKind('parameter-group', 'DB parameter group', 'aws_db_parameter_group', 'db_parameter_group');
