import { kinds } from '../../kinds';
import type { Json } from '../../core/setting';
import { own, textOf } from '../../read/json';
import type { Asks, List } from './asks';
import { distinct, found, listed, type Found, type Part, type Type } from './found';
import { fields } from './shape';

/** The PostgreSQL parameters that are judged. */
export const judged: ReadonlySet<string> = new Set(
  kinds.flatMap(({ session }) => Object.keys(session?.parameters ?? {})),
);

const row = fields('ParameterName', 'ParameterValue', 'Source', 'ApplyType', 'ApplyMethod');

/** One of the two sorts of parameter groups: where they are listed, and where their rows are. */
type Groups = {
  readonly list: 'DescribeDBParameterGroups' | 'DescribeDBClusterParameterGroups';
  readonly rows: 'DescribeDBParameters' | 'DescribeDBClusterParameters';
  /** The field with the group's name, in the list, and in the request for rows. */
  readonly name: 'DBParameterGroupName' | 'DBClusterParameterGroupName';
  readonly resource: Type;
};

export const instanceGroups: Groups = {
  list: 'DescribeDBParameterGroups',
  rows: 'DescribeDBParameters',
  name: 'DBParameterGroupName',
  resource: {
    type: 'rds:pg',
    arn: 'DBParameterGroupArn',
    shape: fields('DBParameterGroupName', 'DBParameterGroupArn', 'DBParameterGroupFamily'),
  },
};

export const clusterGroups: Groups = {
  list: 'DescribeDBClusterParameterGroups',
  rows: 'DescribeDBClusterParameters',
  name: 'DBClusterParameterGroupName',
  resource: {
    type: 'rds:cluster-pg',
    arn: 'DBClusterParameterGroupArn',
    shape: fields('DBClusterParameterGroupName', 'DBClusterParameterGroupArn', 'DBParameterGroupFamily'),
  },
};

/** The groups of these names, with the rows of the parameters that are judged. */
export async function readGroups(
  asks: Asks<'rds'>,
  groups: Groups,
  names: readonly string[],
): Promise<readonly Found[]> {
  const used = distinct(names);
  if (used.length === 0) return [];
  const list = await asks.all(groups.list);
  const byName = new Map(list.items.map((item) => [textOf(own(item, groups.name)), item] as const));
  const read = await Promise.all(used.map((name) => readGroup(asks, groups, name, byName.get(name), list)));
  return read.flat();
}

async function readGroup(
  asks: Asks<'rds'>,
  { rows, name: field, resource }: Groups,
  name: string,
  item: Json | undefined,
  { missing }: List,
): Promise<readonly Found[]> {
  // Without the list the group still has its name and its rows; only its family is not known.
  const family: readonly Part[] =
    item === undefined ? [{ field: 'DBParameterGroupFamily', value: undefined, missing }] : [];
  const parameters = isDefault(name)
    ? await engineDefaults(asks, rows, item)
    : await rowsOf(asks, rows, { [field]: name }, name);
  return found(resource, item ?? { [field]: name }, [...family, ...parameters]);
}

/** "default." begins the name of a group that AWS keeps, and whose values nobody can change. */
function isDefault(name: string): boolean {
  return name.startsWith('default.');
}

/**
 * What a default group holds. That is documented, so where the call fails nothing is left open. There is no such call with a
 * filter for the groups of clusters.
 */
async function engineDefaults(
  asks: Asks<'rds'>,
  rows: Groups['rows'],
  item: Json | undefined,
): Promise<readonly Part[]> {
  const family = textOf(own(item, 'DBParameterGroupFamily'));
  if (family === undefined || rows === 'DescribeDBClusterParameters') return [];
  const [part] = await rowsOf(asks, 'DescribeEngineDefaultParameters', { DBParameterGroupFamily: family }, family);
  return part?.missing === null ? [part] : [];
}

/** "Only up to 100 unique filter values may be specified per filter": the error of RDS, as in cloud-custodian#10133. */
const perFilter = 100;

async function rowsOf(
  asks: Asks<'rds'>,
  action: Groups['rows'] | 'DescribeEngineDefaultParameters',
  input: object,
  subject: string,
): Promise<readonly Part[]> {
  const names = [...judged];
  const chunks = Array.from({ length: Math.ceil(names.length / perFilter) }, (_, at) =>
    names.slice(at * perFilter, (at + 1) * perFilter),
  );
  const lists = await Promise.all(
    chunks.map((Values) => asks.all(action, { ...input, Filters: [{ Name: 'parameter-name', Values }] }, subject)),
  );
  // Not every server heeds the filter.
  const items = lists
    .flatMap((list) => list.items)
    .filter((item) => judged.has(textOf(own(item, 'ParameterName')) ?? ''));
  const missing = lists.find((list) => list.missing !== null)?.missing ?? null;
  return [listed('Parameters', { items, missing }, row)];
}
