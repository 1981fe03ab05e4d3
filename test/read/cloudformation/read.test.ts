import type { Fact } from '../../../lib/core/fact';
import { kinds } from '../../../lib/kinds';
import { readTemplates } from '../../../lib/read/cloudformation/read';
import { template } from './_templates';

/** By hand, with SAM, in the way of templates that people keep. */
const shop = `
AWSTemplateFormatVersion: 2010-09-09
Transform: AWS::Serverless-2016-10-31
Description: checkout
Parameters:
  Stage:
    Type: String
    Default: test
    AllowedValues: [test, prod]
  AlbIdle: { Type: Number, Default: 120 }
  DbPassword: { Type: String, NoEcho: true, Default: hunter2 }
  Network: { Type: String }
Mappings:
  Timeouts:
    test: { Statement: '20000' }
    prod: { Statement: '45000' }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Globals:
  Function: { Timeout: 30, Runtime: nodejs22.x }
Resources:
  Public:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: !Sub 'shop-\${Stage}'
      LoadBalancerAttributes:
        - { Key: deletion_protection.enabled, Value: true }
        - { Key: idle_timeout.timeout_seconds, Value: !Ref AlbIdle }
      Tags: [{ Key: service, Value: !Sub 'checkout-\${Stage}' }]
  Internal:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Type: application
      LoadBalancerAttributes:
        - !If [IsProd, { Key: idle_timeout.timeout_seconds, Value: '600' }, !Ref AWS::NoValue]
  Group:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Family: postgres16
      Parameters:
        statement_timeout: !FindInMap [Timeouts, !Ref Stage, Statement]
        idle_session_timeout: !If [IsProd, 0, 60000]
        log_connections: on
        tcp_keepalives_idle: '{{resolve:ssm:/shop/keepalive}}'
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: !Sub 'orders-\${Stage}'
      Engine: postgres
      EngineVersion: '16.4'
      MasterUserPassword: !Ref DbPassword
      DBParameterGroupName: !If [IsProd, !Ref Group, !ImportValue { 'Fn::Sub': '\${Network}-pg' }]
  Proxy:
    Type: AWS::RDS::DBProxy
    Properties: { DBProxyName: orders, EngineFamily: POSTGRESQL, IdleClientTimeout: '900' }
  Targets:
    Type: AWS::RDS::DBProxyTargetGroup
    Properties:
      DBProxyName: !Ref Proxy
      TargetGroupName: default
      DBInstanceIdentifiers: [!Ref Orders]
      ConnectionPoolConfigurationInfo: { ConnectionBorrowTimeout: 20 }
  Checkout:
    Type: AWS::Serverless::Function
    Properties:
      Environment: { Variables: { HOST: !GetAtt Proxy.Endpoint, PASSWORD: !Ref DbPassword } }
`;
const network = `
Resources: { Pg: { Type: 'AWS::RDS::DBParameterGroup', Properties: { Family: postgres16 } } }
Outputs: { Pg: { Value: !Ref Pg, Export: { Name: !Sub '\${AWS::StackName}-pg' } } }
`;

describe('templates that are kept by hand', () => {
  const [reading, other] = readTemplates([template('shop.yaml', shop), template('network.yaml', network)], kinds);
  const fact = (logicalId: string, kind?: string): Fact => {
    const found = reading?.facts.find((one) => one.subject === logicalId && (kind === undefined || one.kind === kind));
    if (found === undefined) throw new Error(`no fact of ${logicalId}`);
    return found;
  };

  it('are one reading each', () => {
    expect(reading?.document).toBe('shop.yaml');
    expect(reading?.facts.map(({ subject, kind }) => [subject, kind])).toEqual([
      ['Public', 'alb'],
      ['Internal', 'alb'],
      ['Group', 'parameter-group'],
      ['Orders', 'instance'],
      ['Proxy', 'proxy'],
      ['Targets', 'proxy-target-group'],
      ['Targets', 'proxy-target'],
      ['Checkout', 'function'],
    ]);
    expect(other).toMatchObject({ document: 'network.yaml', source: 'template', notes: [] });
    expect(other?.facts.map(({ id }) => id)).toEqual(['network.yaml#Pg']);
  });

  it('say how long things take', () => {
    expect(fact('Public').settings.idle_timeout).toMatchObject({
      state: 'known',
      value: 120,
      from: [
        {
          subject: 'Public',
          attribute: 'idle_timeout.timeout_seconds',
          location: {
            document: 'shop.yaml',
            pointer: expect.stringMatching(/^\/Resources\/Public\/Properties\//) as string,
          },
        },
      ],
    });
    // 60 s is the default of an ALB (kinds/alb): on one of the branches nothing is written.
    expect(fact('Internal').settings.idle_timeout).toMatchObject({
      state: 'one-of',
      candidates: [{ value: 600 }, { value: 60 }],
      why: '`idle_timeout.timeout_seconds` of `Internal` depends on the condition `IsProd` of `shop.yaml`',
    });
    expect(fact('Proxy').settings.idle_client_timeout).toMatchObject({ state: 'known', value: 900 });
    expect(fact('Targets').settings.connection_borrow_timeout).toMatchObject({ state: 'known', value: 20 });
  });

  it('say what parameters are', () => {
    const rows = fact('Group').settings.parameters;
    expect(rows).toMatchObject({
      state: 'known',
      value: [
        { name: 'statement_timeout', value: '20000' },
        { name: 'idle_session_timeout', state: 'one-of', candidates: ['0', '60000'] },
        { name: 'log_connections', value: 'true' },
        { name: 'tcp_keepalives_idle', state: 'unknown', why: expect.stringContaining('Parameter Store') as string },
      ],
    });
  });

  it('say who belongs to whom', () => {
    expect(fact('Orders').links.parameter_group).toMatchObject([
      { state: 'one-of', to: [{ id: 'shop.yaml#Group' }, { id: 'network.yaml#Pg' }] },
    ]);
    expect(fact('Targets', 'proxy-target').links).toMatchObject({
      proxy: [{ state: 'linked', to: { id: 'shop.yaml#Proxy' } }],
      instance: [{ state: 'linked', to: { id: 'shop.yaml#Orders' } }],
    });
  });

  it('say by which names things go', () => {
    expect(fact('Public')).toMatchObject({
      names: ['Public', 'shop-test'],
      identity: { identifier: 'shop-test' },
      tags: { service: 'checkout-test' },
    });
    expect(fact('Orders').names).toEqual(['Orders', 'orders-test']);
  });

  it('keep secrets', () => {
    expect(JSON.stringify([reading, other])).not.toMatch(/hunter2|\{\{resolve|shop\/keepalive/);
  });

  it('say what was taken for granted', () => {
    expect(reading?.notes.map(({ what, level }) => [what, level])).toEqual([
      ['parameter `Stage`', 'info'],
      ['parameter `AlbIdle`', 'info'],
      ['import `…-pg`', 'info'],
      ['shop.yaml', 'info'],
    ]);
  });

  it('of one name are read once', () => {
    const both = readTemplates([template('shop.yaml', network), template('shop.yaml', network)], kinds);
    expect(both.map(({ document, facts }) => [document, facts.length])).toEqual([
      ['shop.yaml', 2],
      ['shop.yaml', 0],
    ]);
  });

  it('may be none', () => {
    expect(readTemplates([], kinds)).toEqual([]);
  });
});
