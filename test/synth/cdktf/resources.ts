// The example's resources, by the classes of the prebuilt providers. Each from its own folder: the whole package takes seconds.
export { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
export { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group';
export { DbProxy } from '@cdktf/provider-aws/lib/db-proxy';
export { DbProxyDefaultTargetGroup } from '@cdktf/provider-aws/lib/db-proxy-default-target-group';
export { DbProxyTarget } from '@cdktf/provider-aws/lib/db-proxy-target';
export { EcsService } from '@cdktf/provider-aws/lib/ecs-service';
export { Lb } from '@cdktf/provider-aws/lib/lb';
export { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
export { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
export { AwsProvider } from '@cdktf/provider-aws/lib/provider';
export { PostgresqlProvider } from '@cdktf/provider-postgresql/lib/provider';
export { Role } from '@cdktf/provider-postgresql/lib/role';
