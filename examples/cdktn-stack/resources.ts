// Stand-ins for the classes of the prebuilt providers, so that this example needs no 400 MB of them: same names, same
// properties, same JSON. A real stack imports the classes, each from its own folder, since the whole package takes
// seconds to load. PostgreSQL's classes are generated: `cdktn provider add cyrilgdn/postgresql`.
//
//   import { Lb } from '@cdktn/provider-aws/lib/lb';
//   import { RdsCluster } from '@cdktn/provider-aws/lib/rds-cluster';
import { TerraformProvider, TerraformResource } from 'cdktn';
import type { Construct } from 'constructs';

type Properties = Readonly<Record<string, unknown>>;

/** `idleTimeout` is `idle_timeout` in Terraform, in blocks too. */
function attributes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(attributes);
  if (typeof value !== 'object' || value === null) return value;
  const named = Object.entries(value).map(([name, one]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    attributes(one),
  ]);
  return Object.fromEntries(named) as Properties;
}

function provider(name: string, source: string) {
  return class extends TerraformProvider {
    constructor(
      scope: Construct,
      id: string,
      private readonly properties: Properties,
    ) {
      super(scope, id, {
        terraformResourceType: name,
        terraformProviderSource: source,
        terraformGeneratorMetadata: { providerName: name },
      });
    }

    protected override synthesizeAttributes(): Properties {
      return attributes(this.properties) as Properties;
    }
  };
}

function resource(type: string) {
  const [providerName] = type.split('_') as [string];
  return class extends TerraformResource {
    constructor(
      scope: Construct,
      id: string,
      private readonly properties: Properties,
    ) {
      super(scope, id, { terraformResourceType: type, terraformGeneratorMetadata: { providerName } });
    }

    get arn(): string {
      return this.getStringAttribute('arn');
    }

    get name(): string {
      return this.getStringAttribute('name');
    }

    protected override synthesizeAttributes(): Properties {
      return attributes(this.properties) as Properties;
    }
  };
}

export const AwsProvider = provider('aws', 'hashicorp/aws');
export const PostgresqlProvider = provider('postgresql', 'cyrilgdn/postgresql');

export const Lb = resource('aws_lb');
export const LbListener = resource('aws_lb_listener');
export const LbTargetGroup = resource('aws_lb_target_group');
export const RdsClusterInstance = resource('aws_rds_cluster_instance');
export const RdsClusterParameterGroup = resource('aws_rds_cluster_parameter_group');
export const Role = resource('postgresql_role');

export class RdsCluster extends resource('aws_rds_cluster') {
  get clusterIdentifier(): string {
    return this.getStringAttribute('cluster_identifier');
  }

  get endpoint(): string {
    return this.getStringAttribute('endpoint');
  }
}
