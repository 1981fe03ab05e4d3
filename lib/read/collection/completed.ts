import { table } from '../../core/setting';
import { isObject, items, own, textOf, type JsonObject } from '../json';
import type { Region, Resource } from './form';

/** A Region whose resources are complete in themselves. */
export function completed(region: Region): Region {
  const members = membersIn(region);
  return {
    ...region,
    resources: region.resources.flatMap((resource) => {
      switch (resource.type) {
        case 'rds:db':
          return [asMember(resource, members)];
        case 'rds:db-proxy':
          return withPool(resource, region);
        default:
          return [resource];
      }
    }),
  };
}

type Members = ReadonlyMap<string, JsonObject>;

function membersIn(region: Region): Members {
  return new Map(
    region.resources
      .filter(({ type }) => type === 'rds:cluster')
      .flatMap(({ answer }) =>
        items(own(answer, 'DBClusterMembers')).flatMap((member) =>
          isObject(member)
            ? [[keyOf(own(answer, 'DBClusterIdentifier'), own(member, 'DBInstanceIdentifier')), member]]
            : [],
        ),
      ),
  );
}

function keyOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}

const ofMembers = ['IsClusterWriter', 'DBClusterParameterGroupStatus'] as const;

/** A cluster says of its instances which one writes, and whether its parameter group runs there. */
function asMember(resource: Resource, members: Members): Resource {
  const { answer, unread } = resource;
  const cluster = textOf(own(answer, 'DBClusterIdentifier'));
  if (cluster === undefined) return resource;
  const member = members.get(keyOf(cluster, own(answer, 'DBInstanceIdentifier')));
  if (member === undefined)
    return {
      ...resource,
      unread: table([...Object.entries(unread), ...ofMembers.map((field) => [field, null] as const)]),
    };
  return {
    ...resource,
    answer: { ...answer, ...Object.fromEntries(ofMembers.flatMap((field) => entryOf(member, field))) },
  };
}

function entryOf(member: JsonObject, field: string) {
  const value = own(member, field);
  return value === undefined ? [] : [[field, value] as const];
}

/** AWS makes a target group with every proxy: one that was not read is there all the same, and nothing of it is known. */
function withPool(proxy: Resource, { resources }: Region): readonly Resource[] {
  const name = textOf(own(proxy.answer, 'DBProxyName'));
  const isRead = resources.some(
    ({ type, answer }) => type === 'rds:target-group' && own(answer, 'DBProxyName') === (name ?? null),
  );
  if (name === undefined || isRead) return [proxy];
  const why = proxy.unread.TargetGroups ?? null;
  const open = ['ConnectionPoolConfig', 'Targets'].map((field) => [field, why] as const);
  return [
    proxy,
    { type: 'rds:target-group', arn: null, answer: { DBProxyName: name }, unread: table(open), pointer: proxy.pointer },
  ];
}
