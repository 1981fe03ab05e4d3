import { databaseHop, isEngine, parameterApplyStatus } from './_database';
import { databaseTimers } from './_database-timers';
import { attribute, defineKind } from './_kind';
import { parameters } from './_parameters';
import { isWritten } from './_written';

/** What an instance replicates: another instance, or a Multi-AZ DB cluster. */
const sourcesOfReplicas = ['SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier'] as const;

export default defineKind({
  name: 'instance',
  title: 'RDS instance',
  terraform: {
    types: ['aws_db_instance'],
    // A replica leaves its engine out and inherits it. A path that names it as its database says that it is PostgreSQL.
    when: (attributes) =>
      isEngine(attributes.engine, 'postgres') ?? (attributes.replicate_source_db == null ? null : true),
    names: ['identifier', 'db_instance_identifier', 'address', 'arn'],
  },
  cloudformation: {
    types: ['AWS::RDS::DBInstance'],
    when: (properties) => {
      if (isWritten(properties, 'DBClusterIdentifier')) return false;
      const isReplica = sourcesOfReplicas.some((property) => isWritten(properties, property));
      return isEngine(properties.Engine, 'postgres') ?? (isReplica ? true : null);
    },
    names: ['DBInstanceIdentifier'],
  },
  // Neptune and DocumentDB come along in the list; they are told by their engines.
  account: {
    types: ['rds:db'],
    when: (answer) => !isWritten(answer, 'DBClusterIdentifier') && isEngine(answer.Engine, 'postgres'),
    names: ['DBInstanceIdentifier', 'Endpoint.Address', 'DbiResourceId'],
  },
  settings: {
    identifier: attribute('text', 'identifier', 'db_instance', 'DBInstanceIdentifier'),
    engine: attribute('text', 'engine', 'db_instance', 'Engine'),
    engine_version: attribute('text', 'engine_version', 'db_instance', 'EngineVersion'),
    engine_version_actual: attribute('text', 'engine_version_actual', 'db_instance', undefined, 'EngineVersion'),
    instance_class: attribute('text', 'instance_class', 'db_instance', 'DBInstanceClass'),
    port: attribute('number', 'port', 'db_instance', 'Port', 'Endpoint.Port'),
    address: attribute('text', 'address', 'db_instance', undefined, 'Endpoint.Address'),
    parameter_apply_status: parameterApplyStatus,
  },
  links: {
    // Its presence makes the instance a reader.
    replicate_source_db: {
      terraform: 'replicate_source_db',
      cloudformation: 'SourceDBInstanceIdentifier',
      account: 'ReadReplicaSourceDBInstanceIdentifier',
      to: ['instance'],
      by: ['identifier', 'arn', 'id'],
    },
    parameter_group: {
      terraform: 'parameter_group_name',
      cloudformation: 'DBParameterGroupName',
      account: 'DBParameterGroups.DBParameterGroupName',
      to: ['parameter-group'],
      by: ['name', 'id'],
    },
  },
  timers: databaseTimers,
  hop: databaseHop,
  // "If you don't specify a value for DBParameterGroupName, then Amazon RDS uses the DBParameterGroup of the source DB instance
  // for a same Region read replica" (CreateDBInstanceReadReplica).
  session: {
    parameters,
    flavour: 'rds',
    groups: [{ level: 'instance-group', link: 'parameter_group', inherits: 'replicate_source_db' }],
  },
});
