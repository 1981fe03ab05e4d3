import { clusterEngines, databaseHop, flavourOfEngine, isEngine } from './_database';
import { databaseTimers } from './_database-timers';
import { attribute, defineKind } from './_kind';
import { parameters } from './_parameters';

export default defineKind({
  name: 'cluster',
  title: 'DB cluster',
  terraform: {
    types: ['aws_rds_cluster'],
    when: ({ engine }) => isEngine(engine, ...clusterEngines),
    names: ['cluster_identifier', 'endpoint', 'reader_endpoint', 'arn'],
  },
  cloudformation: {
    types: ['AWS::RDS::DBCluster'],
    when: ({ Engine }) => isEngine(Engine, ...clusterEngines),
    names: ['DBClusterIdentifier'],
  },
  account: {
    types: ['rds:cluster'],
    when: ({ Engine }) => isEngine(Engine, ...clusterEngines),
    names: ['DBClusterIdentifier', 'Endpoint', 'ReaderEndpoint', 'DbClusterResourceId'],
  },
  settings: {
    cluster_identifier: attribute('text', 'cluster_identifier', 'rds_cluster', 'DBClusterIdentifier'),
    engine: attribute('text', 'engine', 'rds_cluster', 'Engine'),
    engine_version: attribute('text', 'engine_version', 'rds_cluster', 'EngineVersion'),
    engine_version_actual: attribute('text', 'engine_version_actual', 'rds_cluster', undefined, 'EngineVersion'),
    port: attribute('number', 'port', 'rds_cluster', 'Port'),
    endpoint: attribute('text', 'endpoint', 'rds_cluster', undefined, 'Endpoint'),
    reader_endpoint: attribute('text', 'reader_endpoint', 'rds_cluster', undefined, 'ReaderEndpoint'),
  },
  links: {
    // Not the group for its instances: that one counts only during a major version upgrade.
    cluster_parameter_group: {
      terraform: 'db_cluster_parameter_group_name',
      cloudformation: 'DBClusterParameterGroupName',
      account: 'DBClusterParameterGroup',
      to: ['cluster-parameter-group'],
      by: ['name', 'id'],
    },
  },
  timers: databaseTimers,
  hop: { ...databaseHop, members: [{ kind: 'cluster-instance', link: 'cluster' }] },
  // A Multi-AZ DB cluster shows no instances, and each of them uses the default group: the cluster's group says it all.
  session: {
    parameters,
    flavour: flavourOfEngine,
    groups: [{ level: 'cluster-group', link: 'cluster_parameter_group' }],
  },
});
