import type { Connection } from '../../../lib/core/connection';
import type { Reading } from '../../../lib/core/fact';
import { kinds } from '../../../lib/kinds';
import { readStacks } from '../../../lib/read/cdktf/read';
import { readTemplates } from '../../../lib/read/cloudformation/read';
import type { JsonObject } from '../../../lib/read/json';
import { template } from '../cloudformation/_templates';

/** What the one fact with connections shows, in short. */
function shown(readings: readonly Reading[], setting = 'connections'): unknown {
  const [found] = readings.flatMap(({ facts }) => facts.flatMap(({ settings }) => settings[setting] ?? []));
  if (found?.state !== 'known') return found && { [found.state]: found.why };
  if (!Array.isArray(found.value)) return { ...(found.value as object) };
  return (found.value as unknown as readonly Connection[]).map(({ name, parameters, hidden }) =>
    hidden === null ? [name, ...parameters.map((one) => `${one.name}=${String(one.text)}`)].join(' ') : hidden.why,
  );
}

describe('a synthesised stack of CDKTF', () => {
  const stack = (resource: object, more: object = {}): readonly Reading[] =>
    readStacks([{ document: 'shop', stack: 'shop', body: { resource, ...more } as JsonObject }], kinds);
  const database = { aws_db_instance: { orders: { identifier: 'orders', engine: 'postgres' } } };
  const task = (definitions: string, more: object = {}): readonly Reading[] =>
    stack(
      { ...database, aws_ecs_task_definition: { api: { family: 'api', container_definitions: definitions } } },
      more,
    );
  const url = 'postgres://app:${var.password}@${aws_db_instance.orders.address}:5432/shop?keepalives_idle=30';
  const variable = { variable: { password: { sensitive: true } } };

  it('is read through tokens in a text of JSON', () => {
    const definitions = JSON.stringify([{ name: 'api', environment: [{ name: 'DATABASE_URL', value: url }] }]);
    expect(shown(task(definitions, variable))).toEqual(['DATABASE_URL keepalives_idle=30']);
  });

  it('is read through jsonencode, of which parts are known only after apply', () => {
    const encoded = (value: string): string =>
      `\${jsonencode([{"name" = "api", "image" = aws_db_instance.orders.arn, "environment" = [{"name" = "DATABASE_URL", "value" = ${value}}]}])}`;
    expect(shown(task(encoded(`"${url}"`), variable))).toEqual(['DATABASE_URL keepalives_idle=30']);
    expect(shown(task(encoded('aws_db_instance.orders.address')))).toEqual([
      '`DATABASE_URL` of container `api` comes from `aws_db_instance.orders.address`, which is known only after deploy',
    ]);
    expect(shown(task(encoded('var.password'), variable))).toEqual([
      '`DATABASE_URL` of container `api` is the variable `password`, which is marked sensitive, so it is not read',
    ]);
  });

  it('shows which parameter a variable comes from', () => {
    const definitions =
      '${jsonencode([{"name" = "api", "secrets" = [{"name" = "DATABASE_URL", "valueFrom" = aws_ssm_parameter.url.arn}]}])}';
    const readings = stack({
      aws_ssm_parameter: { url: { name: '/shop/url', type: 'String', value: 'x' } },
      aws_ecs_task_definition: { api: { family: 'api', container_definitions: definitions } },
    });
    expect(shown(readings, 'secrets')).toEqual({ DATABASE_URL: 'aws_ssm_parameter.url' });
  });

  it('does not quote what it cannot read: it may be a password', () => {
    const broken = [
      'postgres://app:hunter2@db/%{ if true }x%{ endif }',
      'postgres://app:${hunter2.}@db',
      '${upper("hunter2${timestamp()}")}',
    ];
    for (const DATABASE_URL of broken) {
      const readings = stack({
        aws_lambda_function: { job: { function_name: 'job', environment: { variables: { DATABASE_URL } } } },
      });
      expect(shown(readings)).toEqual(['`DATABASE_URL` comes from an expression that is not evaluated here']);
      expect(JSON.stringify(readings)).not.toContain('hunter2');
    }
  });
});

describe('a CloudFormation template', () => {
  const read = (resources: string): readonly Reading[] => {
    const text = `Conditions: { IsProd: !Equals [!Ref Stage, prod] }
Parameters: { Stage: { Type: String }, Password: { Type: String, NoEcho: true } }
Resources:
  Orders: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: postgres } }
${resources}`;
    return readTemplates([template('t.yaml', text)], kinds);
  };
  const job = (value: string): readonly Reading[] =>
    read(
      `  Job:\n    Type: AWS::Lambda::Function\n    Properties: { Environment: { Variables: { DATABASE_URL: ${value} } } }`,
    );

  it.each<[string, unknown]>([
    [
      "!Sub 'postgres://app:${Password}@${Orders.Endpoint.Address}/shop?keepalives_idle=30'",
      ['DATABASE_URL keepalives_idle=30'],
    ],
    [
      "!Join ['', ['postgres://app:{{resolve:secretsmanager:', !Ref Orders, ':SecretString:password::}}@', !GetAtt Orders.Endpoint.Address, '/shop?keepalives_idle=30']]",
      ['DATABASE_URL keepalives_idle=30'],
    ],
    ["'postgres://app:{{resolve:ssm-secure:/pw}}@db/shop?keepalives_idle=30'", ['DATABASE_URL keepalives_idle=30']],
    ["'{{resolve:secretsmanager:url}}'", ['`DATABASE_URL` is read from Secrets Manager when the stack is deployed']],
    ['!Ref Password', ['`DATABASE_URL` is the parameter `Password` with `NoEcho`, so it is not read']],
    [
      "!If [IsProd, 'postgres://db/a?keepalives_idle=30', 'postgres://db/b?keepalives_idle=30']",
      ['DATABASE_URL keepalives_idle=30'],
    ],
    ["!Ref 'AWS::NoValue'", []],
  ])('%s', (value, expected) => {
    expect(shown(job(value))).toEqual(expected);
  });

  it('whose branches differ says so', () => {
    const [first] = shown(
      job("!If [IsProd, 'postgres://db/a?keepalives_idle=30', 'postgres://db/a']"),
    ) as readonly string[];
    expect(first).toMatch(/^`DATABASE_URL` /);
  });

  it('may write all variables on a condition: equal branches are one', () => {
    const environment = (one: string, other: string): readonly Reading[] =>
      read(`  Job:
    Type: AWS::Lambda::Function
    Properties:
      Environment: !If [IsProd, { Variables: { DATABASE_URL: '${one}' } }, { Variables: { DATABASE_URL: '${other}' } }]`);
    expect(shown(environment('postgres://a/x?keepalives_idle=30', 'postgres://b/x?keepalives_idle=30'))).toEqual([
      'DATABASE_URL keepalives_idle=30',
    ]);
    expect(shown(environment('postgres://a/x?keepalives_idle=30', 'postgres://a/x'))).toMatchObject({
      'one-of': expect.any(String),
    });
  });

  it('has containers as a list', () => {
    const readings = read(`  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: api
          StopTimeout: 90
          Environment:
            - { Name: DATABASE_URL, Value: !Sub 'postgres://app:\${Password}@db/shop?keepalives_idle=30' }
            - !If [IsProd, { Name: PGHOST, Value: db }, !Ref 'AWS::NoValue']
          Secrets: [{ Name: AUDIT_DATABASE_URL, ValueFrom: !Ref Url }]
          SystemControls: [{ Namespace: net.ipv4.tcp_keepalive_time, Value: '60' }]
  Url: { Type: 'AWS::SSM::Parameter', Properties: { Type: String, Value: !Ref Password } }`);
    expect(shown(readings)).toEqual([
      'DATABASE_URL keepalives_idle=30',
      '`AUDIT_DATABASE_URL` of container `api` comes from secret `Url`',
      'PG* PGHOST=null',
    ]);
    expect(shown(readings, 'secrets')).toEqual({ AUDIT_DATABASE_URL: 'Url' });
    expect(shown(readings, 'sysctls')).toEqual({ 'net.ipv4.tcp_keepalive_time': '60' });
  });

  // As the AWS CDK writes `ecs.Secret.fromSsmParameter()` and `fromSecretsManager()`.
  it.each([
    [
      'of a parameter beside it',
      "!Join ['', ['arn:', !Ref 'AWS::Partition', ':ssm:eu-west-1:1:parameter/', !Ref Url]]",
      'Url',
    ],
    [
      'of a parameter with a path',
      "!Join ['', ['arn:', !Ref 'AWS::Partition', ':ssm:eu-west-1:1:parameter', !Ref Url]]",
      'Url',
    ],
    ['of a secret of another stack', "!Join ['', [!ImportValue SecretArn, ':url::']]", null],
    [
      'of what a reference is only a part of',
      "!Join ['', ['arn:aws:ssm:eu-west-1:1:parameter/', !Ref Url, '/x']]",
      null,
    ],
  ])('has the ARN %s put together', (_, valueFrom, parameter) => {
    const readings = read(`  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: api
          Secrets: [{ Name: DATABASE_URL, ValueFrom: ${valueFrom} }]
  Url: { Type: 'AWS::SSM::Parameter', Properties: { Type: String, Value: x } }`);
    const from = parameter === null ? 'a secret' : `secret \`${parameter}\``;
    expect(shown(readings)).toEqual([`\`DATABASE_URL\` of container \`api\` comes from ${from}`]);
    expect(shown(readings, 'secrets')).toEqual(parameter === null ? {} : { DATABASE_URL: parameter });
  });
});
