import fc from 'fast-check';
import { connectionString, leaked, password } from '../read/connection/_secret';
import { world, type World } from '../shell/world';

const formats = ['text', 'json', 'sarif', 'junit', 'gitlab', 'github', 'markdown', 'html'] as const;

type Written = { readonly name: string; readonly document: object };

/** The same service, three times: what a plan, a synthesised stack and a template make of its variables. */
function documents(secret: string, text: string): readonly Written[] {
  const containers = [
    {
      name: 'api',
      environment: [
        { name: 'DATABASE_URL', value: text },
        { name: 'PGPASSWORD', value: secret },
        { name: 'PGOPTIONS', value: text },
      ],
      systemControls: [{ namespace: 'net.ipv4.tcp_keepalive_time', value: '60' }],
    },
  ];
  const variables = { DATABASE_URL: text, PGPASSWORD: secret, PGHOST: 'db' };
  return [
    { name: 'plan.json', document: plan(text, JSON.stringify(containers), variables) },
    { name: 'cdk.tf.json', document: stack(text, containers, variables) },
    { name: 'template.json', document: template(text, containers, variables) },
  ];
}

function plan(text: string, definitions: string, variables: object): object {
  const row = (type: string, name: string, after: object, change: object = {}): object => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: {
      actions: ['update'],
      before: after,
      after,
      after_unknown: {},
      before_sensitive: {},
      after_sensitive: {},
      ...change,
    },
  });
  const rows = [
    row('aws_ecs_task_definition', 'api', {
      family: 'api',
      container_definitions: definitions,
      arn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:1',
    }),
    row('aws_ecs_service', 'api', {
      name: 'api',
      task_definition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:1',
    }),
    row(
      'aws_lambda_function',
      'job',
      { function_name: 'job', runtime: 'nodejs22.x', timeout: 900, environment: [{ variables }] },
      { after_sensitive: { environment: [{ variables: true }] } },
    ),
    row(
      'aws_ssm_parameter',
      'url',
      { name: '/shop/url', type: 'String', value: text },
      { after_sensitive: { value: true } },
    ),
    row('aws_elastic_beanstalk_environment', 'web', {
      name: 'web',
      setting: [{ namespace: 'aws:elasticbeanstalk:application:environment', name: 'DATABASE_URL', value: text }],
    }),
    row('aws_apprunner_service', 'run', {
      service_name: 'run',
      source_configuration: [
        { image_repository: [{ image_configuration: [{ runtime_environment_variables: variables }] }] },
      ],
    }),
    row('aws_db_instance', 'orders', {
      identifier: 'orders',
      engine: 'postgres',
      engine_version: '16.4',
      parameter_group_name: 'default.postgres16',
    }),
  ];
  const drifted = {
    address: 'aws_ecs_task_definition.api',
    mode: 'managed',
    type: 'aws_ecs_task_definition',
    name: 'api',
  };
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    complete: true,
    errored: false,
    applyable: true,
    planned_values: { root_module: {} },
    resource_changes: rows,
    resource_drift: [
      {
        ...drifted,
        change: {
          actions: ['update'],
          before: { container_definitions: text },
          after: { container_definitions: `${text} ` },
        },
      },
    ],
    configuration: { root_module: {} },
  };
}

function stack(text: string, containers: readonly object[], variables: object): object {
  return {
    terraform: { backend: { local: { path: 'x' } } },
    resource: {
      aws_ecs_task_definition: { api: { family: 'api', container_definitions: JSON.stringify(containers) } },
      aws_ecs_service: { api: { name: 'api', task_definition: '${aws_ecs_task_definition.api.arn}' } },
      aws_lambda_function: { job: { function_name: 'job', runtime: 'nodejs22.x', environment: { variables } } },
      aws_ssm_parameter: { url: { name: '/shop/url', type: 'String', value: text } },
      aws_db_instance: {
        orders: {
          identifier: 'orders',
          engine: 'postgres',
          engine_version: '16.4',
          parameter_group_name: 'default.postgres16',
        },
      },
    },
  };
}

function template(text: string, containers: readonly object[], variables: object): object {
  const pascal = (one: unknown): unknown =>
    Array.isArray(one)
      ? one.map(pascal)
      : typeof one === 'object' && one !== null
        ? Object.fromEntries(
            Object.entries(one).map(([key, inner]) => [key[0]?.toUpperCase() + key.slice(1), pascal(inner)]),
          )
        : one;
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Task: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: { Family: 'api', ContainerDefinitions: pascal(containers) },
      },
      Service: { Type: 'AWS::ECS::Service', Properties: { ServiceName: 'api', TaskDefinition: { Ref: 'Task' } } },
      Job: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          FunctionName: 'job',
          Environment: { Variables: { ...variables, ORDERS_DATABASE_URL: { 'Fn::Sub': `${text}\${Task}` } } },
        },
      },
      Url: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/shop/url', Type: 'String', Value: text } },
      Orders: {
        Type: 'AWS::RDS::DBInstance',
        Properties: {
          DBInstanceIdentifier: 'orders',
          Engine: 'postgres',
          EngineVersion: '16.4',
          DBParameterGroupName: 'default.postgres16',
        },
      },
    },
  };
}

function configuration(service: string, job: string, database: string): string {
  const workload = (name: string, client: string): string => `
  - name: ${name}
    maxQueryDuration: 5m
    maxIdle: 20m
    maxTransactionDuration: 6m
    path:
      - client: ${client}
      - firewall: { name: edge, idleTimeout: 6m }
      - database: ${database}`;
  return `version: 1\nworkloads:${workload('by-service', service)}${workload('by-job', job)}\n`;
}

const configurations: Record<string, string> = {
  'plan.json': configuration('aws_ecs_service.api', 'aws_lambda_function.job', 'aws_db_instance.orders'),
  'cdk.tf.json': configuration('aws_ecs_service.api', 'aws_lambda_function.job', 'aws_db_instance.orders'),
  'template.json': configuration('Service', 'Job', 'Orders'),
};

/** Everything that one command line says or writes, and its exit code. */
async function everything(inside: World, args: string): Promise<{ readonly code: number; readonly said: string }> {
  const outputs = formats.map((format) => `-o ${format}=out.${format}`).join(' ');
  for (const format of formats) inside.write(`out.${format}`, '');
  const { code, out, err } = await inside.run(`${args} ${outputs} -o text --verbose`);
  return { code, said: [out, err, ...formats.map((format) => inside.read(`out.${format}`))].join('\n') };
}

const secretAndString = password.chain((secret) => fc.tuple(fc.constant(secret), connectionString(secret)));
const runs = { numRuns: 12 };

describe('no piece of a password gets into a report, a message or a note', () => {
  it.each(['plan.json', 'cdk.tf.json', 'template.json'])('of %s', async (name) => {
    const inside = world();
    inside.write('holdfast.yaml', configurations[name] ?? '');
    await fc.assert(
      fc.asyncProperty(secretAndString, async ([secret, text]) => {
        const written = documents(secret, text).find((one) => one.name === name);
        inside.write(name, JSON.stringify(written?.document));
        const { code, said } = await everything(inside, `check ${name}`);
        expect(said).not.toContain('this is a bug');
        expect(said).toContain('by-service');
        expect([0, 1, 2]).toContain(code);
        expect(leaked(secret, said)).toEqual([]);
      }),
      runs,
    );
  });

  it('of a document that is cut off, or of none of the kinds that are read', async () => {
    const inside = world();
    inside.write('holdfast.yaml', configurations['plan.json'] ?? '');
    await fc.assert(
      fc.asyncProperty(secretAndString, fc.nat({ max: 2 }), fc.nat(), async ([secret, text], which, cut) => {
        const whole = JSON.stringify(documents(secret, text)[which]?.document);
        for (const broken of [whole.slice(0, cut % whole.length), JSON.stringify({ text, [text]: [secret] }), text]) {
          inside.write('plan.json', broken);
          const { code, said } = await everything(inside, 'check plan.json');
          expect(code).toBe(2);
          expect(leaked(secret, said)).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('of the configuration, where a connection string stands inside a client and beside one', async () => {
    const inside = world();
    inside.write('plan.json', JSON.stringify(documents('x', 'postgres://db/shop')[0]?.document));
    await fc.assert(
      fc.asyncProperty(secretAndString, async ([secret, text]) => {
        const inline = `{ name: api, connection: ${JSON.stringify(text)} }`;
        const beside = `aws_lambda_function.job\n        connection: ${JSON.stringify(text)}`;
        inside.write('holdfast.yaml', configuration(inline, beside, 'aws_db_instance.orders'));
        expect(leaked(secret, (await everything(inside, 'check plan.json')).said)).toEqual([]);
        expect(leaked(secret, (await inside.run('validate')).err)).toEqual([]);
      }),
      runs,
    );
  });
});

it('and the reports do speak of that string: its keepalive is what saves the flow from a firewall of 6 min', async () => {
  for (const { name, document } of documents('hunter2', 'postgres://app:hunter2@db/shop?keepalives_idle=30')) {
    const inside = world();
    inside.write(
      'holdfast.yaml',
      (configurations[name] ?? '').replace(
        /( {6}- client: (?:aws_ecs_service\.api|Service))\n/,
        '$1\n        driver: libpq\n',
      ),
    );
    inside.write(name, JSON.stringify(document));
    const { said } = await everything(inside, `check ${name}`);
    expect(said).not.toContain('hunter2');
    // Linux probes first after 30 s, and then every max(30 s, 75 s): facts: measured 1.
    expect(said).toContain('sends a keepalive probe every 75 s');
  }
});
