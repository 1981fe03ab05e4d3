import { clusterEngines, databaseHop, flavourOfEngine, isEngine, parameterApplyStatus } from './_database';
import { databaseTimers } from './_database-timers';
import { attribute, defineKind } from './_kind';
import { parameters } from './_parameters';
import { rdsApi } from './_sources';
import { isWritten } from './_written';

export default defineKind({
  name: 'cluster-instance',
  title: 'instance of a DB cluster',
  terraform: {
    types: ['aws_rds_cluster_instance'],
    when: ({ engine }) => isEngine(engine, ...clusterEngines),
    names: ['identifier', 'endpoint', 'arn'],
  },
  // One type for both: naming its cluster makes the instance a member of it.
  cloudformation: {
    types: ['AWS::RDS::DBInstance'],
    when: (properties) =>
      isWritten(properties, 'DBClusterIdentifier') && isEngine(properties.Engine, ...clusterEngines),
    names: ['DBInstanceIdentifier'],
  },
  account: {
    types: ['rds:db'],
    when: (answer) => isWritten(answer, 'DBClusterIdentifier') && isEngine(answer.Engine, ...clusterEngines),
    names: ['DBInstanceIdentifier', 'Endpoint.Address', 'DbiResourceId'],
  },
  settings: {
    identifier: attribute('text', 'identifier', 'rds_cluster_instance', 'DBInstanceIdentifier'),
    engine: attribute('text', 'engine', 'rds_cluster_instance', 'Engine'),
    engine_version: attribute('text', 'engine_version', 'rds_cluster_instance', 'EngineVersion'),
    engine_version_actual: attribute(
      'text',
      'engine_version_actual',
      'rds_cluster_instance',
      undefined,
      'EngineVersion',
    ),
    instance_class: attribute('text', 'instance_class', 'rds_cluster_instance', 'DBInstanceClass'),
    port: attribute('number', 'port', 'rds_cluster_instance', 'Port', 'Endpoint.Port'),
    endpoint: attribute('text', 'endpoint', 'rds_cluster_instance', undefined, 'Endpoint.Address'),
    // Known of what is there only, and a failover changes it. In an account the cluster says it of its members.
    writer: attribute('boolean', 'writer', 'rds_cluster_instance', undefined, 'IsClusterWriter'),
    parameter_apply_status: parameterApplyStatus,
    cluster_parameter_apply_status: {
      as: 'text',
      account: 'DBClusterParameterGroupStatus',
      cite: `DBClusterMember.DBClusterParameterGroupStatus, ${rdsApi}`,
    },
  },
  links: {
    cluster: {
      terraform: 'cluster_identifier',
      cloudformation: 'DBClusterIdentifier',
      account: 'DBClusterIdentifier',
      to: ['cluster'],
      by: ['cluster_identifier', 'id'],
    },
    parameter_group: {
      terraform: 'db_parameter_group_name',
      cloudformation: 'DBParameterGroupName',
      account: 'DBParameterGroups.DBParameterGroupName',
      to: ['parameter-group'],
      by: ['name', 'id'],
    },
  },
  timers: databaseTimers,
  hop: databaseHop,
  // "If you edit the corresponding values in the DB parameter group, those values override the settings from the DB cluster
  // parameter group": computed per instance, so readers can differ.
  session: {
    parameters,
    flavour: flavourOfEngine,
    groups: [
      { level: 'cluster-group', link: 'cluster_parameter_group', via: 'cluster' },
      { level: 'instance-group', link: 'parameter_group' },
    ],
  },
});
