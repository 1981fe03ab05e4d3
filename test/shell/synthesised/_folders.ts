import type { World } from '../world';

/** A stack of that id as CDKTF writes it, with a load balancer of that idle timeout and a database. */
export function stack(idleTimeout: number, name = 'public', id = 'shop'): string {
  const at = (path: string): object => ({ '//': { metadata: { path: `${id}/${path}`, uniqueId: path } } });
  return JSON.stringify({
    '//': { metadata: { backend: 'local', stackName: id, version: '0.21.0' }, outputs: {} },
    provider: { aws: [{ region: 'eu-west-1' }] },
    resource: {
      aws_lb: { [name]: { ...at(name), name, load_balancer_type: 'application', idle_timeout: idleTimeout } },
      aws_db_instance: {
        orders: { ...at('orders'), identifier: 'orders', engine: 'postgres', engine_version: '16.4' },
      },
    },
    terraform: { backend: { local: { path: 'terraform.shop.tfstate' } } },
  });
}

/** A template with a load balancer of that idle timeout, by a logical id of that name. */
export function template(idleTimeout: number, logicalId = 'Public', more: object = {}): string {
  return JSON.stringify({
    Resources: {
      [logicalId]: {
        Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        Properties: {
          Type: 'application',
          LoadBalancerAttributes: [{ Key: 'idle_timeout.timeout_seconds', Value: String(idleTimeout) }],
        },
      },
      ...more,
    },
  });
}

/** The manifest of a CDKTF app with stacks in these files. */
export function cdktfManifest(files: { readonly [stack: string]: string }): string {
  const stacks = Object.entries(files).map(([name, file]) => [
    name,
    { name, constructPath: name, synthesizedStackPath: file, workingDirectory: 'stacks', annotations: [] },
  ]);
  return JSON.stringify({ stacks: Object.fromEntries(stacks) as object, version: '0.21.0' });
}

/** The manifest of a CDK app with stacks in these files, and stages in these folders. */
export function cdkManifest(
  files: { readonly [stack: string]: string },
  stages: readonly string[] = [],
  more = {},
): string {
  const stacks = Object.entries(files).map(([id, templateFile]) => [
    id,
    { type: 'aws:cloudformation:stack', environment: 'aws://123456789012/eu-west-1', properties: { templateFile } },
  ]);
  const nested = stages.map((directoryName) => [
    directoryName,
    { type: 'cdk:cloud-assembly', properties: { directoryName } },
  ]);
  return JSON.stringify({
    version: '55.0.0',
    artifacts: Object.fromEntries([...stacks, ...nested]) as object,
    ...more,
  });
}

/** Writes files into a folder of a world. */
export function fill({ write }: World, folder: string, files: { readonly [name: string]: string }): void {
  for (const [name, text] of Object.entries(files)) write(`${folder}/${name}`, text);
}
