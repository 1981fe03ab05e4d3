import { load } from 'js-yaml';
import type { Fix } from '../../lib/core/report';
import { kinds } from '../../lib/kinds';
import { renderFix } from '../../lib/report/fix';

const cases: readonly (readonly [string, Fix, readonly string[]])[] = [
  [
    'an attribute of a list',
    {
      resource: 'PublicAlb16C2F182',
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      setting: 'idle_timeout.timeout_seconds',
      value: 91,
    },
    [
      'Resources:',
      '  PublicAlb16C2F182:',
      '    Type: AWS::ElasticLoadBalancingV2::LoadBalancer',
      '    Properties:',
      '      LoadBalancerAttributes:',
      '        - Key: idle_timeout.timeout_seconds',
      "          Value: '91'",
    ],
  ],
  [
    'an option of several keys',
    {
      resource: 'Environment',
      type: 'AWS::ElasticBeanstalk::Environment',
      setting: 'ConnectionSettingIdleTimeout',
      value: 301,
    },
    [
      'Resources:',
      '  Environment:',
      '    Type: AWS::ElasticBeanstalk::Environment',
      '    Properties:',
      '      OptionSettings:',
      '        - Namespace: aws:elb:policies',
      '          OptionName: ConnectionSettingIdleTimeout',
      "          Value: '301'",
    ],
  ],
  [
    'a switch in a list',
    {
      resource: 'Group',
      type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      setting: 'deregistration_delay.connection_termination.enabled',
      value: false,
    },
    [
      'Resources:',
      '  Group:',
      '    Type: AWS::ElasticLoadBalancingV2::TargetGroup',
      '    Properties:',
      '      TargetGroupAttributes:',
      '        - Key: deregistration_delay.connection_termination.enabled',
      "          Value: 'false'",
    ],
  ],
  [
    'a property',
    { resource: 'Proxy', type: 'AWS::RDS::DBProxy', setting: 'IdleClientTimeout', value: 601 },
    ['Resources:', '  Proxy:', '    Type: AWS::RDS::DBProxy', '    Properties:', '      IdleClientTimeout: 601'],
  ],
  [
    'a property in a property, by our own name for it',
    { resource: 'Policy', type: 'AWS::NetworkFirewall::FirewallPolicy', setting: 'tcp_idle_timeout', value: 401 },
    [
      'Resources:',
      '  Policy:',
      '    Type: AWS::NetworkFirewall::FirewallPolicy',
      '    Properties:',
      '      FirewallPolicy:',
      '        StatefulEngineOptions:',
      '          FlowTimeouts:',
      '            TcpIdleTimeoutSeconds: 401',
    ],
  ],
  [
    'SQL in a property',
    {
      resource: 'Targets',
      type: 'AWS::RDS::DBProxyTargetGroup',
      setting: 'ConnectionPoolConfigurationInfo.InitQuery',
      value: "SET statement_timeout = '30s'; SET x = 1",
    },
    [
      'Resources:',
      '  Targets:',
      '    Type: AWS::RDS::DBProxyTargetGroup',
      '    Properties:',
      '      ConnectionPoolConfigurationInfo:',
      "        InitQuery: 'SET statement_timeout = ''30s''; SET x = 1'",
    ],
  ],
  [
    'a parameter of a group, which is a text',
    { resource: 'Pg16', type: 'AWS::RDS::DBClusterParameterGroup', setting: 'statement_timeout', value: 31000 },
    [
      'Resources:',
      '  Pg16:',
      '    Type: AWS::RDS::DBClusterParameterGroup',
      '    Properties:',
      '      Parameters:',
      "        statement_timeout: '31000'",
    ],
  ],
  [
    "a group's own property",
    { resource: 'Pg16', type: 'AWS::RDS::DBParameterGroup', setting: 'Family', value: 'postgres16' },
    ['Resources:', '  Pg16:', '    Type: AWS::RDS::DBParameterGroup', '    Properties:', '      Family: postgres16'],
  ],
  [
    'the name of a parameter group',
    { resource: 'Db', type: 'AWS::RDS::DBInstance', setting: 'DBParameterGroupName', value: 'db-parameters' },
    [
      'Resources:',
      '  Db:',
      '    Type: AWS::RDS::DBInstance',
      '    Properties:',
      '      DBParameterGroupName: db-parameters',
    ],
  ],
  [
    'a property of what no kind describes',
    { resource: 'On', type: 'AWS::Lambda::Function', setting: 'Timeout', value: 900 },
    ['Resources:', "  'On':", '    Type: AWS::Lambda::Function', '    Properties:', '      Timeout: 900'],
  ],
];

describe('a fix in a template', () => {
  it.each(cases)('for %s', (_, fix, lines) => {
    expect(renderFix(fix, kinds, null)).toEqual({ where: null, lines, note: null });
  });

  it('says in words what the template has no property for', () => {
    const fix: Fix = { resource: 'Proxy', type: 'AWS::RDS::DBProxy', setting: 'connection_borrow_timeout', value: 59 };
    expect(renderFix(fix, kinds, null)).toEqual({
      where: 'Proxy',
      lines: ['connection_borrow_timeout: 59'],
      note: null,
    });
  });

  it('stays a template whatever a document calls things', () => {
    const hostile = '__proto__';
    const name = `x: {y}\n- '"\u001b[31m\u2028\u202e#`;
    const { lines } = renderFix(
      { resource: hostile, type: 'AWS::RDS::DBParameterGroup', setting: name, value: name },
      kinds,
      null,
    );
    expect(lines.join('\n')).not.toMatch(/[\u001b\u2028\u202e]/);
    const read = load(lines.join('\n')) as { Resources: object };
    const [[id, resource] = ['', {}]] = Object.entries(read.Resources) as [string, object][];
    expect(id).toBe(hostile);
    expect(resource).toEqual({
      Type: 'AWS::RDS::DBParameterGroup',
      Properties: { Parameters: { [name]: name } },
    });
  });
});
