import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../lib/core/report';
import { world, type Outcome } from './shell/world';

const root = path.join(__dirname, '..');
const folder = path.join(root, 'examples');
const examples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'main.tf')))
  .map((entry) => entry.name);
/** Those that hold the same with every fix. */
const mended = examples.filter((name) => existsSync(path.join(folder, name, 'fixed')));
const { folder: scratch, read, run } = world();

function check(name: string, more = ''): Promise<Outcome> {
  return run(`check -c examples/${name}/holdfast.yaml examples/${name}/plan.json ${more}`, { cwd: root });
}

async function judged(name: string): Promise<Report> {
  return JSON.parse((await check(name, '-o json')).out) as Report;
}

/** What each example shows, worked out by hand from its files: verdict, moment, who cuts. */
const expected: Readonly<Record<string, readonly (readonly [string, string, number | null, string | null])[]>> = {
  // 3 x 30 s in one request against the 60 s that apply to an ALB without `idle_timeout`; 40 s pass.
  'api-behind-alb': [
    ['checkout-api', 'cut', 60, 'aws_lb.public'],
    ['catalog-api', 'holds', null, null],
  ],
  // The server probes every 300 s and the first client too; the firewall forgets after 120 s. The second probes every 60 s.
  'etl-through-nlb': [
    ['nightly-etl', 'cut', 120, 'aws_networkfirewall_firewall_policy.egress'],
    ['hourly-sync', 'holds', null, null],
  ],
  // `socketTimeout` is 60 s and a query takes 90 s; the listener's 350 s would forget the pool's connections next.
  'ecs-with-jdbc': [['orders-api', 'cut', 60, 'aws_ecs_task_definition.orders']],
  // `query_timeout` is 15000 ms and a query takes 20 s; API Gateway's 29 s and Lambda's 30 s would cut a request of 40 s next.
  'lambda-behind-api-gateway': [['search', 'cut', 15, 'aws_lambda_function.search']],
  // Both ends probe after 2 h, the firewall forgets after 350 s. What the host itself forgets, its instance type decides.
  'ec2-batch-host': [
    ['nightly-load', 'cut', 350, 'aws_networkfirewall_firewall_policy.inspection'],
    ['hourly-rollup', 'unknown', null, null],
  ],
  // `statement_timeout = 0` of postgresql_role issues RESET, so the cluster group's 60 s cut an hour of migration.
  'aurora-readers': [
    ['web', 'holds', null, null],
    ['reports', 'holds', null, null],
    ['migrations', 'cut', 60, 'aws_rds_cluster_instance.shop["one"]'],
  ],
};

describe('examples', () => {
  it('has an expectation for each', () => {
    expect(examples).toEqual(Object.keys(expected).sort());
  });

  it.each(examples)('%s is judged as worked out by hand', async (name) => {
    const report = await judged(name);
    expect(report.workloads.map((one) => [one.name, one.verdict, one.cutAt, one.cutBy])).toEqual(expected[name]);
    expect(report.coverage.notes.filter((note) => note.level === 'incomplete')).toEqual([]);
  });

  it.each(examples)('%s prints its expected output and exits 1', async (name) => {
    const { code, out, err } = await check(name);
    expect(out).toBe(readFileSync(path.join(folder, name, 'expected.txt'), 'utf8'));
    expect([code, err]).toEqual([1, '']);
  });

  it('shows the waiver of aurora-readers with its owner and end', async () => {
    const { findings } = await judged('aurora-readers');
    const waived = findings.filter((finding) => finding.outcome === 'waived');
    expect(waived.map((finding) => [finding.policy, finding.workload, finding.waiver?.owner])).toEqual(
      ['one', 'three', 'two'].map(() => ['reader-conflict-outlasts-query', 'reports', 'data-platform']),
    );
  });

  it.each(examples)('the plan of %s holds the resources of its main.tf', (name) => {
    const written = readFileSync(path.join(folder, name, 'main.tf'), 'utf8').matchAll(/^resource "(\w+)" "([\w-]+)"/gm);
    const plan = JSON.parse(readFileSync(path.join(folder, name, 'plan.json'), 'utf8')) as {
      configuration: { root_module: { resources: { address: string }[] } };
    };
    expect(plan.configuration.root_module.resources.map((one) => one.address)).toEqual(
      [...written].map(([, type, own]) => `${type}.${own}`).sort(),
    );
  });

  it.each(mended)('%s holds once everything is fixed that was found', async (name) => {
    const { code, out } = await check(`${name}/fixed`, '-o json --on-unknown fail --fail-on info');
    const { workloads, findings, coverage } = JSON.parse(out) as Report;
    expect(workloads.map((one) => [one.name, one.verdict])).toEqual(expected[name]?.map(([own]) => [own, 'holds']));
    expect(findings.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
    expect([code, coverage.notes.filter((note) => note.level === 'incomplete')]).toEqual([0, []]);
  });

  it.each(mended)('fixes of %s change the resources that the findings name, and no other', async (name) => {
    const after = (plan: string): Map<string, string> => {
      const text = readFileSync(path.join(folder, name, plan), 'utf8');
      const { resource_changes: rows } = JSON.parse(text) as {
        resource_changes: { address: string; change: { after: unknown } }[];
      };
      return new Map(rows.map((one) => [one.address, JSON.stringify(one.change.after)]));
    };
    const [bad, good] = [after('plan.json'), after('fixed/plan.json')];
    const changed = [...good.keys()].filter((address) => good.get(address) !== bad.get(address));
    const { findings } = await judged(name);
    const wrong = new Set(
      findings.filter(({ outcome }) => outcome !== 'pass').flatMap((one) => [one.resource, one.fix?.resource]),
    );
    expect([...good.keys()]).toEqual([...bad.keys()]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((address) => !wrong.has(address))).toEqual([]);
  });

  it.each(['ecs-with-jdbc', 'lambda-behind-api-gateway'])('no report of %s repeats its password', async (name) => {
    const password = 'not-a-real-password';
    expect(readFileSync(path.join(folder, name, 'plan.json'), 'utf8')).toContain(password);
    const formats = ['text', 'json', 'sarif', 'junit', 'gitlab', 'github', 'markdown', 'html'];
    const files = formats.map((format) => `-o ${format}=${path.join(scratch, `report.${format}`)}`).join(' ');
    const { out, err } = await check(name, `-o text ${files} --verbose`);
    const drawn = await run(`timeline -c examples/${name}/holdfast.yaml examples/${name}/plan.json`, { cwd: root });
    const said = [out, err, drawn.out, drawn.err, ...formats.map((format) => read(`report.${format}`))];
    for (const text of said) expect(text).not.toContain(password);
    expect(said.filter((text) => text.includes('timeout')).length).toBeGreaterThan(formats.length);
  });

  it('README shows the finding as the command prints it', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const shown = /<!-- finding -->\n+```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? 'no finding in README.md';
    expect(readFileSync(path.join(folder, 'api-behind-alb', 'expected.txt'), 'utf8')).toContain(shown.trim());
  });
});
