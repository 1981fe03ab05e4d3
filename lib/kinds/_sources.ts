/** The API model of an AWS service, by service and API version: the freshest text that AWS publishes. */
function api(service: string, version: string): string {
  return `https://github.com/boto/botocore/blob/develop/botocore/data/${service}/${version}/service-2.json`;
}

/** A page of the Terraform AWS provider's documentation. */
export function provider(page: string): string {
  return `https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/${page}.html.markdown`;
}

/** A page of the PostgreSQL manual. */
export function manual(page: string, version = 'current'): string {
  return `https://www.postgresql.org/docs/${version}/${page}.html`;
}

export const elbApi = api('elbv2', '2015-12-01');
export const classicElbApi = api('elb', '2012-06-01');
export const rdsApi = api('rds', '2014-10-31');
export const firewallApi = api('network-firewall', '2020-11-12');
export const ecsApi = api('ecs', '2014-11-13');
export const ec2Api = api('ec2', '2016-11-15');

export const albTroubleshooting =
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html';
export const nlbGuide = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html';
export const nlbIdleTimeout =
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html';
export const gwlbIdleTimeout =
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/update-idle-timeout.html';
export const nlbTargetGroups =
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html';
export const nlbUnhealthyDraining = 'https://repost.aws/articles/ARRGfqON8OTXeENJAkkYJJcg';
export const classicIdleTimeout =
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-idle-timeout.html';
export const classicDraining = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html';
export const natTroubleshooting = 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html';
export const longTcp =
  'https://aws.amazon.com/blogs/networking-and-content-delivery/implementing-long-running-tcp-connections-within-vpc-networking/';
export const deadConnections =
  'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.DeadConnectionHandling.html';
export const proxyConnections =
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html';
export const recordedParameters =
  'https://github.com/cloud-custodian/cloud-custodian/tree/main/tests/data/placebo/test_rds_param_filter';
export const auroraParameters =
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Reference.ParameterGroups.html';
export const pgbouncer = 'https://github.com/pgbouncer/pgbouncer/blob/master/doc/config.md';
export const linuxTcp = 'https://docs.kernel.org/networking/ip-sysctl.html';
export const roleProvider =
  'https://github.com/cyrilgdn/terraform-provider-postgresql/blob/main/postgresql/resource_postgresql_role.go';
export const beanstalkOptions = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html';
export const appRunnerGuide = 'https://docs.aws.amazon.com/apprunner/latest/dg/develop.html';

export const lambdaApi = api('lambda', '2015-03-31');
export const restApi = api('apigateway', '2015-07-09');
export const httpApi = api('apigatewayv2', '2018-11-29');
export const cloudFrontApi = api('cloudfront', '2020-05-31');
export const latticeApi = api('vpc-lattice', '2022-11-30');
export const restStreaming = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html';
export const apiTimeouts = 'https://repost.aws/knowledge-center/api-gateway-504-errors';
export const appSyncQuotas = 'https://docs.aws.amazon.com/general/latest/gr/appsync.html';
export const cloudFrontTimeouts = 'https://repost.aws/knowledge-center/cloudfront-custom-origin-response';
export const latticeServices = 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/services.html';
export const globalAccelerator =
  'https://docs.aws.amazon.com/global-accelerator/latest/dg/introduction-how-it-works.html';
export const serviceConnectDefaults = 'https://zenn.dev/moozaru/articles/3072f571f7d48f';
