import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding, Report } from '../../lib/core/report';
import { check, checkAll, configuration, holdfast, sorted, verdictsOf, type Judged } from './_command';

const root = path.join(__dirname, '..', '..');
const plan = path.join(root, 'examples/api-behind-alb/plan.json');
const stack = path.join(__dirname, 'api-behind-alb/cdk.tf.json');
const template = path.join(__dirname, 'api-behind-alb/template.yaml');

/** What the template calls the resources of the plan. */
const logicalIds: Readonly<Record<string, string>> = {
  'aws_lb.public': 'Public',
  'aws_lb_target_group.api': 'Targets',
  'aws_db_proxy.orders': 'Proxy',
  'aws_db_parameter_group.orders-pg16': 'Parameters16',
  'aws_db_instance.orders': 'Orders',
};

type Row = readonly [...(string | null)[], outcome: Finding['outcome'], actual: Finding['actual']];

/** Everything that a document may say of a finding in its own way is left out. */
function rowsOf({ findings }: Report, named: (resource: string) => string = (resource) => resource): readonly Row[] {
  return sorted(
    findings.map(({ policy, resource, workload, role, outcome, actual }) => [
      policy,
      named(resource),
      workload,
      role,
      outcome,
      actual,
    ]),
  );
}

const judged = (document: string): Promise<Judged> => check('api-behind-alb', [`shop=${document}`]);
const of = (...policies: readonly string[]): ((row: Row) => boolean) => {
  const chosen = new Set<unknown>(policies);
  return ([policy]) => !chosen.has(policy);
};

describe('one architecture in three forms', () => {
  const verdicts = (cutBy: string) => ({ 'checkout-api': `cut at 60 by ${cutBy} in query`, 'catalog-api': 'holds' });

  it('has the findings of its plan as a synthesised stack, but for what only a plan knows', async () => {
    const [planned, synthesised] = await Promise.all([judged(plan), judged(stack)]);
    expect([planned.code, synthesised.code]).toEqual([1, 1]);
    expect(verdictsOf(synthesised.report)).toEqual(verdicts('aws_lb.public'));
    // Whether a group is in use already is a matter of what is there before.
    expect(rowsOf(synthesised.report)).toEqual(rowsOf(planned.report).filter(of('parameter-is-applied')));
    expect(rowsOf(synthesised.report)).toHaveLength(18);
    expect(synthesised.report.coverage.documents).toEqual([{ name: 'shop', source: 'cdktf', resources: 11 }]);
    expect(synthesised.report.coverage.onNoPath).toEqual(planned.report.coverage.onNoPath);
  });

  it('has the findings of its plan as a template, but for the roles, which CloudFormation does not make', async () => {
    const [planned, synthesised] = await Promise.all([judged(plan), judged(template)]);
    expect(synthesised.code).toBe(1);
    // What a role limits is not known: it might cut what the load balancer does not.
    expect(verdictsOf(synthesised.report)).toEqual({ ...verdicts('Public'), 'catalog-api': 'unknown' });
    const shared = of('parameter-is-applied', 'statement-timeout-allows-query', 'statement-timeout-is-set-per-role');
    const named = (resource: string): string => logicalIds[resource] ?? resource;
    const ofRoles = (row: Row): boolean => String(row[1]).startsWith('postgresql_role.');
    const expected = rowsOf(planned.report, named).filter((row) => shared(row) && !ofRoles(row));
    expect(rowsOf(synthesised.report).filter(shared)).toEqual(expected);
    expect(expected).toHaveLength(12);
    const unseen = synthesised.report.coverage.notDeclared.filter(({ what }) => what.startsWith('role '));
    expect(unseen.map(({ what, why }) => [what.split(',')[0], why.split(',')[0]])).toEqual([
      ['role checkout', 'no CloudFormation resource makes one'],
      ['role catalog', 'no CloudFormation resource makes one'],
    ]);
  });

  it('says in each form where the value belongs and how to write it', async () => {
    const fixes = await Promise.all(
      [plan, stack, template].map(async (document) => {
        const failed = (await judged(document)).report.findings.find(({ outcome }) => outcome === 'fail');
        return [failed?.fix?.resource, failed?.fix?.type, failed?.fix?.value];
      }),
    );
    expect(fixes).toEqual([
      ['aws_lb.public', 'aws_lb', 91],
      ['aws_lb.public', 'aws_lb', 91],
      ['Public', 'AWS::ElasticLoadBalancingV2::LoadBalancer', 91],
    ]);
  });

  it('is told by its content, also where it is piped in', async () => {
    const args = ['check', '-c', configuration('api-behind-alb')];
    for (const [document, source] of [
      [stack, 'cdktf'],
      [template, 'template'],
    ] as const) {
      const { code, out } = await holdfast(args, readFileSync(document));
      expect([code, out.includes(`stdin (${source}, `)]).toEqual([1, true]);
    }
  });

  it('is one estate where its parts are in several documents', async () => {
    const { code, report } = await checkAll('90s', [`tf=${stack}`, `cfn=${template}`]);
    expect(code).toBe(1);
    expect(report.coverage.documents.map(({ name, source }) => [name, source])).toEqual([
      ['tf', 'cdktf'],
      ['cfn', 'template'],
    ]);
    const idle = report.findings.filter(({ policy }) => policy === 'alb-idle-timeout-outlasts-query');
    expect(sorted(idle.map(({ resource, outcome }) => [resource, outcome]))).toEqual([
      ['Public', 'fail'],
      ['aws_lb.public', 'fail'],
    ]);
  });

  it('asks which of two is meant where nothing links them', async () => {
    const { code, report } = await check('api-behind-alb', [`tf=${stack}`, `cfn=${template}`]);
    expect(code).toBe(2);
    expect(report.coverage.notes.filter(({ level }) => level === 'incomplete').map(({ why }) => why)).toEqual([
      expect.stringContaining('says which of aws_ecs_service.api, Api leads to which of aws_db_proxy.orders, Proxy'),
      expect.stringContaining('says which of aws_ecs_service.api, Api leads to which of aws_db_proxy.orders, Proxy'),
    ]);
  });
});
