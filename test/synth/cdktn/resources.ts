// The example's resources, by the classes of the prebuilt provider. CDK Terrain has none for PostgreSQL: `cdktn provider add`
// generates those, and needs the provider itself for it, so the example's stand-ins stay.
export { Lb } from '@cdktn/provider-aws/lib/lb';
export { LbListener } from '@cdktn/provider-aws/lib/lb-listener';
export { LbTargetGroup } from '@cdktn/provider-aws/lib/lb-target-group';
export { AwsProvider } from '@cdktn/provider-aws/lib/provider';
export { RdsCluster } from '@cdktn/provider-aws/lib/rds-cluster';
export { RdsClusterInstance } from '@cdktn/provider-aws/lib/rds-cluster-instance';
export { RdsClusterParameterGroup } from '@cdktn/provider-aws/lib/rds-cluster-parameter-group';
export { PostgresqlProvider, Role } from './stand-ins';
