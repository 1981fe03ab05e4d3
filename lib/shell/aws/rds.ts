import type { Json } from '../../core/setting';
import { clusterEngines, isEngine } from '../../kinds/_database';
import { own, textOf } from '../../read/json';
import type { Asks } from './asks';
import { distinct, found, itemsOf, textsOf, type Found, type Type } from './found';
import { clusterGroups, instanceGroups, readGroups } from './rds-groups';
import { readProxies } from './rds-proxies';
import { fields } from './shape';

const tags = fields('Key', 'Value');

/** Never `MasterUsername`, nor `PendingModifiedValues`, which carries a password. */
const instance: Type = {
  type: 'rds:db',
  arn: 'DBInstanceArn',
  shape: {
    DBInstanceIdentifier: true,
    DBInstanceArn: true,
    DbiResourceId: true,
    DBInstanceClass: true,
    DBInstanceStatus: true,
    Engine: true,
    EngineVersion: true,
    Endpoint: fields('Address', 'Port'),
    DBParameterGroups: fields('DBParameterGroupName', 'ParameterApplyStatus'),
    DBClusterIdentifier: true,
    ReadReplicaSourceDBInstanceIdentifier: true,
    ReadReplicaSourceDBClusterIdentifier: true,
    TagList: tags,
  },
};

const cluster: Type = {
  type: 'rds:cluster',
  arn: 'DBClusterArn',
  shape: {
    DBClusterIdentifier: true,
    DBClusterArn: true,
    DbClusterResourceId: true,
    Status: true,
    Engine: true,
    EngineMode: true,
    EngineVersion: true,
    Endpoint: true,
    ReaderEndpoint: true,
    CustomEndpoints: true,
    Port: true,
    DBClusterParameterGroup: true,
    DBClusterMembers: fields('DBInstanceIdentifier', 'IsClusterWriter', 'DBClusterParameterGroupStatus'),
    ReplicationSourceIdentifier: true,
    TagList: tags,
  },
};

/** Databases, the parameter groups that those of PostgreSQL use, and proxies. */
export async function readRds(asks: Asks<'rds'>): Promise<readonly Found[]> {
  const proxies = readProxies(asks);
  const [instances, clusters] = await Promise.all([asks.all('DescribeDBInstances'), asks.all('DescribeDBClusters')]);
  const groups = await Promise.all([
    readGroups(asks, instanceGroups, groupsOf(instances.items)),
    readGroups(asks, clusterGroups, textsOf(clusters.items.filter(isPostgres), 'DBClusterParameterGroup')),
  ]);
  return [
    ...instances.items.flatMap((item) => found(instance, item)),
    ...clusters.items.flatMap((item) => found(cluster, item)),
    ...groups.flat(),
    ...(await proxies),
  ];
}

/** Neptune, DocumentDB and the other engines come along in the lists; what their groups hold is not judged. */
function isPostgres(item: Json): boolean {
  return isEngine(textOf(own(item, 'Engine')), ...clusterEngines) === true;
}

function groupsOf(instances: readonly Json[]): readonly string[] {
  const used = instances.filter(isPostgres).flatMap((item) => itemsOf(item, 'DBParameterGroups'));
  return distinct(textsOf(used, 'DBParameterGroupName'));
}
