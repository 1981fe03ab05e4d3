import type { Fix } from '../../lib/core/report';
import { kinds } from '../../lib/kinds';
import { renderFix } from '../../lib/report/fix';

const cases: readonly (readonly [string, Fix, string, string])[] = [
  [
    'an attribute of CDKTF',
    { resource: 'aws_lb.public', type: 'aws_lb', setting: 'idle_timeout', value: 310 },
    'shop/api/lb (aws_lb)',
    'idleTimeout: 310',
  ],
  [
    'an attribute that is called otherwise',
    { resource: 'aws_lb_listener.pg', type: 'aws_lb_listener', setting: 'tcp_idle_timeout', value: 401 },
    'shop/api/lb (aws_lb_listener)',
    'tcpIdleTimeoutSeconds: 401',
  ],
  [
    'an attribute in a block',
    {
      resource: 'aws_db_proxy_default_target_group.p',
      type: 'aws_db_proxy_default_target_group',
      setting: 'connection_pool_config.init_query',
      value: "SET x = 'y'",
    },
    'shop/api/lb (aws_db_proxy_default_target_group)',
    "connectionPoolConfig: { initQuery: 'SET x = \\'y\\'' }",
  ],
  [
    'an attribute in several blocks',
    {
      resource: 'aws_networkfirewall_firewall_policy.edge',
      type: 'aws_networkfirewall_firewall_policy',
      setting: 'tcp_idle_timeout',
      value: 401,
    },
    'shop/api/lb (aws_networkfirewall_firewall_policy)',
    'firewallPolicy: { statefulEngineOptions: { flowTimeouts: { tcpIdleTimeoutSeconds: 401 } } }',
  ],
  [
    'a block that bindings take as a list',
    {
      resource: 'aws_lb_target_group.pg',
      type: 'aws_lb_target_group',
      setting: 'unhealthy_draining_interval',
      value: 60,
    },
    'shop/api/lb (aws_lb_target_group)',
    'targetHealthState: [{ unhealthyDrainingInterval: 60 }]',
  ],
  [
    'an attribute of a block with keys',
    {
      resource: 'aws_elastic_beanstalk_environment.e',
      type: 'aws_elastic_beanstalk_environment',
      setting: 'elbv2_idle_timeout',
      value: 301,
    },
    'shop/api/lb (aws_elastic_beanstalk_environment)',
    "setting: [{ namespace: 'aws:elbv2:loadbalancer', name: 'IdleTimeout', value: '301' }]",
  ],
  [
    'a parameter of a group',
    {
      resource: 'aws_db_parameter_group.pg16',
      type: 'aws_db_parameter_group',
      setting: 'statement_timeout',
      value: 31000,
    },
    'shop/api/lb (aws_db_parameter_group)',
    "parameter: [{ name: 'statement_timeout', value: '31000' }]",
  ],
  [
    'a role',
    { resource: 'postgresql_role.app', type: 'postgresql_role', setting: 'statement_timeout', value: 31000 },
    'shop/api/lb (postgresql_role)',
    'statementTimeout: 31000',
  ],
  [
    'what no kind knows',
    { resource: 'aws_lambda_function.f', type: 'aws_lambda_function', setting: 'timeout', value: 900 },
    'shop/api/lb (aws_lambda_function)',
    'timeout: 900',
  ],
  [
    'an attribute of a list, in AWS CDK',
    {
      resource: 'PublicAlb16C2F182',
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      setting: 'idle_timeout.timeout_seconds',
      value: 310,
    },
    'shop/api/lb (CfnLoadBalancer, AWS::ElasticLoadBalancingV2::LoadBalancer)',
    "loadBalancerAttributes: [{ key: 'idle_timeout.timeout_seconds', value: '310' }]",
  ],
  [
    'a parameter of a group, in AWS CDK',
    { resource: 'Pg16', type: 'AWS::RDS::DBParameterGroup', setting: 'statement_timeout', value: '300000' },
    'shop/api/lb (CfnDBParameterGroup, AWS::RDS::DBParameterGroup)',
    "parameters: { statement_timeout: '300000' }",
  ],
  [
    'the name of a parameter group, in AWS CDK',
    { resource: 'Db', type: 'AWS::RDS::DBInstance', setting: 'DBParameterGroupName', value: 'db-parameters' },
    'shop/api/lb (CfnDBInstance, AWS::RDS::DBInstance)',
    "dbParameterGroupName: 'db-parameters'",
  ],
];

describe('a fix in a program', () => {
  it.each(cases)('for %s', (_, fix, where, line) => {
    expect(renderFix(fix, kinds, 'shop/api/lb')).toEqual({ where, lines: [line], note: null });
  });

  it.each([
    ['a role by its name', { resource: 'app', type: 'role', setting: 'x', value: 1 }, 'ALTER ROLE "app" SET x = 1;'],
    ['a client', { resource: 'api', type: 'client', setting: 'keepalive', value: { idle: 60 } }, 'keepalive: idle 60'],
    [
      'what is only read',
      { resource: 'data.aws_lb.x', type: 'aws_lb', setting: 'idle_timeout', value: 91 },
      'idle_timeout = 91',
    ],
  ])('is none for %s, which no construct makes', (_, fix, line) => {
    expect(renderFix(fix, kinds, 'shop/api/lb').lines).toEqual([line]);
  });

  it('stays a program whatever a document calls things', () => {
    const name = `x', y: (() => 1)(), z: '\n\\\u001b[31m\u2028\u202e`;
    const { lines, where } = renderFix(
      { resource: 'Pg16', type: 'AWS::RDS::DBParameterGroup', setting: name, value: name },
      kinds,
      'shop/\u001b[31m',
    );
    expect(`${where ?? ''}${lines.join('\n')}`).not.toMatch(/[\u001b\u2028\u202e]/);
    const made = new Function(`return { ${lines.join(', ')} }`)() as { parameters: object };
    expect(Object.entries(made)).toEqual([['parameters', { [name]: name }]]);
  });

  it('never names a prototype', () => {
    const { lines } = renderFix(
      { resource: 'Pg16', type: 'AWS::RDS::DBParameterGroup', setting: '__proto__', value: '1' },
      kinds,
      'shop',
    );
    expect(lines).toEqual(["parameters: { ['__proto__']: '1' }"]);
  });
});
