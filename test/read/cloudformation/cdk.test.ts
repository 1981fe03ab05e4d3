import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { App, Aws, CfnCondition, CfnOutput, CfnParameter, Duration, Fn, NestedStack, Stack, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Fact, Reading } from '../../../lib/core/fact';
import { kinds } from '../../../lib/kinds';
import { readTemplates, type Template } from '../../../lib/read/cloudformation/read';
import type { JsonObject } from '../../../lib/read/json';

// AWS CDK's own validation of templates takes 15 s to start (facts: cdk.md 3.1).
process.env.CDK_VALIDATION = 'false';

/** Synthesises an app for real and reads its templates as its manifest lists them, nested ones too. */
function synthesised(build: (app: App) => void): readonly Reading[] {
  const outdir = mkdtempSync(path.join(os.tmpdir(), 'holdfast-cdk-'));
  try {
    // What the command `cdk` sets.
    const context = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };
    const app = new App({ outdir, analyticsReporting: false, context });
    build(app);
    const { stacks } = app.synth();
    const listed = stacks.map((stack): Template => ({
      document: stack.templateFile,
      body: stack.template as JsonObject,
      stackName: stack.stackName,
      account: stack.environment.account,
      region: stack.environment.region,
    }));
    const nested = readdirSync(outdir)
      .filter((file) => file.endsWith('.nested.template.json'))
      .map((document) => ({
        document,
        body: JSON.parse(readFileSync(path.join(outdir, document), 'utf8')) as JsonObject,
      }));
    return readTemplates([...listed, ...nested], kinds);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The fact of a construct, by its path without `Resource`. */
function at(readings: readonly Reading[], construct: string, kind?: string): Fact {
  const found = readings
    .flatMap(({ facts }) => facts)
    .filter((one) => one.location?.construct === construct && (kind === undefined || one.kind === kind));
  const [fact] = found;
  if (fact === undefined) throw new Error(`no fact of ${construct}`);
  return fact;
}

const env = { account: '012345678901', region: 'eu-west-1' };
const postgres16 = rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16_4 });
const aurora16 = rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 });
const linked = (to: Fact): object => ({ state: 'linked', to: { id: to.id } });
const known = (value: unknown): object => ({ state: 'known', value });

describe('an app of L2 constructs', () => {
  const readings = synthesised((app) => {
    const stack = new Stack(app, 'Shop', { env, stackName: 'shop-prod' });
    // The types of AWS CDK are not made for `exactOptionalPropertyTypes`.
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) as ec2.IVpc;
    const alb = new elb.ApplicationLoadBalancer(stack, 'Alb', { vpc, idleTimeout: Duration.seconds(120) });
    const targets = new elb.ApplicationTargetGroup(stack, 'Api', {
      vpc,
      port: 80,
      deregistrationDelay: Duration.seconds(30),
    });
    alb.addListener('Http', { port: 80, open: false, defaultTargetGroups: [targets] });
    new elb.ApplicationLoadBalancer(stack, 'Default', { vpc });

    const nlb = new elb.NetworkLoadBalancer(stack, 'Nlb', { vpc });
    const flows = new elb.NetworkTargetGroup(stack, 'Flows', { vpc, port: 5432 });
    nlb.addListener('Pg', { port: 5432, defaultTargetGroups: [flows], tcpIdleTimeout: Duration.seconds(600) });

    const db = new rds.DatabaseInstance(stack, 'Db', {
      engine: postgres16,
      vpc,
      parameters: { statement_timeout: '30000' },
    });
    new rds.DatabaseInstanceReadReplica(stack, 'Replica', {
      sourceDatabaseInstance: db,
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.MEDIUM),
      vpc,
    });
    const group = new rds.ParameterGroup(stack, 'Group', {
      engine: aurora16,
      parameters: { idle_session_timeout: '60000' },
    });
    const cluster = new rds.DatabaseCluster(stack, 'Cluster', {
      engine: aurora16,
      vpc,
      parameterGroup: group,
      writer: rds.ClusterInstance.provisioned('Writer'),
      readers: [rds.ClusterInstance.serverlessV2('Reader', { parameterGroup: group })],
    });
    const proxyOf = (id: string, target: rds.ProxyTarget): rds.DatabaseProxy =>
      new rds.DatabaseProxy(stack, id, {
        proxyTarget: target,
        vpc,
        secrets: [cluster.secret!],
        idleClientTimeout: Duration.minutes(15),
        borrowTimeout: Duration.seconds(30),
        initQuery: "SET statement_timeout = '20s'",
      });
    proxyOf('Proxy', rds.ProxyTarget.fromCluster(cluster));
    proxyOf('InstanceProxy', rds.ProxyTarget.fromInstance(db));
  });
  const fact = (construct: string, kind?: string): Fact => at(readings, construct, kind);

  it('is one reading that says where it came from', () => {
    expect(readings).toHaveLength(1);
    expect(readings[0]).toMatchObject({ document: 'Shop.template.json', source: 'template' });
  });

  it.each<[string, string, string, unknown]>([
    ['Shop/Alb', 'alb', 'idle_timeout', 120],
    ['Shop/Api', 'target-group', 'deregistration_delay', 30],
    ['Shop/Nlb/Pg', 'listener', 'tcp_idle_timeout', 600],
    ['Shop/Nlb/Pg', 'listener', 'port', 5432],
    ['Shop/Proxy', 'proxy', 'idle_client_timeout', 900],
    ['Shop/Proxy/ProxyTargetGroup', 'proxy-target-group', 'connection_borrow_timeout', 30],
    ['Shop/Proxy/ProxyTargetGroup', 'proxy-target-group', 'init_query', "SET statement_timeout = '20s'"],
    ['Shop/Db', 'instance', 'engine_version', '16.4'],
    ['Shop/Cluster', 'cluster', 'engine', 'aurora-postgresql'],
  ])('%s is a %s whose %s is %j', (construct, kind, setting, value) => {
    expect(fact(construct, kind).settings[setting]).toMatchObject(known(value));
  });

  it('leaves out what is not written', () => {
    expect(fact('Shop/Default', 'alb').settings.idle_timeout).toBeUndefined();
  });

  it.each<[string, string, string, string]>([
    ['Shop/Alb/Http', 'load_balancer', 'Shop/Alb', 'alb'],
    ['Shop/Alb/Http', 'target_groups', 'Shop/Api', 'target-group'],
    ['Shop/Nlb/Pg', 'load_balancer', 'Shop/Nlb', 'nlb'],
    ['Shop/Nlb/Pg', 'target_groups', 'Shop/Flows', 'target-group'],
    ['Shop/Db', 'parameter_group', 'Shop/Db/ParameterGroup', 'parameter-group'],
    ['Shop/Replica', 'replicate_source_db', 'Shop/Db', 'instance'],
    ['Shop/Cluster', 'cluster_parameter_group', 'Shop/Group', 'cluster-parameter-group'],
    ['Shop/Cluster/Writer', 'cluster', 'Shop/Cluster', 'cluster'],
    ['Shop/Cluster/Reader', 'cluster', 'Shop/Cluster', 'cluster'],
    ['Shop/Cluster/Reader', 'parameter_group', 'Shop/Group/InstanceParameterGroup', 'parameter-group'],
  ])('%s has its %s in %s', (construct, link, target, kind) => {
    // A listener and its load balancer lie below each other: only the first fact of the path is meant.
    expect(fact(construct).links[link]).toMatchObject([linked(fact(target, kind))]);
  });

  it('reads the rows of parameter groups', () => {
    expect(fact('Shop/Db/ParameterGroup').settings.parameters).toMatchObject(
      known([{ name: 'statement_timeout', value: '30000' }]),
    );
  });

  it('takes a target group of a proxy for its target too', () => {
    const target = fact('Shop/Proxy/ProxyTargetGroup', 'proxy-target');
    expect(target.links.proxy).toMatchObject([linked(fact('Shop/Proxy', 'proxy'))]);
    expect(target.links.cluster).toMatchObject([linked(fact('Shop/Cluster', 'cluster'))]);
    const instance = fact('Shop/InstanceProxy/ProxyTargetGroup', 'proxy-target');
    expect(instance.links.instance).toMatchObject([linked(fact('Shop/Db', 'instance'))]);
  });

  it('goes by logical id, construct path and stack', () => {
    const db = fact('Shop/Db');
    expect(db.names).toEqual(
      expect.arrayContaining([db.subject, 'Shop/Db', 'Shop/Db/Resource', `shop-prod/${db.subject}`]),
    );
    expect(db.identity).toMatchObject(env);
    expect(db.id).toBe(`Shop.template.json#${db.subject}`);
  });

  it('says of the password of the database nothing but that it is not read', () => {
    expect(JSON.stringify(readings)).not.toContain('{{resolve:');
  });

  it('says that roles are made elsewhere', () => {
    expect(readings[0]?.notes).toEqual([
      {
        what: 'Shop.template.json',
        why: 'CloudFormation makes no database roles, so what they set is not in the template; declare it under `declared.roles`, or check it with holdfast audit',
        level: 'info',
        location: { document: 'Shop.template.json' },
      },
    ]);
  });
});

describe('an app of several stacks', () => {
  const readings = synthesised((app) => {
    const data = new Stack(app, 'Data', { env });
    const group = new rds.CfnDBParameterGroup(data, 'Pg', {
      family: 'postgres16',
      description: 'of the orders',
      parameters: { statement_timeout: '30000' },
    });
    const db = new rds.CfnDBInstance(data, 'Db', { engine: 'postgres', dbParameterGroupName: group.ref });

    const edge = new Stack(app, 'Edge', { env });
    const idle = new CfnParameter(edge, 'Idle', { type: 'Number', default: 60 });
    const isLong = new CfnCondition(edge, 'IsLong', { expression: Fn.conditionEquals(Aws.REGION, 'eu-west-1') });
    const isProd = new CfnCondition(edge, 'IsProd', { expression: Fn.conditionEquals(idle.value, '60') });
    const alb = (id: string, value: string): elb.CfnLoadBalancer =>
      new elb.CfnLoadBalancer(edge, id, {
        type: 'application',
        loadBalancerAttributes: [{ key: 'idle_timeout.timeout_seconds', value }],
      });
    alb('OfParameter', Token.asString(idle.value));
    alb('OfRegion', Fn.conditionIf(isLong.logicalId, '400', '50').toString());
    alb('OfCondition', Fn.conditionIf(isProd.logicalId, '400', '50').toString());
    alb('Overridden', '60').addPropertyOverride('LoadBalancerAttributes.0.Value', '500');
    alb('Perhaps', '60').cfnOptions.condition = isProd;
    new rds.CfnDBInstance(edge, 'Other', { engine: 'postgres', dbParameterGroupName: group.ref });

    const inner = new NestedStack(edge, 'Inner');
    new rds.CfnDBInstance(inner, 'Db', { engine: 'postgres', dbParameterGroupName: group.ref });
    const innerGroup = new rds.CfnDBParameterGroup(inner, 'Pg', { family: 'postgres16', description: 'inner' });
    new rds.CfnDBInstance(edge, 'OfInner', { engine: 'postgres', dbParameterGroupName: innerGroup.ref });
    new rds.CfnDBInstance(edge, 'Replica', { sourceDbInstanceIdentifier: db.ref, engine: 'postgres' });

    const far = new Stack(app, 'Far', { env: { ...env, region: 'us-east-1' } });
    new rds.CfnDBInstance(far, 'Db', {
      engine: 'postgres',
      dbParameterGroupName: Fn.getStackOutput('Data', 'Named', 'eu-west-1'),
    });
    new CfnOutput(data, 'Named', { value: group.ref });
  });
  const fact = (construct: string): Fact => at(readings, construct);

  it.each([
    ['another stack', 'Edge/Other', 'Data/Pg'],
    ['a nested stack, from another stack', 'Edge/Inner/Db', 'Data/Pg'],
    ['outside a nested stack, from inside', 'Edge/OfInner', 'Edge/Inner/Pg'],
    ['another Region, asked for by name', 'Far/Db', 'Data/Pg'],
    ['its own stack', 'Data/Db', 'Data/Pg'],
  ])('has the group of %s', (_, instance, group) => {
    expect(fact(instance).links.parameter_group).toMatchObject([linked(fact(group))]);
  });

  it('finds the source of a replica in another stack', () => {
    expect(fact('Edge/Replica').links.replicate_source_db).toMatchObject([linked(fact('Data/Db'))]);
  });

  it.each([
    ['Edge/OfParameter', known(60)],
    ['Edge/OfRegion', known(400)],
    ['Edge/OfCondition', { state: 'one-of', candidates: [known(400), known(50)] }],
    ['Edge/Overridden', known(500)],
    ['Edge/Perhaps', known(60)],
  ])('%s', (construct, expected) => {
    expect(fact(construct).settings.idle_timeout).toMatchObject(expected);
  });

  it('says what it took for granted', () => {
    const notes = readings.flatMap((reading) =>
      reading.notes.filter(({ location }) => location?.pointer !== undefined),
    );
    expect(notes.map(({ what, level }) => [what, level])).toEqual([
      ['Perhaps', 'info'],
      ['parameter `Idle`', 'info'],
    ]);
  });
});
