import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as cdktf from 'cdktf';
import * as cdktn from 'cdktn';
import type { Construct } from 'constructs';
import type { ConstructLike, HostOptions } from '../../../lib/cdktf';

/** What both forks export; their types are the same but for their names. */
export type Fork = typeof cdktf;
export const forks: readonly (readonly [string, Fork])[] = [
  ['cdktf', cdktf],
  ['cdktn', cdktn as unknown as Fork],
];

export type Attributes = Record<string, unknown>;
export type Resource = InstanceType<Fork['TerraformResource']> & { attributes: Attributes };

/** A resource as bindings make it, in three lines: what is set on it is what it synthesises. */
export function resource(fork: Fork, scope: Construct, id: string, type: string, attributes: Attributes): Resource {
  class Bound extends fork.TerraformResource {
    attributes: Attributes = attributes;
    protected override synthesizeAttributes(): Attributes {
      return this.attributes;
    }
  }
  return new Bound(scope, id, { terraformResourceType: type });
}

/** The promise of every program here: a request of 90 s over a load balancer, whose own default is 60 s. */
export const config = {
  version: 1,
  workloads: [
    {
      name: 'checkout-api',
      maxQueryDuration: '30s',
      request: { maxDuration: '90s' },
      path: [{ alb: 'aws_lb.public' }, { client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
    },
  ],
};
export const options: HostOptions = { config };

/** A database on which nothing cuts, with a parameter group of its own. */
export function database(fork: Fork, scope: Construct): { group: Resource; instance: Resource } {
  const group = resource(fork, scope, 'pg', 'aws_db_parameter_group', {
    name: 'orders-pg16',
    family: 'postgres16',
    parameter: [
      { name: 'statement_timeout', value: '60000' },
      { name: 'client_connection_check_interval', value: '10000' },
    ],
  });
  const instance = resource(fork, scope, 'orders', 'aws_db_instance', {
    identifier: 'orders',
    engine: 'postgres',
    engine_version: '16.4',
    parameter_group_name: group.getStringAttribute('name'),
  });
  return { group, instance };
}

/** An app with one stack `shop`, which holds the load balancer and the database. */
export function shop(
  fork: Fork,
  attributes: Attributes = {},
  appConfig: cdktf.AppConfig = {},
): { app: cdktf.App; stack: cdktf.TerraformStack; lb: Resource; group: Resource; instance: Resource } {
  const app = new fork.App({ outdir: outdir(), ...appConfig });
  const stack = new fork.TerraformStack(app, 'shop');
  const lb = resource(fork, stack, 'public', 'aws_lb', { name: 'public', ...attributes });
  return { app, stack, lb, ...database(fork, stack) };
}

/** The annotations of a construct and all below it, as `PATH LEVEL TEXT`. */
export function annotations(construct: ConstructLike): readonly string[] {
  const own = construct.node.metadata
    .filter(({ type }) => type.startsWith('@cdktf/'))
    .map(({ type, data }) => `${construct.node.path} ${type.slice('@cdktf/'.length)} ${String(data)}`);
  return [...own, ...construct.node.children.flatMap(annotations)];
}

/** Those of one level. */
export function annotated(construct: ConstructLike, level: 'error' | 'warn' | 'info'): readonly string[] {
  return annotations(construct).filter((one) => one.split(' ')[1] === level);
}

/** The message with which a synthesis ends; empty where it succeeds. */
export function failureOf(synth: () => unknown): string {
  try {
    synth();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const folders: string[] = [];

/** A folder for what is written, gone when the tests are. */
export function outdir(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-cdktf-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
