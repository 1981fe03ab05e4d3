import type { Json } from '../../core/setting';
import { items } from '../../read/json';
import type { Asks } from './asks';
import { found, itemsOf, type Found, type Type } from './found';
import { fields } from './shape';

const service: Type = {
  type: 'ecs:service',
  arn: 'serviceArn',
  shape: {
    ...fields('serviceName', 'serviceArn', 'clusterArn', 'status'),
    loadBalancers: fields('targetGroupArn', 'loadBalancerName'),
    tags: fields('key', 'value'),
  },
};

/** "You may specify up to 10 services to describe in a single operation." (API model of ECS, `DescribeServices`) */
const perCall = 10;

/** ECS services, with the target groups that they register in. Never task definitions, whose environment may hold secrets. */
export async function readServices(asks: Asks<'ecs'>): Promise<readonly Found[]> {
  const clusters = await asks.all('ListClusters');
  const read = await Promise.all(texts(clusters.items).map((cluster) => readCluster(asks, cluster)));
  return read.flat();
}

async function readCluster(asks: Asks<'ecs'>, cluster: string): Promise<readonly Found[]> {
  const list = await asks.all('ListServices', { cluster }, cluster);
  const arns = texts(list.items);
  const chunks = Array.from({ length: Math.ceil(arns.length / perCall) }, (_, at) =>
    arns.slice(at * perCall, (at + 1) * perCall),
  );
  const answers = await Promise.all(
    chunks.map((services) => asks.one('DescribeServices', { cluster, services, include: ['TAGS'] }, cluster)),
  );
  return answers.flatMap(({ answer }) => itemsOf(answer, 'services').flatMap((item) => found(service, item)));
}

function texts(list: readonly Json[]): readonly string[] {
  return items(list).filter((one) => typeof one === 'string');
}
