import type { Json } from '../../core/setting';
import { own, textOf } from '../../read/json';
import type { Asks } from './asks';
import { found, listed, type Found, type Part, type Type } from './found';
import { shownInitQuery } from './init-query';
import { judged } from './rds-groups';
import { fields, shaped } from './shape';

/** Never `Auth`, which names secrets. */
const proxy: Type = {
  type: 'rds:db-proxy',
  arn: 'DBProxyArn',
  shape: fields('DBProxyName', 'DBProxyArn', 'Status', 'EngineFamily', 'Endpoint', 'RequireTLS', 'IdleClientTimeout'),
};

const pool = fields(
  'MaxConnectionsPercent',
  'MaxIdleConnectionsPercent',
  'ConnectionBorrowTimeout',
  'SessionPinningFilters',
);

const targetGroup: Type = {
  type: 'rds:target-group',
  arn: 'TargetGroupArn',
  shape: {
    ...fields('DBProxyName', 'TargetGroupName', 'TargetGroupArn', 'IsDefault', 'Status'),
    ConnectionPoolConfig: pool,
  },
};

const endpoint: Type = {
  type: 'rds:db-proxy-endpoint',
  arn: 'DBProxyEndpointArn',
  shape: fields(
    'DBProxyEndpointName',
    'DBProxyEndpointArn',
    'DBProxyName',
    'Status',
    'Endpoint',
    'TargetRole',
    'IsDefault',
  ),
};

const target = fields('TargetArn', 'RdsResourceId', 'TrackedClusterId', 'Type', 'Role', 'Endpoint', 'Port');

/** Proxies, their endpoints, and their target groups with what those lead to. */
export async function readProxies(asks: Asks<'rds'>): Promise<readonly Found[]> {
  const { items } = await asks.all('DescribeDBProxies');
  const read = await Promise.all(items.map((item) => readProxy(asks, item)));
  return read.flat();
}

async function readProxy(asks: Asks<'rds'>, item: Json): Promise<readonly Found[]> {
  const DBProxyName = textOf(own(item, 'DBProxyName')) ?? '';
  const [groups, endpoints, tags] = await Promise.all([
    asks.all('DescribeDBProxyTargetGroups', { DBProxyName }, DBProxyName),
    asks.all('DescribeDBProxyEndpoints', { DBProxyName }, DBProxyName),
    tagsOf(asks, item),
  ]);
  const open = (field: string, { missing }: { missing: Part['missing'] }): Part => ({
    field,
    value: undefined,
    missing,
  });
  const self = found(proxy, item, [...tags, open('TargetGroups', groups), open('DBProxyEndpoints', endpoints)]);
  if (self.length === 0) return [];
  const inGroups = await Promise.all(groups.items.map((group) => readGroup(asks, group, DBProxyName)));
  return [...self, ...inGroups.flat(), ...endpoints.items.flatMap((one) => found(endpoint, one))];
}

async function tagsOf(asks: Asks<'rds'>, item: Json): Promise<readonly Part[]> {
  const ResourceName = textOf(own(item, 'DBProxyArn'));
  if (ResourceName === undefined) return [];
  const { answer, missing } = await asks.one('ListTagsForResource', { ResourceName }, ResourceName);
  return [{ field: 'TagList', value: shaped(own(answer, 'TagList'), fields('Key', 'Value')), missing }];
}

async function readGroup(asks: Asks<'rds'>, item: Json, DBProxyName: string): Promise<readonly Found[]> {
  const TargetGroupName = textOf(own(item, 'TargetGroupName'));
  const input = TargetGroupName === undefined ? { DBProxyName } : { DBProxyName, TargetGroupName };
  const targets = await asks.all('DescribeDBProxyTargets', input, textOf(own(item, 'TargetGroupArn')) ?? DBProxyName);
  return found(targetGroup, item, [...poolWithInitQuery(item), listed('Targets', targets, target)]);
}

/** The init query is SQL that people write secrets into: of it only what sets a judged parameter is shown. */
function poolWithInitQuery(item: Json): readonly Part[] {
  const config = own(item, 'ConnectionPoolConfig');
  const sql = own(config, 'InitQuery');
  const kept = shaped(config, pool);
  if (typeof sql !== 'string' || typeof kept !== 'object' || kept === null) return [];
  return [{ field: 'ConnectionPoolConfig', value: { ...kept, InitQuery: shownInitQuery(sql, judged) }, missing: null }];
}
