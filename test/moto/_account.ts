import { CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  type ProtocolEnum,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  CreateDBClusterCommand,
  CreateDBClusterParameterGroupCommand,
  CreateDBInstanceCommand,
  CreateDBParameterGroupCommand,
  CreateDBProxyCommand,
  ModifyDBClusterParameterGroupCommand,
  ModifyDBParameterGroupCommand,
  RDSClient,
  RegisterDBProxyTargetsCommand,
  type Parameter,
} from '@aws-sdk/client-rds';

/** Who changes one Region of the account: the SDK's own clients, as its users have them. */
export type Owner = {
  readonly region: string;
  readonly ec2: EC2Client;
  readonly elb: ElasticLoadBalancingV2Client;
  readonly rds: RDSClient;
};

export function ownerOf(url: string, region: string): Owner {
  const given = {
    region,
    endpoint: url,
    credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' },
    // Nothing that is created here may be created twice.
    maxAttempts: 1,
  };
  return {
    region,
    ec2: new EC2Client(given),
    elb: new ElasticLoadBalancingV2Client(given),
    rds: new RDSClient(given),
  };
}

export function dismiss({ ec2, elb, rds }: Owner): void {
  for (const client of [ec2, elb, rds]) client.destroy();
}

/** A VPC with a subnet in each of two zones: what load balancers and proxies stand in. */
export type Network = { readonly vpc: string; readonly subnets: readonly string[] };

export async function createNetwork({ ec2, region }: Owner): Promise<Network> {
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  const vpc = Vpc!.VpcId!;
  const subnets: string[] = [];
  for (const [at, zone] of ['a', 'b'].entries()) {
    const { Subnet } = await ec2.send(
      new CreateSubnetCommand({
        VpcId: vpc,
        CidrBlock: `10.0.${String(at)}.0/24`,
        AvailabilityZone: `${region}${zone}`,
      }),
    );
    subnets.push(Subnet!.SubnetId!);
  }
  return { vpc, subnets };
}

/** A load balancer with one listener in front of one target group of its own name: their ARNs. */
export type Balancer = { readonly arn: string; readonly listener: string; readonly targetGroup: string };

export async function createBalancer(
  { elb }: Owner,
  { vpc, subnets }: Network,
  name: string,
  { type, protocol, port }: { type: 'application' | 'network'; protocol: ProtocolEnum; port: number },
): Promise<Balancer> {
  const made = await elb.send(
    new CreateLoadBalancerCommand({ Name: name, Type: type, Scheme: 'internal', Subnets: [...subnets] }),
  );
  const arn = made.LoadBalancers![0]!.LoadBalancerArn!;
  const { TargetGroups } = await elb.send(
    new CreateTargetGroupCommand({ Name: name, Protocol: protocol, Port: port, VpcId: vpc, TargetType: 'ip' }),
  );
  const targetGroup = TargetGroups![0]!.TargetGroupArn!;
  const { Listeners } = await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: arn,
      Protocol: protocol,
      Port: port,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroup }],
    }),
  );
  return { arn, listener: Listeners![0]!.ListenerArn!, targetGroup };
}

/** Values by name, as a parameter group takes them. */
export type Values = Readonly<Record<string, string>>;

export async function createGroup(owner: Owner, name: string, family: string, values: Values): Promise<void> {
  const named = { DBParameterGroupName: name, DBParameterGroupFamily: family, Description: name };
  await owner.rds.send(new CreateDBParameterGroupCommand(named));
  await setInGroup(owner, name, values);
}

export async function setInGroup({ rds }: Owner, name: string, values: Values): Promise<void> {
  const Parameters = rows(values);
  if (Parameters.length > 0)
    await rds.send(new ModifyDBParameterGroupCommand({ DBParameterGroupName: name, Parameters }));
}

export async function createClusterGroup(owner: Owner, name: string, family: string, values: Values): Promise<void> {
  const named = { DBClusterParameterGroupName: name, DBParameterGroupFamily: family, Description: name };
  await owner.rds.send(new CreateDBClusterParameterGroupCommand(named));
  await setInClusterGroup(owner, name, values);
}

export async function setInClusterGroup({ rds }: Owner, name: string, values: Values): Promise<void> {
  const named = { DBClusterParameterGroupName: name, Parameters: rows(values) };
  await rds.send(new ModifyDBClusterParameterGroupCommand(named));
}

function rows(values: Values): Parameter[] {
  return Object.entries(values).map(([ParameterName, ParameterValue]) => ({
    ParameterName,
    ParameterValue,
    ApplyMethod: 'immediate',
  }));
}

/** RDS for PostgreSQL 16 with that parameter group. */
export async function createInstance({ rds }: Owner, name: string, group: string): Promise<void> {
  await rds.send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: name,
      DBInstanceClass: 'db.t3.medium',
      Engine: 'postgres',
      EngineVersion: '16.4',
      AllocatedStorage: 20,
      DBParameterGroupName: group,
      MasterUsername: 'postgres',
      MasterUserPassword: password,
      Tags: [{ Key: 'service', Value: name }],
    }),
  );
}

/** Aurora PostgreSQL 16 with a parameter group for itself, and two instances with one for them. */
export async function createCluster(
  { rds }: Owner,
  name: string,
  groups: { readonly cluster: string; readonly instances: string },
): Promise<void> {
  const aurora = { Engine: 'aurora-postgresql', EngineVersion: '16.4' };
  await rds.send(
    new CreateDBClusterCommand({
      DBClusterIdentifier: name,
      DBClusterParameterGroupName: groups.cluster,
      MasterUsername: 'postgres',
      MasterUserPassword: password,
      ...aurora,
    }),
  );
  for (const member of [`${name}-1`, `${name}-2`]) {
    await rds.send(
      new CreateDBInstanceCommand({
        DBInstanceIdentifier: member,
        DBClusterIdentifier: name,
        DBInstanceClass: 'db.r6g.large',
        DBParameterGroupName: groups.instances,
        ...aurora,
      }),
    );
  }
}

/** No output may ever show it. */
export const password = 'kept-to-themselves';

/** A proxy in front of an instance or a cluster; its ARN. */
export async function createProxy(
  { rds, region }: Owner,
  { subnets }: Network,
  name: string,
  to: { readonly DBInstanceIdentifiers: string[] } | { readonly DBClusterIdentifiers: string[] },
): Promise<string> {
  const secret = `arn:aws:secretsmanager:${region}:123456789012:secret:${name}`;
  const { DBProxy } = await rds.send(
    new CreateDBProxyCommand({
      DBProxyName: name,
      EngineFamily: 'POSTGRESQL',
      Auth: [{ AuthScheme: 'SECRETS', SecretArn: secret, IAMAuth: 'DISABLED' }],
      RoleArn: 'arn:aws:iam::123456789012:role/proxy',
      VpcSubnetIds: [...subnets],
      IdleClientTimeout: 1800,
    }),
  );
  await rds.send(new RegisterDBProxyTargetsCommand({ DBProxyName: name, TargetGroupName: 'default', ...to }));
  return DBProxy!.DBProxyArn!;
}
