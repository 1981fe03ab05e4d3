import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';

/** A web shop: public load balancer, Fargate service, RDS Proxy, PostgreSQL. */
export class Shop extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly idleTimeout?: Duration }) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Network', { maxAzs: 2, natGateways: 0 });
    const { PRIVATE_ISOLATED } = ec2.SubnetType;

    const task = new ecs.FargateTaskDefinition(this, 'Task');
    task.addContainer('Api', {
      image: ecs.ContainerImage.fromRegistry('shop/api'),
      portMappings: [{ containerPort: 8080 }],
      stopTimeout: Duration.seconds(100),
    });
    const api = new ecs.FargateService(this, 'Api', {
      cluster: new ecs.Cluster(this, 'Cluster', { vpc }),
      taskDefinition: task,
      vpcSubnets: { subnetType: PRIVATE_ISOLATED },
    });
    const lb = new elb.ApplicationLoadBalancer(this, 'Public', {
      vpc,
      internetFacing: true,
      idleTimeout: props.idleTimeout,
    });
    lb.addListener('Http', { port: 80 }).addTargets('Api', {
      port: 8080,
      targets: [api],
      deregistrationDelay: Duration.seconds(120),
    });

    const orders = new rds.DatabaseInstance(this, 'Orders', {
      engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.of('16.4', '16') }),
      vpc,
      vpcSubnets: { subnetType: PRIVATE_ISOLATED },
      storageEncrypted: true,
      parameters: { statement_timeout: '45000', client_connection_check_interval: '10000' },
    });
    orders.addProxy('Proxy', {
      vpc,
      vpcSubnets: { subnetType: PRIVATE_ISOLATED },
      secrets: orders.secret ? [orders.secret] : [],
      borrowTimeout: Duration.seconds(20),
    });
  }
}
