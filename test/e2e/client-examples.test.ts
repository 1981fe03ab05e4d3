import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../lib/core/report';
import { check, configuration, holdfast, sorted, verdictsOf, type Judged } from './_command';

const examples = path.join(__dirname, '..', '..', 'examples');

/** What the templates call the resources of the plans. */
const logicalIds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ecs-with-jdbc': {
    'aws_ecs_service.orders': 'Service',
    'aws_ecs_task_definition.orders': 'Task',
    'aws_lb_listener.pgbouncer': 'Listener',
    'aws_lb_target_group.pgbouncer': 'Targets',
    'aws_db_parameter_group.orders-pg16': 'Parameters16',
    'aws_db_instance.orders': 'Orders',
  },
  'lambda-behind-api-gateway': {
    'aws_api_gateway_integration.search': 'Method',
    'aws_lambda_function.search': 'Search',
    'aws_db_proxy.shop': 'Proxy',
    'aws_db_proxy_default_target_group.shop': 'Pool',
    'aws_db_parameter_group.shop-pg16': 'Parameters16',
    'aws_db_instance.shop': 'Shop',
  },
  'ec2-batch-host': {
    'aws_instance.batch': 'Batch',
    'aws_launch_template.batch': 'Template',
    'aws_networkfirewall_firewall_policy.inspection': 'Inspection',
    'aws_db_parameter_group.warehouse-pg16': 'Parameters16',
    'aws_db_instance.warehouse': 'Warehouse',
  },
};
const names = Object.keys(logicalIds);

/** Which workloads are cut when and by whom; worked out by hand in test/examples.test.ts. */
const verdicts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ecs-with-jdbc': { 'orders-api': 'cut at 60 by Task in query' },
  'lambda-behind-api-gateway': { search: 'cut at 15 by Search in query' },
  'ec2-batch-host': { 'nightly-load': 'cut at 350 by Inspection in query', 'hourly-rollup': 'unknown' },
};

type Row = readonly unknown[];

/** Everything that a document may say of a finding in its own way is left out; fixes are compared by where and to what. */
function rowsOf({ findings }: Report, named: (resource: string) => string = (resource) => resource): readonly Row[] {
  return sorted(
    findings.map(({ policy, resource, workload, role, outcome, actual, fix }) => [
      policy,
      named(resource),
      workload,
      role,
      outcome,
      typeof actual === 'string' ? named(actual) : actual,
      ...(fix === null ? [] : [named(fix.resource), fix.value]),
    ]),
  );
}

const plan = (name: string): string => path.join(examples, name, 'plan.json');
const stack = (name: string): string => path.join(__dirname, name, 'cdk.tf.json');
const template = (name: string): string => path.join(__dirname, name, 'template.yaml');
const judged = (name: string, document: string): Promise<Judged> => check(name, [`estate=${document}`]);

/** Whether a group is in use already only a plan knows, and roles are none of CloudFormation's. */
const isShared = ([policy, resource]: Row): boolean =>
  policy !== 'parameter-is-applied' &&
  policy !== 'statement-timeout-is-set-per-role' &&
  !String(resource).startsWith('postgresql_role.');

describe.each(names)('%s in three forms', (name) => {
  const named = (resource: string): string => logicalIds[name]?.[resource] ?? resource;

  it('is judged the same as a synthesised stack, but for what only a plan knows', async () => {
    const [planned, synthesised] = await Promise.all([judged(name, plan(name)), judged(name, stack(name))]);
    expect([planned.code, synthesised.code]).toEqual([1, 1]);
    expect(verdictsOf(synthesised.report)).toEqual(verdictsOf(planned.report));
    expect(rowsOf(synthesised.report).filter(isShared)).toEqual(rowsOf(planned.report).filter(isShared));
  });

  it('is judged the same as a template', async () => {
    const [planned, synthesised] = await Promise.all([judged(name, plan(name)), judged(name, template(name))]);
    expect(synthesised.code).toBe(1);
    expect(verdictsOf(synthesised.report)).toEqual(verdicts[name]);
    expect(rowsOf(synthesised.report).filter(isShared)).toEqual(rowsOf(planned.report, named).filter(isShared));
  });

  it('is told by its content, and no form tells its password', async () => {
    for (const document of [plan(name), stack(name), template(name)]) {
      const { code, out, err } = await holdfast(
        ['check', '-c', configuration(name), '--verbose'],
        readFileSync(document),
      );
      expect([code, out.includes('not-a-real-password'), err]).toEqual([1, false, '']);
    }
  });
});
